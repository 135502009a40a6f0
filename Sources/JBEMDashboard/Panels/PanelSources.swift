internal import JBEMCore
internal import JBEMOperations

/// What several panes show parts of, read once for all of them.
final class PanelSources {
    let session: Session
    private let asOf: CalendarDate?
    private var assessed: AssessIndicators.Output?

    init(_ session: Session, asOf: CalendarDate?) { (self.session, self.asOf) = (session, asOf) }

    /// Every indicator of the plan in use, with its other readings.
    func indicators() throws -> AssessIndicators.Output {
        if let assessed { return assessed }
        var request = IndicatorRequest()
        (request.includesAll, request.needsAlternatives, request.asOf) = (true, true, asOf)
        let output = try AssessIndicators(request).run(session)
        assessed = output
        return output
    }

    /// What is red or turning red; without a plan there are still duties.
    func alerts() throws -> ListAlerts.Output {
        let reports: [IndicatorReport]
        do {
            reports = try indicators().core.reports
        } catch let failure as Failure where failure.kind == .configuration {
            reports = []
        }
        return try ListAlerts(reports, asOf: asOf).run(session)
    }
}

extension AssessIndicators.Output {
    /// The same without the indicators that the plan only states in its text.
    var core: AssessIndicators.Output { filtered { $0.nature != .stated } }
}

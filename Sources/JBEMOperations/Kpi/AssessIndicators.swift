internal import GRDB
package import JBEMCore
package import JBEMStore

/// An indicator with its verdict and what people need beside it.
package struct IndicatorReport: Sendable {
    package let indicator: Indicator
    /// The indicator that an alias stands for; itself otherwise.
    package let resolved: Indicator
    package let reading: Reading
    package let assessment: Assessment
    package let alternatives: [AlternativeReading]
    package let clause: PlanClause?
    package let responsible: Localized?

    /// A verdict that someone must answer for: a binding indicator that is missed or will be.
    package var isBindingRed: Bool { indicator.nature == .binding && [.missed, .offTrack].contains(assessment.state) }
}

/// What to assess, and as of when.
package struct IndicatorRequest: Sendable {
    package var plan: String?
    /// Ids; empty for the core indicators of the plan's table.
    package var ids: [String] = []
    package var includesAll = false
    /// The year (or years) at whose end the verdict is given; `nil` for now.
    package var period: DatePeriod?
    package var asOf: CalendarDate?
    /// What-if events, as typed: `deaths=+2`.
    package var assumptions: [String] = []
    package var needsAlternatives = false

    package init() {}
}

/// Assesses the indicators of a plan from the store's records and figures.
package struct AssessIndicators {
    package struct Output: Sendable {
        package let plan: PlanDocument
        package let asOf: CalendarDate
        package let isSample: Bool
        package let reports: [IndicatorReport]

        /// The same with those indicators only.
        package func filtered(_ isWanted: (Indicator) -> Bool) -> Output {
            Output(plan: plan, asOf: asOf, isSample: isSample, reports: reports.filter { isWanted($0.indicator) })
        }
    }

    let request: IndicatorRequest

    package init(_ request: IndicatorRequest) {
        self.request = request
    }

    /// - Throws: `.configuration` without a plan; `.notFound` for an id the plan does not have; `.usage` for a bad assumption.
    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let asOf = request.asOf ?? session.today
        return try store.read { db in
            let plan = try PlanStore.read(request.plan, in: db)
            let chosen = try IndicatorChoice.indicators(request, plan)
            let book = try EvidenceStore(plan, of: chosen, asOf: asOf, in: db).book()
            let offices = try OfficeNames.read(db)
            let reports = try chosen.compactMap { indicator -> IndicatorReport? in
                guard let resolved = plan.catalog.resolved(indicator.id), let reading = resolved.chosen else { return nil }
                let assumed = try Assumption.read(request.assumptions, for: resolved, in: plan.catalog)
                let moment = AssessmentMoment(asOf: asOf, period: request.period, assumed: assumed)
                let assessment = IndicatorAssessment.assess(resolved, reading: reading, in: plan.catalog, from: book, at: moment)
                return IndicatorReport(
                    indicator: indicator, resolved: resolved, reading: reading, assessment: assessment,
                    alternatives: request.needsAlternatives
                        ? IndicatorAssessment.alternatives(
                            of: resolved, in: plan.catalog, from: book, at: moment, verdict: assessment.state) : [],
                    clause: plan.clause(indicator.clause), responsible: indicator.responsible.map { offices[$0] ?? Localized(verbatim: $0) }
                )
            }
            return Output(plan: plan, asOf: asOf, isSample: store.identity.isSample, reports: reports)
        }
    }
}

/// Which indicators a request means.
enum IndicatorChoice {
    static func indicators(_ request: IndicatorRequest, _ plan: PlanDocument) throws -> [Indicator] {
        guard !request.ids.isEmpty else {
            return plan.catalog.indicators.filter { request.includesAll || $0.nature != .stated }
        }
        return try request.ids.map { id in
            if let found = plan.catalog.indicators.first(where: { $0.id.lowercased() == id.lowercased() }) { return found }
            let close = ListSuggestion.closest(to: id.uppercased(), among: plan.catalog.indicators.map(\.id))
            throw Failure(
                .notFound, Localized("规划 \(plan.key) 没有指标 “\(id)”", "the plan \(plan.key) has no indicator \"\(id)\""),
                hints: close.isEmpty
                    ? [] : [Localized("是否指 \(close.joined(separator: "、"))？", "did you mean \(close.joined(separator: ", "))?")])
        }
    }
}

/// Events assumed by a what-if question.
enum Assumption {
    /// Reads `deaths=+2`: the measure by its code, or by the last part of it among those of the indicator.
    static func read(_ texts: [String], for indicator: Indicator, in catalog: IndicatorCatalog) throws -> [String: Rational] {
        try texts.reduce(into: [:]) { assumed, text in
            let assignment = try Assignment(text)
            var digits = ValueText.trimmed(assignment.value)
            if digits.hasPrefix("+") { digits.removeFirst() }
            guard let amount = Rational(digits), amount >= .zero else {
                throw Failure(.usage, Localized("应为 度量=+数：“\(text)”", "expected measure=+number: \"\(text)\""), at: .init(field: "--with"))
            }
            guard let measure = measure(assignment.field, indicator, catalog) else {
                throw Failure(
                    .usage, Localized("没有度量 “\(assignment.field)”", "there is no measure \"\(assignment.field)\""),
                    at: .init(field: "--with"),
                    hints: [
                        Localized(
                            "本规划的度量：\(catalog.measures.sorted().joined(separator: " "))",
                            "measures of this plan: \(catalog.measures.sorted().joined(separator: " "))")
                    ])
            }
            assumed[measure] = amount
        }
    }

    private static func measure(_ name: String, _ indicator: Indicator, _ catalog: IndicatorCatalog) -> String? {
        if catalog.measures.contains(name) { return name }
        let own = indicator.readings.compactMap(\.formula.numerator)
        return own.first { $0.hasSuffix(".\(name)") } ?? catalog.measures.sorted().first { $0.hasSuffix(".\(name)") }
    }
}

/// Splits the core counts of a plan by the parts of its territory.
package struct AssessByRegion {
    package struct Row: Sendable {
        package let region: String
        package let name: Localized
        package let indicator: Indicator
        package let assessment: Assessment
    }

    let request: IndicatorRequest

    package init(_ request: IndicatorRequest) {
        self.request = request
    }

    /// The values of each part; a target binds the whole, so only values are compared.
    package func run(_ session: Session) throws -> (rows: [Row], isSample: Bool) {
        let store = try session.open(.read)
        let asOf = request.asOf ?? session.today
        return try store.read { db in
            let plan = try PlanStore.read(request.plan, in: db)
            let chosen = try IndicatorChoice.indicators(request, plan).filter { $0.aliasOf == nil }
            let moment = AssessmentMoment(asOf: asOf, period: request.period)
            let evidence = try EvidenceStore(plan, of: chosen, asOf: asOf, in: db)
            let rows = try RegionNames.parts(of: plan.region, in: db).flatMap { code, name -> [Row] in
                let book = try evidence.book(region: code)
                return chosen.compactMap { indicator in
                    guard let reading = indicator.chosen else { return nil }
                    let assessment = IndicatorAssessment.assess(indicator, reading: reading, in: plan.catalog, from: book, at: moment)
                    return Row(region: code, name: name, indicator: indicator, assessment: assessment)
                }
            }
            return (rows, store.identity.isSample)
        }
    }
}

/// Names of regions for people.
enum RegionNames {
    static func parts(of region: String, in db: Database) throws -> [(code: String, name: Localized)] {
        var query = RecordQuery(schema: Region.schema, asOf: CalendarDate(dayNumber: 0))
        query.add(Filter(field: Region.parent.name, comparison: .equal, values: [.text(region)]))
        return try query.fetchAll(db).compactMap { record in
            guard let code = record[Region.code], let name = record[Region.name] else { return nil }
            return (code, Localized(name, record[Region.nameEn] ?? name))
        }
    }
}

extension Assessor {
    /// The state on a day, from reported figures.
    func assessState(of measure: String, on date: CalendarDate, _ assessment: inout Assessment) {
        let (limit, baseline) = limit()
        let isOver = day >= date
        let latest = MeasureEvidence.state(of: measure, on: min(day, date), from: book.facts(of: measure), asOf: moment.asOf)
        assessment.limit = limit
        assessment.value = latest.value.map { $0 + (moment.assumed[measure] ?? .zero) }
        assessment.numerator = assessment.value
        assessment.covered = latest.covered
        assessment.period = latest.covered.first
        assessment.isProvisional = latest.isProvisional
        assessment.isComplete = latest.covered == [DatePeriod(date, date)]
        assessment.unusedFigures = latest.unusedFigures
        assessment.trend = trendYears().map { statePoint(measure, $0) }
        decideState(measure, date, isOver, baseline, &assessment)
        assessment.explanation.children = [
            formulaNode(), .evidence(latest, label: book.label(of: measure)), limitNode(assessment, baseline),
        ]
    }

    private func decideState(
        _ measure: String, _ date: CalendarDate, _ isOver: Bool, _ baseline: Evidence?, _ assessment: inout Assessment
    ) {
        if comparator == .none { return assessment.decide(.noThreshold, noThresholdReason) }
        guard let limit = assessment.limit else { return decideWithoutLimit(baseline, &assessment) }
        guard let value = assessment.value, assessment.isComplete || !isOver else {
            let reason: MissingInput.Reason = assessment.value == nil ? .unknown : .partial
            assessment.missing = [missing(measure, DatePeriod(date, date), reason)]
            return decideMissing(&assessment)
        }
        let holds = comparator.holds(value, limit)
        if isOver {
            if assessment.isProvisional {
                let verdict = holds ? AssessmentState.met.label : AssessmentState.missed.label
                assessment.decide(.pending, Localized("只有初步数；现值为", "preliminary; as it stands: ") + verdict)
            } else {
                assessment.decide(holds ? .met : .missed, Localized("期限日的最终数", "final figure of the deadline"))
            }
        } else if !holds {
            assessment.decide(.offTrack, Localized("最近的值不满足", "the latest value does not satisfy the bound"))
        } else if canFallBack(measure, value, limit, date, assessment) {
            assessment.decide(.atRisk, Localized("目前满足，但照最差的年变化守不住", "satisfied now, but not after a change like the worst so far"))
        } else {
            assessment.decide(.onTrack, Localized("目前满足", "satisfied now"))
        }
    }

    /// Whether the worst yearly change seen so far, repeated until the day, would use up the margin.
    private func canFallBack(
        _ measure: String, _ value: Rational, _ limit: Rational, _ date: CalendarDate, _ assessment: Assessment
    ) -> Bool {
        let points = assessment.trend.compactMap { point in point.value.map { (point.year, $0) } }
        var worst = Rational.zero
        for (earlier, later) in zip(points, points.dropFirst()) {
            let change = (later.1 - earlier.1) / Rational(later.0 - earlier.0)
            switch comparator {
            case .atLeast, .moreThan: worst = max(worst, -change)
            case .atMost, .lessThan: worst = max(worst, change)
            case .equal, .none: worst = max(worst, change.isNegative ? -change : .zero)
            }
        }
        let margin = value > limit ? value - limit : limit - value
        let years = Rational(day.days(to: date), over: 365)
        return worst * years > margin
    }

    private func statePoint(_ measure: String, _ year: Int) -> TrendPoint {
        let last = DatePeriod.year(year).last
        guard last <= day else { return TrendPoint(year: year, value: nil, isProvisional: false) }
        let state = MeasureEvidence.state(of: measure, on: last, from: book.facts(of: measure), asOf: moment.asOf)
        let isOfYear = state.covered.first.map { $0.last.year == year } ?? false
        return TrendPoint(year: year, value: isOfYear ? state.value : nil, isProvisional: isOfYear && state.isProvisional)
    }
}

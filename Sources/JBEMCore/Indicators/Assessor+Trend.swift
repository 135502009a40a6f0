extension Assessor {
    /// A measure that must fall (or rise) from each year of the window to the next.
    func assessTrend(_ measure: String, _ assessment: inout Assessment) {
        let years = Array(assessment.window.years)
        let begun = years.filter { DatePeriod.year($0).first <= day }
        let known = begun.map { year in
            let days = DatePeriod.year(year)
            return evidence(measure, over: DatePeriod(days.first, min(days.last, day)), servesSpans: false)
        }
        let ended = known.filter { $0.period.wholeYear != nil }
        let complete = ended.filter(\.isComplete)
        assessment.trend = begun.map(yearPoint)
        assessment.value = complete.last?.value
        assessment.numerator = assessment.value
        assessment.period = complete.last?.period
        assessment.covered = DatePeriod.merged(complete.map(\.period))
        assessment.isComplete = complete.count == ended.count && !ended.isEmpty
        assessment.isProvisional = complete.contains(where: \.isProvisional)
        assessment.settledOn = complete.compactMap(\.settledOn).max()
        assessment.missing = ended.flatMap { missingParts(of: $0, endedBy: moment.lastEndedYear) }
        assessment.findings = known.flatMap(\.findings)
        assessment.unusedFigures = known.flatMap(\.unusedFigures)
        decideTrend(known, years.count, &assessment)
        assessment.explanation.children =
            [formulaNode()] + known.map { .evidence($0, label: book.label(of: measure)) }
    }

    private func decideTrend(_ known: [Evidence], _ count: Int, _ assessment: inout Assessment) {
        if comparator == .none { return assessment.decide(.noThreshold, noThresholdReason) }
        let pairs = Array(zip(known, known.dropFirst()))
        if let broken = pairs.first(where: isTrendBroken) {
            return assessment.decide(
                .missed, Localized("\(broken.1.period.first.year)年没有低于上年", "\(broken.1.period.first.year) breaks the trend"))
        }
        guard assessment.isComplete else { return decideMissing(&assessment) }
        let compared = pairs.filter { $0.0.isComplete && $0.1.isComplete && $0.1.period.wholeYear != nil }
        let holds = compared.allSatisfy { comparator.holds($0.1.value ?? .zero, $0.0.value ?? .zero) }
        let isOver = day >= assessment.window.last
        let reason = Localized("已比较\(compared.count)对相邻年份", "\(compared.count) pairs of years compared")
        if isOver {
            assessment.decide(assessment.isProvisional ? .pending : (holds ? .met : .missed), reason)
        } else if !holds {
            assessment.decide(.offTrack, reason)
        } else {
            assessment.decide(compared.isEmpty ? .atRisk : .onTrack, reason)
        }
    }

    /// Whether the later year can no longer stand to the earlier as it must.
    private func isTrendBroken(_ earlier: Evidence, _ later: Evidence) -> Bool {
        guard earlier.isComplete, !earlier.isProvisional, let before = earlier.value else { return false }
        if later.isComplete, !later.isProvisional, later.period.wholeYear != nil, let after = later.value {
            return !comparator.holds(after, before)
        }
        return book.isAdditive(later.measure) && comparator.isBroken(byAtLeast: later.provenValue, before)
    }
}

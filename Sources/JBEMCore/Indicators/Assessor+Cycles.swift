extension Assessor {
    /// Every cycle of some years: each one that is over must be reported and satisfy the bound.
    func assessCycles(_ measure: String, _ cycle: Cycle, _ years: ClosedRange<Int>, _ assessment: inout Assessment) {
        let (limit, baseline) = limit()
        let window = assessment.window
        let all = cycle.periods(in: window).filter { $0.last <= day }.map { evidence(measure, over: $0, servesSpans: false) }
        // Where nothing was due, nothing can have been missed.
        let known = all.filter { !$0.isNotApplicable }
        let ended = known.map(\.period)
        if known.isEmpty, !all.isEmpty {
            return assessment.decide(.notApplicable, Localized("各周期都没有应办的（0/0）", "nothing was due in any cycle (0/0)"))
        }
        let complete = known.filter(\.isComplete)
        assessment.limit = limit
        assessment.value = complete.last?.value
        assessment.numerator = assessment.value
        assessment.period = complete.last?.period
        assessment.covered = DatePeriod.merged(complete.map(\.period))
        assessment.isComplete = complete.count == ended.count && !ended.isEmpty
        assessment.isProvisional = complete.contains(where: \.isProvisional)
        assessment.settledOn = complete.compactMap(\.settledOn).max()
        assessment.unusedFigures = known.flatMap(\.unusedFigures)
        assessment.findings = known.flatMap(\.findings)
        assessment.missing = DatePeriod.merged(known.filter { !$0.isComplete }.map(\.period)).map { missing(measure, $0) }
        assessment.trend = cycle == .year ? trendYears().map(yearPoint) : []
        decideCycles(measure, known, baseline, &assessment)
        let counted = Localized("\(complete.count)／\(ended.count)", "\(complete.count) of \(ended.count)")
        assessment.explanation.children = [formulaNode(), limitNode(assessment, baseline)]
        assessment.explanation.children.append(
            ExplanationNode(
                Localized("已报周期", "cycles reported"), counted,
                children: complete.suffix(24).map { .evidence($0, label: book.label(of: measure)) }))
    }

    private func decideCycles(_ measure: String, _ known: [Evidence], _ baseline: Evidence?, _ assessment: inout Assessment) {
        if comparator == .none { return assessment.decide(.noThreshold, noThresholdReason) }
        guard let limit = assessment.limit else { return decideWithoutLimit(baseline, &assessment) }
        let failed = known.filter { $0.isComplete && !comparator.holds($0.value ?? .zero, limit) }
        if let first = failed.first(where: { !$0.isProvisional }) {
            return assessment.decide(.missed, Localized("\(first.period)不满足", "not satisfied in \(first.period)"))
        }
        let isOver = day >= assessment.window.last
        guard assessment.isComplete else {
            if assessment.missing.isEmpty { assessment.missing = [missing(measure, assessment.window)] }
            return decideMissing(&assessment)
        }
        if let first = failed.first {
            let reason = Localized("\(first.period)的初步数不满足", "the preliminary figure of \(first.period) does not satisfy the bound")
            return assessment.decide(isOver ? .pending : .offTrack, reason)
        }
        let reason = Localized("各周期都满足", "satisfied in every cycle")
        assessment.decide(isOver ? (assessment.isProvisional ? .pending : .met) : .onTrack, reason)
    }
}

extension Cycle {
    /// The cycles that lie wholly in `days`, in order; weeks begin on Monday.
    func periods(in days: DatePeriod) -> [DatePeriod] {
        switch self {
        case .year: return days.years.map { .year($0) }.filter { days.contains($0) }
        case .month: return days.years.flatMap { year in (1...12).map { .month(year, $0) } }.filter { days.contains($0) }
        case .week: return steps(of: 7, from: days.first.adding(days: (11 - days.first.dayNumber % 7) % 7), in: days)
        case .day: return steps(of: 1, from: days.first, in: days)
        }
    }

    private func steps(of length: Int, from first: CalendarDate, in days: DatePeriod) -> [DatePeriod] {
        stride(from: first.dayNumber, through: days.last.dayNumber - length + 1, by: length).map {
            DatePeriod(CalendarDate(dayNumber: $0), CalendarDate(dayNumber: $0 + length - 1))
        }
    }
}

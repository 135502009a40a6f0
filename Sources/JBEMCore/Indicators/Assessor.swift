/// One assessment under way.
struct Assessor {
    let indicator: Indicator
    let reading: Reading
    let catalog: IndicatorCatalog
    let book: EvidenceBook
    let moment: AssessmentMoment
    /// The families that this one is a part of.
    var ancestors: Set<String> = []

    var day: CalendarDate { moment.day }
    var comparator: Comparator { reading.bound.comparator }
    var formula: TargetFormula { reading.formula }

    func run() -> Assessment {
        var assessment = Assessment(indicator: indicator.id, reading: reading, moment: moment)
        switch formula {
        case .allOf: assessFamily(&assessment)
        case .milestone: assessMilestones(&assessment)
        case .trend(let measure): assessTrend(measure, &assessment)
        case .measure(let measure), .reported(let measure), .ratio(let measure, _, _):
            switch reading.window {
            case .at(let date): assessState(of: measure, on: date, &assessment)
            case .each(let cycle, let years): assessCycles(measure, cycle, years, &assessment)
            case .year, .span, .mean: assessQuantity(measure, &assessment)
            }
        }
        assessment.explanation.children.append(ExplanationNode(Localized("结论", "verdict"), verdict(assessment)))
        assessment.explanation.label = indicator.name
        assessment.explanation.sources = [SourceReference(.clause, keys: [indicator.clause])]
        return assessment
    }

    private func verdict(_ assessment: Assessment) -> Localized {
        assessment.state.label + Localized("：", ": ") + assessment.reason
    }

    /// The evidence of a measure, without anything assumed.
    func known(_ measure: String, over period: DatePeriod, servesSpans: Bool) -> Evidence {
        MeasureEvidence.resolve(measure, over: period, servesSpans: servesSpans, from: book.facts(of: measure), asOf: moment.asOf)
    }

    /// The evidence of a measure, with the assumed events if the period contains the day of the verdict.
    func evidence(_ measure: String, over period: DatePeriod, servesSpans: Bool) -> Evidence {
        let known = known(measure, over: period, servesSpans: servesSpans)
        guard let extra = moment.assumed[measure], period.contains(day) else { return known }
        return known.assuming(extra, on: day)
    }

    /// The exact limit in the indicator's unit, with the baseline's evidence if the limit is relative.
    func limit() -> (value: Rational?, baseline: Evidence?) {
        switch reading.bound.limit {
        case nil: return (nil, nil)
        case .absolute(let value): return (value, nil)
        case .ofBaseline(let factor, let period):
            guard let measure = formula.numerator else { return (nil, nil) }
            let baseline = known(measure, over: period, servesSpans: period.years.count > 1)
            guard baseline.isComplete, let value = baseline.value else { return (nil, baseline) }
            return (factor * value, baseline)
        }
    }

    /// The formula's value in one calendar year that is over; `nil` if not completely known.
    func yearPoint(_ year: Int) -> TrendPoint {
        let period = DatePeriod.year(year)
        guard let measure = formula.numerator, period.last <= day else { return TrendPoint(year: year, value: nil, isProvisional: false) }
        let top = evidence(measure, over: period, servesSpans: false)
        guard top.isComplete, let count = top.value else { return TrendPoint(year: year, value: nil, isProvisional: false) }
        guard let bottomMeasure = formula.denominator else {
            return TrendPoint(year: year, value: count, isProvisional: top.isProvisional)
        }
        let bottom = known(bottomMeasure, over: period, servesSpans: false)
        guard bottom.isComplete, let amount = bottom.value, !amount.isZero else {
            return TrendPoint(year: year, value: nil, isProvisional: false)
        }
        return TrendPoint(year: year, value: count / amount * formula.scale, isProvisional: top.isProvisional || bottom.isProvisional)
    }

    /// The years a trend shows: the window, or the five years up to the day, and the baseline; at most ten.
    func trendYears() -> [Int] {
        let last = min(day.year, reading.window.period.last.year)
        var first = last - 5
        switch reading.window {
        case .span(let years), .mean(let years, _), .each(_, let years): first = years.lowerBound
        case .year, .at: break
        }
        if let baseline = reading.baselinePeriod { first = min(first, baseline.first.year) }
        first = max(first, last - 9)
        return first <= last ? Array(first...last) : []
    }

    /// The parts of the baseline that are not known.
    func missingBaseline(_ baseline: Evidence) -> [MissingInput] {
        missingParts(of: baseline, endedBy: baseline.period.last.year)
    }

    func missing(_ measure: String, _ period: DatePeriod, _ reason: MissingInput.Reason = .unknown) -> MissingInput {
        MissingInput(measure: measure, period: period, reason: reason, label: book.label(of: measure))
    }

    /// The parts of years already over that an evidence lacks.
    func missingParts(of evidence: Evidence, endedBy last: Int) -> [MissingInput] {
        // A measure that is kept in records lacks closings, not data.
        let isKept = book.facts(of: evidence.measure).records?.months.contains { $0.isClosed || !$0.rows.isEmpty } ?? false
        return evidence.gaps.compactMap { gap in
            guard gap.first.year <= last else { return nil }
            let ended = DatePeriod(gap.first, min(gap.last, DatePeriod.year(last).last))
            return missing(evidence.measure, ended, isKept ? .notClosed : .unknown)
        }
    }
}

extension Evidence {
    /// The same evidence with `extra` assumed events on `day`.
    func assuming(_ extra: Rational, on day: CalendarDate) -> Evidence {
        let piece = EvidencePiece(period: DatePeriod(day, day), value: extra, kind: .assumption)
        return Evidence(
            measure: measure, period: period, kind: kind, pieces: pieces + [piece], covered: covered, unusedFigures: unusedFigures,
            findings: findings, isProvisional: isProvisional, settledOn: settledOn)
    }

    /// The assumed events of a what-if question.
    var assumedValue: Rational { pieces.filter { $0.kind == .assumption }.map(\.value).total() }

    /// Lower-bound events from open records.
    var openRecordsValue: Rational { pieces.filter { $0.kind == .openRecords }.map(\.value).total() }
}

extension Assessor {
    /// A count or ratio in a year, a span or a yearly mean.
    func assessQuantity(_ measure: String, _ assessment: inout Assessment) {
        let (limit, baseline) = limit()
        assessment.limit = limit
        guard let quantity = quantity(measure) else {
            assessment.missing = [missing(measure, assessment.window)]
            let first = assessment.window.first
            assessment.decide(.noData, Localized("窗口\(first)才开始", "the window begins on \(first)"))
            if comparator == .none { assessment.decide(.noThreshold, noThresholdReason) }
            return
        }
        copy(quantity, to: &assessment)
        let allowance = limit.map { self.allowance(quantity, $0) } ?? Allowance()
        let basis = exposure(measure)
        fillAllowance(&assessment, quantity, allowance)
        fillProbability(&assessment, quantity, allowance, basis)
        fillUncertainty(&assessment, quantity, basis)
        assessment.trend = trendYears().map(yearPoint)
        decide(quantity, baseline, allowance, basis, &assessment)
        assessment.explanation.children = explanation(quantity, baseline, assessment)
    }

    var noThresholdReason: Localized { Localized("规划没有给出门槛", "the plan gives no threshold") }

    private func copy(_ quantity: Quantity, to assessment: inout Assessment) {
        assessment.value = quantity.value
        assessment.isLowerBound = quantity.isLowerBound
        assessment.numerator = quantity.numeratorValue
        assessment.denominator = quantity.denominatorValue
        assessment.period = quantity.period
        assessment.covered = quantity.covered
        assessment.isComplete = quantity.isComplete
        assessment.isProvisional = quantity.isProvisional
        assessment.settledOn = quantity.numerator.settledOn
        assessment.missing = quantity.missing
        let all = [quantity.numerator] + quantity.denominators
        assessment.findings = all.flatMap(\.findings)
        assessment.unusedFigures = all.flatMap(\.unusedFigures)
    }

    /// The order of evaluation of §5.
    private func decide(
        _ quantity: Quantity, _ baseline: Evidence?, _ allowance: Allowance, _ basis: ExposureBasis, _ assessment: inout Assessment
    ) {
        if comparator == .none { return assessment.decide(.noThreshold, noThresholdReason) }
        if quantity.isZeroOverZero { return assessment.decide(.notApplicable, Localized("分子分母都是零", "zero of zero")) }
        if quantity.dividesByZero {
            return assessment.decide(.noData, Localized("分母为零而分子不为零", "the denominator is zero but the numerator is not"))
        }
        guard let limit = assessment.limit else { return decideWithoutLimit(baseline, &assessment) }
        if isBroken(quantity, limit, allowance) {
            return assessment.decide(
                .missed, Localized("无论其余数据如何，都已越过上限", "past the limit whatever the rest will be"))
        }
        if quantity.isOver { return decideOver(quantity, limit, &assessment) }
        if quantity.lacksDenominator { return decideMissing(&assessment) }
        if let probability = assessment.probability { return decide(by: probability, &assessment) }
        decideByPace(quantity, limit, allowance, basis, &assessment)
    }

    private func decideOver(_ quantity: Quantity, _ limit: Rational, _ assessment: inout Assessment) {
        guard quantity.isComplete, let value = quantity.value else { return decideMissing(&assessment) }
        let holds = comparator.holds(value, limit)
        if quantity.isProvisional {
            let verdict = holds ? AssessmentState.met.label : AssessmentState.missed.label
            assessment.decide(.pending, Localized("数据已齐，尚未核定；现值为", "complete but not settled; as it stands: ") + verdict)
        } else {
            assessment.decide(
                holds ? .met : .missed, Localized("窗口已结束，数据已核定", "the window is over and the data are settled"))
        }
    }

    func decideWithoutLimit(_ baseline: Evidence?, _ assessment: inout Assessment) {
        assessment.add(missing: baseline.map(missingBaseline) ?? [])
        assessment.decide(.noData, Localized("基期数未知，上限无从算起", "the baseline is unknown, so there is no limit"))
    }

    func decideMissing(_ assessment: inout Assessment) {
        if assessment.missing.isEmpty, let measure = formula.numerator, let period = assessment.period {
            assessment.missing = [missing(measure, period.wholeYear == nil ? .year(period.last.year) : period)]
        }
        assessment.decide(.noData, assessment.missing.map(\.text).joined())
    }

    private func decide(by probability: Assessment.Probability, _ assessment: inout Assessment) {
        let text = Rational(rounding: probability.value, places: 3).decimal(places: 3)
        let reason = Localized("守住上限的概率 \(text)", "probability of keeping the bound \(text)")
        switch probability.value {
        case 0.8...: assessment.decide(.onTrack, reason)
        case 0.5...: assessment.decide(.atRisk, reason)
        default: assessment.decide(.offTrack, reason)
        }
    }

    /// Whether no completion of the window can keep the bound any more. Preliminary figures prove nothing.
    private func isBroken(_ quantity: Quantity, _ limit: Rational, _ allowance: Allowance) -> Bool {
        guard comparator.capsCount, let counted = quantity.counted, let measure = formula.numerator, book.isAdditive(measure)
        else { return false }
        let proven = counted.provenValue
        guard let denominator = formula.denominator else { return comparator.isBroken(byAtLeast: proven, limit) }
        if case .mean(let years, .meanOfRatios) = reading.window {
            return comparator.isBroken(byAtLeast: provenRatios(measure, denominator, years), limit * Rational(years.count))
        }
        let all = quantity.window.years.map { known(denominator, over: .year($0), servesSpans: false) }
        guard moment.admits(quantity.window), all.allSatisfy({ $0.isComplete && !$0.isProvisional }) else { return false }
        let amount = all.compactMap(\.value).total()
        return !amount.isZero && comparator.isBroken(byAtLeast: proven / amount * formula.scale, limit)
    }

    /// The sum of the yearly ratios that is certain by now.
    private func provenRatios(_ measure: String, _ denominator: String, _ years: ClosedRange<Int>) -> Rational {
        years.map { year in
            let days = DatePeriod.year(year)
            guard days.first <= day else { return Rational.zero }
            let amount = known(denominator, over: days, servesSpans: false)
            guard moment.admits(days), amount.isComplete, !amount.isProvisional, let value = amount.value, !value.isZero
            else { return .zero }
            let count = evidence(measure, over: DatePeriod(days.first, min(days.last, day)), servesSpans: false)
            return count.provenValue / value * formula.scale
        }.total()
    }
}

extension Assessor {
    /// The pace rule, for windows that are open and have no probability.
    func decideByPace(
        _ quantity: Quantity, _ limit: Rational, _ allowance: Allowance, _ basis: ExposureBasis, _ assessment: inout Assessment
    ) {
        if isJudgedByLastYear(quantity, limit), yearPoint(moment.lastEndedYear).value == nil {
            assessment.add(missing: missingInputs(of: moment.lastEndedYear))
        }
        guard assessment.missing.isEmpty else { return decideMissing(&assessment) }
        if let total = allowance.total {
            decideByAllowance(quantity, limit, total, basis, &assessment)
        } else {
            decideByYears(quantity, limit, &assessment)
        }
    }

    /// A capped total: what is left, spread over the rest of the window, against the worst closed year.
    private func decideByAllowance(
        _ quantity: Quantity, _ limit: Rational, _ total: Rational, _ basis: ExposureBasis, _ assessment: inout Assessment
    ) {
        let used = quantity.counted?.value ?? .zero
        guard quantity.value != nil || basis.worst != nil else { return decideMissing(&assessment) }
        guard !comparator.isBroken(byAtLeast: used, total) else {
            return assessment.decide(.offTrack, Localized("目前已越过上限", "past the limit as it stands"))
        }
        guard holdsSoFar(quantity, limit) else {
            return assessment.decide(.offTrack, Localized("最近的值不满足", "the latest value does not satisfy the bound"))
        }
        guard let worst = basis.worst else {
            return assessment.decide(
                .atRisk, Localized("目前未越线，但没有已关账的年份可比", "within the limit so far, but no closed year to compare with"))
        }
        let need = worst * quantity.uncoveredYears
        let left = assessment.remaining ?? total - used
        // A strict bound on an amount must not be used up to the end; a whole count has its strictness in the bound already.
        let isStrict = comparator == .lessThan && assessment.boundInteger == nil
        if isStrict ? left > need : left >= need {
            assessment.decide(.onTrack, Localized("剩余额度够最差年份的速度用", "what is left covers the pace of the worst closed year"))
        } else {
            assessment.decide(
                .atRisk, Localized("目前未越线，但剩余额度不够最差年份的速度用", "within the limit so far, but not at the pace of the worst closed year"))
        }
    }

    /// Before its year a window shows the latest year; a mean shows itself.
    private func holdsSoFar(_ quantity: Quantity, _ limit: Rational) -> Bool {
        if quantity.isInWindow, formula.denominator == nil { return true }
        let latest = isJudgedByLastYear(quantity, limit) ? yearPoint(moment.lastEndedYear).value : quantity.value
        return latest.map { comparator.holds($0, limit) } ?? true
    }

    /// Whether the running year says nothing by itself yet, so that the last year that is over has to.
    private func isJudgedByLastYear(_ quantity: Quantity, _ limit: Rational) -> Bool {
        guard case .year = reading.window, quantity.period.wholeYear == nil else { return false }
        // In its own year a capped count is judged by what is left of it.
        if quantity.isInWindow, formula.denominator == nil, comparator.capsCount { return false }
        return !(quantity.value.map { comparator.isBroken(byAtLeast: $0, limit) } ?? false)
    }

    private func missingInputs(of year: Int) -> [MissingInput] {
        [formula.numerator, formula.denominator].compactMap(\.self).compactMap { measure in
            known(measure, over: .year(year), servesSpans: false).isComplete ? nil : missing(measure, .year(year))
        }
    }

    /// The value's own last five years that are known.
    private func recentYears() -> [TrendPoint] {
        let last = moment.lastEndedYear
        return (last - 4...last).map(yearPoint).filter { $0.value != nil }
    }

    /// A rate, a share or a floor: the latest value, and every known one of the last five years.
    private func decideByYears(_ quantity: Quantity, _ limit: Rational, _ assessment: inout Assessment) {
        let values = recentYears().compactMap(\.value)
        guard let latest = latest(quantity, limit, values) else { return decideMissing(&assessment) }
        guard comparator.holds(latest, limit) else {
            return assessment.decide(.offTrack, Localized("最近的值不满足", "the latest value does not satisfy the bound"))
        }
        if values.isEmpty {
            assessment.decide(.atRisk, Localized("目前满足，但没有已结束的年份可比", "satisfied so far, but no year is over to compare with"))
        } else if values.allSatisfy({ comparator.holds($0, limit) }) {
            assessment.decide(.onTrack, Localized("近年各年都满足", "satisfied in every known year"))
        } else {
            assessment.decide(.atRisk, Localized("目前满足，但近年有不满足的年份", "satisfied now, but not in every recent year"))
        }
    }

    /// The value to judge by: that of the last year while the running one says nothing, otherwise the quantity's own.
    private func latest(_ quantity: Quantity, _ limit: Rational, _ values: [Rational]) -> Rational? {
        isJudgedByLastYear(quantity, limit) ? yearPoint(moment.lastEndedYear).value : quantity.value ?? values.last
    }
}

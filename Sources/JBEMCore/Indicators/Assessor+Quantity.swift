/// The numbers behind a count or ratio in a year, a span or a yearly mean.
struct Quantity {
    /// The days that decide.
    let window: DatePeriod
    /// The days the value speaks of, up to the day of the verdict.
    let period: DatePeriod
    /// Whether these days belong to the window; before a year window begins, an earlier year shows the way.
    let isInWindow: Bool
    let isOver: Bool
    /// What is known of the numerator in the elapsed part of the window; `nil` before it begins.
    let counted: Evidence?
    /// The evidence behind the value, for the explanation.
    var numerator: Evidence
    var denominators: [Evidence] = []
    var value: Rational?
    var numeratorValue: Rational?
    var denominatorValue: Rational?
    var covered: [DatePeriod] = []
    var isComplete = false
    var isProvisional = false
    var isLowerBound = false
    /// The denominator of a year that is over is not known.
    var lacksDenominator = false
    /// Inputs of years that are over, and of the running one where nothing can be said without them.
    var missing: [MissingInput] = []

    /// Nothing happened that could have gone well or badly, as far as the closed evidence reaches.
    var isZeroOverZero: Bool {
        let isKnown = missing.isEmpty && !lacksDenominator && !covered.isEmpty
        return isKnown && denominatorValue?.isZero == true && numeratorValue?.isZero == true
    }

    var dividesByZero: Bool { denominatorValue?.isZero == true && numeratorValue?.isZero == false }

    /// The days of the window that nothing covers exactly.
    var uncovered: [DatePeriod] { window.gaps(in: counted?.covered ?? []) }
    var uncoveredYears: Rational { uncovered.map(\.yearLength).total() }
}

extension Assessor {
    /// The quantity as of the day, or `nil` if a span has not begun.
    func quantity(_ measure: String) -> Quantity? {
        let window = reading.window.period
        let isOver = day >= window.last
        if case .year(let target) = reading.window {
            let year = min(day.year, target)
            guard let period = upToDay(.year(year)) else { return nil }
            let isInWindow = year == target
            let numerator = evidence(measure, over: period, servesSpans: false)
            var quantity = Quantity(
                window: window, period: period, isInWindow: isInWindow, isOver: isOver, counted: isInWindow ? numerator : nil,
                numerator: numerator)
            fillRatio(&quantity, servesSpans: false)
            return quantity
        }
        guard let period = upToDay(window) else { return nil }
        let numerator = evidence(measure, over: period, servesSpans: true)
        var quantity = Quantity(
            window: window, period: period, isInWindow: true, isOver: isOver, counted: numerator, numerator: numerator)
        if case .mean(let years, let aggregation) = reading.window {
            fillMean(&quantity, measure, years, aggregation)
        } else {
            fillRatio(&quantity, servesSpans: true)
        }
        return quantity
    }

    private func upToDay(_ period: DatePeriod) -> DatePeriod? {
        period.first <= day ? DatePeriod(period.first, min(period.last, day)) : nil
    }

    /// A measure, or one ratio over the whole period.
    private func fillRatio(_ quantity: inout Quantity, servesSpans: Bool) {
        let top = quantity.numerator
        quantity.numeratorValue = top.value
        quantity.covered = top.covered
        quantity.isProvisional = top.isProvisional
        quantity.isLowerBound = top.isLowerBound && top.value != nil
        quantity.missing = missingParts(of: top, endedBy: moment.lastEndedYear)
        guard let measure = formula.denominator else {
            quantity.value = top.value
            quantity.isComplete = top.isComplete
            if top.isNotApplicable {
                (quantity.numeratorValue, quantity.denominatorValue) = (.zero, .zero)
                (quantity.covered, quantity.missing) = ([quantity.period], [])
            }
            return
        }
        let bottom = denominator(measure, over: quantity.period, servesSpans: servesSpans)
        quantity.denominators = [bottom]
        quantity.denominatorValue = bottom.value
        quantity.isProvisional = quantity.isProvisional || bottom.isProvisional
        quantity.isComplete = top.isComplete && bottom.isComplete
        let lacking = missingParts(of: bottom, endedBy: moment.lastEndedYear)
        let isUnknown = bottom.exactValue == nil
        quantity.lacksDenominator = !lacking.isEmpty || isUnknown
        let running = [missing(measure, .year(quantity.period.last.year))]
        quantity.missing += isUnknown && lacking.isEmpty ? running : lacking
        if bottom.isComplete || bottom.covered == top.covered, let amount = bottom.exactValue, let count = top.value, !amount.isZero {
            quantity.value = count / amount * formula.scale
        }
        if !bottom.isComplete, bottom.covered != top.covered { quantity.covered = [] }
    }

    /// The denominator of the period; a running year may take that of the whole year, if it is already published.
    private func denominator(_ measure: String, over period: DatePeriod, servesSpans: Bool) -> Evidence {
        let own = known(measure, over: period, servesSpans: servesSpans)
        let year = DatePeriod.year(period.last.year)
        guard !own.isComplete, !servesSpans, moment.admits(year) else { return own }
        let whole = known(measure, over: year, servesSpans: false)
        return whole.isComplete ? whole : own
    }

    /// The yearly mean over the leading years of which everything is known.
    private func fillMean(_ quantity: inout Quantity, _ measure: String, _ years: ClosedRange<Int>, _ aggregation: Aggregation) {
        let last = min(years.upperBound, moment.lastEndedYear)
        quantity.numeratorValue = quantity.counted?.value
        quantity.missing = missingParts(of: quantity.numerator, endedBy: last)
        guard let bottomMeasure = formula.denominator else { return }
        guard years.lowerBound <= last else {
            quantity.lacksDenominator = true
            quantity.missing.append(missing(bottomMeasure, .year(years.lowerBound)))
            return
        }
        quantity.denominators = (years.lowerBound...last).map { known(bottomMeasure, over: .year($0), servesSpans: false) }
        let lacking = quantity.denominators.filter { !$0.isComplete }
        quantity.missing += DatePeriod.merged(lacking.map(\.period)).map { missing(bottomMeasure, $0) }
        quantity.lacksDenominator = !lacking.isEmpty
        let leading = quantity.denominators.prefix { $0.isComplete }.count
        for length in stride(from: leading, to: 0, by: -1) {
            let days = DatePeriod.years(years.lowerBound, years.lowerBound + length - 1)
            guard let mean = mean(measure, days, Array(quantity.denominators.prefix(length)), aggregation) else { continue }
            quantity.numerator = mean.top
            quantity.numeratorValue = mean.top.value
            quantity.denominatorValue = mean.bottom
            quantity.value = mean.value
            quantity.covered = [days]
            quantity.isComplete = days == quantity.period
            quantity.isProvisional = mean.top.isProvisional || quantity.denominators.prefix(length).contains(where: \.isProvisional)
            return
        }
    }

    /// The mean over years of which every denominator is known; `nil` if the numerator is not.
    private func mean(
        _ measure: String, _ days: DatePeriod, _ bottoms: [Evidence], _ aggregation: Aggregation
    ) -> (top: Evidence, bottom: Rational, value: Rational?)? {
        let top = evidence(measure, over: days, servesSpans: aggregation == .ratioOfSums)
        guard top.isComplete, let count = top.value else { return nil }
        let amounts = bottoms.compactMap(\.value)
        let bottom = amounts.total()
        guard !amounts.contains(where: \.isZero) else { return (top, bottom, nil) }
        switch aggregation {
        case .ratioOfSums: return (top, bottom, count / bottom * formula.scale)
        case .meanOfRatios:
            let ratios = zip(days.years, amounts).compactMap { year, amount in
                evidence(measure, over: .year(year), servesSpans: false).value.map { $0 / amount * formula.scale }
            }
            guard ratios.count == amounts.count else { return nil }
            return (top, bottom, ratios.total() / Rational(ratios.count))
        }
    }
}

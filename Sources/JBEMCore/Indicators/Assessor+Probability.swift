/// What the last years say of a yearly rate.
struct ExposureBasis {
    /// The closed ones among the last five years that are over.
    var closedYears: [Int] = []
    /// Closed years and the certain part of the running year.
    var years = Rational.zero
    var count = Rational.zero
    /// The closed years whose own value is known.
    var yearly: [Int: Rational] = [:]
    /// Totals over several closed years whose single years are not known.
    var spans: [Rational] = []

    /// The most that one closed year can have had; `nil` without a closed year.
    var worst: Rational? { (Array(yearly.values) + spans).max() }
}

extension Assessor {
    /// The exposure for a rate: the closed ones of the last five years, and the certain leading part of the running one.
    func exposure(_ measure: String) -> ExposureBasis {
        var basis = ExposureBasis()
        let last = moment.lastEndedYear
        let history = known(measure, over: .years(last - 4, last), servesSpans: true)
        basis.closedYears = history.closedYears
        basis.years = Rational(basis.closedYears.count)
        let closed = Set(basis.closedYears)
        let solid = history.pieces.filter { piece in
            piece.isExact && piece.kind != .preliminaryFigure && piece.period.years.allSatisfy { closed.contains($0) }
        }
        basis.count = solid.map(\.value).total()
        for year in basis.closedYears {
            let own = known(measure, over: .year(year), servesSpans: true)
            if own.isComplete, !own.isPreliminary { basis.yearly[year] = own.value }
        }
        basis.spans = solid.filter { $0.period.years.contains { basis.yearly[$0] == nil } }.map(\.value)
        guard last < day.year else { return basis }
        let running = known(measure, over: DatePeriod(DatePeriod.year(day.year).first, day), servesSpans: false)
        for piece in running.pieces where piece.isExact && piece.kind != .preliminaryFigure {
            basis.years += piece.period.yearLength
            basis.count += piece.value
        }
        return basis
    }

    /// Writes the probability of keeping the bound, or the reason why there is none.
    func fillProbability(_ assessment: inout Assessment, _ quantity: Quantity, _ allowance: Allowance, _ basis: ExposureBasis) {
        if let reason = reading.model.reason {
            assessment.probabilityReason = reason
        } else if let reason = obstacle(quantity, allowance, basis, assessment) {
            assessment.probabilityReason = reason
        } else {
            assessment.probability = probability(quantity, basis, assessment)
            assessment.probabilityReason =
                assessment.probability == nil ? Localized("件数不是整数", "the counts are not whole numbers") : nil
        }
    }

    private func obstacle(
        _ quantity: Quantity, _ allowance: Allowance, _ basis: ExposureBasis, _ assessment: Assessment
    ) -> Localized? {
        if quantity.isOver { return Localized("窗口已结束", "the window is over") }
        if assessment.limit == nil { return Localized("上限未知", "the limit is unknown") }
        if let measure = formula.numerator, !book.isCount(measure) || !comparator.capsCount {
            return Localized("不是有上限的计数", "not a capped count")
        }
        if allowance.total == nil { return allowance.note ?? Localized("上限不能折成件数", "the limit cannot be told in events") }
        let years = basis.closedYears.count
        if years < 2 {
            return Localized("近五年已关账或有最终数的年份只有\(years)个，至少要2个", "only \(years) of the last five years closed, 2 are needed")
        }
        return nil
    }

    /// P(the rest of the window stays within what is left).
    ///
    /// The uncovered part of the window is what is predicted; open records of it are known to have happened, so the prediction is
    /// conditioned on at least that many. Assumed events use up the allowance.
    private func probability(_ quantity: Quantity, _ basis: ExposureBasis, _ assessment: Assessment) -> Assessment.Probability? {
        let exact = quantity.counted?.exactValue ?? .zero
        let assumed = quantity.counted?.assumedValue ?? .zero
        // Before a year window begins, events assumed for the running year speak of the rate instead.
        let history = basis.count + (quantity.counted == nil ? quantity.numerator.assumedValue : .zero)
        let used = exact + assumed
        guard let bound = assessment.boundInteger, let used = used.int, let count = history.int, count >= 0,
            let open = (quantity.counted?.openRecordsValue ?? .zero).int
        else { return nil }
        let horizon = quantity.uncoveredYears.double
        let rate = GammaPoisson(count: count, exposure: basis.years.double)
        return Assessment.Probability(
            value: rate.probability(atMost: bound - used, horizon: horizon, known: open), allowed: bound - used, known: open,
            horizonYears: horizon, exposureCount: count, exposureYears: basis.years.double, closedYears: basis.closedYears)
    }

    /// Writes the 95 % interval of the counted numerator and the spread of the closed years.
    func fillUncertainty(_ assessment: inout Assessment, _ quantity: Quantity, _ basis: ExposureBasis) {
        guard let measure = formula.numerator, book.isCount(measure) else { return }
        let counts = basis.yearly.sorted { $0.key < $1.key }.compactMap(\.value.int)
        assessment.dispersion = Dispersion(counts)
        guard let count = quantity.numerator.exactValue?.int, count >= 0 else { return }
        let interval = Poisson.garwood(count)
        assessment.interval = interval
        if formula.denominator == nil {
            assessment.valueInterval = interval
        } else if let amount = quantity.denominatorValue, !amount.isZero, quantity.value != nil, isOneRatio {
            assessment.valueInterval = interval.scaled(by: (formula.scale / amount).double)
        }
    }

    private var isOneRatio: Bool {
        if case .mean(_, .meanOfRatios) = reading.window { false } else { true }
    }
}

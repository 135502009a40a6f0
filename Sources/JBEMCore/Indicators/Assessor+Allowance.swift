/// How much of the numerator a window allows in all.
struct Allowance {
    /// Exact, in the numerator's unit; `nil` if it cannot be told.
    var total: Rational?
    /// Why it cannot be told, or what was taken for granted.
    var note: Localized?
}

extension Assessor {
    /// The numerator allowed over the whole window under `limit`.
    func allowance(_ quantity: Quantity, _ limit: Rational) -> Allowance {
        guard comparator.capsCount, let measure = formula.numerator, book.isAdditive(measure) else { return Allowance() }
        guard let denominator = formula.denominator else { return Allowance(total: limit) }
        switch reading.window {
        case .year(let year):
            let window = DatePeriod.year(year)
            let amount = known(denominator, over: window, servesSpans: false)
            guard moment.admits(window), amount.isComplete, let value = amount.value else {
                let name = book.label(of: denominator)
                return Allowance(note: Localized("\(year)年\(name.zh)未知", "\(name.en) \(year) unknown"))
            }
            return Allowance(total: limit * value / formula.scale)
        case .mean(let years, let aggregation):
            return meanAllowance(quantity, limit, denominator, years, aggregation)
        case .span, .at, .each:
            return Allowance()
        }
    }

    /// Years without a denominator yet are taken to equal the last known one; the note says so.
    ///
    /// ## Source
    /// Arithmetic of the bound itself: a mean of n ratios leaves n·limit − Σ done, a ratio of sums limit·ΣD (⌊Σp⌋ deaths at 1 per million).
    private func meanAllowance(
        _ quantity: Quantity, _ limit: Rational, _ denominator: String, _ years: ClosedRange<Int>, _ aggregation: Aggregation
    ) -> Allowance {
        var amounts: [Rational] = []
        var assumed: [Int] = []
        var latest: Rational?
        for year in years {
            let amount = known(denominator, over: .year(year), servesSpans: false)
            if moment.admits(.year(year)), amount.isComplete, let value = amount.value {
                latest = value
            } else {
                assumed.append(year)
            }
            if let latest { amounts.append(latest) }
        }
        let name = book.label(of: denominator)
        guard let latest, amounts.count == years.count else {
            return Allowance(note: Localized("\(name.zh)未知", "\(name.en) unknown"))
        }
        var note: Localized?
        if let first = assumed.first, let last = assumed.last {
            let days = DatePeriod.years(first, last)
            note = Localized("\(days)的\(name.zh)按最近已知年份计", "\(name.en) of \(days) taken as in the last known year")
        }
        guard aggregation == .meanOfRatios, let done = quantity.covered.first, let value = quantity.value,
            let count = quantity.numeratorValue
        else { return Allowance(total: limit * amounts.total() / formula.scale, note: note) }
        let left = limit * Rational(years.count) - value * Rational(done.years.count)
        return Allowance(total: count + left * latest / formula.scale, note: note)
    }

    /// Writes the limits of the window and what is left of them.
    func fillAllowance(_ assessment: inout Assessment, _ quantity: Quantity, _ allowance: Allowance) {
        assessment.remainingNote = allowance.note
        guard let measure = formula.numerator else { return }
        if let total = allowance.total {
            let used = quantity.counted?.value ?? .zero
            guard book.isCount(measure), let whole = comparator.greatestWhole(total) else {
                assessment.remaining = total - used
                return
            }
            assessment.boundInteger = whole.int
            assessment.remaining = whole - used
        } else {
            fillSlack(&assessment, quantity, measure)
        }
    }

    /// For a share that must be reached among cases: the misses still allowed among those known so far.
    private func fillSlack(_ assessment: inout Assessment, _ quantity: Quantity, _ measure: String) {
        guard comparator == .atLeast, case .ratio(_, let denominator, let scale) = formula, book.isCount(measure),
            book.isCount(denominator), let limit = assessment.limit, let cases = quantity.denominatorValue?.int,
            let hits = quantity.numeratorValue?.int, !quantity.covered.isEmpty
        else { return }
        let share = limit / scale
        guard let slack = ProportionTarget.slack(cases: cases, misses: cases - hits, share: share) else { return }
        assessment.remaining = Rational(slack)
        let enough = ProportionTarget.smallestCases(toForgiveOneMissAt: share).map { String($0) } ?? "∞"
        assessment.remainingNote = Localized(
            "还可容许的未达数；满\(enough)起才容许1起", "misses still allowed; one is forgiven from \(enough) cases on")
    }
}

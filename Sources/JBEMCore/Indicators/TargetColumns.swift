/// A target as its typed columns, before they are checked to make one reading together.
package struct TargetColumns: Sendable, Hashable {
    package var reading: String
    package var isChosen = true
    package var label = Localized(verbatim: "")
    package var formula: String
    package var numerator: String?
    package var denominator: String?
    package var scale: Rational?
    package var window: String
    package var fromYear: Int?
    package var toYear: Int?
    package var aggregation: String?
    package var cycle: String?
    package var comparator: String
    package var value: Rational?
    package var relation = "absolute"
    package var baselineYear: Int?
    package var deadline: CalendarDate?
    package var model = "none"
    package var modelReason: Localized?
    package var isInferred = false
    package var author: String?
    package var note: Localized?

    package init(reading: String, formula: String, window: String, comparator: String) {
        self.reading = reading
        self.formula = formula
        self.window = window
        self.comparator = comparator
    }
}

extension Reading {
    /// Makes a reading from the columns of a target; `planYears` serve windows that name no years of their own.
    ///
    /// - Throws: `Fault` that names the column which is missing or does not fit the others.
    package init(_ columns: TargetColumns, planYears: ClosedRange<Int>) throws(Fault) {
        let planEnd = CalendarDate(year: planYears.upperBound, month: 12, day: 31)
        guard let deadline = columns.deadline ?? planEnd else { throw columns.missing("deadline") }
        let window = try columns.makeWindow(planYears: planYears, deadline: deadline)
        self.init(
            id: columns.reading, isChosen: columns.isChosen, label: columns.label, formula: try columns.makeFormula(), window: window,
            bound: try columns.makeBound(window), model: try columns.makeModel(), deadline: deadline,
            isInferred: columns.isInferred, author: columns.author, note: columns.note)
    }
}

extension TargetColumns {
    fileprivate func missing(_ field: String) -> Fault {
        Fault(Localized("读法 \(reading) 缺少 \(field)", "reading \(reading) lacks \(field)"), at: .init(field: field))
    }

    fileprivate func unknown(_ field: String, _ text: String) -> Fault {
        Fault(Localized("\(field) 没有“\(text)”这个代码", "\(field) has no code \"\(text)\""), at: .init(field: field))
    }

    private func required<Value>(_ value: Value?, _ field: String) throws(Fault) -> Value {
        guard let value else { throw missing(field) }
        return value
    }

    fileprivate func makeFormula() throws(Fault) -> TargetFormula {
        switch formula {
        case "measure": return .measure(try required(numerator, "numerator"))
        case "reported": return .reported(try required(numerator, "numerator"))
        case "trend": return .trend(try required(numerator, "numerator"))
        case "all_of": return .allOf
        case "milestone": return .milestone
        case "ratio":
            let scale = scale ?? .one
            guard scale > .zero else { throw Fault(Localized("scale 须大于零", "scale must be above zero"), at: .init(field: "scale")) }
            return .ratio(
                numerator: try required(numerator, "numerator"), denominator: try required(denominator, "denominator"), scale: scale)
        default: throw unknown("formula", formula)
        }
    }

    fileprivate func makeWindow(planYears: ClosedRange<Int>, deadline: CalendarDate) throws(Fault) -> TargetWindow {
        switch window {
        case "year": return .year(deadline.year)
        case "at": return .at(deadline)
        case "span": return .span(try years())
        case "mean":
            let code = aggregation ?? Aggregation.ratioOfSums.rawValue
            guard let aggregation = Aggregation(rawValue: code) else { throw unknown("aggregation", code) }
            return .mean(try years(), aggregation)
        case "each":
            let code = try required(cycle, "cycle")
            guard let cycle = Cycle(rawValue: code) else { throw unknown("cycle", code) }
            let first = fromYear ?? planYears.lowerBound
            let last = toYear ?? deadline.year
            guard first <= last else { throw missing("to_year") }
            return .each(cycle, first...last)
        default: throw unknown("window", window)
        }
    }

    private func years() throws(Fault) -> ClosedRange<Int> {
        let first = try required(fromYear, "from_year")
        let last = try required(toYear, "to_year")
        guard first <= last, first >= 1, last <= 9998 else {
            throw Fault(Localized("to_year 早于 from_year", "to_year is before from_year"), at: .init(field: "to_year"))
        }
        return first...last
    }

    fileprivate func makeBound(_ window: TargetWindow) throws(Fault) -> Bound {
        guard let comparator = Comparator(rawValue: comparator) else { throw unknown("comparator", comparator) }
        if comparator == .none || formula == "trend" || formula == "all_of" || formula == "milestone" {
            return Bound(comparator, value.map { .absolute($0) })
        }
        let value = try required(value, "value")
        switch relation {
        case "absolute": return Bound(comparator, .absolute(value))
        case "of_baseline":
            let year = try required(baselineYear, "baseline_year")
            // A total of several years is compared with a total of as many.
            let length = window.period.years.count
            return Bound(comparator, .ofBaseline(factor: value, period: .years(year, year + length - 1)))
        default: throw unknown("relation", relation)
        }
    }

    fileprivate func makeModel() throws(Fault) -> ProbabilityModel {
        let reason = modelReason ?? Localized("没有可用的随机模型", "no stochastic model fits")
        switch model {
        case "gamma_poisson": return .gammaPoisson
        case "heavy_tailed": return .heavyTailed(reason)
        case "none": return .none(reason)
        default: throw unknown("model", model)
        }
    }
}

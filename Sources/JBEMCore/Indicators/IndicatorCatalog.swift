/// The indicators of a plan, with their family and aliases resolved.
package struct IndicatorCatalog: Sendable {
    /// In plan order.
    package let indicators: [Indicator]
    private let byID: [String: Indicator]
    private let childrenOf: [String: [Indicator]]

    package init(_ indicators: [Indicator]) {
        self.indicators = indicators
        byID = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        childrenOf = Dictionary(grouping: indicators.filter { $0.parent != nil }, by: { $0.parent ?? "" })
    }

    package subscript(id: String) -> Indicator? { byID[id] }

    /// The indicators that have no parent, in plan order.
    package var roots: [Indicator] { indicators.filter { $0.parent == nil } }

    package func children(of id: String) -> [Indicator] { childrenOf[id] ?? [] }

    /// The indicator that an alias stands for, or the indicator itself; `nil` if the id or the alias leads nowhere.
    package func resolved(_ id: String) -> Indicator? {
        var seen: Set<String> = []
        var current = byID[id]
        while let indicator = current, let target = indicator.aliasOf {
            guard seen.insert(indicator.id).inserted else { return nil }
            current = byID[target]
        }
        return current
    }

    /// The measures that any reading asks for.
    package var measures: Set<String> { measures(of: indicators) }

    /// The measures that the readings of some indicators, of their parts and of what they stand for ask for: what a store has to supply.
    package func measures(of indicators: [Indicator]) -> Set<String> {
        var seen: Set<String> = []
        var codes: Set<String> = []
        var rest = indicators
        while let indicator = rest.popLast() {
            guard seen.insert(indicator.id).inserted else { continue }
            rest += children(of: indicator.id)
            if let target = resolved(indicator.id) { rest.append(target) }
            for reading in indicator.readings {
                codes.formUnion([reading.formula.numerator, reading.formula.denominator].compactMap(\.self))
            }
        }
        return codes
    }

    /// The periods of a measure that any reading looks at on `day`: ended years and the running one up to the day, the ended cycles of
    /// its windows, and the day itself.
    package func periods(of measure: String, on day: CalendarDate, years: ClosedRange<Int>) -> Set<DatePeriod> {
        var periods = Set(years.filter { $0 < day.year }.map { DatePeriod.year($0) })
        periods.formUnion([DatePeriod(DatePeriod.year(day.year).first, day), DatePeriod(day, day)])
        for reading in indicators.flatMap(\.readings) where reading.formula.numerator == measure {
            switch reading.window {
            case .each(let cycle, let years): periods.formUnion(cycle.periods(in: .years(years.lowerBound, years.upperBound)))
            case .at(let date): periods.insert(DatePeriod(min(date, day), min(date, day)))
            case .year, .span, .mean: break
            }
        }
        return periods.filter { $0.last <= day }
    }

    /// The years of which records can matter on `day`: windows, baselines and the five years before.
    package func recordYears(on day: CalendarDate) -> ClosedRange<Int> {
        var first = day.year - 5
        for reading in indicators.flatMap(\.readings) {
            switch reading.window {
            case .span(let years), .mean(let years, _), .each(_, let years): first = min(first, years.lowerBound)
            case .year, .at: break
            }
            if let baseline = reading.baselinePeriod { first = min(first, baseline.first.year) }
        }
        return min(first, day.year)...day.year
    }
}

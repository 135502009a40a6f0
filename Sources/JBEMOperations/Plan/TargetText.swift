package import JBEMCore

/// Targets in words and signs.
package enum TargetText {
    /// `≤ 18.2`, `< 0.018`, `≤ 0.91 × 2020`, or a dash where the text sets no threshold.
    package static func target(_ indicator: Indicator) -> Localized {
        guard let reading = indicator.chosen else { return Localized(verbatim: indicator.aliasOf.map { "= \($0)" } ?? "—") }
        return target(reading)
    }

    package static func target(_ reading: Reading) -> Localized {
        switch reading.formula {
        case .allOf: return Localized("各分项全部达到", "all parts met")
        case .milestone: return Localized("全部完成", "all steps done")
        case .trend: return Localized("逐年下降", "falling yearly")
        case .measure, .ratio, .reported: break
        }
        guard let limit = reading.bound.limit else { return Localized("未设门槛", "no threshold") }
        switch limit {
        case .absolute(let value): return Localized(verbatim: "\(reading.bound.comparator.symbol) \(value.shortest(maxPlaces: 6))")
        case .ofBaseline(let factor, let period):
            return Localized(verbatim: "\(reading.bound.comparator.symbol) \(factor.shortest(maxPlaces: 6)) × \(period)")
        }
    }

    /// The days that decide, in words.
    package static func window(_ reading: Reading) -> Localized {
        switch reading.window {
        case .year(let year): Localized("\(year)年", "\(year)")
        case .span(let years): Localized("\(years.lowerBound)—\(years.upperBound)年累计", "\(years.lowerBound)–\(years.upperBound) together")
        case .mean(let years, .ratioOfSums):
            Localized("\(years.lowerBound)—\(years.upperBound)年年均（总和之比）", "\(years.lowerBound)–\(years.upperBound) mean (ratio of sums)")
        case .mean(let years, .meanOfRatios):
            Localized(
                "\(years.lowerBound)—\(years.upperBound)年年均（各年比值的平均）", "\(years.lowerBound)–\(years.upperBound) mean (of yearly ratios)")
        case .at(let date): Localized("\(date)", "\(date)")
        case .each(let cycle, let years):
            Localized(
                "\(years.lowerBound)—\(years.upperBound)年\(TargetText.each(cycle).zh)",
                "\(TargetText.each(cycle).en) \(years.lowerBound)–\(years.upperBound)")
        }
    }

    private static func each(_ cycle: Cycle) -> Localized {
        switch cycle {
        case .year: Localized("每年", "every year of")
        case .month: Localized("每月", "every month of")
        case .week: Localized("每周", "every week of")
        case .day: Localized("每日", "every day of")
        }
    }
}

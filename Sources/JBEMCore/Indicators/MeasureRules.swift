/// How the values of a measure combine over time.
///
/// The code list `measure` gives it in its column `number`, so that a plan can bring measures of its own.
package enum MeasureKind: Int64, Sendable, CaseIterable {
    /// Whole things that happen; adds up, never negative.
    case count = 1
    /// An amount that adds up and is never negative (loss, product).
    case amount = 2
    /// A state or rate: a year's value is its own and never the sum of its months.
    case level = 3

    package var isAdditive: Bool { self != .level }
}

/// What is known of measures apart from any number, where the data do not say otherwise.
package enum MeasureRules {
    /// The kind of the measures that the program computes itself; everything else is a level.
    package static func kind(of measure: String) -> MeasureKind {
        if measure == "disaster.direct_loss" || measure.hasPrefix("economy.gdp") { return .amount }
        let counts = ["disaster.", "accident.deaths", "accident.count.", "forest.fire_"]
        return counts.contains { measure.hasPrefix($0) } ? .count : .level
    }

    /// The measures that count everything this one counts and more: zero there proves zero here.
    package static func widerClasses(of measure: String) -> [String] {
        if measure.hasPrefix("accident.deaths.") { return ["accident.deaths"] }
        switch measure {
        case "accident.count.larger": return ["accident.count.larger_or_above"]
        case "accident.count.major", "accident.count.extraordinary":
            return ["accident.count.major_or_above", "accident.count.larger_or_above"]
        case "accident.count.major_or_above": return ["accident.count.larger_or_above"]
        // No fatal accident means nobody died, and the other way round.
        case "accident.deaths": return ["accident.count.fatal"]
        case "accident.count.fatal": return ["accident.deaths"]
        case "disaster.deaths", "disaster.missing": return ["disaster.deaths_missing"]
        case "forest.fire_out_24h": return ["forest.fire_count"]
        default: return []
        }
    }
}

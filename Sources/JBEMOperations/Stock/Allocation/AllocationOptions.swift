package import JBEMCore

/// How ways are measured and what may be used for an allocation.
package struct AllocationOptions: Sendable {
    package enum Basis: String, Sendable, CaseIterable {
        case distance, time
    }

    package var basis = Basis.distance
    /// The longest way, metres or seconds as ``basis`` says.
    package var limit: Int64?
    /// Whether what norms protect may be touched.
    package var usesFloors = false
    /// How much longer roads are than the great circle.
    package var detour = 1.3
    /// km/h on the road, where no time was entered.
    package var speed = 40.0
    /// Codes or names of the only places to send from.
    package var sources: [String] = []
    /// Of these items only.
    package var items: [String] = []
    package var asOf: CalendarDate?

    package init() {}

    /// Reads a limit as people write it: `30km`, `90min`.
    ///
    /// - Throws: `.usage` for anything else, and for a unit that is not that of the basis.
    package func limit(_ text: String) throws -> Int64 {
        let unit = basis == .distance ? "km" : "min"
        let number = text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : nil
        guard let value = number.flatMap({ Rational($0) }), value > Rational(0), value < Rational(1_000_000),
            let thousandths = (value * Rational(1000)).int
        else {
            throw Failure(
                .usage, Localized("--within 写作 30\(unit)，而非 “\(text)”", "--within is written 30\(unit), not \"\(text)\""),
                hints: [Localized("按路程用 km；--by time 用 min", "by distance in km; with --by time in min")])
        }
        return basis == .distance ? Int64(thousandths) : Int64(thousandths) * 60 / 1000
    }
}

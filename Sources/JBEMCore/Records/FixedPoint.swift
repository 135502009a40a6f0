/// Decimal text of integers that are scaled by a power of ten.
package enum FixedPoint {
    /// The shortest exact decimal text of `value` / 10^`scale`: no trailing zeros.
    package static func text(_ value: Int64, scale: Int) -> String {
        guard scale > 0 else { return String(value) }
        var digits = String(value.magnitude)
        if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
        let whole = digits.prefix(digits.utf8.count - scale)
        var fraction = digits.suffix(scale)
        while fraction.last == "0" { fraction.removeLast() }
        let sign = value < 0 ? "-" : ""
        return fraction.isEmpty ? sign + whole : "\(sign)\(whole).\(fraction)"
    }
}

extension FieldKind {
    /// Decimal places between the stored integer and the shown number.
    package var decimalPlaces: Int {
        switch self {
        case .decimal(let scale, _): scale
        case .money(let display): display.places
        default: 0
        }
    }
}

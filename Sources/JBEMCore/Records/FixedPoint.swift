/// Decimal text of integers that are scaled by a power of ten.
package enum FixedPoint {
    /// The shortest exact decimal text of `value` / 10^`scale`: no trailing zeros.
    package static func text(_ value: Int64, scale: Int) -> String {
        guard scale > 0 else { return String(value) }
        var digits = Array(String(value.magnitude).utf8)
        if digits.count <= scale { digits.insert(contentsOf: repeatElement(0x30, count: scale + 1 - digits.count), at: 0) }
        digits.insert(0x2E, at: digits.count - scale)
        while digits.last == 0x30 { digits.removeLast() }
        if digits.last == 0x2E { digits.removeLast() }
        if value < 0 { digits.insert(0x2D, at: 0) }
        return String(decoding: digits, as: UTF8.self)
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

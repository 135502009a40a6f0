internal import Glibc

/// Writes floating-point numbers with a decimal point, whatever the locale of the process says.
package enum RealText {
    /// Returns `value` rounded to `digits` (1…17) significant digits without zeros at its end; nil for infinities and NaN.
    ///
    /// Magnitudes from 10⁻⁶ up to 10¹⁵ are written in full (`1234570`, `0.05`), others with an exponent (`1.5e20`). The result is a number
    /// by the grammar of JSON; there is no negative zero.
    package static func significant(_ value: Double, digits: Int = 6) -> String? {
        guard value.isFinite else {
            return nil
        }
        let raw = formatted("%.*e", min(max(digits, 1), 17) - 1, value)
        let parts = raw.split(separator: "e")
        var mantissa = parts[0].filter { $0.isASCII && $0.isNumber }
        while mantissa.count > 1, mantissa.last == "0" {
            mantissa.removeLast()
        }
        if mantissa == "0" {
            return "0"
        }
        return (value < 0 ? "-" : "") + placed(Array(mantissa), exponent: Int(parts[1]) ?? 0)
    }

    /// Returns `value` rounded to `decimals` (0…17) digits after the point, all of them shown; nil for infinities and NaN.
    ///
    /// What rounds to zero has no sign.
    package static func fixed(_ value: Double, decimals: Int) -> String? {
        guard value.isFinite else {
            return nil
        }
        let places = min(max(decimals, 0), 17)
        let digits = formatted("%.*f", places, value).filter { $0.isASCII && $0.isNumber }
        let sign = value < 0 && digits.contains { $0 != "0" } ? "-" : ""
        return places == 0 ? sign + digits : sign + digits.dropLast(places) + "." + digits.suffix(places)
    }

    /// Puts the point into the significant digits of a number whose first digit counts 10^`exponent`.
    private static func placed(_ digits: [Character], exponent: Int) -> String {
        switch exponent {
        case 0..<15:
            let whole = digits.prefix(exponent + 1)
            let zeros = String(repeating: "0", count: exponent + 1 - whole.count)
            let fraction = digits.dropFirst(exponent + 1)
            return String(whole) + zeros + (fraction.isEmpty ? "" : "." + String(fraction))
        case -6..<0:
            return "0." + String(repeating: "0", count: -exponent - 1) + String(digits)
        default:
            let fraction = digits.count > 1 ? "." + String(digits[1...]) : ""
            return String(digits[0]) + fraction + "e" + String(exponent)
        }
    }

    /// Returns what C's printf makes of a precision and a value: at most 17 digits after the point and 309 before it.
    private static func formatted(_ format: String, _ precision: Int, _ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 352)
        let length = withVaList([CInt(precision), value]) { arguments in
            vsnprintf(&buffer, buffer.count, format, arguments)
        }
        return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A decimal number exactly as written.
struct DecimalLiteral: Sendable, Hashable {
    enum Scaled: Sendable, Hashable {
        case value(Int64)
        /// Digits other than zero would be lost.
        case inexact
        case overflow
    }

    private var isNegative = false
    /// The digits as ASCII without sign, commas and point, most significant first.
    private var digits: [UInt8] = []
    /// The value is `digits` × 10^`exponent`.
    private var exponent = 0
    /// Tells whether 万 or 亿 multiplied the number.
    private(set) var isMultiplied = false

    /// Makes a number from ASCII: a sign, digits with or without commas every three, a fraction; `nil` for anything else.
    init?(_ text: String) {
        var bytes = text.utf8[...]
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        digits.reserveCapacity(bytes.count)
        var (wholeDigits, sinceComma, hasComma, hasPoint) = (0, 0, false, false)
        for byte in bytes {
            switch byte {
            case 48...57:
                digits.append(byte)
                if hasPoint { exponent -= 1 } else { (wholeDigits, sinceComma) = (wholeDigits + 1, sinceComma + 1) }
            case UInt8(ascii: ","):
                guard !hasPoint, hasComma ? sinceComma == 3 : (1...3).contains(wholeDigits) else { return nil }
                (hasComma, sinceComma) = (true, 0)
            case UInt8(ascii: "."):
                guard !hasPoint else { return nil }
                hasPoint = true
            default: return nil
            }
        }
        guard !digits.isEmpty, !hasComma || sinceComma == 3, !hasPoint || exponent < 0 else { return nil }
    }

    /// Makes a number that may end in 万 (10⁴), 亿 (10⁸) or 万亿 (10¹²).
    init?(multiplied text: String) {
        guard let last = text.utf8.last, last >= 0x80 else {
            self.init(text)
            return
        }
        let multipliers = [("万亿", 12), ("亿", 8), ("万", 4)]
        guard let (suffix, power) = multipliers.first(where: { text.hasSuffix($0.0) }) else { return nil }
        self.init(ValueText.trimmed(String(text.dropLast(suffix.count))))
        exponent += power
        isMultiplied = true
    }

    /// Returns the number times 10^`power` as an integer.
    func scaled(by power: Int) -> Scaled {
        let shift = exponent + power
        let kept = max(0, digits.count - max(0, -shift))
        for digit in digits[kept...] where digit != 48 { return .inexact }
        var value: Int64 = 0
        for digit in digits[..<kept] { guard append(Int64(digit) - 48, to: &value) else { return .overflow } }
        guard value != 0, shift > 0 else { return .value(value) }
        for _ in 0..<shift { guard append(0, to: &value) else { return .overflow } }
        return .value(value)
    }

    private func append(_ digit: Int64, to value: inout Int64) -> Bool {
        let (product, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = product.addingReportingOverflow(isNegative ? -digit : digit)
        value = sum
        return !first && !second
    }
}

import BigInt

extension Rational {
    /// Makes a value from plain decimal text such as `-37.5`, exactly; `nil` for anything else (no exponent, no blanks, no separators).
    package init?(_ text: some StringProtocol) {
        var digits = Array(text.utf8)
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : []
        let all = parts[0] + fraction
        guard let magnitude = BigInt(String(decoding: all, as: UTF8.self)) else { return nil }
        self.init(reducing: isNegative ? -magnitude : magnitude, over: BigInt(10).power(fraction.count))
    }

    /// Decimal text with exactly `places` decimals, rounded half to even.
    package func decimal(places: Int) -> String {
        precondition(places >= 0, "places are not negative")
        let scaled = numerator.magnitude * BigUInt(10).power(places)
        let (whole, remainder) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
        var quotient = whole
        let twice = remainder * 2
        if twice > denominator.magnitude || (twice == denominator.magnitude && !(quotient % 2).isZero) { quotient += 1 }
        var digits = String(quotient)
        if digits.utf8.count <= places { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
        let sign = isNegative && !quotient.isZero ? "-" : ""
        guard places > 0 else { return sign + digits }
        return "\(sign)\(digits.dropLast(places)).\(digits.suffix(places))"
    }

    /// Decimal text rounded half to even at `maxPlaces`, without trailing zeros.
    package func shortest(maxPlaces: Int) -> String {
        var text = decimal(places: maxPlaces)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : text
    }
}

extension Rational: CustomStringConvertible {
    /// Exact decimal text if the fraction ends within 12 places, otherwise `numerator/denominator`.
    package var description: String {
        let scaled = self * Rational(reducing: BigInt(10).power(12), over: 1)
        return scaled.isWhole ? shortest(maxPlaces: 12) : "\(numerator)/\(denominator)"
    }
}

extension Rational {
    /// Makes the decimal nearest to a finite `value` below 10^9 in size, at `places` ≤ 9 decimals: for print only.
    package init(rounding value: Double, places: Int) {
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        self.init(scaled: Int64((value * factor).rounded(.toNearestOrEven)), places: places)
    }
}

import BigInt

/// An exact fraction of two whole numbers of any size, always reduced and with a positive denominator.
///
/// Bounds and indicator values are compared as rationals, so that 0.018 is exactly 0.018 and no verdict hangs on a rounding error.
package struct Rational: Sendable, Hashable {
    let numerator: BigInt
    let denominator: BigInt

    init(reducing numerator: BigInt, over denominator: BigInt) {
        precondition(!denominator.isZero, "a fraction has no zero denominator")
        // Most are counts.
        guard denominator != 1 else {
            (self.numerator, self.denominator) = (numerator, denominator)
            return
        }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// Makes a whole number.
    package init(_ value: some BinaryInteger) {
        numerator = BigInt(value)
        denominator = 1
    }

    /// Makes `numerator / denominator`.
    ///
    /// - Precondition: `denominator` is not zero.
    package init(_ numerator: some BinaryInteger, over denominator: some BinaryInteger) {
        self.init(reducing: BigInt(numerator), over: BigInt(denominator))
    }

    /// Makes `value / 10^places`, the way the store keeps decimals.
    package init(scaled value: Int64, places: Int) {
        precondition(places >= 0, "places are not negative")
        self.init(reducing: BigInt(value), over: BigInt(10).power(places))
    }

    package static let zero = Rational(0)
    package static let one = Rational(1)

    package var isZero: Bool { numerator.isZero }
    package var isNegative: Bool { numerator.sign == .minus }
    package var isWhole: Bool { denominator == 1 }

    /// The nearest floating-point number, for statistics and print only.
    package var double: Double {
        let bits = max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
        guard bits > 1000 else { return Double(numerator) / Double(denominator) }
        // Both sides lose the same number of low bits, which is far below the precision of a Double.
        let shift = bits - 1000
        return Double(numerator >> shift) / Double(denominator >> shift)
    }

    /// The greatest whole number not above the value.
    package var floor: Rational { Rational(wholeNotAbove) }

    /// The smallest whole number not below the value.
    package var ceiling: Rational { -((-self).floor) }

    /// The value as `Int`, if it is whole and fits.
    package var int: Int? { isWhole ? Int(exactly: numerator) : nil }

    private var wholeNotAbove: BigInt {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder.sign == .minus && !remainder.isZero ? quotient - 1 : quotient
    }
}

extension Rational: Comparable {
    package static func < (left: Rational, right: Rational) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Rational {
    package static func + (left: Rational, right: Rational) -> Rational {
        guard left.denominator != right.denominator else {
            return Rational(reducing: left.numerator + right.numerator, over: left.denominator)
        }
        return Rational(
            reducing: left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    package static func - (left: Rational, right: Rational) -> Rational { left + (-right) }

    package static func * (left: Rational, right: Rational) -> Rational {
        Rational(reducing: left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// Divides exactly.
    ///
    /// - Precondition: `right` is not zero.
    package static func / (left: Rational, right: Rational) -> Rational {
        Rational(reducing: left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    package static prefix func - (value: Rational) -> Rational {
        Rational(reducing: -value.numerator, over: value.denominator)
    }

    package static func += (left: inout Rational, right: Rational) { left = left + right }
}

extension Sequence where Element == Rational {
    /// The exact sum; zero of nothing.
    package func total() -> Rational { reduce(.zero, +) }
}

import Glibc

/// The regularised incomplete beta function.
package enum IncompleteBeta {
    /// I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1; about 13 digits.
    ///
    /// ## Source
    /// DLMF 8.17.22 (continued fraction, evaluated by Lentz's method) and 8.17.4 (I_x(a, b) = 1 − I_{1−x}(b, a)).
    package static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let logFront = minusLogBeta(a, b) + a * log(x) + b * log1p(-x)
        return x < (a + 1) / (a + b + 2)
            ? exp(logFront) * fraction(x, a, b) / a : 1 - exp(logFront) * fraction(1 - x, b, a) / b
    }

    /// −ln B(a, b).
    private static func minusLogBeta(_ a: Double, _ b: Double) -> Double {
        IncompleteGamma.logGamma(a + b) - IncompleteGamma.logGamma(a) - IncompleteGamma.logGamma(b)
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
        var h = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonZero(1 + even * d, tiny)
            c = nonZero(1 + even / c, tiny)
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonZero(1 + odd * d, tiny)
            c = nonZero(1 + odd / c, tiny)
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 1e-16 { break }
        }
        return h
    }

    private static func nonZero(_ value: Double, _ tiny: Double) -> Double { abs(value) < tiny ? tiny : value }
}

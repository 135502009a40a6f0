import Glibc

/// The regularised incomplete gamma function and the quantile of the gamma distribution.
package enum IncompleteGamma {
    /// ln Γ(x) for x > 0, without the global sign variable of `lgamma`.
    package static func logGamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }

    /// P(a, x): the probability that a gamma variable of shape `a` > 0 and rate 1 is at most `x` ≥ 0; about 13 digits.
    ///
    /// ## Source
    /// DLMF 8.11.4 (series) and 8.9.2 (continued fraction, evaluated by Lentz's method).
    package static func lower(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x.isFinite else { return 1 }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
    }

    /// Q(a, x) = 1 − P(a, x), accurate in the upper tail too.
    package static func upper(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x.isFinite else { return 0 }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
    }

    /// The `x` with P(a, x) = `probability`, found by bisection to the last digits; probability in 0…1.
    package static func quantile(_ probability: Double, shape a: Double) -> Double {
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return .infinity }
        var low = 0.0
        var high = max(1, a)
        while lower(a, high) < probability { high *= 2 }
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if lower(a, middle) < probability { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    private static func front(_ a: Double, _ x: Double) -> Double {
        exp(a * log(x) - x - logGamma(a))
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        var n = a
        repeat {
            n += 1
            term *= x / n
            sum += term
        } while abs(term) > abs(sum) * 1e-17
        return sum * front(a, x)
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var h = d
        for i in 1...10_000 {
            let an = -Double(i) * (Double(i) - a)
            b += 2
            d = an * d + b
            if abs(d) < tiny { d = tiny }
            c = b + an / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 1e-16 { break }
        }
        return h * front(a, x)
    }
}

import Glibc

/// The Poisson distribution of a count with mean `mean` ≥ 0.
package enum Poisson {
    /// P(X = k); 0 for negative k.
    package static func pmf(_ k: Int, mean: Double) -> Double {
        guard k >= 0 else { return 0 }
        guard mean > 0 else { return k == 0 ? 1 : 0 }
        return exp(Double(k) * log(mean) - mean - IncompleteGamma.logGamma(Double(k) + 1))
    }

    /// P(X ≤ k); 0 for negative k.
    package static func cdf(_ k: Int, mean: Double) -> Double {
        k < 0 ? 0 : IncompleteGamma.upper(Double(k) + 1, mean)
    }
}

/// A two-sided confidence interval; `upper` may be infinite.
package struct ConfidenceInterval: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The interval of the quantity multiplied by `factor` ≥ 0.
    package func scaled(by factor: Double) -> ConfidenceInterval {
        ConfidenceInterval(lower: lower * factor, upper: upper * factor)
    }
}

extension Poisson {
    /// Garwood's exact interval for the mean behind a count `k` ≥ 0, at `level` such as 0.95.
    ///
    /// ## Source
    /// Garwood, Biometrika 28 (1936): lower χ²(α/2; 2k)/2 (0 if k = 0), upper χ²(1 − α/2; 2k + 2)/2.
    package static func garwood(_ k: Int, level: Double = 0.95) -> ConfidenceInterval {
        let alpha = 1 - level
        let lower = k <= 0 ? 0 : ChiSquare.quantile(alpha / 2, degrees: 2 * Double(k)) / 2
        return ConfidenceInterval(lower: lower, upper: ChiSquare.quantile(1 - alpha / 2, degrees: 2 * Double(k) + 2) / 2)
    }

    /// The one-sided upper limit for the mean behind `k` events, the "rule of three" for k = 0.
    package static func upperLimit(_ k: Int, level: Double = 0.95) -> Double {
        ChiSquare.quantile(level, degrees: 2 * Double(k) + 2) / 2
    }

    /// Garwood's interval of a rate: the count's interval divided by `exposure` > 0.
    package static func rateInterval(_ k: Int, exposure: Double, level: Double = 0.95) -> ConfidenceInterval {
        garwood(k, level: level).scaled(by: 1 / exposure)
    }
}

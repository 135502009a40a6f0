import Glibc

/// Exact comparison of two counts.
package enum BinomialTest {
    /// Two-sided p of "both counts have the same rate": X₂ given X₁ + X₂ is binomial with t₂ / (t₁ + t₂).
    ///
    /// Sums the probability of every split that is no more likely than the observed one. Exposures are in the same unit and > 0.
    ///
    /// ## Source
    /// Przyborowski and Wilenski, Biometrika 31 (1940).
    package static func twoCounts(_ first: Int, _ second: Int, exposures: (Double, Double) = (1, 1)) -> Double {
        let total = first + second
        guard total > 0 else { return 1 }
        let share = exposures.1 / (exposures.0 + exposures.1)
        let observed = pmf(second, of: total, probability: share)
        // Equal probabilities computed on two ways differ in the last digits; the factor keeps them together.
        let limit = observed * (1 + 1e-7)
        let sum = (0...total).reduce(0.0) { sum, k in
            let probability = pmf(k, of: total, probability: share)
            return probability <= limit ? sum + probability : sum
        }
        return min(1, sum)
    }

    /// P(X = k) of a binomial variable; probability strictly between 0 and 1.
    static func pmf(_ k: Int, of n: Int, probability: Double) -> Double {
        let choose =
            IncompleteGamma.logGamma(Double(n) + 1) - IncompleteGamma.logGamma(Double(k) + 1)
            - IncompleteGamma.logGamma(Double(n - k) + 1)
        return exp(choose + Double(k) * log(probability) + Double(n - k) * log1p(-probability))
    }
}

/// What is known of a yearly rate of rare events after some years of watching.
///
/// ## Source
/// Jeffreys prior of a Poisson mean, Gamma(½, 0); `count` events in `exposure` years give Gamma(½ + count, exposure), and the count of
/// the next `horizon` years is negative binomial with p = exposure / (exposure + horizon).
package struct GammaPoisson: Sendable, Hashable {
    package let count: Int
    /// Years watched, > 0.
    package let exposure: Double

    package init(count: Int, exposure: Double) {
        self.count = count
        self.exposure = exposure
    }

    /// Shape of the posterior.
    package var shape: Double { 0.5 + Double(count) }

    /// The distribution of the count in the next `horizon` ≥ 0 years.
    package func predictive(horizon: Double) -> NegativeBinomial {
        NegativeBinomial(size: shape, probability: exposure / (exposure + horizon))
    }

    /// P(at most `allowed` events in the next `horizon` years, given that `known` of them have happened already).
    package func probability(atMost allowed: Int, horizon: Double, known: Int = 0) -> Double {
        guard allowed >= known else { return 0 }
        guard horizon > 0 else { return 1 }
        return predictive(horizon: horizon).cdf(allowed, knownAtLeast: known)
    }
}

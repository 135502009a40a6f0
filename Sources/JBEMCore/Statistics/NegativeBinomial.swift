/// The negative binomial distribution of a count: a Poisson count whose mean is gamma distributed.
package struct NegativeBinomial: Sendable, Hashable {
    /// Shape κ > 0 of the gamma distribution; the smaller, the wider the counts spread.
    package let size: Double
    /// κ / (κ + μ), in 0…1.
    package let probability: Double

    package init(size: Double, probability: Double) {
        self.size = size
        self.probability = probability
    }

    /// Makes the distribution with mean μ and variance μ + μ²/`size`.
    package init(mean: Double, size: Double) {
        self.init(size: size, probability: size / (size + mean))
    }

    package var mean: Double { size * (1 - probability) / probability }
    package var variance: Double { mean / probability }

    /// P(X ≤ k); 0 for negative k.
    package func cdf(_ k: Int) -> Double {
        k < 0 ? 0 : IncompleteBeta.regularised(probability, size, Double(k) + 1)
    }

    /// P(X ≤ k given X ≥ `floor`): what is left once `floor` events are known to have happened already.
    package func cdf(_ k: Int, knownAtLeast floor: Int) -> Double {
        guard k >= floor else { return 0 }
        guard floor > 0 else { return cdf(k) }
        let below = cdf(floor - 1)
        // Known events that the model deems all but impossible leave no digits to divide by: nothing is promised then.
        guard 1 - below > 1e-12 else { return 0 }
        return (cdf(k) - below) / (1 - below)
    }

    /// The smallest k with P(X ≤ k) ≥ `level`; level in 0..<1.
    package func quantile(_ level: Double) -> Int {
        var high = max(1, Int(mean))
        while cdf(high) < level { high *= 2 }
        var low = -1
        while high - low > 1 {
            let middle = (low + high) / 2
            if cdf(middle) < level { low = middle } else { high = middle }
        }
        return high
    }
}

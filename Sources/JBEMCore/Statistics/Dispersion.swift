/// How far yearly counts spread beyond what a Poisson process with one rate allows.
package struct Dispersion: Sendable, Hashable {
    package let mean: Double
    /// Sample variance, on n − 1.
    package let variance: Double
    /// Pearson's Σ(y − ȳ)²/ȳ.
    package let statistic: Double
    /// n − 1.
    package let degrees: Int
    /// P(χ² ≥ statistic).
    package let p: Double

    /// Makes the check, or `nil` for fewer than two counts or a zero mean.
    ///
    /// ## Source
    /// Fisher's index of dispersion, Statistical Methods for Research Workers (1925), §16.
    package init?(_ counts: [Int]) {
        guard counts.count >= 2 else { return nil }
        let mean = Double(counts.reduce(0, +)) / Double(counts.count)
        guard mean > 0 else { return nil }
        let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        self.mean = mean
        degrees = counts.count - 1
        variance = squares / Double(degrees)
        statistic = squares / mean
        p = ChiSquare.upperTail(statistic, degrees: Double(degrees))
    }

    /// Variance over mean; 1 for Poisson counts.
    package var ratio: Double { variance / mean }

    /// Whether the counts are too uneven for a Poisson model: ratio above 1 and p below 0.05.
    package var isOverdispersed: Bool { ratio > 1 && p < 0.05 }
}

import Glibc

/// A log-linear trend of yearly counts: E(yᵢ) = exp(intercept + slope·i), i = 0, 1, 2, …
///
/// ## Source
/// Nelder and Wedderburn, J. R. Statist. Soc. A 135 (1972): iteratively reweighted least squares with the log link.
package struct PoissonTrend: Sendable, Hashable {
    package let intercept: Double
    package let slope: Double
    package let interceptError: Double
    package let slopeError: Double
    package let deviance: Double
    package let fitted: [Double]

    /// Fits `counts`, or gives `nil` for fewer than three counts, no events at all, or counts whose trend has no finite fit.
    package init?(_ counts: [Int]) {
        guard counts.count >= 3, counts.contains(where: { $0 > 0 }) else { return nil }
        var means = counts.map { Double($0) + 0.5 }
        var previous = Double.infinity
        for _ in 0..<60 {
            guard let fit = PoissonTrend.weightedLine(counts, means) else { return nil }
            means = counts.indices.map { exp(fit.intercept + fit.slope * Double($0)) }
            let deviance = PoissonTrend.deviance(counts, means)
            if abs(deviance - previous) < 1e-12 * (abs(deviance) + 0.1) {
                guard let last = PoissonTrend.weightedLine(counts, means), last.slopeVariance < 1e6 else { return nil }
                (intercept, slope) = (last.intercept, last.slope)
                interceptError = last.interceptVariance.squareRoot()
                slopeError = last.slopeVariance.squareRoot()
                fitted = counts.indices.map { exp(last.intercept + last.slope * Double($0)) }
                self.deviance = PoissonTrend.deviance(counts, fitted)
                return
            }
            previous = deviance
        }
        return nil
    }

    /// The yearly factor exp(slope).
    package var factor: Double { exp(slope) }

    /// The expected counts of the next `years` years.
    package func next(_ years: Int) -> [Double] {
        (0..<years).map { exp(intercept + slope * Double(fitted.count + $0)) }
    }

    private struct Line {
        var intercept: Double
        var slope: Double
        var interceptVariance: Double
        var slopeVariance: Double
    }

    private static func weightedLine(_ counts: [Int], _ means: [Double]) -> Line? {
        var (w, wx, wxx, wz, wxz) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (i, mean) in means.enumerated() {
            let x = Double(i)
            let z = log(mean) + (Double(counts[i]) - mean) / mean
            w += mean
            wx += mean * x
            wxx += mean * x * x
            wz += mean * z
            wxz += mean * x * z
        }
        let determinant = w * wxx - wx * wx
        guard determinant > 0, determinant.isFinite else { return nil }
        return Line(
            intercept: (wxx * wz - wx * wxz) / determinant, slope: (w * wxz - wx * wz) / determinant,
            interceptVariance: wxx / determinant, slopeVariance: w / determinant)
    }

    private static func deviance(_ counts: [Int], _ means: [Double]) -> Double {
        zip(counts, means).reduce(0.0) { sum, pair in
            let y = Double(pair.0)
            let logTerm = y > 0 ? y * log(y / pair.1) : 0
            return sum + 2 * (logTerm - (y - pair.1))
        }
    }
}

import Glibc

/// The way from a base value to a limit in equal steps.
package enum TargetPath {
    /// The values from `base` to `limit` in `steps` ≥ 1 equal differences, both ends included, exact.
    package static func linear(from base: Rational, to limit: Rational, steps: Int) -> [Rational] {
        (0...steps).map { base + (limit - base) * Rational($0, over: steps) }
    }

    /// The values from `base` > 0 to `limit` > 0 in `steps` ≥ 1 equal factors, both ends included.
    package static func geometric(from base: Double, to limit: Double, steps: Int) -> [Double] {
        let factor = geometricFactor(from: base, to: limit, steps: steps)
        return (0...steps).map { base * pow(factor, Double($0)) }
    }

    /// The yearly factor of the geometric path.
    package static func geometricFactor(from base: Double, to limit: Double, steps: Int) -> Double {
        pow(limit / base, 1 / Double(steps))
    }
}

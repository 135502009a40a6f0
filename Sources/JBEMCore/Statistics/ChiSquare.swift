/// The chi-square distribution.
package enum ChiSquare {
    /// P(X > x) for `degrees` > 0 degrees of freedom.
    package static func upperTail(_ x: Double, degrees: Double) -> Double {
        IncompleteGamma.upper(degrees / 2, x / 2)
    }

    /// The x with P(X ≤ x) = `probability` for `degrees` > 0 degrees of freedom.
    package static func quantile(_ probability: Double, degrees: Double) -> Double {
        2 * IncompleteGamma.quantile(probability, shape: degrees / 2)
    }
}

/// A scoring method as its data give it: the scales of its factors and the bands of its scores.
package struct RiskProfile: Sendable {
    /// A value on the scale of a factor.
    package struct Step: Sendable, Hashable {
        package let value: Rational
        package let label: Localized

        package init(_ value: Rational, _ label: Localized) {
            (self.value, self.label) = (value, label)
        }
    }

    /// A factor that the method uses.
    package struct Factor: Sendable {
        package let name: String
        package let symbol: String
        /// From the highest value down.
        package let steps: [Step]

        package init(name: String, symbol: String, steps: [Step]) {
            (self.name, self.symbol) = (name, symbol)
            self.steps = steps.sorted { $0.value > $1.value }
        }
    }

    package struct Band: Sendable, Hashable {
        package let grade: String
        package let level: String
        package let atLeast: Rational
        package let isInclusive: Bool
        package let label: Localized

        package init(grade: String, level: String, atLeast: Rational, isInclusive: Bool, label: Localized) {
            (self.grade, self.level, self.atLeast, self.isInclusive, self.label) = (grade, level, atLeast, isInclusive, label)
        }

        func holds(_ score: Rational) -> Bool { score > atLeast || (isInclusive && score == atLeast) }

        /// `> 320`, `≥ 160`.
        package var bound: String { "\(isInclusive ? "≥" : ">") \(atLeast)" }
    }

    /// What the factors give.
    package struct Assessment: Sendable {
        /// A factor with its chosen value.
        package struct Term: Sendable {
            package let factor: Factor
            package let step: Step
        }

        package let terms: [Term]
        package let score: Rational
        /// `nil` if no band of the data reaches down to the score.
        package let band: Band?

        /// `3 × 6 × 15 = 270`.
        package var formula: String {
            "\(terms.map(\.factor.symbol).joined(separator: "·")) = \(terms.map(\.step.value.description).joined(separator: " × ")) = \(score)"
        }
    }

    package let key: String
    package let label: Localized
    package let factors: [Factor]
    /// From the highest band down.
    package let bands: [Band]

    package init(key: String, label: Localized, factors: [Factor], bands: [Band]) {
        (self.key, self.label, self.factors) = (key, label, factors)
        // Of two bands with one bound the one that excludes it lies higher.
        self.bands = bands.sorted { ($1.atLeast, $0.isInclusive ? 1 : 0) < ($0.atLeast, $1.isInclusive ? 1 : 0) }
    }

    /// The band of a score.
    package func band(_ score: Rational) -> Band? { bands.first { $0.holds(score) } }

    /// Multiplies the factors.
    ///
    /// - Parameter values: by the name of the factor.
    /// - Returns: the product and its band; `nil` without any value.
    /// - Throws: a fault at the factor that is missing, off its scale or not used by the method.
    package func assess(_ values: [String: Rational]) throws(Fault) -> Assessment? {
        guard !values.isEmpty else { return nil }
        for name in values.keys.sorted() where !factors.contains(where: { $0.name == name }) {
            throw Fault(
                Localized(
                    "\(key) 不用这个因子，只用 \(factors.map(\.name).joined(separator: "、"))",
                    "\(key) does not use this factor, only \(factors.map(\.name).joined(separator: ", "))"), at: .init(field: name))
        }
        var terms: [Assessment.Term] = []
        for factor in factors {
            let permitted = factor.steps.map(\.value.description).joined(separator: " ")
            guard let value = values[factor.name] else {
                throw Fault(
                    Localized("\(key) 需要这个因子，可取 \(permitted)", "\(key) needs this factor: one of \(permitted)"),
                    at: .init(field: factor.name))
            }
            guard let step = factor.steps.first(where: { $0.value == value }) else {
                throw Fault(
                    Localized("\(value) 不在 \(key) 的量表上，可取 \(permitted)", "\(value) is not on the scale of \(key): one of \(permitted)"),
                    at: .init(field: factor.name))
            }
            terms.append(.init(factor: factor, step: step))
        }
        let score = terms.reduce(Rational.one) { $0 * $1.step.value }
        return Assessment(terms: terms, score: score, band: band(score))
    }
}

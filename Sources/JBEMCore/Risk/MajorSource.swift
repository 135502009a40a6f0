/// The identification and grading of a major hazard installation.
///
/// ## Source
/// GB 18218-2018, 4.2 (identification, formula 1) and 4.3 (grading, formula 2; tables 5 and 6); not compared with a printed copy.
package struct MajorSource: Sendable {
    /// One substance present.
    package struct Term: Sendable {
        /// As it was given.
        package let name: Localized
        package let hazmatClass: String?
        /// Design maximum, t.
        package let quantity: Rational
        /// Critical quantity, t.
        package let critical: Rational
        /// `nil` where neither the substance nor a class gives one.
        package let beta: Rational?

        package init(name: Localized, hazmatClass: String? = nil, quantity: Rational, critical: Rational, beta: Rational?) {
            (self.name, self.hazmatClass, self.quantity, self.critical, self.beta) = (name, hazmatClass, quantity, critical, beta)
        }

        /// q / Q.
        package var share: Rational { quantity / critical }
        /// β · q / Q.
        package var weighted: Rational? { beta.map { $0 * share } }
    }

    package let terms: [Term]
    /// Permanent residents within 500 m outside the boundary; `nil` if not known.
    package let people: Int64?

    package init(_ terms: [Term], people: Int64?) {
        (self.terms, self.people) = (terms, people)
    }

    /// Σ q / Q.
    package var s: Rational { terms.map(\.share).total() }
    package var isMajor: Bool { s >= .one }
    package var alpha: Rational? { people.map(Self.alpha) }
    /// α · Σ β · q / Q; `nil` if the people or a correction factor are not known.
    package var r: Rational? {
        let weighted = terms.compactMap(\.weighted)
        guard let alpha, weighted.count == terms.count else { return nil }
        return alpha * weighted.total()
    }
    /// 1…4, the first being the gravest; `nil` below the threshold or where R is not known.
    package var level: Int? { isMajor ? r.map(Self.level) : nil }

    /// What keeps R from being known.
    package var missing: [Localized] {
        let people = people == nil ? [Localized("500米内人数", "people within 500 m")] : []
        return people
            + terms.filter { $0.beta == nil }.map { Localized("\($0.name.zh)的类别（定β）", "class of \($0.name.en) (for beta)") }
    }

    static func alpha(_ people: Int64) -> Rational {
        switch people {
        case 100...: Rational(2)
        case 50..<100: Rational(3, over: 2)
        case 30..<50: Rational(6, over: 5)
        case 1..<30: .one
        default: Rational(1, over: 2)
        }
    }

    static func level(_ r: Rational) -> Int {
        if r >= Rational(100) { return 1 }
        if r >= Rational(50) { return 2 }
        return r >= Rational(10) ? 3 : 4
    }

    /// Decimals cut, not rounded, so that what is printed as a threshold has reached it.
    package static func text(_ value: Rational) -> String {
        let places = Rational(1_000_000)
        return ((value * places).floor / places).shortest(maxPlaces: 6)
    }
}

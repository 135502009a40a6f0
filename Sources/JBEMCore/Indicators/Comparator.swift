/// How a value must stand to its limit.
package enum Comparator: String, Sendable, CaseIterable {
    case lessThan = "lt"
    case atMost = "le"
    case equal = "eq"
    case atLeast = "ge"
    case moreThan = "gt"
    /// The plan gives no threshold.
    case none

    /// Tells whether `value` satisfies the comparison, exactly; always true without a threshold.
    package func holds(_ value: Rational, _ limit: Rational) -> Bool {
        switch self {
        case .lessThan: value < limit
        case .atMost: value <= limit
        case .equal: value == limit
        case .atLeast: value >= limit
        case .moreThan: value > limit
        case .none: true
        }
    }

    /// Tells whether a quantity that can only grow has passed the limit for good.
    package func isBroken(byAtLeast value: Rational, _ limit: Rational) -> Bool {
        switch self {
        case .lessThan: value >= limit
        case .atMost, .equal: value > limit
        case .atLeast, .moreThan, .none: false
        }
    }

    /// Whether the limit is one that a growing count can pass: `<`, `≤`, `=`.
    package var capsCount: Bool {
        switch self {
        case .lessThan, .atMost, .equal: true
        case .atLeast, .moreThan, .none: false
        }
    }

    /// The greatest whole number allowed under an exact `limit`; `nil` if the comparison does not cap.
    package func greatestWhole(_ limit: Rational) -> Rational? {
        switch self {
        case .lessThan: limit.ceiling - .one
        case .atMost, .equal: limit.floor
        case .atLeast, .moreThan, .none: nil
        }
    }

    package var symbol: String {
        switch self {
        case .lessThan: "<"
        case .atMost: "≤"
        case .equal: "="
        case .atLeast: "≥"
        case .moreThan: ">"
        case .none: ""
        }
    }
}

/// What a reading asks of the value: a comparison with an exact limit.
package struct Bound: Sendable, Hashable {
    package var comparator: Comparator
    package var limit: Limit?

    package init(_ comparator: Comparator, _ limit: Limit?) {
        self.comparator = comparator
        self.limit = limit
    }

    /// A limit as the plan states it.
    package enum Limit: Sendable, Hashable {
        case absolute(Rational)
        /// `factor` times what the numerator was in `period`; the baseline's value may turn out to be missing.
        case ofBaseline(factor: Rational, period: DatePeriod)
    }
}

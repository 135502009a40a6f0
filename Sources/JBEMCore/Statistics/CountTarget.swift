/// Questions about a cap on a small count.
package enum CountTarget {
    /// P(at most `cap` events in all), when `used` have happened and events come at `rate` a year for `years` more.
    package static func keepProbability(cap: Int, used: Int, rate: Double, years: Double) -> Double {
        Poisson.cdf(cap - used, mean: rate * years)
    }

    /// The count of a whole year at the pace of its first `elapsed` of `days` days (plug-in, no correction for season).
    package static func annualised(_ count: Int, elapsed: Int, days: Int) -> Double {
        Double(count) * Double(days) / Double(elapsed)
    }

    /// P(the year ends with at most `cap`) if the rest of it keeps the pace of its first `elapsed` of `days` days.
    package static func yearProbability(cap: Int, count: Int, elapsed: Int, days: Int) -> Double {
        let rest = Double(count) / Double(elapsed) * Double(days - elapsed)
        return Poisson.cdf(cap - count, mean: rest)
    }

    /// The denominator above which a ratio of `count` stays below `limit` > 0, exact.
    package static func dominatingDenominator(count: Rational, limit: Rational) -> Rational { count / limit }
}

/// Questions about a share that must be reached among few cases.
package enum ProportionTarget {
    /// The smallest number of cases among which one miss still leaves `share` (0..<1): the least n with (n − 1)/n ≥ share.
    package static func smallestCases(toForgiveOneMissAt share: Rational) -> Int? {
        share < .one ? (Rational.one / (Rational.one - share)).ceiling.int : nil
    }

    /// Further misses allowed among `cases` of which `misses` failed; negative if the share is missed already.
    package static func slack(cases: Int, misses: Int, share: Rational) -> Int? {
        ((Rational.one - share) * Rational(cases)).floor.int.map { $0 - misses }
    }
}

/// How many qualified people are still needed for a share of the staff.
package enum StaffingTarget {
    /// People to hire (`enlarges`) or to train, for `qualified` of `staff` to reach `share` (0..<1); never negative.
    ///
    /// ## Source
    /// Arithmetic of the share itself: requiring (q + h) / (N + δh) ≥ s gives h = ⌈(sN − q) / (1 − sδ)⌉, with δ = 1 if new people
    /// enlarge the staff and 0 if staff are trained.
    package static func needed(staff: Int, qualified: Int, share: Rational, enlarges: Bool) -> Int? {
        let divisor = enlarges ? Rational.one - share : .one
        guard divisor > .zero else { return nil }
        let need = ((share * Rational(staff) - Rational(qualified)) / divisor).ceiling
        return need.isNegative ? 0 : need.int
    }
}

/// What is computed.
package enum TargetFormula: Sendable, Hashable {
    /// One measure, from records or figures.
    case measure(String)
    /// `numerator / denominator × scale`; the scale reconciles the units of the two measures.
    case ratio(numerator: String, denominator: String, scale: Rational)
    /// A value that an office reports as such.
    case reported(String)
    /// Every sub-indicator.
    case allOf
    /// Dated steps that are done or not.
    case milestone
    /// One measure compared with its own previous year.
    case trend(String)

    /// The measure that is counted, if any.
    package var numerator: String? {
        switch self {
        case .measure(let code), .reported(let code), .trend(let code), .ratio(let code, _, _): code
        case .allOf, .milestone: nil
        }
    }

    package var denominator: String? {
        if case .ratio(_, let code, _) = self { code } else { nil }
    }

    /// The number a ratio is multiplied by; 1 for anything else.
    package var scale: Rational {
        if case .ratio(_, _, let scale) = self { scale } else { .one }
    }
}

/// How several years make one ratio.
package enum Aggregation: String, Sendable, CaseIterable {
    case ratioOfSums = "ratio_of_sums"
    case meanOfRatios = "mean_of_ratios"
}

/// A repetition in the calendar; weeks run from Monday to Sunday.
package enum Cycle: String, Sendable, CaseIterable {
    case year, month, week, day
}

/// The days that decide.
package enum TargetWindow: Sendable, Hashable {
    /// One calendar year; earlier years show the way there.
    case year(Int)
    /// The total of some years.
    case span(ClosedRange<Int>)
    /// The yearly mean of some years.
    case mean(ClosedRange<Int>, Aggregation)
    /// The state on a day.
    case at(CalendarDate)
    /// Every cycle of some years.
    case each(Cycle, ClosedRange<Int>)

    /// The days of the window.
    package var period: DatePeriod {
        switch self {
        case .year(let year): .year(year)
        case .span(let years), .mean(let years, _), .each(_, let years): .years(years.lowerBound, years.upperBound)
        case .at(let date): DatePeriod(date, date)
        }
    }
}

/// Whether chance of keeping the bound can be told, and how.
package enum ProbabilityModel: Sendable, Hashable {
    /// Rare independent events: Gamma–Poisson with shape ½.
    case gammaPoisson
    /// A few years carry most of the harm: no probability, the remaining allowance instead.
    case heavyTailed(Localized)
    case none(Localized)

    /// Why there is no probability, if there is none by nature.
    package var reason: Localized? {
        switch self {
        case .gammaPoisson: nil
        case .heavyTailed(let reason), .none(let reason): reason
        }
    }
}

/// The verdict on one reading of an indicator, with everything it rests on.
package struct Assessment: Sendable, Hashable {
    package let indicator: String
    package let reading: String
    package let moment: AssessmentMoment
    /// The days that decide.
    package let window: DatePeriod
    package let comparator: Comparator

    package var state: AssessmentState = .noData
    /// Why the state is what it is, in one line.
    package var reason = Localized("没有依据", "nothing is known")
    /// In the indicator's unit, exact; a partial value if `isComplete` is false.
    package var value: Rational?
    /// The true value may be higher.
    package var isLowerBound = false
    package var numerator: Rational?
    package var denominator: Rational?
    /// The days the value speaks of, up to the day of the verdict.
    package var period: DatePeriod?
    /// The parts of `period` that the value covers exactly.
    package var covered: [DatePeriod] = []
    package var isComplete = false
    package var isProvisional = false
    /// The first day on which the records behind the value are settled.
    package var settledOn: CalendarDate?
    /// The limit in the indicator's unit, exact.
    package var limit: Rational?
    /// The greatest whole numerator the limit allows over the window, for counts.
    package var boundInteger: Int?
    /// What the window still allows of the numerator (or done steps still lacking), negative if overdrawn; misses for a share.
    package var remaining: Rational?
    package var remainingNote: Localized?
    package var probability: Probability?
    /// Why there is no probability; `nil` if there is one.
    package var probabilityReason: Localized?
    /// 95 % Garwood interval of the numerator.
    package var interval: ConfidenceInterval?
    /// The same interval in the indicator's unit.
    package var valueInterval: ConfidenceInterval?
    /// How the yearly counts spread; a warning if `isOverdispersed`.
    package var dispersion: Dispersion?
    package var missing: [MissingInput] = []
    package var trend: [TrendPoint] = []
    package var findings: [EvidenceFinding] = []
    package var unusedFigures: [UnusedFigure] = []
    /// Verdicts on the sub-indicators of `all_of`.
    package var children: [Assessment] = []
    package var explanation = ExplanationNode(Localized(verbatim: ""))

    init(indicator: String, reading: Reading, moment: AssessmentMoment) {
        self.indicator = indicator
        self.reading = reading.id
        self.moment = moment
        window = reading.window.period
        comparator = reading.bound.comparator
        probabilityReason = reading.model.reason
    }

    /// A chance of keeping the bound, and what it was computed from.
    package struct Probability: Sendable, Hashable {
        /// In 0…1.
        package let value: Double
        /// Events still allowed in the uncovered part of the window.
        package let allowed: Int
        /// Events of the uncovered part that are known already.
        package let known: Int
        /// Years of the window that no evidence covers exactly.
        package let horizonYears: Double
        package let exposureCount: Int
        package let exposureYears: Double
        /// The closed years of the exposure.
        package let closedYears: [Int]
    }

    /// Adds inputs that are not named yet.
    mutating func add(missing inputs: [MissingInput]) {
        for input in inputs where !missing.contains(input) { missing.append(input) }
    }

    mutating func decide(_ state: AssessmentState, _ reason: Localized) {
        self.state = state
        self.reason = reason
    }
}

/// An input that the verdict lacks.
package struct MissingInput: Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        case unknown, notClosed = "not_closed", partial
        /// The completion of a step is not recorded.
        case notRecorded = "not_recorded"

        package var label: Localized {
            switch self {
            case .unknown: Localized("没有数据", "unknown")
            case .notClosed: Localized("台账未关账", "records not closed")
            case .partial: Localized("只有一部分", "known in part only")
            case .notRecorded: Localized("没有完成记录", "completion not recorded")
            }
        }
    }

    /// The code of the measure, or the id of the milestone.
    package let measure: String
    package let period: DatePeriod
    package let reason: Reason
    package let label: Localized

    package var text: Localized {
        let why = reason.label
        return Localized("\(label.zh)（\(period)）：\(why.zh)", "\(label.en) (\(period)): \(why.en)")
    }
}

/// The indicator's value in one year; `nil` if that year is not completely known.
package struct TrendPoint: Sendable, Hashable {
    package let year: Int
    package let value: Rational?
    package let isProvisional: Bool
}

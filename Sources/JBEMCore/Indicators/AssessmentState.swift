/// The verdict on an indicator.
package enum AssessmentState: String, Sendable, CaseIterable {
    case met, missed
    case onTrack = "on_track"
    case atRisk = "at_risk"
    case offTrack = "off_track"
    /// The window is over and the data are there, but not settled or not closed.
    case pending
    case noData = "no_data"
    /// The plan gives no threshold.
    case noThreshold = "no_threshold"
    /// Zero of zero.
    case notApplicable = "not_applicable"

    package var label: Localized {
        switch self {
        case .met: Localized("已达到", "met")
        case .missed: Localized("未达到", "missed")
        case .onTrack: Localized("进度正常", "on track")
        case .atRisk: Localized("有风险", "at risk")
        case .offTrack: Localized("偏离目标", "off track")
        case .pending: Localized("待核定", "pending")
        case .noData: Localized("缺数据", "no data")
        case .noThreshold: Localized("无门槛", "no threshold")
        case .notApplicable: Localized("不适用", "not applicable")
        }
    }

    /// How much attention the state asks for, worst highest; a family shows its worst member.
    package var severity: Int {
        switch self {
        case .missed: 8
        case .offTrack: 7
        case .atRisk: 6
        case .noData: 5
        case .pending: 4
        case .onTrack: 3
        case .met: 2
        case .noThreshold: 1
        case .notApplicable: 0
        }
    }
}

/// When an assessment is made, and what it assumes.
package struct AssessmentMoment: Sendable, Hashable {
    /// Documents dated later do not count.
    package var asOf: CalendarDate
    /// The period asked for; its last day ends the evidence and, if earlier than `asOf`, is the day of the verdict.
    package var period: DatePeriod?
    /// Events assumed to have happened besides those known, by measure: what-if.
    package var assumed: [String: Rational]

    package init(asOf: CalendarDate, period: DatePeriod? = nil, assumed: [String: Rational] = [:]) {
        self.asOf = asOf
        self.period = period
        self.assumed = assumed
    }

    /// The day of the verdict: windows are open or over as of the end of this day.
    package var day: CalendarDate { min(asOf, period?.last ?? asOf) }

    /// The last year that is over by the end of the day.
    package var lastEndedYear: Int { day == DatePeriod.year(day.year).last ? day.year : day.year - 1 }

    /// Whether evidence about `days` may be used: the period asked for reaches that far.
    func admits(_ days: DatePeriod) -> Bool { period.map { days.last <= $0.last } ?? true }
}

/// How often something is due; the denser cycle is the lesser one.
package enum SlotCycle: String, Sendable, CaseIterable, Comparable {
    case day, week, month, quarter
    case halfYear = "half_year"
    case year

    /// The calendar slot that a day lies in: the day, the ISO week (Monday to Sunday), the month … the year.
    package func slot(containing day: CalendarDate) -> DatePeriod {
        let (year, month, _) = day.parts
        switch self {
        case .day: return DatePeriod(day, day)
        case .week:
            let monday = day.adding(days: -day.weekday + 1)
            return DatePeriod(monday, monday.adding(days: 6))
        case .month: return .month(year, month)
        case .quarter: return .quarter(year, (month + 2) / 3)
        case .halfYear:
            let first = CalendarDate(year: year, month: month <= 6 ? 1 : 7, day: 1)!
            return DatePeriod(first, first.adding(months: 6).adding(days: -1))
        case .year: return .year(year)
        }
    }

    package static func < (left: SlotCycle, right: SlotCycle) -> Bool { left.position < right.position }

    private var position: Int { SlotCycle.allCases.firstIndex(of: self) ?? 0 }
}

/// A yearly run of days, both ends included; one that begins after it ends wraps the turn of the year.
package struct Season: Sendable, Hashable {
    package let first: MonthDay
    package let last: MonthDay

    package init(_ first: MonthDay, _ last: MonthDay) { (self.first, self.last) = (first, last) }

    package func contains(_ day: CalendarDate) -> Bool {
        let (_, month, number) = day.parts
        let isFrom = (first.month, first.day) <= (month, number)
        let isTo = (month, number) <= (last.month, last.day)
        return first <= last ? isFrom && isTo : isFrom || isTo
    }
}

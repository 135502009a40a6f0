/// Counts working days: Monday to Friday, less the days off, plus the make-up days of the years whose notice is known.
package struct WorkingCalendar: Sendable {
    /// Day number to whether it is worked, where the notice says other than the weekday.
    private let exceptions: [Int: Bool]
    private let knownYears: Set<Int>

    /// - Parameter days: each day of a notice and whether it is worked. A year is known once its 1 January is among the days off.
    package init(_ days: [(day: CalendarDate, isWorked: Bool)]) {
        exceptions = days.reduce(into: [:]) { $0[$1.day.dayNumber] = $1.isWorked }
        knownYears = Set(days.filter { !$0.isWorked && $0.day.month == 1 && $0.day.day == 1 }.map(\.day.year))
    }

    package func isWorking(_ day: CalendarDate) -> Bool {
        exceptions[day.dayNumber] ?? (day.weekday < 6)
    }

    /// A result of counting, and the years for which only weekends could be left out.
    package struct Count<Value: Sendable & Equatable>: Sendable, Equatable {
        package let value: Value
        /// Years without a notice, in order; empty if the result is certain.
        package let unknownYears: [Int]

        package init(value: Value, unknownYears: [Int]) { (self.value, self.unknownYears) = (value, unknownYears) }
    }

    /// The day on which `count` working days have passed after `day`, which itself does not count.
    ///
    /// - Precondition: `count >= 0`.
    package func adding(workingDays count: Int, to day: CalendarDate) -> Count<CalendarDate> {
        precondition(count >= 0, "working days are counted forward")
        var (date, left) = (day, count)
        while left > 0 {
            date = date.adding(days: 1)
            if isWorking(date) { left -= 1 }
        }
        return Count(value: date, unknownYears: unknown(day.adding(days: min(count, 1)), date))
    }

    /// The working days of a period, both ends included.
    package func workingDays(in period: DatePeriod) -> Count<Int> {
        let count = (period.first.dayNumber...period.last.dayNumber).count { isWorking(CalendarDate(dayNumber: $0)) }
        return Count(value: count, unknownYears: unknown(period.first, period.last))
    }

    private func unknown(_ first: CalendarDate, _ last: CalendarDate) -> [Int] {
        (first.year...max(first.year, last.year)).filter { !knownYears.contains($0) }
    }
}

extension CalendarDate {
    /// 1 Monday … 7 Sunday (ISO 8601).
    package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }
}

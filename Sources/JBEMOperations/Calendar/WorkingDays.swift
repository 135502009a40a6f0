internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Counting of working days by the days off in the store.
package struct WorkingDays {
    package init() {}

    /// The day on which `count` working days have passed after `day`.
    package func after(_ day: CalendarDate, _ count: Int, _ session: Session) throws -> WorkingCalendar.Count<CalendarDate> {
        try calendar(session).adding(workingDays: count, to: day)
    }

    /// The working days of a period, both ends included.
    package func inside(_ period: DatePeriod, _ session: Session) throws -> WorkingCalendar.Count<Int> {
        try calendar(session).workingDays(in: period)
    }

    private func calendar(_ session: Session) throws -> WorkingCalendar {
        try session.open(.read).read { try WorkingCalendar.read($0) }
    }
}

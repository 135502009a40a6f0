internal import GRDB
package import JBEMCore
package import JBEMStore

/// Names the offices that have not declared a month complete, or whose rows changed since.
package struct MissingClosings {
    let period: DatePeriod?
    let asOf: CalendarDate?

    /// - Parameter period: the months asked about; `nil` means last month.
    package init(period: DatePeriod?, asOf: CalendarDate?) {
        self.period = period
        self.asOf = asOf
    }

    package func run(_ session: Session) throws -> (rows: [MissingClosing], isSample: Bool) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        let last = day.adding(days: 1 - day.day).adding(days: -1)
        let asked = period ?? .month(last.year, last.month)
        return (try store.read { db in try ClosingStatus.missing(asked, asOf: day, in: db) }, store.identity.isSample)
    }
}

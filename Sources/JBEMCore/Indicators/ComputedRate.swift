/// A rate or state that the store works out from its records for one period, with the counts behind it.
package struct ComputedRate: Sendable, Hashable {
    /// A day for a state, else the days that the rate speaks of.
    package var period: DatePeriod
    /// What was done, or what is there.
    package var count: Int64
    /// What was due; `nil` for a plain number of things.
    package var total: Int64?
    /// The first day on which nothing more is expected to be entered for the period.
    package var settledOn: CalendarDate
    /// Ids of the records that fell short, at most ``mostRows``.
    package var rows: [String]

    package static let mostRows = 50

    package init(period: DatePeriod, count: Int64, total: Int64?, settledOn: CalendarDate, rows: [String] = []) {
        (self.period, self.count, self.total) = (period, count, total)
        (self.settledOn, self.rows) = (settledOn, rows)
    }

    /// In per cent, or the plain number; `nil` where nothing was due: 0 ÷ 0 is not applicable.
    package var value: Rational? {
        guard let total else { return Rational(Int(count)) }
        return total == 0 ? nil : Rational(Int(count), over: Int(total)) * Rational(100)
    }
}

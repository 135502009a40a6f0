/// A run of whole days, both ends included, that knows how it was written.
///
/// Written forms: `2024` (year), `2024Q2`, `2024-06`, `2024-06-01` (a day), `2021/2023` (years), `2024-01-05/2024-02-10`.
package struct DatePeriod: Sendable, Hashable, CustomStringConvertible {
    package let first: CalendarDate
    package let last: CalendarDate

    /// Makes a period.
    ///
    /// - Precondition: `first <= last`.
    package init(_ first: CalendarDate, _ last: CalendarDate) {
        precondition(first <= last, "a period ends before it begins")
        self.first = first
        self.last = last
    }

    package static func year(_ year: Int) -> DatePeriod { years(year, year) }

    package static func years(_ from: Int, _ to: Int) -> DatePeriod {
        DatePeriod(CalendarDate(year: from, month: 1, day: 1)!, CalendarDate(year: to, month: 12, day: 31)!)
    }

    package static func month(_ year: Int, _ month: Int) -> DatePeriod {
        let first = CalendarDate(year: year, month: month, day: 1)!
        return DatePeriod(first, first.adding(months: 1).adding(days: -1))
    }

    package static func quarter(_ year: Int, _ quarter: Int) -> DatePeriod {
        let first = CalendarDate(year: year, month: quarter * 3 - 2, day: 1)!
        return DatePeriod(first, first.adding(months: 3).adding(days: -1))
    }

    /// Makes a period from one of its written forms, exactly; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            guard let simple = DatePeriod.simple(halves[0]) else { return nil }
            self = simple
        case 2:
            guard let from = DatePeriod.simple(halves[0]), let to = DatePeriod.simple(halves[1]), from.first <= to.last
            else { return nil }
            self.init(from.first, to.last)
        default:
            return nil
        }
    }

    private static func simple(_ text: some StringProtocol) -> DatePeriod? { ClockDigits.reading(text, simple) }

    private static func simple(_ bytes: UnsafeBufferPointer<UInt8>) -> DatePeriod? {
        guard bytes.count >= 4, let year = ClockDigits.number(bytes, at: 0, 4), (1...9998).contains(year) else { return nil }
        switch bytes.count {
        case 4:
            return .year(year)
        case 6 where bytes[4] == UInt8(ascii: "Q") && (49...52).contains(bytes[5]):
            return .quarter(year, Int(bytes[5] - 48))
        case 7 where bytes[4] == UInt8(ascii: "-"):
            guard let month = ClockDigits.number(bytes, at: 5, 2), (1...12).contains(month) else { return nil }
            return .month(year, month)
        case 10:
            return ClockDigits.date(bytes).map { DatePeriod($0, $0) }
        default:
            return nil
        }
    }

    /// The shortest written form of these days.
    package var description: String {
        let (from, to) = (first.parts, last.parts)
        let endsMonth = to.day == CalendarDate.daysInMonth(year: to.year, month: to.month)
        if from.day == 1, endsMonth {
            if from.month == 1, to.month == 12 {
                return from.year == to.year ? "\(pad(from.year, 4))" : "\(pad(from.year, 4))/\(pad(to.year, 4))"
            }
            if from.year == to.year, from.month == to.month { return "\(pad(from.year, 4))-\(pad(from.month, 2))" }
            if from.year == to.year, from.month % 3 == 1, to.month == from.month + 2 {
                return "\(pad(from.year, 4))Q\((from.month + 2) / 3)"
            }
            return "\(pad(from.year, 4))-\(pad(from.month, 2))/\(pad(to.year, 4))-\(pad(to.month, 2))"
        }
        return first == last ? "\(first)" : "\(first)/\(last)"
    }

    /// Number of days, at least 1.
    /// The months that it touches, in order.
    package var months: [DatePeriod] {
        (first.year * 12 + first.month - 1...last.year * 12 + last.month - 1).map { .month($0 / 12, $0 % 12 + 1) }
    }

    package var days: Int { first.days(to: last) + 1 }

    package func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

    package func contains(_ other: DatePeriod) -> Bool { first <= other.first && other.last <= last }

    package func overlaps(_ other: DatePeriod) -> Bool { first <= other.last && other.first <= last }

    /// The single year these days make, if they are exactly one calendar year.
    package var wholeYear: Int? { self == .year(first.year) ? first.year : nil }

    /// The calendar years touched by the period, in order.
    package var years: ClosedRange<Int> { first.year...last.year }

    /// Tells whether `parts` cover the period without gap or overlap.
    package func isTiled(by parts: [DatePeriod]) -> Bool {
        var next = first
        for part in parts.sorted(by: { $0.first < $1.first }) {
            guard part.first == next else { return false }
            next = part.last.adding(days: 1)
        }
        return next == last.adding(days: 1)
    }
}

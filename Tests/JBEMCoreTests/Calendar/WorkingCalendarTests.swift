import JBEMCore
import Testing

/// Working days by the notices of the State Council.
@Suite struct WorkingCalendarTests {
    private static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

    /// Days off 1–7 October 2024 and the make-up days around them; 1 January makes the year known.
    private static let autumn = WorkingCalendar(
        [("2024-01-01", false), ("2024-09-29", true), ("2024-10-12", true)].map { (day($0.0), $0.1) }
            + (1...7).map { (CalendarDate(year: 2024, month: 10, day: $0)!, false) })

    @Test func twentyWorkingDaysOverTheNationalHoliday() {
        #expect(Self.autumn.adding(workingDays: 20, to: Self.day("2024-09-27")) == .init(value: Self.day("2024-10-30"), unknownYears: []))
        // Weekends alone give another day.
        #expect(
            WorkingCalendar([]).adding(workingDays: 20, to: Self.day("2024-09-27"))
                == .init(value: Self.day("2024-10-25"), unknownYears: [2024]))
    }

    @Test func unknownYearsAreNamed() {
        #expect(Self.autumn.adding(workingDays: 3, to: Self.day("2024-12-31")).unknownYears == [2025])
        #expect(Self.autumn.adding(workingDays: 1, to: Self.day("2024-12-30")).unknownYears == [])
        #expect(Self.autumn.adding(workingDays: 2, to: Self.day("2024-12-30")).unknownYears == [2025])
        #expect(
            Self.autumn.adding(workingDays: 0, to: Self.day("2023-12-31")) == .init(value: Self.day("2023-12-31"), unknownYears: [2023]))
        #expect(Self.autumn.workingDays(in: .years(2023, 2025)).unknownYears == [2023, 2025])
    }

    @Test func countingAndAddingAgree() {
        for offset in 0..<400 {
            let first = Self.day("2024-01-01").adding(days: offset)
            for count in [1, 2, 5, 17] {
                let end = Self.autumn.adding(workingDays: count, to: first).value
                #expect(Self.autumn.workingDays(in: DatePeriod(first.adding(days: 1), end)).value == count)
                #expect(Self.autumn.isWorking(end))
            }
        }
    }

    @Test func weekdaysByISO8601() {
        #expect(Self.day("1970-01-01").weekday == 4)
        #expect(Self.day("2024-02-29").weekday == 4)
        #expect(Self.day("1969-12-28").weekday == 7)
        #expect(Self.day("2026-11-23").weekday == 1)
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// Sets of days against sets of numbers.
@Suite struct DaySetTests {
    private static func random(_ generator: inout some RandomNumberGenerator) -> [DatePeriod] {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            let first = Int.random(in: 0...60, using: &generator)
            let first2 = CalendarDate(dayNumber: first)
            return DatePeriod(first2, first2.adding(days: Int.random(in: 0...12, using: &generator)))
        }
    }

    private static func numbers(_ periods: [DatePeriod]) -> Set<Int> { Set(periods.flatMap { $0.first.dayNumber...$0.last.dayNumber }) }

    @Test func operationsAgreeWithPlainSets() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            let (a, b) = (Self.random(&generator), Self.random(&generator))
            let (x, y) = (Self.numbers(a), Self.numbers(b))
            let results = [
                (DaySet(a), x), (DaySet(a).union(DaySet(b)), x.union(y)), (DaySet(a).intersection(DaySet(b)), x.intersection(y)),
                (DaySet(a).subtracting(DaySet(b)), x.subtracting(y)),
            ]
            for (days, expected) in results {
                #expect(Self.numbers(days.periods) == expected && days.count == expected.count && days.isEmpty == expected.isEmpty)
                // Runs neither touch nor overlap.
                for (left, right) in zip(days.periods, days.periods.dropFirst()) { #expect(left.last.adding(days: 1) < right.first) }
            }
        }
    }
}

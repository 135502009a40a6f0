import JBEMCore
import JBEMTestSupport
import Testing

/// Holes in the responsibility for a point.
@Suite struct DutyCoverageTests {
    private static func days(_ first: Int, _ last: Int) -> DatePeriod {
        DatePeriod(CalendarDate(dayNumber: first), CalendarDate(dayNumber: last))
    }

    private static func check(_ day: Int, _ isReached: Bool = true) -> DutyCoverage.Check {
        .init(on: CalendarDate(dayNumber: day), isReached: isReached)
    }

    @Test func aCheckCountsForItsDays() {
        #expect(DutyCoverage.verifiedDays([Self.check(10)], phoneChangedOn: nil, validDays: 5).periods == [Self.days(10, 14)])
        #expect(
            DutyCoverage.verifiedDays([Self.check(10), Self.check(12)], phoneChangedOn: nil, validDays: 5).periods == [Self.days(10, 16)])
        #expect(
            DutyCoverage.verifiedDays([Self.check(10), Self.check(12, false)], phoneChangedOn: nil, validDays: 5).periods == [
                Self.days(10, 11)
            ])
        let changed = CalendarDate(dayNumber: 13)
        #expect(DutyCoverage.verifiedDays([Self.check(10)], phoneChangedOn: changed, validDays: 5).periods == [Self.days(10, 12)])
        #expect(DutyCoverage.verifiedDays([Self.check(13)], phoneChangedOn: changed, validDays: 5).periods == [Self.days(13, 17)])
        #expect(DutyCoverage.verifiedDays([Self.check(10, false)], phoneChangedOn: nil, validDays: 5).isEmpty)
    }

    /// Against asking each day by itself.
    @Test func holesAgreeWithAskingEachDay() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1500 {
            let terms = (0..<Int.random(in: 0...5, using: &generator)).map { _ -> DutyCoverage.Term in
                let first = Int.random(in: 0...40, using: &generator)
                return .init(
                    person: Int64.random(in: 1...3, using: &generator), role: DutyRole.three[Int.random(in: 0...2, using: &generator)],
                    days: Self.days(first, first + Int.random(in: 0...20, using: &generator)))
            }
            let verified = (1...3).reduce(into: [Int64: DaySet]()) { sets, person in
                let first = Int.random(in: 0...40, using: &generator)
                sets[Int64(person)] = DaySet([Self.days(first, first + Int.random(in: 0...15, using: &generator))])
            }
            let coverage = DutyCoverage(Self.days(10, 40), verified: verified)
            for isByRole in [false, true] {
                let holes = coverage.holes(terms, byRole: isByRole)
                for role in isByRole ? DutyRole.three.map(Optional.some) : [nil] {
                    for day in 10...40 {
                        let date = CalendarDate(dayNumber: day)
                        let own = terms.filter { $0.days.contains(date) && (role == nil || $0.role == role) }
                        let isReachable = own.contains { term in verified[term.person]!.periods.contains { $0.contains(date) } }
                        let expected: DutyCoverage.Reason? = own.isEmpty ? .nobody : isReachable ? nil : .unverified
                        let found = holes.filter { $0.role == role && $0.days.contains(date) }
                        #expect(found.map(\.reason) == (expected.map { [$0] } ?? []))
                    }
                }
            }
        }
    }
}

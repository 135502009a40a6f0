import JBEMCore
import JBEMTestSupport
import Testing

/// Slots of visits: calendar arithmetic, and the schedule against a reference that counts day by day.
@Suite struct SlotScheduleTests {
    private static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

    private static func slots(_ schedule: SlotSchedule, _ period: String) -> [String] {
        schedule.slots(endingIn: DatePeriod(period)!).map { "\($0.cycle.rawValue) \($0.first)/\($0.last)" }
    }

    private static let flood = Season(MonthDay("05-01")!, MonthDay("09-30")!)

    /// ISO 8601: 2024-12-30 is the Monday of 2025-W01; 2024 is a leap year.
    @Test(arguments: [
        (SlotCycle.day, "2024-02-29", "2024-02-29/2024-02-29"), (.week, "2025-01-01", "2024-12-30/2025-01-05"),
        (.week, "2024-12-29", "2024-12-23/2024-12-29"), (.month, "2024-02-10", "2024-02-01/2024-02-29"),
        (.quarter, "2025-06-30", "2025-04-01/2025-06-30"), (.halfYear, "2025-07-01", "2025-07-01/2025-12-31"),
        (.year, "2025-07-01", "2025-01-01/2025-12-31"),
    ])
    func calendarSlotsAreThoseOfTheCalendar(cycle: SlotCycle, on: String, expected: String) {
        let slot = cycle.slot(containing: Self.day(on))
        #expect("\(slot.first)/\(slot.last)" == expected)
    }

    @Test func aSeasonMayWrapTheYear() {
        let winter = Season(MonthDay("11-15")!, MonthDay("02-29")!)
        #expect(["2025-11-15", "2025-12-31", "2026-01-01", "2026-02-28"].allSatisfy { winter.contains(Self.day($0)) })
        #expect(["2025-11-14", "2026-03-01", "2026-07-01"].allSatisfy { !winter.contains(Self.day($0)) })
        #expect(MonthDay("02-30") == nil && MonthDay("2-01") == nil && MonthDay("13-01") == nil)
    }

    @Test func theDensestRuleCounts() {
        let schedule = SlotSchedule([SlotRule(.month), SlotRule(.week, season: Self.flood)], WorkingCalendar([]))
        // May begins on a Thursday: its first week is short, and the month of May is left to the weeks.
        #expect(
            Self.slots(schedule, "2025-04/2025-05") == [
                "month 2025-04-01/2025-04-30", "week 2025-05-01/2025-05-04", "week 2025-05-05/2025-05-11",
                "week 2025-05-12/2025-05-18", "week 2025-05-19/2025-05-25",
            ])
    }

    @Test func aSlotBelongsToThePeriodInWhichItEnds() {
        #expect(Self.slots(SlotSchedule([SlotRule(.quarter)], WorkingCalendar([])), "2025-05").isEmpty)
        #expect(Self.slots(SlotSchedule([SlotRule(.quarter)], WorkingCalendar([])), "2025-06") == ["quarter 2025-04-01/2025-06-30"])
        #expect(Self.slots(SlotSchedule([SlotRule(.week)], WorkingCalendar([])), "2025-06-01") == ["week 2025-05-26/2025-06-01"])
    }

    @Test func workingDaysLeaveTheWeekendOut() {
        let schedule = SlotSchedule([SlotRule(.day, isWorkdaysOnly: true), SlotRule(.month)], WorkingCalendar([]))
        // June 2025 has 21 days from Monday to Friday; the coarser rule does not come in for the weekends.
        let slots = schedule.slots(endingIn: .month(2025, 6))
        #expect(slots.count == 21 && slots.allSatisfy { $0.cycle == .day && $0.first.weekday <= 5 })
    }

    @Test func validityNarrowsTheSlot() {
        let rule = SlotRule(.month, validFrom: Self.day("2025-03-10"), validTo: Self.day("2025-04-20"))
        #expect(
            Self.slots(SlotSchedule([rule], WorkingCalendar([])), "2025") == ["month 2025-03-10/2025-03-31", "month 2025-04-01/2025-04-20"])
    }

    @Test func aSubjectOwesNothingBeforeAndAfterItsLife() {
        let life = SubjectLife(from: Self.day("2025-03-10"), to: Self.day("2025-05-20"))
        let kept = SlotSchedule([SlotRule(.month)], WorkingCalendar([])).slots(endingIn: .year(2025)).filter(life.contains)
        #expect(kept.map(\.first.month) == [4])
    }

    @Test func theFirstVisitInASlotIsFound() {
        let visits = VisitDays(["2025-01-31", "2025-03-02", "2025-03-20"].map(Self.day))
        func index(_ first: String, _ last: String) -> Int? { visits.index(in: InspectionSlot(.month, Self.day(first), Self.day(last))) }
        #expect(index("2025-01-01", "2025-01-31") == 0)
        #expect(index("2025-02-01", "2025-02-28") == nil)
        #expect(index("2025-03-01", "2025-03-31") == 1)
        #expect(index("2025-04-01", "2025-04-30") == nil)
        #expect(visits.last(upTo: Self.day("2025-03-10")) == Self.day("2025-03-02"))
    }

    @Test func nothingDueHasNoRate() {
        #expect(InspectionCount().rate == nil)
        #expect(InspectionCount(done: 1, due: 3).rate == Rational(1, over: 3))
    }

    /// Random rules against a reference that walks every day of a wide range and knows no windows.
    @Test func theScheduleAgreesWithADayByDayReference() {
        var dice = Dice(seed: 20_250_601)
        for _ in 0..<400 {
            let rules = (0...dice.below(4)).map { _ in Self.rule(&dice) }
            let first = Self.day("2023-11-20").adding(days: dice.below(500))
            let period = DatePeriod(first, first.adding(days: dice.below(200)))
            let found = Set(SlotSchedule(rules, WorkingCalendar([])).slots(endingIn: period))
            #expect(found == Self.reference(rules, period), "\(rules) \(period)")
        }
    }

    private static func rule(_ dice: inout Dice) -> SlotRule {
        let start = day("2023-06-01").adding(days: dice.below(600))
        func monthDay() -> MonthDay {
            let day = day("2024-01-01").adding(days: dice.below(366))
            return MonthDay(String(day.description.dropFirst(5)))!
        }
        return SlotRule(
            SlotCycle.allCases[dice.below(6)], isWorkdaysOnly: dice.below(3) == 0,
            season: dice.below(2) == 0 ? Season(monthDay(), monthDay()) : nil, validFrom: dice.below(3) == 0 ? start : nil,
            validTo: dice.below(3) == 0 ? start.adding(days: dice.below(300)) : nil)
    }

    /// Every day from two years before to two years after: in force, asked for, and the name of its calendar slot as a text.
    private static func reference(_ rules: [SlotRule], _ period: DatePeriod) -> Set<InspectionSlot> {
        struct Group: Hashable { let cycle: SlotCycle; let name: String }
        var days: [Group: [CalendarDate]] = [:]
        var asked: Set<Group> = []
        for number in (period.first.dayNumber - 731)...(period.last.dayNumber + 731) {
            let day = CalendarDate(dayNumber: number)
            let here = rules.filter { $0.isInForce(on: day) }
            for rule in here {
                let group = Group(cycle: rule.cycle, name: name(rule.cycle, day))
                if days[group]?.last != day { days[group, default: []].append(day) }
                let isWeekend = (number + 3) % 7 >= 5
                let isDensest = here.allSatisfy { order($0.cycle) >= order(rule.cycle) }
                if isDensest, !(rule.isWorkdaysOnly && isWeekend) { asked.insert(group) }
            }
        }
        return Set(
            asked.compactMap { group in
                guard let own = days[group], let first = own.first, let last = own.last, period.contains(last) else { return nil }
                return InspectionSlot(group.cycle, first, last)
            })
    }

    private static func order(_ cycle: SlotCycle) -> Int {
        ["day", "week", "month", "quarter", "half_year", "year"].firstIndex(of: cycle.rawValue)!
    }

    private static func name(_ cycle: SlotCycle, _ day: CalendarDate) -> String {
        switch cycle {
        case .day: "\(day)"
        case .week: "\((day.dayNumber + 3) / 7)"
        case .month: "\(day.year)-\(day.month)"
        case .quarter: "\(day.year)-\((day.month - 1) / 3)"
        case .halfYear: "\(day.year)-\((day.month - 1) / 6)"
        case .year: "\(day.year)"
        }
    }
}

/// A fixed sequence of numbers (Lehmer, Park and Miller 1988).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state * 48_271 % 2_147_483_647
        return Int(state) % max(bound, 1)
    }
}

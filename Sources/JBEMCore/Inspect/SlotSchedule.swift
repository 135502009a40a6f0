/// What a rule says about when: the cycle, and the days on which it is in force.
package struct SlotRule: Sendable, Hashable {
    package let cycle: SlotCycle
    package let isWorkdaysOnly: Bool
    package let season: Season?
    package let validFrom: CalendarDate?
    package let validTo: CalendarDate?

    package init(
        _ cycle: SlotCycle, isWorkdaysOnly: Bool = false, season: Season? = nil, validFrom: CalendarDate? = nil,
        validTo: CalendarDate? = nil
    ) {
        self.cycle = cycle
        self.isWorkdaysOnly = isWorkdaysOnly
        self.season = season
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Tells whether the rule is in force on a day: inside its validity and its season.
    package func isInForce(on day: CalendarDate) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, validTo < day { return false }
        return season?.contains(day) ?? true
    }
}

/// One time in which one visit is due: from the first to the last day on which its rules are in force within a calendar slot.
package struct InspectionSlot: Sendable, Hashable {
    package let cycle: SlotCycle
    package let first: CalendarDate
    package let last: CalendarDate

    package init(_ cycle: SlotCycle, _ first: CalendarDate, _ last: CalendarDate) {
        (self.cycle, self.first, self.last) = (cycle, first, last)
    }
}

/// The rules of one subject for one purpose, and the slots that they make.
///
/// A slot is a calendar slot of a cycle, narrowed to the first and last day on which a rule of that cycle is in force. It counts if, on at
/// least one of these days, no rule of a denser cycle is in force (of several rules the densest counts) and a rule of its own cycle asks for
/// that day (one for working days only does not ask for a weekend). It belongs to the period in which it ends, so that every slot is counted
/// once.
package struct SlotSchedule: Sendable {
    package let rules: [SlotRule]
    private let calendar: WorkingCalendar

    package init(_ rules: [SlotRule], _ calendar: WorkingCalendar) { (self.rules, self.calendar) = (rules, calendar) }

    /// The slots that end in a period, by their last day; linear in the days of the period.
    package func slots(endingIn period: DatePeriod) -> [InspectionSlot] {
        var found: [InspectionSlot] = []
        for cycle in SlotCycle.allCases where rules.contains(where: { $0.cycle == cycle }) {
            var window = cycle.slot(containing: period.first)
            while window.first <= period.last {
                if let slot = slot(cycle, in: window), period.contains(slot.last) { found.append(slot) }
                window = cycle.slot(containing: window.last.adding(days: 1))
            }
        }
        return found.sorted { ($0.last, $0.first, $0.cycle) < ($1.last, $1.first, $1.cycle) }
    }

    private func slot(_ cycle: SlotCycle, in window: DatePeriod) -> InspectionSlot? {
        var days: (first: CalendarDate, last: CalendarDate)?
        var isAskedFor = false
        for number in window.first.dayNumber...window.last.dayNumber {
            let day = CalendarDate(dayNumber: number)
            let own = rules.filter { $0.cycle == cycle && $0.isInForce(on: day) }
            guard !own.isEmpty else { continue }
            days = (days?.first ?? day, day)
            if isAskedFor || rules.contains(where: { $0.cycle < cycle && $0.isInForce(on: day) }) { continue }
            isAskedFor = own.contains { !$0.isWorkdaysOnly || calendar.isWorking(day) }
        }
        guard let days, isAskedFor else { return nil }
        return InspectionSlot(cycle, days.first, days.last)
    }
}

/// The days on which a subject is there to be visited.
package struct SubjectLife: Sendable, Hashable {
    package let from: CalendarDate
    package let to: CalendarDate?

    package init(from: CalendarDate, to: CalendarDate?) { (self.from, self.to) = (from, to) }

    /// A slot that began before the subject was there, or ends after it, does not count.
    package func contains(_ slot: InspectionSlot) -> Bool {
        guard from <= slot.first else { return false }
        return to.map { slot.last <= $0 } ?? true
    }
}

/// The days of the visits of one purpose to one subject.
package struct VisitDays: Sendable {
    /// In order.
    package private(set) var days: [CalendarDate] = []

    package init(_ days: [CalendarDate] = []) { self.days = days.sorted() }

    /// The place of the first visit in a slot; `nil` if there is none.
    package func index(in slot: InspectionSlot) -> Int? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < slot.first { low = middle + 1 } else { high = middle }
        }
        return low < days.count && days[low] <= slot.last ? low : nil
    }

    /// The last visit up to a day.
    package func last(upTo day: CalendarDate) -> CalendarDate? { days.last { $0 <= day } }
}

/// Visits made of those that were due; with nothing due there is no rate.
package struct InspectionCount: Sendable, Equatable {
    package var done: Int64
    package var due: Int64

    package init(done: Int64 = 0, due: Int64 = 0) { (self.done, self.due) = (done, due) }

    /// `nil` where nothing was due: 0 ÷ 0 is not applicable.
    package var rate: Rational? { due == 0 ? nil : Rational(done, over: due) }

    package static func += (left: inout InspectionCount, right: InspectionCount) {
        left.done += right.done
        left.due += right.due
    }
}

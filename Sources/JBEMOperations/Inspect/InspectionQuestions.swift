internal import GRDB
package import JBEMCore
package import JBEMStore

/// One slot of one subject, with the visit that filled it.
package struct InspectionSlotRow: Sendable {
    package enum State: String, Sendable {
        case done, open, missed
    }

    package let subject: InspectionSubject
    package let purpose: String
    package let slot: InspectionSlot
    package let doneOn: CalendarDate?
    package let doneBy: Int64?
    package let state: State

    init(_ subject: InspectionSubject, _ agenda: InspectionAgenda, _ slot: InspectionSlot, asOf: CalendarDate) {
        let index = agenda.visits.index(in: slot)
        (self.subject, self.purpose, self.slot) = (subject, agenda.purpose, slot)
        doneOn = index.map { agenda.visits.days[$0] }
        doneBy = index.map { agenda.inspectors[$0] }
        state = index != nil ? .done : slot.last < asOf ? .missed : .open
    }
}

/// The slots that end in a period.
package struct ListInspectionSlots {
    package enum Kind: Sendable {
        case all
        /// Not visited, and ended by the day of the question.
        case gaps
        /// Not visited yet, whatever the day.
        case unvisited
    }

    package enum Order: String, Sendable, CaseIterable {
        case subject, day, region, person
    }

    let question: InspectionQuestion
    let period: DatePeriod
    let asOf: CalendarDate?
    let kind: Kind
    let order: Order
    let limit: Int?

    /// - Parameter order: by subject the rows are streamed; any other order holds them in memory.
    package init(
        _ question: InspectionQuestion, _ period: DatePeriod, asOf: CalendarDate?, kind: Kind = .all, order: Order = .subject,
        limit: Int? = nil
    ) {
        (self.question, self.period, self.asOf) = (question, period, asOf)
        (self.kind, self.order, self.limit) = (kind, order, limit)
    }

    /// Hands over what readers need, then each row.
    ///
    /// - Returns: the number of rows, limit aside, and how many risk points have no slots because they were not assessed.
    package func run(
        _ session: Session, begin: (ReadingFacts) throws -> Void, row: (InspectionSlotRow) throws -> Void
    ) throws -> (total: Int, unassessed: Int) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            try begin(try ReadingFacts(store, in: db))
            var (total, unassessed) = (0, 0)
            var held: [InspectionSlotRow] = []
            try InspectionCalendar(question.resolved(in: db), period, asOf: day, in: db).forEach { subject, agendas, _ in
                if subject.life == nil { unassessed += 1 }
                for agenda in agendas {
                    for slot in agenda.slots {
                        let found = InspectionSlotRow(subject, agenda, slot, asOf: day)
                        guard isWanted(found, day) else { continue }
                        total += 1
                        if order != .subject { held.append(found) } else if limit.map({ total <= $0 }) ?? true { try row(found) }
                    }
                }
            }
            for found in sorted(held).prefix(limit ?? held.count) { try row(found) }
            return (total, unassessed)
        }
    }

    private func isWanted(_ row: InspectionSlotRow, _ day: CalendarDate) -> Bool {
        switch kind {
        case .all: true
        case .gaps: row.doneOn == nil && row.slot.last <= day
        case .unvisited: row.doneOn == nil
        }
    }

    private func sorted(_ rows: [InspectionSlotRow]) -> [InspectionSlotRow] {
        func key(_ row: InspectionSlotRow) -> (String, Int64, CalendarDate) {
            switch order {
            case .subject, .day: ("", 0, row.slot.last)
            case .region: (row.subject.region, 0, row.slot.last)
            case .person: ("", row.doneBy ?? .max, row.doneOn ?? row.slot.last)
            }
        }
        // What the key leaves open stays in the order of the subjects.
        return rows.enumerated().sorted { left, right in
            let keys = (key(left.element), key(right.element))
            return keys.0 == keys.1 ? left.offset < right.offset : keys.0 < keys.1
        }.map(\.element)
    }
}

/// What visits are counted by.
package enum InspectionGrouping: String, Sendable, CaseIterable {
    case region, office, subject, purpose, cycle
}

/// Visits made of those due, by group.
package struct CountInspections {
    package struct Line: Sendable {
        package let key: String
        package var count = InspectionCount()
        /// Visits that answer to no slot: rain, opening, campaigns, draws.
        package var extra: Int64 = 0
    }

    package struct Output: Sendable {
        package let lines: [Line]
        package let total: Line
        package let unassessed: Int
        package let asOf: CalendarDate
        package let facts: ReadingFacts
    }

    let question: InspectionQuestion
    let period: DatePeriod
    let grouping: InspectionGrouping
    let asOf: CalendarDate?

    package init(_ question: InspectionQuestion, _ period: DatePeriod, by grouping: InspectionGrouping, asOf: CalendarDate?) {
        (self.question, self.period, self.grouping, self.asOf) = (question, period, grouping, asOf)
    }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            var lines: [String: Line] = [:]
            var total = Line(key: "")
            var unassessed = 0
            try InspectionCalendar(question.resolved(in: db), period, asOf: day, in: db).forEach { subject, agendas, extra in
                if subject.life == nil { unassessed += 1 }
                for agenda in agendas {
                    for (key, count) in counts(subject, agenda, day) where count.due > 0 {
                        lines[key, default: Line(key: key)].count += count
                        total.count += count
                    }
                }
                for (purpose, count) in extra {
                    let key = own(subject) ?? (grouping == .purpose ? purpose : "event")
                    lines[key, default: Line(key: key)].extra += count
                    total.extra += count
                }
            }
            return Output(
                lines: lines.values.sorted { $0.key < $1.key }, total: total, unassessed: unassessed, asOf: day,
                facts: try ReadingFacts(store, in: db))
        }
    }

    /// The group of a subject; `nil` where the group is not the subject's.
    private func own(_ subject: InspectionSubject) -> String? {
        switch grouping {
        case .region: subject.region
        case .office: subject.office
        case .subject: subject.noun
        case .purpose, .cycle: nil
        }
    }

    private func counts(_ subject: InspectionSubject, _ agenda: InspectionAgenda, _ day: CalendarDate) -> [(String, InspectionCount)] {
        guard grouping == .cycle else { return [(own(subject) ?? agenda.purpose, agenda.count(asOf: day))] }
        return Dictionary(grouping: agenda.slots, by: \.cycle).map { cycle, slots in
            (cycle.rawValue, agenda.count(of: slots, asOf: day))
        }
    }
}

/// Subjects whose newest slot ended without a visit, and nobody came since.
package struct ListOverdueInspections {
    package struct Row: Sendable {
        package let subject: InspectionSubject
        package let purpose: String
        package let slot: InspectionSlot
        /// Slots missed one after the other, up to a year back.
        package let missed: Int64
        /// `nil` if nobody came in that year.
        package let lastVisit: CalendarDate?
    }

    let question: InspectionQuestion
    let asOf: CalendarDate?
    let limit: Int?

    package init(_ question: InspectionQuestion, asOf: CalendarDate?, limit: Int?) {
        (self.question, self.asOf, self.limit) = (question, asOf, limit)
    }

    package func run(_ session: Session) throws -> (rows: [Row], total: Int, asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        // Every cycle ends at least once in 366 days.
        let past = DatePeriod(day.adding(days: -366), day.adding(days: -1))
        return try store.read { db in
            var rows: [Row] = []
            // The period is the past, the visits are those up to the day of the question.
            try InspectionCalendar(question.resolved(in: db), past, asOf: day, visitsUpTo: day, in: db).forEach { subject, agendas, _ in
                for agenda in agendas {
                    let last = agenda.visits.last(upTo: day)
                    guard let newest = agenda.slots.last else { continue }
                    let missed = agenda.slots.filter { slot in last.map { $0 < slot.first } ?? true }
                    guard !missed.isEmpty, missed.contains(newest) else { continue }
                    rows.append(
                        Row(subject: subject, purpose: agenda.purpose, slot: newest, missed: Int64(missed.count), lastVisit: last))
                }
            }
            let sorted = rows.enumerated().sorted { left, right in
                (left.element.slot.last, left.offset) < (right.element.slot.last, right.offset)
            }.map(\.element)
            return (Array(sorted.prefix(limit ?? rows.count)), rows.count, day, try ReadingFacts(store, in: db))
        }
    }
}

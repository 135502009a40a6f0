package import GRDB
package import JBEMCore

/// What is asked of the calendar; `nil` asks for any.
package struct InspectionQuestion: Sendable {
    /// `risk` or `equipment`.
    package var subject: String?
    package var purpose: String?
    package var cycle: SlotCycle?
    /// With everything below it.
    package var region: String?
    package var isKeyOnly = false

    package init(
        subject: String? = nil, purpose: String? = nil, cycle: SlotCycle? = nil, region: String? = nil, isKeyOnly: Bool = false
    ) {
        (self.subject, self.purpose, self.cycle, self.region, self.isKeyOnly) = (subject, purpose, cycle, region, isKeyOnly)
    }
}

/// A risk point or a piece of equipment as the calendar sees it.
package struct InspectionSubject: Sendable {
    /// `risk` or `equipment`.
    package let noun: String
    package let id: Int64
    package let number: String
    package let name: String
    package let region: String
    package let office: String
    /// `nil` for a point that was not assessed: nothing is due there.
    package let life: SubjectLife?
    package let point: (longitude: Int64, latitude: Int64, datum: String)?

    /// `RK-500105000-3`.
    var fullID: String { RecordID(number: id)?.text(prefix: Catalog.schema(noun)?.prefix ?? "") ?? "" }
}

/// What is due at one subject for one purpose, and what was done.
package struct InspectionAgenda: Sendable {
    package let purpose: String
    package let schedule: SlotSchedule
    /// The slots that end in the period and lie in the life of the subject.
    package let slots: [InspectionSlot]
    package let visits: VisitDays
    /// The inspector of each visit.
    package let inspectors: [Int64]
}

/// The calendar of visits, derived from rules, subjects and period; nothing of it is stored.
///
/// Subjects are handed over one at a time, so that memory does not grow with them.
package struct InspectionCalendar {
    let question: InspectionQuestion
    let period: DatePeriod
    private let lastVisit: CalendarDate
    private let db: Database
    private let rules: [String: [(rule: InspectionConditions, purpose: String, slot: SlotRule)]]
    private let territory: Set<String>?
    private let calendar: WorkingCalendar

    /// - Parameters:
    ///   - asOf: visits on later days are left out.
    ///   - limit: visits after it do not matter; the end of the period unless given.
    package init(
        _ question: InspectionQuestion, _ period: DatePeriod, asOf: CalendarDate, visitsUpTo limit: CalendarDate? = nil, in db: Database
    ) throws {
        (self.question, self.period, self.db) = (question, period, db)
        lastVisit = min(asOf, limit ?? period.last)
        rules = try InspectionConditions.read(question, in: db)
        calendar = try WorkingCalendar.read(db)
        territory = try question.region.map { try Territory($0, in: db).all }
    }

    /// Hands over every subject with what its rules make due, in the order of their ids, risk points first.
    ///
    /// - Parameter body: the subject, its agendas, and how many visits of the period answer to no slot, by purpose.
    package func forEach(_ body: (InspectionSubject, [InspectionAgenda], _ extra: [String: Int64]) throws -> Void) throws {
        for noun in ["risk", "equipment"] where question.subject == nil || question.subject == noun {
            try forEach(noun, body)
        }
    }

    private func forEach(_ noun: String, _ body: (InspectionSubject, [InspectionAgenda], [String: Int64]) throws -> Void) throws {
        let own = rules[noun] ?? []
        var known: [InspectionConditions.Kind: [(purpose: String, schedule: SlotSchedule, slots: [InspectionSlot])]] = [:]
        let subjects = try Row.fetchCursor(db, sql: noun == "risk" ? InspectionCalendar.risks : InspectionCalendar.equipment)
        var visits = try VisitStream(noun, from: earliest, to: lastVisit, in: db)
        while let row = try subjects.next() {
            let subject = InspectionCalendar.subject(noun, row)
            let made = try visits.of(subject.id)
            if let territory, !territory.contains(subject.region) { continue }
            if question.isKeyOnly, row["is_key"] != true { continue }
            let kind = InspectionConditions.Kind(row)
            let plans = known[kind] ?? plan(own, kind)
            known[kind] = plans
            let planned = Set(plans.map(\.purpose))
            let agendas = plans.map { purpose, schedule, slots in
                let visited = made.filter { $0.purpose == purpose }
                let life = subject.life
                return InspectionAgenda(
                    purpose: purpose, schedule: schedule,
                    slots: slots.filter { slot in (question.cycle ?? slot.cycle) == slot.cycle && (life?.contains(slot) ?? false) },
                    visits: VisitDays(visited.map(\.day)), inspectors: visited.map(\.inspector))
            }
            let extra = made.reduce(into: [String: Int64]()) { counts, visit in
                guard period.contains(visit.day), !planned.contains(visit.purpose) else { return }
                if (question.purpose ?? visit.purpose) == visit.purpose { counts[visit.purpose, default: 0] += 1 }
            }
            try body(subject, agendas, extra)
        }
    }

    /// The first day of the year in which the first visit of a purpose was entered: before it nothing was kept, and so nothing was missed.
    static func keptSince(_ purpose: String?, in db: Database) throws -> CalendarDate? {
        let first = try String.fetchOne(
            db, sql: "SELECT min(visited_on) FROM inspect WHERE ?1 IS NULL OR purpose = ?1", arguments: [purpose])
        return first.flatMap { CalendarDate(iso: $0) }.map { SlotCycle.year.slot(containing: $0).first }
    }

    /// A slot that ends in the period may have begun as early as its year.
    private var earliest: CalendarDate { SlotCycle.year.slot(containing: period.first).first.adding(days: -7) }

    private func plan(
        _ rules: [(rule: InspectionConditions, purpose: String, slot: SlotRule)], _ kind: InspectionConditions.Kind
    ) -> [(purpose: String, schedule: SlotSchedule, slots: [InspectionSlot])] {
        let fitting = rules.filter { $0.rule.fits(kind) }
        return Dictionary(grouping: fitting, by: \.purpose).sorted { $0.key < $1.key }.map { purpose, own in
            let schedule = SlotSchedule(own.map(\.slot), calendar)
            return (purpose, schedule, schedule.slots(endingIn: period))
        }
    }

    private static let risks = """
        SELECT id, point_no AS number, name, region, office, coalesce(residual_level, level) AS level, category, NULL AS kind, NULL AS is_key, assessed_on AS first_on,
            NULL AS last_on, longitude, latitude, datum
        FROM (\(RiskRelation.visited.sql)) ORDER BY id
        """
    private static let equipment = """
        SELECT id, number, name, region, office, NULL AS level, NULL AS category, kind, is_key, in_use_from AS first_on, in_use_to AS last_on,
            NULL AS longitude, NULL AS latitude, NULL AS datum
        FROM equipment ORDER BY id
        """

    private static func subject(_ noun: String, _ row: Row) -> InspectionSubject {
        let (first, last): (String?, String?) = (row["first_on"], row["last_on"])
        let (longitude, latitude, datum): (Int64?, Int64?, String?) = (row["longitude"], row["latitude"], row["datum"])
        return InspectionSubject(
            noun: noun, id: row["id"], number: row["number"], name: row["name"], region: row["region"], office: row["office"],
            life: first.flatMap { CalendarDate(iso: $0) }.map { SubjectLife(from: $0, to: last.flatMap { CalendarDate(iso: $0) }) },
            point: longitude.flatMap { x in latitude.flatMap { y in datum.map { (x, y, $0) } } })
    }
}

/// The visits of one kind of subject in the order of the subjects, read once alongside them.
private struct VisitStream {
    struct Visit {
        let day: CalendarDate
        let purpose: String
        let inspector: Int64
    }

    private let cursor: RowCursor
    private var next: (subject: Int64, visit: Visit)?

    init(_ noun: String, from first: CalendarDate, to last: CalendarDate, in db: Database) throws {
        // The day as a number: reading millions of dates as texts would take longer than all else.
        let sql = """
            SELECT \(noun), CAST(julianday(visited_on) - 2440587.5 AS INTEGER), purpose, inspector FROM inspect
            WHERE \(noun) IS NOT NULL AND visited_on BETWEEN ? AND ? ORDER BY \(noun), visited_on
            """
        cursor = try Row.fetchCursor(db, sql: sql, arguments: [first.description, last.description])
        try advance()
    }

    /// The visits to a subject; asked for in the order of the ids.
    mutating func of(_ subject: Int64) throws -> [Visit] {
        var found: [Visit] = []
        while let current = next, current.subject <= subject {
            if current.subject == subject { found.append(current.visit) }
            try advance()
        }
        return found
    }

    private mutating func advance() throws {
        next = try cursor.next().map { row in
            (row[0], Visit(day: CalendarDate(dayNumber: row[1]), purpose: row[2], inspector: row[3]))
        }
    }
}

package import GRDB
package import JBEMCore

/// Which duties are asked for.
package struct AgendaQuestion: Sendable {
    package var asOf: CalendarDate
    /// The first due day asked for; `nil` for any in the past.
    package var from: CalendarDate?
    /// The last due day asked for.
    package var until: CalendarDate
    /// The earliest so many.
    package var limit: Int?
    package var topics: Set<String>?
    package var person: Int64?
    package var office: String?
    package var regions: Set<String>?

    package init(asOf: CalendarDate, until: CalendarDate) { (self.asOf, self.until) = (asOf, until) }
}

/// How many duties a topic has, and the day of the earliest.
package struct AgendaTally: Sendable {
    /// A code of the list `agenda_topic`.
    package let topic: String
    package let count: Int64
    package let earliest: CalendarDate

    package init(topic: String, count: Int64, earliest: CalendarDate) {
        (self.topic, self.count, self.earliest) = (topic, count, earliest)
    }
}

/// Every clock in the store as dated duties.
package struct AgendaStore {
    private(set) var question: AgendaQuestion
    let db: Database
    private let clocks: ClockRules
    private let calendar: WorkingCalendar

    package init(_ question: AgendaQuestion, in db: Database) throws {
        (self.question, self.db) = (question, db)
        (clocks, calendar) = (try ClockRules(in: db), try WorkingCalendar.read(db))
    }

    /// The duties, the earliest first.
    package func entries() throws -> [AgendaEntry] {
        var all: [AgendaEntry] = []
        for (source, noun) in sources { all += try entries(source, noun) }
        let sorted = all.filter(isInTime).sorted()
        return question.limit.map { Array(sorted.prefix($0)) } ?? sorted
    }

    /// Counts the duties of each topic, with the day of the earliest; what a limit would leave out is counted too.
    package func tally() throws -> [AgendaTally] {
        var unlimited = self
        unlimited.question.limit = nil
        var tallies: [String: AgendaTally] = [:]
        func add(_ topic: String, _ count: Int64, _ earliest: CalendarDate) {
            let known = tallies[topic]
            tallies[topic] = AgendaTally(
                topic: topic, count: (known?.count ?? 0) + count, earliest: known.map { min($0.earliest, earliest) } ?? earliest)
        }
        for (source, noun) in sources {
            if case .sql(let own) = source.origin, source.clock == nil {
                let sql = "SELECT count(*) AS n, min(a.day) AS earliest FROM (\(own)) AS a WHERE \(conditions)"
                guard let row = try Row.fetchOne(db, sql: sql, arguments: arguments(sql)),
                    let day = (row["earliest"] as String?).flatMap({ CalendarDate(iso: $0) })
                else { continue }
                add(source.topic, row["n"], day)
            } else {
                for entry in try unlimited.entries(source, noun) where isInTime(entry) {
                    add(source.topic, 1, entry.dueOn)
                }
            }
        }
        return tallies.values.sorted { $0.topic < $1.topic }
    }

    private func isInTime(_ entry: AgendaEntry) -> Bool { question.from.map { $0 <= entry.dueOn } ?? true }

    private var sources: [(AgendaSource, noun: String)] {
        NounStore.all.flatMap { store in
            store.agenda.filter { question.topics?.contains($0.topic) ?? true }.map { ($0, store.noun) }
        }
    }

    /// What a query of duties whose day is the due day is asked for.
    private let conditions = AgendaStore.concerned + " AND a.day <= :until AND (:from IS NULL OR a.day >= :from)"

    private static let concerned = """
        (:person IS NULL OR a.person = :person) AND (:office IS NULL OR a.office = :office)
            AND (:regions IS NULL OR a.region IN (SELECT value FROM json_each(:regions)))
        """

    /// The order of ``AgendaEntry`` within one topic.
    private static let order = """
        ORDER BY a.day, CASE typeof(a.subject) WHEN 'integer' THEN (a.subject / 10000000) || '-' || (a.subject % 10000000) ELSE a.subject END
        """

    private func entries(_ source: AgendaSource, _ noun: String) throws -> [AgendaEntry] {
        switch source.origin {
        case .sql(let sql): try entries(source, noun, sql)
        case .derived(let derived): try derived(question, db)
        }
    }

    private func entries(_ source: AgendaSource, _ noun: String, _ own: String) throws -> [AgendaEntry] {
        let sql = """
            SELECT a.*, p.name AS person_name FROM (\(own)) AS a LEFT JOIN person AS p ON p.id = a.person
            WHERE \(source.clock == nil ? conditions + limited : Self.concerned)
            """
        let prefix = Catalog.schema(noun)?.prefix ?? ""
        var entries: [AgendaEntry] = []
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments(sql))
        while let row = try cursor.next() {
            guard let day = CalendarDate(iso: row["day"] as String), let due = try due(day, source, row["scope"]), due.day <= question.until
            else { continue }
            let subject = FieldValue.fromDatabaseValue(row["subject"])
            let name = subject?.integer.flatMap { RecordID(number: $0)?.text(prefix: prefix) } ?? subject?.text ?? ""
            entries.append(
                AgendaEntry(
                    topic: source.topic, subject: name, noun: noun,
                    title: Localized(row["title"] ?? "", row["title_en"] ?? row["title"] ?? ""), dueOn: due.day,
                    lastDoneOn: (row["last_done"] as String?).flatMap { CalendarDate(iso: $0) }, person: row["person"],
                    personName: row["person_name"], office: row["office"], region: row["region"], source: due.source,
                    unknownYears: due.unknownYears))
        }
        return entries
    }

    /// Where the due day is worked out, only all of them tell which are the earliest.
    private var limited: String { question.limit.map { " \(Self.order) LIMIT \($0)" } ?? "" }

    private func arguments(_ sql: String) -> StatementArguments {
        let known: [String: (any DatabaseValueConvertible)?] = [
            "as_of": question.asOf.description, "until": question.until.description, "from": question.from?.description,
            "person": question.person, "office": question.office,
            "regions": question.regions?.json,
        ]
        // A query names only what it needs, and a name it does not have is refused.
        return StatementArguments(known.filter { sql.contains(":\($0.key)") })
    }

    /// The day on which a duty is due, or `nil` where its clock has no rule in force.
    private func due(_ day: CalendarDate, _ source: AgendaSource, _ scope: String?) throws -> (
        day: CalendarDate, source: Localized, unknownYears: [Int]
    )? {
        guard let clock = source.clock else { return (day, source.basis, []) }
        guard let due = clocks.due(clock, scope: scope, from: day, calendar) else { return nil }
        return (due.day, Localized(verbatim: due.source), due.unknownYears)
    }
}

/// What a reader of the agenda has been told; outside of the journal.
package enum AgendaMemory {
    /// The names and states that `reader` knows.
    package static func spoken(to reader: String, in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT uid, spoken FROM agenda_memory WHERE reader = ?", arguments: [reader])
        return rows.reduce(into: [:]) { $0[$1["uid"] as String] = $1["spoken"] as String }
    }

    /// Remembers exactly these.
    package static func remember(_ states: [String: String], for reader: String, in db: Database) throws {
        try db.execute(sql: "DELETE FROM agenda_memory WHERE reader = ?", arguments: [reader])
        let insert = try db.makeStatement(sql: "INSERT INTO agenda_memory (reader, uid, spoken) VALUES (?, ?, ?)")
        for (uid, spoken) in states.sorted(by: { $0.key < $1.key }) { try insert.execute(arguments: [reader, uid, spoken]) }
    }
}

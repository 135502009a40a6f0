internal import GRDB
internal import JBEMCore

/// A rate or state that is worked out from records.
struct RateMeasure: Sendable {
    /// What happened on one day: how much of what was due then was done.
    struct Day: Sendable {
        let day: CalendarDate
        var count: Int64
        var total: Int64
        /// Ids of the records that fell short.
        var short: [String] = []
    }

    /// How many there are of how many; `total` is `nil` for a plain number.
    struct State: Sendable {
        let count: Int64
        let total: Int64?
        /// What falls short.
        var short: [String] = []
    }

    enum Kind: Sendable {
        /// Adds up over the days of a period; gives the days on which something was due.
        case flow(@Sendable (DatePeriod, _ asOf: CalendarDate, Territory, Database) throws -> [Day])
        /// Holds on a day; `nil` where nothing of the kind is kept.
        case state(@Sendable (CalendarDate, Territory, Database) throws -> State?)
    }

    let code: String
    let kind: Kind

    static let all: [RateMeasure] = [sectors, registrations, reservoirPoints] + hazards + inspections + warehouses

    static func of(_ code: String) -> RateMeasure? { all.first { $0.code == code } }

    /// T45: the sectors of the code list with a regulator in force, by the terms of responsibility.
    private static let sectors = RateMeasure(
        code: "duty.sector_rate",
        kind: .state { day, territory, db in
            let sql = """
                SELECT c.code, EXISTS (SELECT 1 FROM duty AS d JOIN office AS o ON o.code = d.office JOIN person AS p ON p.id = d.person
                    WHERE d.role = 'regulator' AND d.sector = c.code AND :day BETWEEN d.valid_from AND coalesce(d.valid_to, '9999')
                        AND :day BETWEEN coalesce(p.valid_from, '') AND coalesce(p.valid_to, '9999')
                        AND o.region IN (SELECT value FROM json_each(:regions))) AS has
                FROM code AS c WHERE c.list = 'accident_sector' AND c.code <> 'other' AND :day BETWEEN coalesce(c.valid_from, '')
                    AND coalesce(c.valid_to, '9999') ORDER BY c.position
                """
            // Before the first regulator of the territory this ledger was not kept.
            let kept = """
                SELECT EXISTS (SELECT 1 FROM duty AS d JOIN office AS o ON o.code = d.office WHERE d.role = 'regulator' AND d.valid_from <= :day
                    AND o.region IN (SELECT value FROM json_each(:regions)))
                """
            let arguments: StatementArguments = ["day": day.description, "regions": territory.all.json]
            guard try Bool.fetchOne(db, sql: kept, arguments: arguments) == true else { return nil }
            let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
            let named = rows.filter { $0["has"] }
            return State(
                count: Int64(named.count), total: Int64(rows.count), short: rows.filter { !($0["has"] as Bool) }.map { $0["code"] })
        })

    /// T16: special equipment in use on a day, and what of it is registered.
    private static let registrations = RateMeasure(
        code: "asset.special_equipment_registered_rate",
        kind: .state { day, territory, db in
            let sql = """
                SELECT id, coalesce(registered_on <= :day, 0) AS done FROM equipment WHERE in_use_from <= :day AND coalesce(in_use_to, '9999') >= :day
                    AND region IN (SELECT value FROM json_each(:regions)) ORDER BY id
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: ["day": day.description, "regions": territory.all.json])
            guard !rows.isEmpty else { return nil }
            let short = rows.filter { !($0["done"] as Bool) }.compactMap {
                RecordID(number: $0["id"])?.text(prefix: Equipment.schema.prefix)
            }
            return State(count: Int64(rows.count - short.count), total: Int64(rows.count), short: short)
        })

    /// T20: points of the reservoir-area programme that are monitored on a day.
    private static let reservoirPoints = RateMeasure(
        code: "monitor.reservoir_point_live",
        kind: .state { day, territory, db in
            let sql = """
                SELECT id, coalesce(:day BETWEEN monitored_from AND coalesce(monitored_to, '9999'), 0) AS live FROM risk
                WHERE programme = 'three_gorges' AND region IN (SELECT value FROM json_each(:regions)) ORDER BY id
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: ["day": day.description, "regions": territory.all.json])
            guard !rows.isEmpty else { return nil }
            let short = rows.filter { !($0["live"] as Bool) }.compactMap { RecordID(number: $0["id"])?.text(prefix: Risk.schema.prefix) }
            return State(count: Int64(rows.count - short.count), total: nil, short: short)
        })

    /// T15, T17, T39: visits made of those due, by the day on which each was due at the latest.
    private static let inspections = [
        inspection(
            "inspect.special_equipment_check_rate",
            InspectionQuestion(subject: "equipment", purpose: InspectionPurpose.routine, isKeyOnly: true)),
        inspection("inspect.special_equipment_tested_rate", InspectionQuestion(subject: "equipment", purpose: InspectionPurpose.test)),
        inspection("inspect.hazard_check_rate", InspectionQuestion(subject: "risk", purpose: InspectionPurpose.routine)),
    ]

    private static func inspection(_ code: String, _ question: InspectionQuestion) -> RateMeasure {
        RateMeasure(
            code: code,
            kind: .flow { period, _, territory, db in
                var days: [Int: Day] = [:]
                guard let kept = try InspectionCalendar.keptSince(question.purpose, in: db) else { return [] }
                try InspectionCalendar(question, period, asOf: period.last, in: db).forEach { subject, agendas, _ in
                    guard territory.all.contains(subject.region) else { return }
                    for agenda in agendas {
                        for slot in agenda.slots where kept <= slot.first {
                            let isDone = agenda.visits.index(in: slot) != nil
                            var day = days[slot.last.dayNumber] ?? Day(day: slot.last, count: 0, total: 0)
                            day.total += 1
                            if isDone {
                                day.count += 1
                            } else if day.short.count < ComputedRate.mostRows {
                                day.short.append(subject.fullID)
                            }
                            days[slot.last.dayNumber] = day
                        }
                    }
                }
                return days.values.sorted { $0.day < $1.day }
            })
    }

    private static let hazards = [
        // Those that fell due on a day, and whether they were closed by then.
        hazard("hazard.on_time_rate", done: "coalesce(closed_on <= min(deadline, :as_of), 0)"),
        hazard("hazard.rectification_rate", done: "coalesce(closed_on <= :as_of, 0)"),
    ]

    private static func hazard(_ code: String, done: String) -> RateMeasure {
        RateMeasure(
            code: code,
            kind: .flow { period, asOf, territory, db in
                let sql = """
                    SELECT deadline, id, \(done) AS done FROM hazard WHERE deadline BETWEEN :first AND :last
                        AND found_on <= :as_of AND region IN (SELECT value FROM json_each(:regions)) ORDER BY deadline, id
                    """
                let arguments: StatementArguments = [
                    "first": period.first.description, "last": period.last.description, "as_of": asOf.description,
                    "regions": territory.all.json,
                ]
                let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
                return days(rows, prefix: Hazard.schema.prefix)
            })
    }

    /// Rows of (day, id, done) in the order of their days.
    private static func days(_ rows: [Row], prefix: String) -> [Day] {
        Dictionary(grouping: rows) { $0[0] as String }.sorted { $0.key < $1.key }.compactMap { text, own in
            guard let day = CalendarDate(iso: text) else { return nil }
            let short = own.filter { !($0[2] as Bool) }.compactMap { RecordID(number: $0[1])?.text(prefix: prefix) }
            return Day(day: day, count: Int64(own.count - short.count), total: Int64(own.count), short: short)
        }
    }
}

extension RateMeasure {
    /// What the records give for each of some periods that have begun by `asOf`.
    func rates(
        _ periods: Set<DatePeriod>, asOf: CalendarDate, settling: (CalendarDate) -> CalendarDate, _ territory: Territory, in db: Database
    ) throws -> [ComputedRate] {
        let asked = periods.filter { $0.last <= asOf }.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
        guard let first = asked.first?.first, let last = asked.map(\.last).max() else { return [] }
        switch kind {
        case .state(let state):
            return try Set(asked.map(\.last)).sorted().compactMap { day in
                guard let found = try state(day, territory, db) else { return nil }
                return ComputedRate(
                    period: DatePeriod(day, day), count: found.count, total: found.total, settledOn: settling(day),
                    rows: Array(found.short.prefix(ComputedRate.mostRows)))
            }
        case .flow(let flow):
            let days = try flow(DatePeriod(first, last), asOf, territory, db)
            // Before the first day on which anything was due the ledger was not kept: that is missing, not 0/0.
            guard let begin = days.first?.day else { return [] }
            return asked.filter { begin <= $0.last }.map { period in
                let own = days.drop { $0.day < period.first }.prefix { $0.day <= period.last }
                return ComputedRate(
                    period: period, count: own.map(\.count).reduce(0, +), total: own.map(\.total).reduce(0, +),
                    settledOn: settling(period.last),
                    rows: Array(own.lazy.flatMap(\.short).prefix(ComputedRate.mostRows)))
            }
        }
    }
}

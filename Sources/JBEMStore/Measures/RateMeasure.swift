internal import GRDB
internal import JBEMCore

/// A rate or state that is worked out from records.
struct RateMeasure: Sendable {
    /// What happened on one day: how much of what was due then was done.
    struct Day: Sendable {
        let day: CalendarDate
        let count: Int64
        let total: Int64
        /// Ids of the records that fell short.
        var short: [String] = []
    }

    enum Kind: Sendable {
        /// Adds up over the days of a period; gives the days on which something was due.
        case flow(@Sendable (DatePeriod, Territory, Database) throws -> [Day])
        /// Holds on a day; `total` is `nil` for a plain number.
        case state(@Sendable (CalendarDate, Territory, Database) throws -> (count: Int64, total: Int64?, short: [String]))
    }

    let code: String
    let kind: Kind

    static let all: [RateMeasure] = [sectors] + hazards

    static func of(_ code: String) -> RateMeasure? { all.first { $0.code == code } }

    /// T45: the sectors of the code list with a regulator in force, by the terms of responsibility.
    private static let sectors = RateMeasure(
        code: "duty.sector_rate",
        kind: .state { day, territory, db in
            let sql = """
                SELECT c.zh, EXISTS (SELECT 1 FROM duty AS d JOIN office AS o ON o.code = d.office JOIN person AS p ON p.id = d.person
                    WHERE d.role = 'regulator' AND d.sector = c.code AND :day BETWEEN d.valid_from AND coalesce(d.valid_to, '9999')
                        AND :day BETWEEN coalesce(p.valid_from, '') AND coalesce(p.valid_to, '9999')
                        AND o.region IN (SELECT value FROM json_each(:regions))) AS has
                FROM code AS c WHERE c.list = 'accident_sector' AND c.code <> 'other' AND :day BETWEEN coalesce(c.valid_from, '')
                    AND coalesce(c.valid_to, '9999') ORDER BY c.position
                """
            // A store without any regulator does not keep this ledger.
            guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM duty WHERE role = 'regulator')") == true else { return (0, 0, []) }
            let rows = try Row.fetchAll(db, sql: sql, arguments: ["day": day.description, "regions": territory.all.json])
            let named = rows.filter { $0["has"] }
            return (Int64(named.count), Int64(rows.count), rows.filter { !($0["has"] as Bool) }.map { $0["zh"] })
        })

    private static let hazards = [
        // Those that fell due on a day, and whether they were closed by then.
        hazard("hazard.on_time_rate", done: "coalesce(closed_on <= deadline, 0)"),
        hazard("hazard.rectification_rate", done: "closed_on IS NOT NULL"),
    ]

    private static func hazard(_ code: String, done: String) -> RateMeasure {
        RateMeasure(
            code: code,
            kind: .flow { period, territory, db in
                let sql = """
                    SELECT deadline, id, \(done) AS done FROM hazard WHERE deadline BETWEEN ? AND ?
                        AND region IN (SELECT value FROM json_each(?)) ORDER BY deadline, id
                    """
                let rows = try Row.fetchAll(
                    db, sql: sql, arguments: [period.first.description, period.last.description, territory.all.json])
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
            return try Set(asked.map(\.last)).sorted().map { day in
                let (count, total, short) = try state(day, territory, db)
                return ComputedRate(
                    period: DatePeriod(day, day), count: count, total: total, settledOn: settling(day),
                    rows: Array(short.prefix(ComputedRate.mostRows)))
            }
        case .flow(let flow):
            let days = try flow(DatePeriod(first, last), territory, db)
            // Before the first day on which anything was due the ledger was not kept: that is missing, not 0/0.
            guard let begin = days.first?.day else { return [] }
            return asked.filter { begin <= $0.last }.map { period in
                let own = days.drop { $0.day < period.first }.prefix { $0.day <= period.last }
                return ComputedRate(
                    period: period, count: own.map(\.count).reduce(0, +), total: own.map(\.total).reduce(0, +), settledOn: settling(period.last),
                    rows: Array(own.lazy.flatMap(\.short).prefix(ComputedRate.mostRows)))
            }
        }
    }
}

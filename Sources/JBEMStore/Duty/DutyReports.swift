package import GRDB
package import JBEMCore

/// Questions over all terms of responsibility.
package enum DutyReports {
    /// How long a verified number counts, in days; 90 where the clock rules say nothing.
    package static func validDays(on day: CalendarDate, in db: Database) throws -> Int {
        try ClockRules(in: db).days("duty.phone", on: day) ?? 90
    }

    /// A risk point and the terms on it that touch a period, in order of the points.
    package struct Point: Sendable {
        package let id: Int64
        package let number: String
        package let name: String
        package let region: String
        package var terms: [DutyCoverage.Term]
    }

    /// Calls `body` with every risk point, those without anybody included.
    ///
    /// - Parameter regions: asks only the points of these; `nil` asks all.
    package static func eachPoint(
        _ window: DatePeriod, regions: Set<String>?, in db: Database, _ body: (Point) -> Void
    ) throws {
        let sql = """
            SELECT r.id, r.point_no, r.name, r.region, d.person, d.role,
                max(d.valid_from, coalesce(p.valid_from, ''), :first) AS first,
                min(coalesce(d.valid_to, '9999'), coalesce(p.valid_to, '9999'), :last) AS last
            FROM risk AS r LEFT JOIN duty AS d ON d.risk = r.id AND d.valid_from <= :last AND coalesce(d.valid_to, '9999') >= :first
            LEFT JOIN person AS p ON p.id = d.person
            WHERE :regions IS NULL OR r.region IN (SELECT value FROM json_each(:regions))
            ORDER BY r.id
            """
        let arguments: StatementArguments = [
            "first": window.first.description, "last": window.last.description, "regions": regions?.json,
        ]
        var point: Point?
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try cursor.next() {
            let id: Int64 = row[0]
            if point?.id != id {
                if let point { body(point) }
                point = Point(id: id, number: row[1], name: row[2], region: row[3], terms: [])
            }
            guard let person: Int64 = row[4], let role = DutyRole(rawValue: row[5]), let first = CalendarDate(iso: row[6] as String),
                let last = CalendarDate(iso: row[7] as String), first <= last
            else { continue }
            point?.terms.append(DutyCoverage.Term(person: person, role: role, days: DatePeriod(first, last)))
        }
        if let point { body(point) }
    }

    /// The days on which each person's number counts as verified, by what was known up to `asOf`.
    package static func verifiedDays(asOf: CalendarDate, in db: Database) throws -> [Int64: DaySet] {
        let validDays = try validDays(on: asOf, in: db)
        let sql = """
            SELECT c.person, c.checked_on, c.is_reached, p.phone_changed_on FROM phone_check AS c JOIN person AS p ON p.id = c.person
            WHERE c.checked_on <= ? AND p.phone IS NOT NULL ORDER BY c.person, c.checked_on
            """
        var checks: [Int64: [DutyCoverage.Check]] = [:]
        var changed: [Int64: CalendarDate] = [:]
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: [asOf.description])
        while let row = try cursor.next() {
            guard let on = CalendarDate(iso: row[1] as String) else { continue }
            checks[row[0], default: []].append(DutyCoverage.Check(on: on, isReached: row[2]))
            // A change of the number after the day asked about is not known yet.
            if let day = (row[3] as String?).flatMap({ CalendarDate(iso: $0) }), day <= asOf { changed[row[0]] = day }
        }
        return checks.reduce(into: [:]) { days, entry in
            days[entry.key] = DutyCoverage.verifiedDays(entry.value, phoneChangedOn: changed[entry.key], validDays: validDays)
        }
    }

    /// Two terms that contradict each other on the days they share.
    package struct Conflict: Sendable {
        package enum Kind: String, Sendable {
            /// Two persons hold one role for one point, region or sector.
            case twoPersons = "two_persons"
            /// One person holds one role for one subject twice.
            case twice
            /// One person is on call in two offices.
            case twoOffices = "two_offices"
        }

        package let kind: Kind
        package let role: String
        /// The point, region, sector or office concerned.
        package let subject: String
        package let first: String
        package let second: String
        package let days: DatePeriod
    }

    /// The conflicts that touch a period.
    package static func conflicts(_ window: DatePeriod, in db: Database) throws -> [Conflict] {
        let sql = """
            WITH d AS (SELECT duty.id, duty.number, duty.person, duty.role, duty.office, max(duty.valid_from, coalesce(p.valid_from, '')) AS valid_from,
                min(coalesce(duty.valid_to, '9999-12-31'), coalesce(p.valid_to, '9999-12-31')) AS ends,
                coalesce((SELECT point_no FROM risk WHERE id = duty.risk), duty.region, duty.sector, duty.office) AS subject
                FROM duty JOIN person AS p ON p.id = duty.person),
            pair AS (
                SELECT 'twice' AS kind, a.role, a.subject, a.number AS first, b.number AS second, a.valid_from AS f1, b.valid_from AS f2, a.ends AS e1,
                    b.ends AS e2 FROM d AS a JOIN d AS b ON b.person = a.person AND b.role = a.role AND b.subject = a.subject AND b.id > a.id
                UNION ALL SELECT 'two_persons', a.role, a.subject, a.number, b.number, a.valid_from, b.valid_from, a.ends, b.ends
                FROM d AS a JOIN d AS b ON b.role = a.role AND b.subject = a.subject AND b.id > a.id AND b.person <> a.person
                WHERE a.role IN ('administrative', 'technical', 'patrol', 'regulator')
                UNION ALL SELECT 'two_offices', a.role, a.subject || '/' || b.subject, a.number, b.number, a.valid_from, b.valid_from, a.ends, b.ends
                FROM d AS a JOIN d AS b ON b.person = a.person AND b.id > a.id AND b.office <> a.office WHERE a.role = 'oncall' AND b.role = 'oncall')
            SELECT kind, role, subject, first, second, max(f1, f2, :first) AS f, min(e1, e2, :last) AS e FROM pair
            WHERE max(f1, f2, :first) <= min(e1, e2, :last) ORDER BY f, subject, role, first
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["first": window.first.description, "last": window.last.description])
            .compactMap { row in
                guard let kind = Conflict.Kind(rawValue: row["kind"]), let first = CalendarDate(iso: row["f"] as String),
                    let last = CalendarDate(iso: row["e"] as String)
                else { return nil }
                return Conflict(
                    kind: kind, role: row["role"], subject: row["subject"], first: row["first"], second: row["second"],
                    days: DatePeriod(first, last))
            }
    }
}

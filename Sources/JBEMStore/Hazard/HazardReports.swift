package import GRDB
package import JBEMCore

/// What hazards are counted by.
package enum HazardGrouping: String, Sendable, CaseIterable {
    case region, office, department
}

/// Questions over all hazards.
package enum HazardReports {
    /// Open hazards whose deadline lies in a run of days, the earliest first.
    ///
    /// - Parameters:
    ///   - first: `nil` for any day in the past.
    ///   - asOf: steps dated later are left out.
    package static func open(
        from first: CalendarDate?, to last: CalendarDate, asOf: CalendarDate, limit: Int? = nil, in db: Database
    ) throws -> [RecordRow] {
        let isPast = try Bool.fetchOne(db, sql: "SELECT \(HazardRelation.isPast)", arguments: ["as_of": asOf.description])
        let source =
            isPast == true
            ? "SELECT * FROM (\(HazardRelation.current.sql)) WHERE state <> 'closed' AND found_on <= :as_of"
            : """
            SELECT *, CASE WHEN stage = 'tolerated' AND tolerated_until < :as_of THEN 'ordered' ELSE stage END AS state,
                deadline < :as_of AS is_overdue FROM hazard WHERE closed_on IS NULL
            """
        let sql = "SELECT * FROM (\(source)) WHERE deadline <= :last AND deadline >= :first ORDER BY deadline, id LIMIT :limit"
        let arguments: StatementArguments = [
            "as_of": asOf.description, "last": last.description, "first": first?.description ?? "", "limit": limit ?? -1,
        ]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { RecordRow($0, Hazard.schema) }
    }

    /// Every open hazard as of a day, for ranking.
    package static func allOpen(asOf: CalendarDate, in db: Database) throws -> [RecordRow] {
        let sql = "SELECT * FROM (\(HazardRelation.current.sql)) WHERE state <> 'closed' AND found_on <= :as_of ORDER BY id"
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": asOf.description]).map { RecordRow($0, Hazard.schema) }
    }

    /// Hazards found, closed and reopened per group and month; everything before the period under the month "".
    package static func flows(
        by grouping: HazardGrouping, _ period: DatePeriod, in db: Database
    ) throws -> [HazardFlow] {
        let key = "coalesce(h.\(grouping.rawValue), '')"
        func month(_ day: String) -> String { "CASE WHEN \(day) < :first THEN '' ELSE substr(\(day), 1, 7) END" }
        let sql = """
            SELECT \(key) AS key, \(month("h.found_on")) AS month, 'found' AS what, count(*) AS n
            FROM hazard AS h WHERE h.found_on <= :last GROUP BY 1, 2
            UNION ALL
            SELECT \(key), \(month("s.taken_on")), s.step, count(*)
            FROM hazard_step AS s JOIN hazard AS h ON h.id = s.hazard WHERE s.step IN ('close', 'reopen') AND s.taken_on <= :last GROUP BY 1, 2, 3
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["first": period.first.description, "last": period.last.description]).map { row in
            HazardFlow(key: row["key"], month: row["month"], what: row["what"], count: row["n"])
        }
    }

    /// Numerators and denominators of the rates of a period, per group.
    package static func rates(
        by grouping: HazardGrouping, _ period: DatePeriod, asOf: CalendarDate, in db: Database
    ) throws -> [HazardRates] {
        let inside = "h.deadline BETWEEN :first AND :last AND h.deadline <= :as_of"
        let sql = """
            SELECT coalesce(h.\(grouping.rawValue), '') AS key, total(\(inside)) AS due,
                total(\(inside) AND coalesce(h.closed_on <= :as_of, 0)) AS due_closed,
                total(\(inside) AND coalesce(h.closed_on <= h.deadline, 0)) AS on_time,
                total(h.closed_on BETWEEN :first AND :last AND h.closed_on <= :as_of AND NOT coalesce(\(inside), 0)) AS other_closed
            FROM hazard AS h WHERE h.found_on <= :as_of AND (h.deadline IS NOT NULL OR h.closed_on IS NOT NULL) GROUP BY 1 ORDER BY 1
            """
        let arguments: StatementArguments = [
            "first": period.first.description, "last": period.last.description, "as_of": asOf.description,
        ]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            func whole(_ name: String) -> Int64 { Int64(row[name] as Double) }
            return HazardRates(
                key: row["key"], due: whole("due"), dueClosed: whole("due_closed"), onTime: whole("on_time"),
                otherClosed: whole("other_closed"))
        }
    }

    /// Units whose hazards came back: recurrences and reopenings beside all their hazards.
    package static func recurring(_ period: DatePeriod?, in db: Database) throws -> [HazardRecurrence] {
        let sql = """
            SELECT coalesce(h.unit, o.unit, '') AS unit, count(*) AS hazards, total(h.recurrence_of IS NOT NULL) AS recurrences,
                total(h.times_reopened) AS reopened
            FROM hazard AS h LEFT JOIN hazard AS o ON o.id = h.recurrence_of
            WHERE h.found_on BETWEEN :first AND :last GROUP BY 1 HAVING recurrences > 0 OR reopened > 0
            ORDER BY recurrences + reopened DESC, hazards, unit
            """
        let arguments: StatementArguments = ["first": period?.first.description ?? "", "last": period?.last.description ?? "9999"]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            HazardRecurrence(
                unit: row["unit"], hazards: row["hazards"], recurrences: Int64(row["recurrences"] as Double),
                reopened: Int64(row["reopened"] as Double))
        }
    }
}

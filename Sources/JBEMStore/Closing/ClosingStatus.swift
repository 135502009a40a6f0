package import GRDB
package import JBEMCore

/// A month that an office has not closed.
package struct MissingClosing: Sendable, Equatable {
    package let office: String
    package let name: Localized
    package let noun: String
    /// `2024-03`.
    package let month: String
    /// Closed once, but rows changed afterwards.
    package let isStale: Bool
}

/// Which months are closed for the district as a whole.
package enum ClosingStatus {
    /// The months (`2024-03`) of a noun that every reporting office in force has closed, or the district for all of them.
    static func closedMonths(of noun: String, years: ClosedRange<Int>, asOf: CalendarDate, in db: Database) throws -> Set<String> {
        let period = DatePeriod.years(years.lowerBound, years.upperBound)
        let open = Set(try missing(period, asOf: asOf, in: db).filter { $0.noun == noun }.map(\.month))
        let everyone = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM office WHERE is_reporting = 1)") ?? false
        let declared = try String.fetchSet(
            db, sql: "SELECT DISTINCT month FROM closing WHERE noun = ? AND closed_on <= ? AND (? OR is_overriding = 1)",
            arguments: [noun, asOf.description, everyone])
        return declared.subtracting(open)
    }

    /// Every reporting office in force × month × noun without a valid closing.
    package static func missing(_ period: DatePeriod, asOf: CalendarDate, in db: Database) throws -> [MissingClosing] {
        let sql = """
            WITH RECURSIVE month(m) AS (
                SELECT substr(:first, 1, 7) UNION ALL SELECT substr(date(m || '-01', '+1 month'), 1, 7) FROM month
                WHERE m < substr(:last, 1, 7) AND m < substr(:as_of, 1, 7)),
            closed AS (SELECT * FROM (\(ClosingRelation.current.sql)) WHERE closed_on <= :as_of),
            newest AS (SELECT * FROM closed AS c WHERE NOT EXISTS (SELECT 1 FROM closed AS d WHERE d.office = c.office AND d.noun = c.noun
                AND d.month = c.month AND (d.closed_on, d.id) > (c.closed_on, c.id)))
            SELECT o.code, o.name, o.name_en, n.code AS noun, month.m AS month, c.id IS NOT NULL AS is_stale
            FROM month JOIN office AS o JOIN code AS n ON n.list = 'closing_noun'
            LEFT JOIN newest AS c ON c.office = o.code AND c.noun = n.code AND c.month = month.m AND c.is_overriding = 0
            WHERE o.is_reporting = 1 AND month.m >= substr(coalesce(o.valid_from, '0001'), 1, 7)
                AND month.m <= substr(coalesce(o.valid_to, '9999-12'), 1, 7) AND date(month.m || '-01', '+1 month') <= :as_of
                AND (c.id IS NULL OR c.is_stale)
                AND NOT EXISTS (SELECT 1 FROM newest AS d WHERE d.is_overriding = 1 AND d.noun = n.code AND d.month = month.m AND NOT d.is_stale)
            ORDER BY month.m, n.position, o.code
            """
        let arguments: StatementArguments = ["first": period.first.description, "last": period.last.description, "as_of": asOf.description]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            let name: String = row["name"]
            return MissingClosing(
                office: row["code"], name: Localized(name, row["name_en"] ?? name), noun: row["noun"], month: row["month"],
                isStale: row["is_stale"])
        }
    }
}

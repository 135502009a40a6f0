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

/// Which months are closed, by every office or by one for its whole region.
package enum ClosingStatus {
    /// Noun to the months (`2024-03`) that every reporting office of a territory has closed, or one office for all of it.
    static func closedMonths(
        _ territory: Territory, years: ClosedRange<Int>, asOf: CalendarDate, in db: Database
    ) throws -> [String: Set<String>] {
        let inside = territory.all.json
        let hasReporters = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM office WHERE is_reporting = 1 AND region IN (SELECT value FROM json_each(?)))",
            arguments: [inside])
        // Where nobody has to report, only a closing for the whole can say that a month is complete.
        let closings = hasReporters == true ? "closing" : "(\(ClosingRelation.current.sql))"
        let condition = hasReporters == true ? "1" : "c.is_overriding AND NOT c.is_stale"
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT c.noun, c.month FROM \(closings) AS c JOIN office AS o ON o.code = c.office
                WHERE c.closed_on <= :as_of AND c.month BETWEEN :first AND :last
                    AND o.region IN (SELECT value FROM json_each(:regions)) AND \(condition)
                """,
            arguments: [
                "as_of": asOf.description, "first": "\(years.lowerBound)-01", "last": "\(years.upperBound)-12",
                "regions": hasReporters == true ? inside : territory.whole.json,
            ])
        var closed: [String: Set<String>] = [:]
        for row in rows { closed[row["noun"], default: []].insert(row["month"]) }
        // Months that nobody has closed are not in the answer, so that nothing is asked about them.
        let months = closed.values.joined()
        guard let first = months.min().flatMap({ DatePeriod($0) }), let last = months.max().flatMap({ DatePeriod($0) }) else { return [:] }
        let period = DatePeriod(first.first, last.last)
        for open in try missing(period, asOf: asOf, regions: territory.all, in: db) { closed[open.noun]?.remove(open.month) }
        return closed
    }

    /// Every reporting office in force × month × noun without a valid closing.
    /// - Parameter regions: asks only the offices of these regions; `nil` asks all of the store.
    package static func missing(
        _ period: DatePeriod, asOf: CalendarDate, regions: Set<String>? = nil, in db: Database
    ) throws -> [MissingClosing] {
        let arguments: StatementArguments = [
            "first": period.first.description, "last": period.last.description, "as_of": asOf.description,
            "regions": regions?.json,
        ]
        let sql = missingSQL(first: ":first", last: ":last", regions: ":regions") + " ORDER BY month, position, office"
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            let name: String = row["name"]
            return MissingClosing(
                office: row["office"], name: Localized(name, row["name_en"] ?? name), noun: row["noun"], month: row["month"],
                isStale: row["is_stale"])
        }
    }

    /// Office × noun × month without a valid closing; `first`, `last` (days or months) and `regions` (a JSON array or NULL) are SQL, `:as_of` is used.
    static func missingSQL(first: String, last: String, regions: String) -> String {
        """
        WITH RECURSIVE \(ClosingRelation.within),
        month(m) AS (
            SELECT substr(\(first), 1, 7) UNION ALL SELECT substr(date(m || '-01', '+1 month'), 1, 7) FROM month
            WHERE m < substr(\(last), 1, 7) AND m < substr(:as_of, 1, 7)),
        ended AS MATERIALIZED (SELECT m FROM month WHERE date(m || '-01', '+1 month') <= :as_of),
        -- The other columns are those of the row that has the maximum: SQLite's rule of bare columns.
        newest AS MATERIALIZED (SELECT office, noun, month, is_overriding, is_stale, max(closed_on || printf('%019d', id))
            FROM (\(ClosingRelation.current.sql)) WHERE closed_on <= :as_of GROUP BY office, noun, month, is_overriding),
        covering AS (SELECT c.noun, c.month, o.region FROM newest AS c JOIN office AS o ON o.code = c.office
            WHERE c.is_overriding AND NOT c.is_stale)
        SELECT office, name, name_en, noun, position, month, is_stale IS NOT NULL AS is_stale FROM (
            SELECT o.code AS office, o.name, o.name_en, n.code AS noun, n.position, month.m AS month,
                -- Asked one by one: of a join SQLite would compare every office and month with every closing.
                (SELECT c.is_stale FROM newest AS c
                    WHERE c.office = o.code AND c.noun = n.code AND c.month = month.m AND c.is_overriding = 0) AS is_stale
            FROM ended AS month JOIN office AS o JOIN code AS n ON n.list = 'closing_noun'
            WHERE o.is_reporting = 1 AND (\(regions) IS NULL OR o.region IN (SELECT value FROM json_each(\(regions))))
                AND month.m >= substr(coalesce(o.valid_from, '0001'), 1, 7)
                AND month.m <= substr(coalesce(o.valid_to, '9999-12'), 1, 7)
                AND NOT EXISTS (SELECT 1 FROM covering AS d
                    WHERE d.noun = n.code AND d.month = month.m AND o.region IN (SELECT code FROM within WHERE root = d.region))
            -- Keeps SQLite from asking for is_stale twice.
            LIMIT -1)
        WHERE is_stale IS NOT 0
        """
    }

    /// From the month of the first closing in the store on, or last month where nothing was closed yet.
    static let everMissing = missingSQL(
        first: "coalesce((SELECT min(month) FROM closing), date(:as_of, 'start of month', '-1 month'))", last: ":as_of", regions: "NULL")
}

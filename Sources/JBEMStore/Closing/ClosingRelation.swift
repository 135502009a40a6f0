internal import GRDB
internal import JBEMCore

/// Closings with the sign whether the rows they vouch for changed since.
///
/// An office vouches for the rows it registered; a closing for the district vouches for every row that lies in the region
/// of its office, whoever registered it.
enum ClosingRelation {
    static let current = Relation(
        sql: """
            WITH RECURSIVE \(within),
            -- Each row is written out once for the office that registered it; again only where there are closings for a district.
            registered AS MATERIALIZED (
                -- With the affinity of the columns they are compared with, or SQLite makes no index of them.
                SELECT CAST(noun AS TEXT) AS noun, CAST(month AS TEXT) AS month, office, row_digest(id, line) AS digest
                FROM (\(lines("SELECT month FROM closing"))) GROUP BY 1, 2, 3),
            lying AS MATERIALIZED (
                SELECT c.id, row_digest(l.id, l.line) AS digest FROM (\(lines("SELECT month FROM closing WHERE is_overriding"))) AS l
                CROSS JOIN closing AS c JOIN office AS o ON o.code = c.office
                WHERE c.is_overriding AND c.noun = l.noun AND c.month = l.month
                    AND l.region IN (SELECT code FROM within WHERE root = o.region)
                GROUP BY c.id)
            SELECT c.*, c.digest <> coalesce(CASE WHEN c.is_overriding THEN y.digest ELSE r.digest END, (SELECT row_digest(NULL, NULL)))
                AS is_stale
            FROM closing AS c LEFT JOIN registered AS r ON r.noun = c.noun AND r.month = c.month AND r.office = c.office
            LEFT JOIN lying AS y ON y.id = c.id
            """)

    /// The regions that lie in the region of an office, itself included.
    static let within = """
        within(root, code) AS (SELECT DISTINCT region, region FROM office
            UNION SELECT w.root, r.code FROM within AS w JOIN region AS r ON r.parent = w.code)
        """

    /// Fills in the count and digest of the rows that a new closing vouches for, as documents up to its date had them.
    @Sendable static func complete(_ record: inout RecordRow, in db: Database) throws {
        guard let office = record[Closing.office], let month = record[Closing.month], let on = record[Closing.closedOn] else { return }
        let sql = """
            WITH RECURSIVE \(within)
            SELECT count(*) AS rows, row_digest(id, line) AS digest FROM (\(lines(":month"))) WHERE noun = :noun
                AND CASE WHEN :overriding THEN region IN (SELECT code FROM within WHERE root = (SELECT region FROM office WHERE code = :office))
                    ELSE office = :office END
            """
        let arguments: StatementArguments = [
            "office": office, "noun": record[Closing.noun], "month": month.description, "overriding": record[Closing.isOverriding] ?? false,
            "as_of": on.description,
        ]
        guard let row = try Row.fetchOne(db, sql: sql, arguments: arguments) else { return }
        record[Closing.count] = row["rows"]
        record[Closing.digest] = row["digest"]
    }

    /// Every row of some months (SQL of what `IN` takes) that a closing can vouch for, as one text with all that could change a number;
    /// only documents up to `:as_of`.
    private static func lines(_ months: String) -> String {
        """
        SELECT 'accident' AS noun, a.id, a.office, a.region, substr(a.occurred_on, 1, 7) AS month,
            json_array(a.id, a.occurred_on, a.region, a.sector, a.regime, a.is_production, a.exclusion, a.duplicate_of, (
                SELECT json_group_array(json_array(r.id, r.kind, r.reported_at, r.deaths, r.missing, r.serious_injuries, r.minor_injuries,
                    r.direct_loss, r.burnt_area))
                FROM (SELECT * FROM accident_report WHERE accident = a.id AND reported_on <= :as_of ORDER BY id) AS r)) AS line
        FROM accident AS a WHERE substr(a.occurred_on, 1, 7) IN (\(months))
        UNION ALL
        SELECT 'disaster', d.id, d.office, d.region, substr(d.began_on, 1, 7),
            json_array(d.id, d.began_on, d.region, d.kind, (
                SELECT json_group_array(json_array(r.id, r.region, r.kind, r.reported_at, r.deaths, r.missing, r.affected, r.direct_loss))
                FROM (SELECT * FROM disaster_report WHERE disaster = d.id AND reported_on <= :as_of ORDER BY id) AS r))
        FROM disaster AS d WHERE substr(d.began_on, 1, 7) IN (\(months))
        """
    }
}

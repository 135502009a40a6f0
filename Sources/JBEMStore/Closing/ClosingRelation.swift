internal import GRDB
internal import JBEMCore

/// Closings with the sign whether the rows they vouch for changed since.
enum ClosingRelation {
    static let current = Relation(
        sql: """
            SELECT c.*, CASE c.noun
                WHEN 'accident' THEN c.digest <> sha256(\(accidentContent("c.office", "c.month", "c.is_overriding")))
                WHEN 'disaster' THEN c.digest <> sha256(\(disasterContent("c.office", "c.month", "c.is_overriding")))
                END AS is_stale
            FROM closing AS c
            """)

    /// Fills in the count and digest of the rows that a new closing vouches for, as documents up to its date had them.
    static func complete(_ record: inout RecordRow, in db: Database) throws {
        guard let office = record[Closing.office], let month = record[Closing.month], let on = record[Closing.closedOn] else { return }
        let isAccident = record[Closing.noun] == "accident"
        let overriding = record[Closing.isOverriding] ?? false
        let content = (isAccident ? accidentContent : disasterContent)(":office", ":month", ":overriding")
        let table = isAccident ? "accident" : "disaster"
        let day = isAccident ? "occurred_on" : "began_on"
        let arguments: StatementArguments = [
            "office": office, "month": month.description, "overriding": overriding, "as_of": on.description,
        ]
        record[Closing.digest] = try String.fetchOne(db, sql: "SELECT sha256(\(content))", arguments: arguments) ?? ""
        record[Closing.count] =
            try Int64.fetchOne(
                db, sql: "SELECT count(*) FROM \(table) WHERE (:overriding OR office = :office) AND substr(\(day), 1, 7) = :month",
                arguments: ["office": office, "month": month.description, "overriding": overriding]) ?? 0
    }

    /// The rows of a month as one text, in a fixed order; only documents up to `:as_of`.
    private static func accidentContent(_ office: String, _ month: String, _ overriding: String) -> String {
        """
        (SELECT coalesce(group_concat(line, char(10)), '') FROM (
            SELECT json_array(a.id, a.occurred_on, a.region, a.sector, a.regime, a.is_production, a.exclusion, a.duplicate_of, (
                SELECT json_group_array(json_array(r.id, r.kind, r.reported_at, r.deaths, r.missing, r.serious_injuries, r.minor_injuries, r.direct_loss))
                FROM (SELECT * FROM accident_report WHERE accident = a.id AND reported_on <= :as_of ORDER BY id) AS r)) AS line
            FROM accident AS a WHERE (\(overriding) OR a.office = \(office)) AND substr(a.occurred_on, 1, 7) = \(month) ORDER BY a.id))
        """
    }

    private static func disasterContent(_ office: String, _ month: String, _ overriding: String) -> String {
        """
        (SELECT coalesce(group_concat(line, char(10)), '') FROM (
            SELECT json_array(d.id, d.began_on, d.region, d.kind, (
                SELECT json_group_array(json_array(r.id, r.region, r.kind, r.reported_at, r.deaths, r.missing, r.affected, r.direct_loss))
                FROM (SELECT * FROM disaster_report WHERE disaster = d.id AND reported_on <= :as_of ORDER BY id) AS r)) AS line
            FROM disaster AS d WHERE (\(overriding) OR d.office = \(office)) AND substr(d.began_on, 1, 7) = \(month) ORDER BY d.id))
        """
    }
}

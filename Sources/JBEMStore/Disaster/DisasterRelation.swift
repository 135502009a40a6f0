internal import JBEMCore

/// Disasters with their losses as of a day: the district's own row, or the sum of its parts, never both.
enum DisasterRelation {
    /// The newest report of each disaster and region: a verified one wins, then the latest.
    static let newestReports = """
        SELECT * FROM disaster_report AS r WHERE r.reported_on <= :as_of AND r.id = (
            SELECT id FROM disaster_report WHERE disaster = r.disaster AND region = r.region AND reported_on <= :as_of
            ORDER BY reported_at DESC, CASE kind WHEN 'verified' THEN 3 WHEN 'follow_up' THEN 2 ELSE 1 END DESC, id DESC LIMIT 1)
        """

    /// The newest reports with the sign whether they make up the disaster's total: the row of the disaster's own region
    /// where it is verified or stands alone, or else those of the parts.
    static let reports = """
        SELECT n.*, CASE WHEN EXISTS (SELECT 1 FROM (\(newestReports)) AS o WHERE o.disaster = d.id AND o.region = d.region
                AND (o.kind = 'verified' OR NOT EXISTS (SELECT 1 FROM (\(newestReports)) AS p WHERE p.disaster = d.id AND p.region <> d.region)))
            THEN n.region = d.region ELSE n.region <> d.region END AS is_total
        FROM (\(newestReports)) AS n JOIN disaster AS d ON d.id = n.disaster
        """

    static let current = Relation(
        sql: """
            SELECT d.*, t.deaths, t.missing, t.affected, t.direct_loss, coalesce(t.is_final, 0) AS is_final
            FROM disaster AS d LEFT JOIN (
                SELECT disaster, sum(deaths) AS deaths, sum(missing) AS missing, sum(affected) AS affected, sum(direct_loss) AS direct_loss,
                    min(kind = 'verified') AS is_final
                FROM (\(reports)) WHERE is_total GROUP BY disaster) AS t ON t.disaster = d.id
            """)
}

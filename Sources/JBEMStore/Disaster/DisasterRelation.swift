internal import JBEMCore

/// Disasters with their losses as of a day: the district's own row, or the sum of its parts, never both.
enum DisasterRelation {
    /// The newest report of each disaster and region (the latest, of one moment a verified one) with the sign whether it makes up the
    /// disaster's total: the row of the disaster's own region where it is verified or stands alone, or else those of the parts.
    static let reports = """
        WITH newest AS MATERIALIZED (
            -- The other columns are those of the row that has the maximum: SQLite's rule of bare columns.
            SELECT id, disaster, region, kind, deaths, missing, affected, direct_loss,
                max(reported_at || CASE kind WHEN 'verified' THEN 3 WHEN 'follow_up' THEN 2 ELSE 1 END || printf('%019d', id))
            FROM disaster_report WHERE reported_on <= :as_of GROUP BY disaster, region),
        own AS MATERIALIZED (
            SELECT n.disaster, max(n.region = d.region) AS has_own, max(n.region = d.region AND n.kind = 'verified') AS is_verified,
                max(n.region <> d.region) AS has_parts
            FROM newest AS n JOIN disaster AS d ON d.id = n.disaster GROUP BY n.disaster)
        SELECT n.*, d.began_on, d.region AS home,
            CASE WHEN o.has_own AND (o.is_verified OR NOT o.has_parts) THEN n.region = d.region ELSE n.region <> d.region END AS is_total
        FROM newest AS n JOIN disaster AS d ON d.id = n.disaster JOIN own AS o ON o.disaster = n.disaster
        """

    /// The newest reports of the disasters of some days, each a row of ``MeasureSource``; uses `:first` and `:as_of`.
    static let counting = """
        SELECT disaster AS id, began_on AS day, home, region, is_total, deaths, missing, affected, direct_loss
        FROM (\(reports)) WHERE began_on BETWEEN :first AND :as_of
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

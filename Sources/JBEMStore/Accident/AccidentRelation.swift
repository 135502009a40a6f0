internal import JBEMCore

/// Accidents with the values of their newest report and the grade those give.
enum AccidentRelation {
    static let current = Relation(
        sql: """
            SELECT a.*, n.deaths, n.missing, n.serious_injuries, n.minor_injuries, n.direct_loss, n.reported_at,
                (SELECT r.grade FROM accident_rule AS r WHERE \(isReached(by: "n", regime: "a.regime")) ORDER BY r.rank DESC LIMIT 1) AS grade,
                \(settlesOn(of: "a")) AS settles_on, \(settlesOn(of: "a")) > :as_of AS is_provisional,
                date(a.occurred_on, '+' || (\(days("investigation"))) || ' days') AS investigation_due_on,
                date(a.occurred_on, '+' || (\(days("investigation")) + \(days("investigation.extension"))) || ' days') AS investigation_latest_on,
                \(counts) AS counts,
                CASE WHEN a.exclusion IS NOT NULL THEN a.exclusion WHEN a.is_production = 0 THEN 'not_production' ELSE 'counts' END AS counts_reason
            FROM accident AS a LEFT JOIN accident_report AS n ON n.id = (
                SELECT id FROM accident_report WHERE accident = a.id AND reported_on <= :as_of
                ORDER BY reported_at DESC, \(precedence) DESC, id DESC LIMIT 1)
            """)

    /// The accidents of some days that count, each a row of ``MeasureSource``, with `sector`, `deaths` and, if asked for, `general_grade`:
    /// the plan counts larger accidents by the general regime, whichever regime grades them. Uses `:first` and `:as_of`.
    ///
    /// Says the same as ``current``, in one walk over all of them.
    static func counting(withGrade: Bool) -> String {
        """
        WITH newest AS MATERIALIZED (
            -- The other columns are those of the report that has the maximum: SQLite's rule of bare columns.
            SELECT a.id, a.occurred_on, a.region, a.sector, n.deaths, n.serious_injuries, n.direct_loss, n.burnt_area,
                max(n.reported_at || \(precedence) || printf('%019d', n.id))
            FROM accident AS a JOIN accident_report AS n ON n.accident = a.id
            WHERE \(counts) AND a.occurred_on BETWEEN :first AND :as_of AND n.reported_on <= :as_of GROUP BY a.id)
        SELECT a.id, a.occurred_on AS day, a.region AS home, a.region, 1 AS is_total, a.occurred_on, a.sector, a.deaths,
            \(withGrade ? "r.grade" : "NULL") AS general_grade, \(withGrade ? "max(r.rank)" : "NULL")
        FROM newest AS a\(withGrade ? " LEFT JOIN accident_rule AS r ON \(isReached(by: "a", regime: "'general'"))" : "")
        GROUP BY a.id
        """
    }

    private static let counts = "a.is_production = 1 AND a.exclusion IS NULL"

    /// Of reports of one moment the one that holds.
    private static let precedence = "CASE kind WHEN 'final' THEN 3 WHEN 'follow_up' THEN 2 ELSE 1 END"

    /// Whether values reach a rule `r` of a regime that was in force on the day of the accident `a`.
    private static func isReached(by values: String, regime: String) -> String {
        // direct_loss is in 分: 1 万元 = 10⁶ 分, so 分 / 100 is 万元 × 10⁴. Integer division keeps 9999.99万元 below 10000万元.
        """
        r.regime = \(regime) AND r.at_least <= CASE r.criterion WHEN 'deaths' THEN \(values).deaths * 10000
                WHEN 'serious_injuries' THEN \(values).serious_injuries * 10000 WHEN 'direct_loss' THEN \(values).direct_loss / 100
                WHEN 'burnt_area' THEN \(values).burnt_area END
            AND (r.valid_from IS NULL OR r.valid_from <= a.occurred_on) AND (r.valid_to IS NULL OR r.valid_to >= a.occurred_on)
        """
    }

    /// The day from which the counts of an accident are settled.
    static func settlesOn(of accident: String) -> String {
        let own = days("settling", for: "\(accident).sector", of: accident)
        return "date(\(accident).occurred_on, '+' || coalesce(\(own), \(days("settling", of: accident)), 30) || ' days')"
    }

    /// The days that a clock rule in force on the day of the accident gives; NULL without such a rule.
    private static func days(_ topic: String, for scope: String = "'default'", of accident: String = "a") -> String {
        """
        (SELECT amount FROM clock_rule AS c WHERE c.topic = 'accident.\(topic)' AND c.applies_to = \(scope) AND c.unit = 'day'
            AND (c.valid_from IS NULL OR c.valid_from <= \(accident).occurred_on) AND (c.valid_to IS NULL OR c.valid_to >= \(accident).occurred_on))
        """
    }
}

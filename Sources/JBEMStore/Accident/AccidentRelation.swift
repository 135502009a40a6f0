internal import JBEMCore

/// Accidents with the values of their newest report and the grade those give.
enum AccidentRelation {
    /// The value that a rule's criterion compares, in the rule's scaled unit (×10⁴): people, 万元, hectares.
    private static let criterionValue = """
        CASE r.criterion WHEN 'deaths' THEN n.deaths * 10000 WHEN 'serious_injuries' THEN n.serious_injuries * 10000
            WHEN 'direct_loss' THEN n.direct_loss / 100 WHEN 'burnt_area' THEN n.burnt_area END
        """

    // direct_loss is in 分: 1 万元 = 10⁶ 分, so 分 / 100 is 万元 × 10⁴. Integer division keeps 9999.99万元 below 10000万元.
    private static func grade(regime: String) -> String {
        """
        (SELECT r.grade FROM accident_rule AS r WHERE r.regime = \(regime) AND r.at_least <= \(criterionValue)
            AND (r.valid_from IS NULL OR r.valid_from <= a.occurred_on) AND (r.valid_to IS NULL OR r.valid_to >= a.occurred_on)
            ORDER BY r.rank DESC LIMIT 1)
        """
    }

    static let current = Relation(sql: sql(further: ""))

    /// With the grade by the general regime as well: the plan counts larger accidents by that one, whichever regime grades them.
    static let measured = Relation(sql: sql(further: ", \(grade(regime: "'general'")) AS general_grade"))

    private static let settlesOn =
        "date(a.occurred_on, '+' || coalesce(\(days("settling", for: "a.sector")), \(days("settling")), 30) || ' days')"

    /// The days that a clock rule in force on the day of the accident gives; NULL without such a rule.
    private static func days(_ topic: String, for scope: String = "'default'") -> String {
        """
        (SELECT amount FROM clock_rule AS c WHERE c.topic = 'accident.\(topic)' AND c.applies_to = \(scope) AND c.unit = 'day'
            AND (c.valid_from IS NULL OR c.valid_from <= a.occurred_on) AND (c.valid_to IS NULL OR c.valid_to >= a.occurred_on))
        """
    }

    private static func sql(further: String) -> String {
        """
        SELECT a.*, n.deaths, n.missing, n.serious_injuries, n.minor_injuries, n.direct_loss, n.reported_at,
            \(grade(regime: "a.regime")) AS grade,
            \(settlesOn) AS settles_on, \(settlesOn) > :as_of AS is_provisional,
            date(a.occurred_on, '+' || (\(days("investigation"))) || ' days') AS investigation_due_on,
            date(a.occurred_on, '+' || (\(days("investigation")) + \(days("investigation.extension"))) || ' days') AS investigation_latest_on,
            a.is_production = 1 AND a.exclusion IS NULL AS counts,
            CASE WHEN a.exclusion IS NOT NULL THEN a.exclusion WHEN a.is_production = 0 THEN 'not_production' ELSE 'counts' END AS counts_reason\(further)
        FROM accident AS a LEFT JOIN accident_report AS n ON n.id = (
            SELECT id FROM accident_report WHERE accident = a.id AND reported_on <= :as_of
            ORDER BY reported_at DESC, CASE kind WHEN 'final' THEN 3 WHEN 'follow_up' THEN 2 ELSE 1 END DESC, id DESC LIMIT 1)
        """
    }
}

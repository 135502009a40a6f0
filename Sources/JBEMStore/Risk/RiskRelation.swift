internal import JBEMCore

/// Risk points with score and level, before and after measures, by the scales and bands in the store.
enum RiskRelation {
    /// The factors that each profile uses, and the highest score it can give.
    ///
    /// A factor that is not used counts 1, which is 100 in stored hundredths.
    private static let methods = """
        SELECT profile, coalesce(max(CASE factor WHEN 'likelihood' THEN value END), 100) * coalesce(max(CASE factor WHEN 'exposure' THEN value END), 100)
                * coalesce(max(CASE factor WHEN 'severity' THEN value END), 100) AS highest,
            max(factor = 'likelihood') AS likelihood, max(factor = 'exposure') AS exposure, max(factor = 'severity') AS severity
        FROM risk_factor GROUP BY profile
        """

    /// The product of the factors, NULL while one that the profile uses is missing.
    private static func score(_ prefix: String) -> String {
        let isWhole = Risk.factors.map { "(r.\(prefix)\($0.0) IS NOT NULL OR NOT m.\($0.0))" }.joined(separator: " AND ")
        let product = Risk.factors.map { "coalesce(r.\(prefix)\($0.0), 100)" }.joined(separator: " * ")
        return "CASE WHEN \(isWhole) THEN \(product) END"
    }

    private static func level(_ score: String) -> String {
        """
        (SELECT b.level FROM risk_band AS b WHERE b.profile = s.profile
            AND (s.\(score) > b.at_least OR (s.\(score) = b.at_least AND b.is_inclusive)) ORDER BY b.at_least DESC, b.is_inclusive LIMIT 1)
        """
    }

    static let current = Relation(sql: sql(columns: Risk.schema.fields.filter { !$0.isDerived }.map(\.name)))

    /// Only what lists of many points need.
    static let ranked = Relation(
        sql: sql(columns: ["point_no", "name", "category", "region", "exposed_people", "review_on", "profile"], further: ", s.highest"))

    /// What a calendar of visits needs of a point.
    static let visited = Relation(
        sql: sql(columns: ["point_no", "name", "category", "region", "office", "longitude", "latitude", "datum", "assessed_on"]))

    private static func sql(columns: [String], further: String = "") -> String {
        let plain = columns.map { "s.\"\($0)\"" }.joined(separator: ", ")
        return """
            SELECT s.id, \(plain), s.score, \(level("score")) AS level, s.residual_score, \(level("residual_score")) AS residual_level\(further)
            FROM (SELECT r.*, \(score("")) AS score, \(score("residual_")) AS residual_score, m.highest
                FROM risk AS r LEFT JOIN (\(methods)) AS m ON m.profile = r.profile) AS s
            """
    }
}

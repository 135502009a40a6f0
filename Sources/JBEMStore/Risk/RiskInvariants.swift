internal import JBEMCore

/// What must hold between risk points, the scales of their profiles, and the tables of substances.
enum RiskInvariants {
    static let all =
        (Risk.factors + Risk.residualFactors).flatMap { isOnTheScale($0.1, factor: $0.0) }
        + substances(of: "risk_substance", "s.id IN (SELECT id FROM touched WHERE name = 'risk_substance')")
        // A change of table 1 concerns every point.
        + substances(of: "hazmat_substance", "1")

    /// What table 1 of GB 18218 says of the substances `s` that a condition picks.
    private static func substances(of table: String, _ condition: String) -> [Invariant] {
        [
            Invariant(
                tables: [table],
                sql: """
                    SELECT r.point_no || ' ' || s.substance AS place,
                        CASE s.found WHEN 0 THEN 'GB 18218 表1没有“' || s.substance || '”，须填类别（class）；名称见 jbem hazmat-substance list'
                            ELSE '“' || s.substance || '”在表1有 ' || s.found || ' 条，须写其中一条的名称' END AS zh,
                        CASE s.found WHEN 0 THEN 'table 1 of GB 18218 has no "' || s.substance || '": give its class; jbem hazmat-substance list has the names'
                            ELSE '"' || s.substance || '" means ' || s.found || ' rows of table 1: write the name of one' END AS en
                    FROM (SELECT s.*, (SELECT count(*) FROM hazmat_substance AS h WHERE \(HazmatLookup.matches("h", "s.substance"))) AS found
                        FROM risk_substance AS s WHERE \(condition)) AS s JOIN risk AS r ON r.id = s.risk
                    WHERE s.found > 1 OR (s.found = 0 AND s.class IS NULL)
                    """),
            Invariant(
                tables: [table],
                sql: """
                    SELECT r.point_no AS place, '“' || a.substance || '”与“' || b.substance || '”是同一物质，须合为一条' AS zh,
                        '"' || a.substance || '" and "' || b.substance || '" are one substance: make one record of them' AS en
                    FROM risk_substance AS a JOIN risk_substance AS b ON b.risk = a.risk AND b.id > a.id JOIN risk AS r ON r.id = a.risk
                    JOIN hazmat_substance AS h ON \(HazmatLookup.matches("h", "a.substance")) AND \(HazmatLookup.matches("h", "b.substance"))
                    WHERE a.risk IN (SELECT risk FROM risk_substance AS s WHERE \(condition))
                    """),
        ]
    }

    /// A factor has a value of its profile's scale, and none where the profile does not use it.
    private static func isOnTheScale(_ field: Field<Int64>, factor: String) -> [Invariant] {
        let (column, label) = (field.name, field.definition.label)
        let value = "format('%g', r.\(column) / 100.0)"
        return Invariant.between(
            [("risk", "r.id"), ("risk_factor", "r.profile")],
            sql: """
                SELECT r.point_no AS place,
                    CASE WHEN r.permitted IS NULL THEN '\(label.zh)（\(column)）：' || r.profile || ' 不用这个因子'
                        ELSE '\(label.zh)（\(column)）：' || \(value) || ' 不在 ' || r.profile || ' 的量表上，可取 ' || r.permitted END AS zh,
                    CASE WHEN r.permitted IS NULL THEN '\(column): ' || r.profile || ' does not use this factor'
                        ELSE '\(column): ' || \(value) || ' is not on the scale of ' || r.profile || ': one of ' || r.permitted END AS en
                FROM (SELECT p.id, p.point_no, p.profile, p.\(column), (SELECT group_concat(v, ' ') FROM (
                        SELECT format('%g', value / 100.0) AS v FROM risk_factor WHERE profile = p.profile AND factor = '\(factor)'
                        ORDER BY value DESC)) AS permitted
                    FROM risk AS p WHERE p.\(column) IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM risk_factor AS f WHERE f.profile = p.profile AND f.factor = '\(factor)' AND f.value = p.\(column))) AS r
                WHERE 1
                """)
    }
}

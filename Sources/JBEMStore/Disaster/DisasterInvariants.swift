internal import JBEMCore

/// What must hold between the reports of a disaster.
enum DisasterInvariants {
    static let all =
        Invariant.between(
            [("disaster", "d.id"), ("disaster_report", "r.id")],
            sql: """
                SELECT d.case_no AS place, '报告日期 ' || r.reported_on || ' 早于灾害开始日期 ' || d.began_on AS zh,
                    'reported on ' || r.reported_on || ', before the disaster of ' || d.began_on AS en
                FROM disaster_report AS r JOIN disaster AS d ON d.id = r.disaster WHERE r.reported_on < d.began_on
                """)
        + [
            Invariant(
                tables: ["disaster_report", "victim"],
                sql: """
                    WITH RECURSIVE concerned(id) AS (SELECT disaster FROM disaster_report WHERE id IN (SELECT id FROM touched WHERE name = 'disaster_report')
                        UNION SELECT disaster FROM victim WHERE id IN (SELECT id FROM touched WHERE name = 'victim')
                        UNION SELECT id FROM disaster WHERE EXISTS (SELECT 1 FROM touched AS t WHERE t.name = 'victim'
                            AND NOT EXISTS (SELECT 1 FROM victim WHERE id = t.id))),
                    within(root, code) AS (SELECT DISTINCT region, region FROM disaster_report
                            WHERE kind = 'verified' AND deaths > 0 AND disaster IN (SELECT id FROM concerned)
                        UNION SELECT w.root, r.code FROM within AS w JOIN region AS r ON r.parent = w.code),
                    listed AS (SELECT r.*, (SELECT count(*) FROM victim AS v WHERE v.disaster = r.disaster AND v.fate = 'dead'
                        AND v.region IN (SELECT code FROM within WHERE root = r.region)) AS names
                        FROM disaster_report AS r WHERE r.kind = 'verified' AND r.deaths > 0 AND r.disaster IN (SELECT id FROM concerned))
                    SELECT d.case_no || ' ' || l.region AS place,
                        '核报死亡 ' || l.deaths || ' 人，一览表上只有 ' || l.names || ' 人；先登记 victim（遇难失踪人员）' AS zh,
                        'the verified report claims ' || l.deaths || ' dead, the list names ' || l.names || '; enter them as victim first' AS en
                    FROM listed AS l JOIN disaster AS d ON d.id = l.disaster WHERE l.deaths > l.names
                    """)
        ] + DisasterReport.cumulative.map(neverFalls)

    /// A cumulative value does not fall from one report to the next without a reason.
    private static func neverFalls(_ field: Field<Int64>) -> Invariant {
        let (column, label) = (field.name, field.definition.label)
        return Invariant(
            tables: ["disaster_report"],
            sql: """
                SELECT d.case_no || ' ' || b.region AS place,
                    '\(label.zh)从 ' || a.\(column) || ' 降为 ' || b.\(column) || '，须填写更正原因（correction）' AS zh,
                    '\(label.en) falls from ' || a.\(column) || ' to ' || b.\(column) || ' without a correction reason' AS en
                FROM disaster_report AS b JOIN disaster AS d ON d.id = b.disaster
                JOIN disaster_report AS a ON a.id = (SELECT id FROM disaster_report WHERE disaster = b.disaster AND region = b.region
                    AND (reported_at, id) < (b.reported_at, b.id) ORDER BY reported_at DESC, id DESC LIMIT 1)
                WHERE b.\(column) < a.\(column) AND b.correction IS NULL AND d.id IN (
                    SELECT disaster FROM disaster_report WHERE id IN (SELECT id FROM touched WHERE name = 'disaster_report'))
                """)
    }
}

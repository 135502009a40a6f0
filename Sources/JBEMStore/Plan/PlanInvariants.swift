internal import JBEMCore

/// What must hold inside a plan.
enum PlanInvariants {
    static let all = [
        Invariant(
            tables: ["indicator", "target"],
            sql: """
                SELECT i.plan || ' ' || i.id AS place, '须恰好采用一种读法，现为 ' || count(t.reading) || ' 种' AS zh,
                    'exactly one reading must be chosen, not ' || count(t.reading) AS en
                FROM indicator AS i LEFT JOIN target AS t ON t.plan = i.plan AND t.indicator = i.id AND t.is_chosen = 1
                WHERE i.alias_of IS NULL AND i.plan IN (SELECT id FROM touched WHERE name IN ('indicator', 'target'))
                GROUP BY i.plan, i.id HAVING count(t.reading) <> 1
                """),
        Invariant(
            tables: ["indicator", "clause"],
            sql: """
                SELECT i.plan || ' ' || i.id AS place, '条款 ' || i.clause || ' 不在规划中' AS zh, 'the plan has no clause ' || i.clause AS en
                FROM indicator AS i LEFT JOIN clause AS c ON c.plan = i.plan AND c.id = i.clause
                WHERE c.id IS NULL AND i.plan IN (SELECT id FROM touched WHERE name IN ('indicator', 'clause'))
                """),
        Invariant(
            tables: ["indicator", "target", "milestone"],
            sql: """
                SELECT x.plan || ' ' || x.indicator AS place, '没有这个指标' AS zh, 'there is no such indicator' AS en
                FROM (SELECT plan, indicator FROM target UNION SELECT plan, indicator FROM milestone
                    UNION SELECT plan, parent FROM indicator WHERE parent IS NOT NULL
                    UNION SELECT plan, alias_of FROM indicator WHERE alias_of IS NOT NULL) AS x
                LEFT JOIN indicator AS i ON i.plan = x.plan AND i.id = x.indicator
                WHERE i.id IS NULL AND x.plan IN (SELECT id FROM touched WHERE name IN ('indicator', 'target', 'milestone'))
                """),
    ]
}

internal import JBEMCore

/// Visits with the region of what was visited.
enum InspectionRelation {
    static let current = Relation(
        sql: """
            SELECT i.*, coalesce(r.region, e.region) AS region FROM inspect AS i
            LEFT JOIN risk AS r ON r.id = i.risk LEFT JOIN equipment AS e ON e.id = i.equipment
            """)

    /// The version of a form in force on a day, as SQL over texts of SQL.
    static func version(of form: String, on day: String) -> String {
        "(SELECT version FROM inspect_form WHERE form = \(form) AND valid_from <= \(day) ORDER BY valid_from DESC, version DESC LIMIT 1)"
    }
}

/// What must hold between visits, their answers, the forms, the campaigns and the draws.
enum InspectionInvariants {
    static let all = [versionIsInForce, usedFormsStay, answersFitTheForm, resultFollowsFromTheAnswers, formsAreThere] + frames

    private static let versionIsInForce = Invariant(
        tables: ["inspect", "inspect_form"],
        sql: """
            SELECT v.number AS place,
                CASE WHEN v.valid IS NULL THEN '检查表 ' || v.form || ' 在 ' || v.visited_on || ' 没有有效的版本'
                    ELSE '检查表 ' || v.form || ' 在 ' || v.visited_on || ' 有效的是第 ' || v.valid || ' 版，不是第 ' || v.form_version || ' 版' END AS zh,
                CASE WHEN v.valid IS NULL THEN 'the form ' || v.form || ' has no version in force on ' || v.visited_on
                    ELSE 'version ' || v.valid || ' of the form ' || v.form || ' was in force on ' || v.visited_on || ', not version ' || v.form_version
                    END AS en
            FROM (SELECT i.*, \(InspectionRelation.version(of: "i.form", on: "i.visited_on")) AS valid FROM inspect AS i
                WHERE i.id IN (SELECT id FROM touched WHERE name = 'inspect')
                    OR i.form IN (SELECT id FROM touched WHERE name = 'inspect_form')) AS v
            WHERE v.form IS NOT NULL AND v.form_version IS NOT v.valid
            """)

    /// A form that came in together with its answers is no change of a used one.
    private static let usedFormsStay = Invariant(
        tables: ["inspect_form", "inspect_item"],
        sql: """
            SELECT DISTINCT t.id || ' ' || t.next AS place, '这一版检查表已有答卷，不能改；请另立新版本' AS zh,
                'this version of the form has answers and stays as it is: make a new version' AS en
            FROM touched AS t WHERE t.name IN ('inspect_form', 'inspect_item') AND EXISTS (
                SELECT 1 FROM inspect AS i WHERE i.form = t.id AND i.form_version = t.next
                    AND i.id NOT IN (SELECT id FROM touched WHERE name = 'inspect')
                    AND EXISTS (SELECT 1 FROM inspect_answer WHERE inspect = i.id))
            """)

    /// The visits that were touched themselves or through an answer, as far as they have answers.
    private static let answered = """
        (SELECT i.* FROM inspect AS i WHERE (i.id IN (SELECT id FROM touched WHERE name = 'inspect') OR i.id IN (
                SELECT inspect FROM inspect_answer WHERE id IN (SELECT id FROM touched WHERE name = 'inspect_answer')))
            AND EXISTS (SELECT 1 FROM inspect_answer WHERE inspect = i.id))
        """

    private static let answersFitTheForm = Invariant(
        tables: ["inspect", "inspect_answer"],
        sql: """
            SELECT v.number AS place,
                CASE WHEN v.form IS NULL THEN '有答案，却没有检查表' WHEN v.unknown IS NOT NULL THEN '检查表 ' || v.form || ' 没有第 ' || v.unknown || ' 项'
                    ELSE '检查表 ' || v.form || ' 的第 ' || v.missing || ' 项没有答案' END AS zh,
                CASE WHEN v.form IS NULL THEN 'has answers but no form' WHEN v.unknown IS NOT NULL THEN 'the form ' || v.form || ' has no item ' || v.unknown
                    ELSE 'no answer to item ' || v.missing || ' of the form ' || v.form END AS en
            FROM (SELECT i.*,
                (SELECT group_concat(item, ', ') FROM (SELECT item FROM inspect_answer AS a WHERE a.inspect = i.id AND NOT EXISTS (
                    SELECT 1 FROM inspect_item WHERE form = i.form AND version = i.form_version AND number = a.item) ORDER BY item)) AS unknown,
                (SELECT group_concat(number, ', ') FROM (SELECT number FROM inspect_item AS m WHERE m.form = i.form AND m.version = i.form_version
                    AND NOT EXISTS (SELECT 1 FROM inspect_answer WHERE inspect = i.id AND item = m.number) ORDER BY number)) AS missing
                FROM \(answered) AS i) AS v
            WHERE v.form IS NULL OR v.unknown IS NOT NULL OR v.missing IS NOT NULL
            """)

    private static let resultFollowsFromTheAnswers = Invariant(
        tables: ["inspect", "inspect_answer"],
        sql: """
            SELECT v.number AS place, '结果与答案不符' AS zh, 'its result does not follow from its answers' AS en
            FROM (SELECT i.*, EXISTS (SELECT 1 FROM inspect_answer WHERE inspect = i.id AND answer = 'fault') AS has_fault FROM \(answered) AS i) AS v
            WHERE v.result <> CASE WHEN v.has_fault THEN 'fault' ELSE 'ok' END
            """)

    private static let formsAreThere = Invariant(
        tables: ["inspect_rule", "inspect_item", "inspect_form"],
        sql: """
            SELECT r.key AS place, '没有检查表 ' || r.form AS zh, 'there is no form ' || r.form AS en FROM inspect_rule AS r
            WHERE (r.key IN (SELECT id FROM touched WHERE name = 'inspect_rule') OR r.form IN (SELECT id FROM touched WHERE name = 'inspect_form'))
                AND r.form IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inspect_form WHERE form = r.form)
            UNION ALL
            SELECT DISTINCT m.form || ' ' || m.version, '没有检查表的这一版', 'the form has no such version' FROM inspect_item AS m
            WHERE m.form IN (SELECT id FROM touched WHERE name IN ('inspect_item', 'inspect_form'))
                AND NOT EXISTS (SELECT 1 FROM inspect_form WHERE form = m.form AND version = m.version)
            """)

    private static let frames =
        Invariant.between(
            [("inspect", "i.id"), ("campaign", "c.id")],
            sql: """
                SELECT i.number AS place, '检查日期 ' || i.visited_on || ' 不在专项整治 ' || c.number || ' 的起止之内' AS zh,
                    'visited on ' || i.visited_on || ', outside the days of the campaign ' || c.number AS en
                FROM inspect AS i JOIN campaign AS c ON c.id = i.campaign WHERE i.visited_on NOT BETWEEN c.first_on AND c.last_on
                """) + [
            Invariant(
                tables: ["inspect"],
                sql: """
                    SELECT i.number AS place, '抽查 ' || d.number || ' 没有抽中这个对象与检查人' AS zh,
                        'the draw ' || d.number || ' did not give this subject and inspector' AS en
                    FROM inspect AS i JOIN draw AS d ON d.id = i.draw
                    WHERE i.id IN (SELECT id FROM touched WHERE name = 'inspect') AND NOT EXISTS (SELECT 1 FROM draw_result AS r
                        WHERE r.draw = d.id AND r.risk IS i.risk AND r.equipment IS i.equipment AND r.person = i.inspector)
                    """)
        ]
}

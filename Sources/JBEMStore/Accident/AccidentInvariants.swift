internal import JBEMCore

/// What must hold between an accident, its reports and other accidents.
enum AccidentInvariants {
    static let all =
        Invariant.between(
            [("accident", "a.id"), ("accident_report", "r.id")],
            sql: """
                SELECT a.case_no AS place, '报告日期 ' || r.reported_on || ' 早于事故发生日期 ' || a.occurred_on AS zh,
                    'reported on ' || r.reported_on || ', before the accident of ' || a.occurred_on AS en
                FROM accident_report AS r JOIN accident AS a ON a.id = r.accident WHERE r.reported_on < a.occurred_on
                """)
        + Invariant.between(
            [("accident", "a.id"), ("accident", "b.id")],
            sql: """
                SELECT a.case_no AS place, '不能重复于自己或另一起重复记录' AS zh, 'cannot be a duplicate of itself or of a duplicate' AS en
                FROM accident AS a JOIN accident AS b ON b.id = a.duplicate_of
                WHERE (b.id = a.id OR b.exclusion = 'duplicate') AND a.exclusion = 'duplicate'
                """)
}

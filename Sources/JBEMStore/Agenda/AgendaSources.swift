internal import JBEMCore

/// The duties that the nouns of the store bring.
enum AgendaSources {
    static let hazards = [
        hazard(
            "deadline", day: "due", Localized("整改指令", "order to rectify"), where: "state NOT IN ('closed', 'tolerated')",
            now: "deadline", nowWhere: "deadline IS NOT NULL AND (stage <> 'tolerated' OR tolerated_until < :as_of)"),
        // A tolerance that has run out is an order again, with a deadline of its own.
        hazard(
            "tolerance", day: "tolerated", Localized("暂缓决定", "decision to tolerate"), where: "state = 'tolerated'", now: "tolerated_until",
            nowWhere: """
                stage = 'tolerated' AND tolerated_until >= :as_of AND id IN (SELECT hazard FROM hazard_step WHERE step = 'tolerate')
                """),
    ]

    /// - Parameters:
    ///   - now: the hazard's own column, which serves where no step is dated after the day of the question; it has the index.
    private static func hazard(
        _ topic: String, day: String, _ basis: Localized, where condition: String, now: String, nowWhere: String
    ) -> AgendaSource {
        func duties(_ day: String, from source: String) -> String {
            """
            SELECT id AS subject, number || ' ' || title AS title, \(day) AS day, NULL AS scope,
                CASE WHEN last_step_on <= :as_of THEN last_step_on END AS last_done, person, office, region FROM \(source)
            """
        }
        return AgendaSource(
            "hazard.\(topic)", basis: basis,
            sql: """
                \(duties(now, from: "hazard"))
                WHERE NOT \(HazardRelation.isPast) AND closed_on IS NULL AND found_on <= :as_of AND \(nowWhere)
                UNION ALL
                \(duties(day, from: "(\(HazardRelation.open))")) WHERE \(HazardRelation.isPast) AND \(condition) AND \(day) IS NOT NULL
                """)
    }

    static let risks = [
        AgendaSource(
            "risk.review", basis: Localized("上次评估所定", "set by the last assessment"),
            sql: """
                SELECT id AS subject, point_no || ' ' || name AS title, review_on AS day, NULL AS scope, assessed_on AS last_done,
                    NULL AS person, office, region FROM risk WHERE review_on IS NOT NULL AND (assessed_on IS NULL OR assessed_on <= :as_of)
                """)
    ]

    static let persons = [
        AgendaSource("duty.phone", clock: "duty.phone", sql: phone(day: "verified_on", where: "verified_on IS NOT NULL")),
        // Without a call that counts, the number is due since the duty began, it changed, or the last call failed.
        AgendaSource(
            "duty.phone", basis: Localized("责任人的电话须先核实", "the number of a responsible person is verified first"),
            sql: phone(day: "max(changed_on, begun_on, called_on)", where: "verified_on IS NULL")),
    ]

    private static func phone(day: String, where condition: String) -> String {
        """
        SELECT id AS subject, title, id AS person, office, region, NULL AS scope, verified_on AS last_done, \(day) AS day FROM (
            SELECT p.id, p.number || ' ' || p.name AS title, p.office, o.region, \(PersonRelation.verifiedOn) AS verified_on,
                \(PersonRelation.changedOn) AS changed_on,
                (SELECT min(valid_from) FROM duty WHERE person = p.id AND :as_of BETWEEN valid_from AND coalesce(valid_to, '9999')) AS begun_on,
                coalesce((SELECT max(checked_on) FROM phone_check WHERE person = p.id AND checked_on <= :as_of), '') AS called_on
            FROM person AS p JOIN office AS o ON o.code = p.office WHERE coalesce(p.valid_to, '9999') >= :as_of)
        WHERE begun_on IS NOT NULL AND \(condition)
        """
    }

    static let duties = [
        AgendaSource(
            "duty.term", basis: Localized("任期", "term"),
            sql: ["risk", "region", "sector"].map(term).joined(separator: "\nUNION ALL "))
    ]

    /// Terms that end with nobody to follow: of those over, nobody in force now; of those to come, nobody who takes over in time.
    ///
    /// A region has several grid members and informants: only one who came later follows.
    private static func term(_ subject: String) -> String {
        """
        SELECT d.id AS subject, d.number || ' ' || \(self.subject("name", "zh")) AS title,
            d.number || ' ' || \(self.subject("coalesce(name_en, name)", "en")) AS title_en, d.valid_to AS day, NULL AS scope, NULL AS last_done,
            d.person, d.office, coalesce(d.region, (SELECT region FROM risk WHERE id = d.risk), (SELECT region FROM office WHERE code = d.office)) AS region
        FROM duty AS d WHERE d.\(subject) IS NOT NULL AND d.valid_to <= :until AND d.valid_from <= :as_of AND NOT EXISTS (
            SELECT 1 FROM duty AS n WHERE n.\(subject) = d.\(subject) AND n.role = d.role AND n.id <> d.id
                AND (n.region IS NULL OR n.valid_from > d.valid_from) AND coalesce(n.valid_to, '9999') > d.valid_to
                AND CASE WHEN d.valid_to < :as_of THEN :as_of BETWEEN n.valid_from AND coalesce(n.valid_to, '9999')
                    ELSE n.valid_from <= date(d.valid_to, '+1 day') END)
        """
    }

    /// What a term is for, in words.
    private static func subject(_ name: String, _ language: String) -> String {
        """
        coalesce((SELECT name FROM risk WHERE id = d.risk), (SELECT \(name) FROM region WHERE code = d.region),
            (SELECT \(language) FROM code WHERE list = 'accident_sector' AND code = d.sector), (SELECT \(name) FROM office WHERE code = d.office))
        """
    }

    static let accidents = [
        accident(
            "settling", clock: "settling", day: "occurred_on", scope: "a.sector",
            open: "NOT EXISTS (SELECT 1 FROM accident_report WHERE accident = a.id AND kind = 'final' AND reported_on <= :as_of)"),
        accident(
            "investigation", clock: "investigation", day: "occurred_on", scope: "a.sector",
            open: "(a.investigated_on IS NULL OR a.investigated_on > :as_of)"),
        accident(
            "approval", clock: "approval", day: "investigated_on",
            scope: "(SELECT g.grade FROM (\(AccidentRelation.current.sql)) AS g WHERE g.id = a.id)",
            open: "a.investigated_on <= :as_of AND (a.approved_on IS NULL OR a.approved_on > :as_of)"),
    ]

    private static func accident(_ topic: String, clock: String, day: String, scope: String, open: String) -> AgendaSource {
        AgendaSource(
            "accident.\(topic)", clock: "accident.\(clock)",
            sql: """
                SELECT a.id AS subject, a.case_no || ' ' || a.title AS title, a.\(day) AS day, \(scope) AS scope, NULL AS last_done,
                    NULL AS person, a.office, a.region
                FROM accident AS a WHERE a.occurred_on <= :as_of AND a.exclusion IS NULL AND a.is_production = 1 AND \(open)
                """)
    }

    static let lots = [
        AgendaSource(
            "stock.expiry", basis: Localized("批次的到期日", "the lot's day of expiry"),
            sql: """
                SELECT l.id AS subject, l.number || ' ' || i.name AS title, l.expires_on AS day, NULL AS scope, NULL AS last_done,
                    min(w.keeper) AS person, min(w.office) AS office, min(w.region) AS region
                FROM \(StockBalances.held) AS h JOIN lot AS l ON l.id = h.lot AND l.expires_on <= :until JOIN item AS i ON i.id = l.item
                JOIN warehouse AS w ON w.code = h.warehouse AND w.kind <> 'transit' WHERE h.quantity > 0 GROUP BY l.id
                """)
    ]

    static let milestones = [
        AgendaSource(
            "plan.milestone", basis: Localized("规划", "the plan"),
            sql: """
                SELECT plan || '/' || indicator || '/' || id AS subject, indicator || ' ' || name AS title, due_on AS day, NULL AS scope,
                    NULL AS last_done, NULL AS person, NULL AS office, NULL AS region
                FROM milestone WHERE due_on IS NOT NULL AND (done_on IS NULL OR done_on > :as_of)
                    AND plan = (SELECT value FROM setting WHERE key = 'plan')
                """)
    ]

    static let campaigns = [
        AgendaSource(
            "campaign.end", basis: Localized("整治方案", "the campaign"),
            sql: """
                SELECT id AS subject, number || ' ' || name AS title, last_on AS day, NULL AS scope, NULL AS last_done, NULL AS person,
                    office, region FROM campaign WHERE first_on <= :as_of AND last_on >= :as_of
                """)
    ]

    static let draws = [
        AgendaSource(
            "draw.run", basis: Localized("抽查公告", "announcement of the draw"),
            sql: """
                SELECT d.number AS subject, d.number || ' ' || d.public_source AS title, d.public_on AS day, NULL AS scope,
                    NULL AS last_done, NULL AS person, d.office, o.region FROM draw AS d JOIN office AS o ON o.code = d.office
                WHERE d.announced_on <= :as_of AND (d.run_on IS NULL OR d.run_on > :as_of)
                """)
    ]

    private static let months = "' ' || min(month) || CASE count(*) WHEN 1 THEN '' ELSE ' … ' || max(month) END"

    static let closings = [
        // One duty for an office and ledger: the earliest month that is open says since when.
        AgendaSource(
            "closing.month", clock: "closing.month",
            sql: """
                SELECT office || '/' || noun AS subject, NULL AS part,
                    (SELECT zh FROM code WHERE list = 'closing_noun' AND code = m.noun) || \(months) AS title,
                    (SELECT en FROM code WHERE list = 'closing_noun' AND code = m.noun) || \(months) AS title_en,
                    date(min(month) || '-01', '+1 month', '-1 day') AS day, NULL AS scope,
                    (SELECT max(closed_on) FROM closing AS c WHERE c.office = m.office AND c.noun = m.noun AND c.closed_on <= :as_of) AS last_done,
                    NULL AS person, office, (SELECT region FROM office WHERE code = m.office) AS region
                FROM (\(ClosingStatus.everMissing)) AS m GROUP BY office, noun
                """)
    ]
}

internal import GRDB
internal import JBEMCore

/// Hazards with their state as of a day: what the steps dated up to it made of them.
enum HazardRelation {
    static let current = Relation(
        sql: """
            SELECT h.*, CASE WHEN \(stage) = 'tolerated' AND \(until) < :as_of THEN 'ordered' ELSE \(stage) END AS state,
                \(stage) <> 'closed' AND coalesce(\(deadline) < :as_of, 0) AS is_overdue
            FROM hazard AS h
            """)

    /// What is open as of a day, with the deadline or the end of the tolerance that held then.
    static let open = """
        SELECT h.id, h.number, h.title, h.person, h.office, h.region, h.last_step_on,
            CASE WHEN \(stage) = 'tolerated' AND \(until) < :as_of THEN 'ordered' ELSE \(stage) END AS state,
            \(deadline) AS due, \(until) AS tolerated
        FROM hazard AS h WHERE (h.closed_on IS NULL OR h.closed_on > :as_of) AND h.found_on <= :as_of
        """

    /// Whether any step is dated after the day of the question. Without one the hazards' own columns hold, and they have indexes.
    static let isPast = "EXISTS (SELECT 1 FROM hazard_step WHERE step IN (\(allSteps)) AND taken_on > :as_of)"

    private static let allSteps = HazardAction.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// The hazard's own column where no step is dated later, or else what the steps up to the day left.
    private static func value(_ column: String, step: String, where condition: String = "1") -> String {
        """
        CASE WHEN coalesce(h.last_step_on, '') <= :as_of THEN h.\(column) ELSE
            (SELECT \(step) FROM hazard_step WHERE hazard = h.id AND taken_on <= :as_of AND \(condition) ORDER BY number DESC LIMIT 1) END
        """
    }

    private static let stage = "coalesce(\(value("stage", step: "to_state")), 'registered')"
    private static let deadline = value("deadline", step: "deadline_after")
    private static let until = value("tolerated_until", step: "until", where: "until IS NOT NULL")

    /// Lets the machine take a new step: fills in its states and writes what becomes of the hazard.
    @Sendable static func take(_ step: inout RecordRow, in db: Database) throws {
        guard let id = step[HazardStep.hazard], var hazard = try RecordStore.findStored(Hazard.schema, id: id, in: db) else { return }
        let before = hazard
        let faults = HazardMachine.take(&step, on: &hazard, limits: try limits(hazard[Hazard.kind] ?? step[HazardStep.kind], in: db))
        guard faults.isEmpty else { throw RowFaults(faults: faults) }
        let changed = Hazard.schema.storedFields.map(\.name).filter { hazard[$0] != before[$0] }
        try RecordStore.update(hazard, fields: changed, of: Hazard.schema, revealed: [:], in: db)
    }

    private static func limits(_ kind: String?, in db: Database) throws -> HazardLimits {
        func days(_ topic: String, _ standard: Int) throws -> Int {
            let scope = kind == "major" ? "hazard_major" : "default"
            let statement = try db.cachedStatement(sql: "SELECT amount FROM clock_rule WHERE topic = ? AND applies_to = ? AND unit = 'day'")
            return try Int.fetchOne(statement, arguments: [topic, scope]) ?? standard
        }
        return HazardLimits(extensionDays: try days("hazard.extension", 30), toleranceDays: try days("hazard.tolerance", 180))
    }
}

/// A hazard is what its steps made of it.
enum HazardInvariants {
    static let all = [
        Invariant(
            tables: ["hazard", "hazard_step"],
            sql: """
                WITH concerned(id) AS (SELECT id FROM touched WHERE name = 'hazard'
                    UNION SELECT hazard FROM hazard_step WHERE id IN (SELECT id FROM touched WHERE name = 'hazard_step'))
                SELECT h.number AS place, '状态与步骤不符' AS zh, 'its state does not follow from its steps' AS en
                FROM concerned AS c JOIN hazard AS h ON h.id = c.id
                WHERE h.steps <> (SELECT count(*) FROM hazard_step WHERE hazard = h.id)
                    OR h.stage <> coalesce((SELECT to_state FROM hazard_step WHERE hazard = h.id ORDER BY number DESC LIMIT 1), 'registered')
                    OR (h.stage = 'closed') <> (h.closed_on IS NOT NULL)
                    OR EXISTS (SELECT 1 FROM hazard_step AS s LEFT JOIN hazard_step AS p ON p.hazard = s.hazard AND p.number = s.number - 1
                        WHERE s.hazard = h.id AND s.from_state <> CASE WHEN p.id IS NULL THEN 'registered'
                            WHEN p.to_state = 'tolerated' AND s.from_state = 'ordered' AND s.taken_on > p.until THEN 'ordered' ELSE p.to_state END)
                """),
        Invariant(
            tables: ["hazard"],
            sql: """
                SELECT h.number AS place, '复发自 ' || o.number || '，它在 ' || h.found_on || ' 还没有销号' AS zh,
                    'recurrence of ' || o.number || ', which was not closed by ' || h.found_on AS en
                FROM hazard AS h JOIN hazard AS o ON o.id = h.recurrence_of
                WHERE h.id IN (SELECT id FROM touched WHERE name = 'hazard') AND NOT EXISTS (SELECT 1 FROM hazard_step
                    WHERE hazard = o.id AND to_state = 'closed' AND taken_on <= h.found_on)
                """),
    ]
}

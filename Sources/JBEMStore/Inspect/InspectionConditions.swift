internal import GRDB
internal import JBEMCore

/// Which subjects a rule is for.
struct InspectionConditions: Sendable {
    /// What of a subject decides which rules are for it.
    struct Kind: Hashable {
        let level: String?
        let category: String?
        let kind: String?
        let isKey: Bool

        init(_ row: Row) {
            (level, category, kind, isKey) = (row["level"], row["category"], row["kind"], row["is_key"] ?? false)
        }
    }

    let level: String?
    let category: String?
    let kind: String?
    let isKeyOnly: Bool

    private init(_ row: Row) {
        (level, category, kind, isKeyOnly) = (row["level"], row["category"], row["equipment_kind"], row["is_key_only"])
    }

    func fits(_ subject: Kind) -> Bool {
        (level ?? subject.level) == subject.level && (category ?? subject.category) == subject.category
            && (kind ?? subject.kind) == subject.kind && (!isKeyOnly || subject.isKey)
    }

    /// The rules that make slots, by the noun of their subjects; a rule for an event makes none.
    static func read(
        _ question: InspectionQuestion, in db: Database
    ) throws -> [String: [(rule: InspectionConditions, purpose: String, slot: SlotRule)]] {
        let sql = "SELECT * FROM inspect_rule WHERE :purpose IS NULL OR purpose = :purpose ORDER BY key"
        var rules: [String: [(rule: InspectionConditions, purpose: String, slot: SlotRule)]] = [:]
        for row in try Row.fetchAll(db, sql: sql, arguments: ["purpose": question.purpose]) {
            guard let slot = slot(row) else { continue }
            rules[row["subject"] as String, default: []].append((InspectionConditions(row), row["purpose"], slot))
        }
        return rules
    }

    /// Tells whether a row of rules, one for an event included, is in force on a day.
    static func isInForce(_ row: Row, on day: CalendarDate) -> Bool { slotRule(row, .day).isInForce(on: day) }

    private static func slot(_ row: Row) -> SlotRule? { SlotCycle(rawValue: row["cycle"]).map { slotRule(row, $0) } }

    private static func slotRule(_ row: Row, _ cycle: SlotCycle) -> SlotRule {
        func date(_ name: String) -> CalendarDate? { (row[name] as String?).flatMap { CalendarDate(iso: $0) } }
        func monthDay(_ name: String) -> MonthDay? { (row[name] as String?).flatMap { MonthDay($0) } }
        let season = monthDay("season_from").flatMap { first in monthDay("season_to").map { Season(first, $0) } }
        return SlotRule(
            cycle, isWorkdaysOnly: row["is_workdays_only"], season: season, validFrom: date("valid_from"), validTo: date("valid_to"))
    }
}

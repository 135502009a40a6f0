package import GRDB
package import JBEMCore

/// The time limits in the store, each for the days on which its document is in force.
package struct ClockRules: Sendable {
    package struct Rule: Sendable {
        package let amount: Int
        package let unit: String
        package let isWorking: Bool
        /// The document and clause, or where the limit comes from.
        package let source: String
        let validFrom: String
        let validTo: String
    }

    private let rules: [String: [Rule]]

    package init(in db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM clock_rule")
        rules = rows.reduce(into: [:]) { rules, row in
            let document: [String?] = [row["doc_no"], row["clause"]]
            let named = document.compactMap(\.self).joined()
            rules["\(row["topic"] as String) \(row["applies_to"] as String)", default: []].append(
                Rule(
                    amount: row["amount"], unit: row["unit"], isWorking: row["calendar"] == "working",
                    source: named.isEmpty ? row["source"] ?? "" : named, validFrom: row["valid_from"] ?? "",
                    validTo: row["valid_to"] ?? "9999"))
        }
    }

    /// The rule of a topic in force on a day: that of the scope, or else the default one.
    package func rule(_ topic: String, scope: String? = nil, on day: CalendarDate) -> Rule? {
        let text = day.description
        for scope in [scope, "default"].compactMap(\.self) {
            if let rule = rules["\(topic) \(scope)"]?.first(where: { $0.validFrom <= text && text <= $0.validTo }) { return rule }
        }
        return nil
    }

    /// The day on which a time limit that runs from `day` ends, whole days; `nil` without a rule in force.
    package func due(
        _ topic: String, scope: String? = nil, from day: CalendarDate, _ calendar: WorkingCalendar
    ) -> (day: CalendarDate, source: String, unknownYears: [Int])? {
        guard let rule = rule(topic, scope: scope, on: day) else { return nil }
        guard rule.unit == "day" else { return (day.adding(days: (rule.amount + 23) / 24), rule.source, []) }
        guard rule.isWorking else { return (day.adding(days: rule.amount), rule.source, []) }
        let end = calendar.adding(workingDays: rule.amount, to: day)
        return (end.value, rule.source, end.unknownYears)
    }

    /// The days that a topic gives, where its unit is the day.
    package func days(_ topic: String, scope: String? = nil, on day: CalendarDate) -> Int? {
        rule(topic, scope: scope, on: day).flatMap { $0.unit == "day" ? $0.amount : nil }
    }
}

extension WorkingCalendar {
    /// The calendar that the days off in the store make.
    package static func read(_ db: Database) throws -> WorkingCalendar {
        let rows = try Row.fetchAll(db, sql: "SELECT day, kind FROM holiday")
        return WorkingCalendar(rows.compactMap { row in CalendarDate(iso: row["day"] as String).map { ($0, row["kind"] == "work") } })
    }
}

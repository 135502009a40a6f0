internal import GRDB
package import JBEMCore
package import JBEMStore

/// Reads the plan in use or another one.
package struct ReadPlan {
    let key: String?

    package init(_ key: String?) {
        self.key = key
    }

    package func run(_ session: Session) throws -> (plan: PlanDocument, isSample: Bool, offices: [String: Localized]) {
        let store = try session.open(.read)
        return try store.read { db in (try PlanStore.read(key, in: db), store.identity.isSample, try OfficeNames.read(db)) }
    }
}

/// Says for each clause which indicators stand on it, and whether anything is known of them.
package struct PlanCoverage {
    package struct Row: Sendable {
        package let clause: PlanClause
        package let indicators: [String]
        /// Indicators of which the store has figures, records or milestones done.
        package let withData: [String]
    }

    let key: String?
    let asOf: CalendarDate?

    package init(_ key: String?, asOf: CalendarDate?) {
        self.key = key
        self.asOf = asOf
    }

    package func run(_ session: Session) throws -> [Row] {
        let day = asOf ?? session.today
        let store = try session.open(.read)
        return try store.read { db in
            let plan = try PlanStore.read(key, in: db)
            let book = try EvidenceStore(plan, asOf: day, in: db).book()
            return plan.clauses.map { clause in
                let own = plan.catalog.indicators.filter { $0.clause == clause.id }
                return Row(clause: clause, indicators: own.map(\.id), withData: own.filter { hasData($0, plan, book) }.map(\.id))
            }
        }
    }

    private func hasData(_ indicator: Indicator, _ plan: PlanDocument, _ book: EvidenceBook) -> Bool {
        guard let resolved = plan.catalog.resolved(indicator.id), let reading = resolved.chosen else { return false }
        if let measure = reading.formula.numerator {
            let facts = book.facts(of: measure)
            let hasRecords = facts.records?.months.contains { $0.isClosed || !$0.rows.isEmpty } ?? false
            return hasRecords || !facts.figures.isEmpty || facts.widerFigures.contains { $0.value == .zero }
        }
        if reading.formula == .allOf { return plan.catalog.children(of: resolved.id).contains { hasData($0, plan, book) } }
        return book.milestones(of: resolved.id).contains { $0.doneOn != nil }
    }
}

/// Compares the indicators of two plans.
package struct DiffPlans {
    package struct Row: Sendable {
        package enum Kind: String, Sendable {
            case added, removed, changed
        }

        package let indicator: String
        package let kind: Kind
        package let field: String
        package let old: Localized?
        package let new: Localized?
    }

    let old: String
    let new: String

    package init(_ old: String, _ new: String) {
        self.old = old
        self.new = new
    }

    package func run(_ session: Session) throws -> [Row] {
        let store = try session.open(.read)
        let (first, second) = try store.read { db in (try PlanStore.read(old, in: db), try PlanStore.read(new, in: db)) }
        let ids = first.catalog.indicators.map(\.id) + second.catalog.indicators.map(\.id).filter { first.catalog[$0] == nil }
        return ids.flatMap { id -> [Row] in
            switch (first.catalog[id], second.catalog[id]) {
            case (nil, let new?): return [Row(indicator: id, kind: .added, field: "indicator", old: nil, new: new.name)]
            case (let old?, nil): return [Row(indicator: id, kind: .removed, field: "indicator", old: old.name, new: nil)]
            case (let old?, let new?): return DiffPlans.changes(id, old, new)
            case (nil, nil): return []
            }
        }
    }

    private static func changes(_ id: String, _ old: Indicator, _ new: Indicator) -> [Row] {
        let pairs: [(String, Localized, Localized)] = [
            ("name", old.name, new.name), ("nature", Localized(verbatim: old.nature.rawValue), Localized(verbatim: new.nature.rawValue)),
            ("unit", old.unit, new.unit), ("target", TargetText.target(old), TargetText.target(new)),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { Row(indicator: id, kind: .changed, field: $0.0, old: $0.1, new: $0.2) }
    }
}

/// Names of offices for people.
enum OfficeNames {
    static func read(_ db: Database) throws -> [String: Localized] {
        let records = try RecordQuery(schema: Office.schema, asOf: CalendarDate(dayNumber: 0)).fetchAll(db)
        return records.reduce(into: [:]) { names, record in
            guard let code = record[Office.code], let name = record[Office.name] else { return }
            names[code] = Localized(name, record[Office.nameEn] ?? name)
        }
    }
}

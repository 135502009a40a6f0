package import GRDB
package import JBEMCore

/// A plan as it stands in the store: its years, territory, clauses and indicators.
package struct PlanDocument: Sendable {
    package let key: String
    package let name: Localized
    package let documentNo: String?
    package let publishedOn: CalendarDate?
    package let region: String
    package let baseYear: Int
    package let years: ClosedRange<Int>
    package let catalog: IndicatorCatalog
    package let clauses: [PlanClause]
    package let milestones: [String: [MilestoneFact]]

    package func clause(_ id: String) -> PlanClause? { clauses.first { $0.id == id } }
}

/// A paragraph of a plan.
package struct PlanClause: Sendable, Hashable {
    package let id: String
    package let line: Int
    package let section: String
    package let opening: String
    package let contentHash: String
    package let summary: Localized
}

/// Reading of plans.
package enum PlanStore {
    /// The keys of the plans in the store.
    package static func keys(_ db: Database) throws -> [String] { try String.fetchAll(db, sql: "SELECT key FROM plan ORDER BY key") }

    /// Number of records of a noun that belong to a plan; `nil` for a noun whose records belong to none.
    package static func count(_ schema: RecordSchema, of plan: String, in db: Database) throws -> Int? {
        guard schema.naturalKey.first == Clause.plan.name else { return nil }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(schema.table) WHERE plan = ?", arguments: [plan])
    }

    /// The name of a plan; its key if it is not there.
    package static func name(_ key: String, in db: Database) throws -> Localized {
        guard let row = try Row.fetchOne(db, sql: "SELECT name, name_en FROM plan WHERE key = ?", arguments: [key]) else {
            return Localized(verbatim: key)
        }
        let name: String = row["name"]
        return Localized(name, row["name_en"] ?? name)
    }

    /// Reads a plan.
    ///
    /// - Parameter key: `nil` for the plan in use.
    /// - Throws: `.configuration` without a plan in use; `.notFound`; `.data` if a target's columns do not fit together.
    package static func read(_ key: String?, in db: Database) throws -> PlanDocument {
        guard let key = try key ?? Setting.plan.value(db) else {
            throw Failure(
                .configuration, Localized("还没有采用规划", "no plan is in use"),
                hints: [
                    Localized(
                        "用 jbem plan load 载入，如 jbem plan load jiangbei-2021-2025",
                        "load one with jbem plan load, such as jbem plan load jiangbei-2021-2025")
                ])
        }
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM plan WHERE key = ?", arguments: [key]) else {
            throw Failure(
                .notFound, Localized("没有规划 “\(key)”", "there is no plan \"\(key)\""),
                hints: [Localized("用 jbem plan list 查看", "see jbem plan list")])
        }
        let years: ClosedRange<Int> = (row["from_year"] as Int)...(row["to_year"] as Int)
        let name: String = row["name"]
        return PlanDocument(
            key: key, name: Localized(name, row["name_en"] ?? name), documentNo: row["document_no"],
            publishedOn: (row["published_on"] as String?).flatMap { CalendarDate(iso: $0) }, region: row["region"],
            baseYear: row["base_year"],
            years: years, catalog: IndicatorCatalog(try indicators(key, years, in: db)), clauses: try clauses(key, in: db),
            milestones: try milestones(key, in: db))
    }

    private static func indicators(_ plan: String, _ years: ClosedRange<Int>, in db: Database) throws -> [Indicator] {
        let targets = try NamedRow.fetchAll(
            db, sql: "SELECT * FROM target WHERE plan = ? ORDER BY indicator, is_chosen DESC, reading", arguments: [plan])
        let readings = try Dictionary(grouping: targets, by: { $0["indicator"] as String }).mapValues { rows in
            try rows.map { try reading($0, years) }
        }
        return try NamedRow.fetchAll(db, sql: "SELECT * FROM indicator WHERE plan = ? ORDER BY position, id", arguments: [plan]).map {
            row in
            let id: String = row["id"]
            let (unit, unitEn): (String?, String?) = (row["unit"], row["unit_en"])
            let (note, noteEn): (String?, String?) = (row["note"], row["note_en"])
            return Indicator(
                id: id, parent: row["parent"], chapter: row["chapter"] ?? "", name: Localized(row["name"], row["name_en"]),
                nature: Indicator.Nature(rawValue: row["nature"]) ?? .stated, unit: Localized(unit ?? "", unitEn ?? unit ?? ""),
                clause: row["clause"],
                responsible: row["responsible"], aliasOf: row["alias_of"], readings: readings[id] ?? [],
                note: note.map { Localized($0, noteEn ?? $0) })
        }
    }

    private static func reading(_ row: NamedRow, _ years: ClosedRange<Int>) throws -> Reading {
        var columns = TargetColumns(
            reading: row["reading"], formula: row["formula"], window: row["window"] ?? "year", comparator: row["comparator"])
        columns.isChosen = row["is_chosen"]
        columns.label = Localized(row["label"], row["label_en"])
        columns.numerator = row["numerator"]
        columns.denominator = row["denominator"]
        columns.scale = (row["scale"] as Int64?).map { Rational(scaled: $0, places: TargetRecord.scale.definition.kind.decimalPlaces) }
        columns.fromYear = row["from_year"]
        columns.toYear = row["to_year"]
        columns.aggregation = row["aggregation"]
        columns.cycle = row["cycle"]
        columns.value = (row["value"] as Int64?).map { Rational(scaled: $0, places: TargetRecord.value.definition.kind.decimalPlaces) }
        columns.relation = row["relation"]
        columns.baselineYear = row["baseline_year"]
        columns.deadline = (row["deadline"] as String?).flatMap { CalendarDate(iso: $0) }
        columns.model = row["model"]
        let (reason, reasonEn): (String?, String?) = (row["model_reason"], row["model_reason_en"])
        columns.modelReason = reason.map { Localized($0, reasonEn ?? $0) }
        columns.isInferred = row["is_inferred"]
        columns.author = row["author"]
        let (note, noteEn): (String?, String?) = (row["note"], row["note_en"])
        columns.note = note.map { Localized($0, noteEn ?? $0) }
        do {
            return try Reading(columns, planYears: years)
        } catch {
            let place = "\(row["indicator"] as String) \(columns.reading)"
            throw Failure(.data, error.reason, at: .init(file: "target \(place)", field: error.location.field))
        }
    }

    private static func clauses(_ plan: String, in db: Database) throws -> [PlanClause] {
        try NamedRow.fetchAll(db, sql: "SELECT * FROM clause WHERE plan = ? ORDER BY line, id", arguments: [plan]).map { row in
            let summary: String = row["summary"]
            return PlanClause(
                id: row["id"], line: row["line"], section: row["section"] ?? "", opening: row["opening"], contentHash: row["content_hash"],
                summary: Localized(summary, row["summary_en"] ?? summary))
        }
    }

    private static func milestones(_ plan: String, in db: Database) throws -> [String: [MilestoneFact]] {
        let rows = try NamedRow.fetchAll(
            db, sql: "SELECT * FROM milestone WHERE plan = ? ORDER BY indicator, position, id", arguments: [plan])
        return Dictionary(grouping: rows, by: { $0["indicator"] as String }).mapValues { rows in
            rows.map { row in
                let name: String = row["name"]
                return MilestoneFact(
                    id: row["id"], name: Localized(name, row["name_en"] ?? name),
                    dueOn: (row["due_on"] as String?).flatMap { CalendarDate(iso: $0) },
                    doneOn: (row["done_on"] as String?).flatMap { CalendarDate(iso: $0) }, evidence: row["evidence"])
            }
        }
    }
}

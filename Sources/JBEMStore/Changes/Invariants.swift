package import GRDB
package import JBEMCore

/// A relation between records that every committed state obeys.
///
/// Checked over the rows a transaction touched, before COMMIT of every change: commands, imports, undo, redo, migrations.
package struct Invariant: Sendable {
    /// Tables whose change can break it.
    package let tables: Set<String>
    /// SQL that returns one row (`place`, `zh`, `en`) for each violation; `touched(name, id, next)` holds the rows changed,
    /// `id` being the first key column and `next` the second, empty where there is none.
    package let sql: String
    /// Records that several invariants look at, worked out once for all of them.
    package let scope: Scope?

    package init(tables: Set<String>, scope: Scope? = nil, sql: String) {
        self.tables = tables
        self.scope = scope
        self.sql = sql
    }

    /// What holds between records of two sides, as one invariant for each: SQLite then goes from the touched rows to their partners, where
    /// of an OR it would walk over all rows.
    ///
    /// - Parameters:
    ///   - sides: each table with the SQL of its id.
    ///   - sql: ends in a WHERE clause.
    static func between(_ sides: [(table: String, id: String)], sql: String) -> [Invariant] {
        sides.map { table, id in
            Invariant(tables: [table], sql: "\(sql) AND \(id) IN (SELECT id FROM touched WHERE name = '\(table)')")
        }
    }

    /// Ids that `touched` leads to, in the temporary table `name(id)`.
    package struct Scope: Hashable, Sendable {
        package let name: String
        /// SQL that returns each id once.
        package let sql: String

        func fill(_ db: Database) throws {
            try db.emptyTemporary(name, "(id INTEGER NOT NULL PRIMARY KEY)")
            try db.cachedStatement(sql: "INSERT INTO temp.\(name) (id) \(sql)").execute()
        }
    }
}

enum Invariants {
    static let all: [Invariant] = NounStore.all.flatMap(\.invariants)

    /// Tables whose changed rows are noted in `touched`.
    static let tables = all.reduce(into: Set<String>()) { $0.formUnion($1.tables) }

    /// Checks the invariants that the changed rows in `touched` concern.
    ///
    /// - Parameter tables: the tables with changed rows.
    /// - Throws: `.data` naming up to 20 violations.
    static func check(_ tables: Set<String>, in db: Database) throws {
        let concerned = all.filter { !$0.tables.isDisjoint(with: tables) }
        guard !concerned.isEmpty else { return }
        for scope in Set(concerned.compactMap(\.scope)) { try scope.fill(db) }
        let faults = try concerned.flatMap { invariant in
            try Row.fetchAll(db.cachedStatement(sql: invariant.sql + " LIMIT 20")).map { row in
                Fault(Localized(row["zh"] ?? "", row["en"] ?? ""), at: .init(file: row["place"]))
            }
        }
        guard faults.isEmpty else {
            // Both sides of a relation may tell the same.
            var seen: Set<Fault> = []
            let faults = faults.filter { seen.insert($0).inserted }
            throw Failure(
                .data, Localized("改动会使记录互相矛盾，什么也没有写入", "the change would make the records contradict each other; nothing was written"),
                details: Array(faults.prefix(20)))
        }
    }
}

extension FieldValue: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> FieldValue? {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .double, .blob: nil
        }
    }
}

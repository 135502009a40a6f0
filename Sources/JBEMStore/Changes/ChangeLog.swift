package import GRDB
package import JBEMCore

/// Reading of the change journal.
package enum ChangeLog {
    package static func head(_ db: Database) throws -> ChangeHead? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT id, hash FROM change ORDER BY id DESC LIMIT 1"))
            .map { ChangeHead(id: $0["id"], hash: $0["hash"]) }
    }

    /// Newest first.
    package static func list(
        since: Int64? = nil, from first: Instant? = nil, limit: Int? = nil, in db: Database
    ) throws -> [Change] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM change WHERE id > ? AND at >= ? ORDER BY id DESC LIMIT ?",
            arguments: [since ?? 0, first?.description ?? "", limit ?? -1]
        ).map(Change.init(row:))
    }

    package static func find(_ id: Int64, in db: Database) throws -> Change {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM change WHERE id = ?", arguments: [id]) else {
            throw Failure(
                .notFound, Localized("没有第 \(id) 号改动", "there is no change \(id)"),
                hints: [Localized("用 jbem log list 查看", "see jbem log list")])
        }
        return Change(row: row)
    }

    /// The row changes of the open part; personal values are only in the private part, which this does not read.
    package static func rows(of id: Int64, limit: Int? = nil, in db: Database) throws -> [RowChange] {
        struct Enough: Error {}
        var rows: [RowChange] = []
        do {
            try forEachOpenPart(of: id, in: db) { part in
                try part.forEach { iterator in
                    // A large import has many parts; those that are not asked for are not read.
                    if let limit, rows.count >= limit { throw Enough() }
                    rows.append(Changeset.row(iterator))
                }
            }
        } catch is Enough {}
        return rows
    }

    private static func forEachOpenPart(of id: Int64, in db: Database, _ body: (Changeset) throws -> Void) throws {
        try ChangeData.forEachPart(of: id, in: db) { part in
            if part.name != ChangePart.personal, let bytes = part.bytes { try body(Changeset(bytes: bytes)) }
        }
    }

    /// The changes that touched one record, oldest first, with what each did to it.
    package static func history(table: String, key: [FieldValue], in db: Database) throws -> [(change: Change, row: RowChange)] {
        let candidates = try Row.fetchAll(
            db, sql: "SELECT * FROM change WHERE ',' || tables || ',' LIKE ? ORDER BY id", arguments: ["%,\(table),%"])
        var found: [(change: Change, row: RowChange)] = []
        for change in candidates.map(Change.init(row:)) {
            try forEachOpenPart(of: change.id, in: db) { part in
                try part.forEach { iterator in
                    // Few rows are the one that is looked for: only those are decoded.
                    let (name, first, _) = Changeset.firstKeys(iterator)
                    guard name == table, first == key.first ?? .null else { return }
                    let row = Changeset.row(iterator)
                    if row.key == key { found.append((change, row)) }
                }
            }
        }
        return found
    }
}

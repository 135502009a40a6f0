package import GRDB
package import JBEMCore

/// Reading of the change journal.
package enum ChangeLog {
    package static func head(_ db: Database) throws -> ChangeHead? {
        try Row.fetchOne(db, sql: "SELECT id, hash FROM change ORDER BY id DESC LIMIT 1").map { ChangeHead(id: $0["id"], hash: $0["hash"]) }
    }

    /// Newest first.
    package static func list(since: Int64? = nil, limit: Int? = nil, in db: Database) throws -> [Change] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM change WHERE id > ? ORDER BY id DESC LIMIT ?", arguments: [since ?? 0, limit ?? -1]
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
    package static func rows(of id: Int64, in db: Database) throws -> [RowChange] {
        try ChangeData.parts(of: id, in: db).filter { $0.name == "public" }.flatMap { part in
            try part.bytes.map { try Changeset(bytes: $0).rows() } ?? []
        }
    }

    /// The changes that touched one record, oldest first, with what each did to it.
    package static func history(table: String, key: [FieldValue], in db: Database) throws -> [(change: Change, row: RowChange)] {
        let candidates = try Row.fetchAll(
            db, sql: "SELECT * FROM change WHERE ',' || tables || ',' LIKE ? ORDER BY id", arguments: ["%,\(table),%"])
        return try candidates.map(Change.init(row:)).flatMap { change in
            try rows(of: change.id, in: db).filter { $0.table == table && $0.key == key }.map { (change, $0) }
        }
    }
}

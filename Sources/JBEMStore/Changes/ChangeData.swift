internal import Foundation
internal import GRDB
internal import JBEMCore

/// The stored changesets of changes.
enum ChangeData {
    /// Keeps a part of the running change out of memory until its entry is written.
    static func putAside(_ part: ChangePart, in db: Database) throws {
        try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS part_aside (part TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)")
        try db.execute(sql: "INSERT OR REPLACE INTO temp.part_aside (part, bytes) VALUES (?, ?)", arguments: [part.name, data(part)])
    }

    static func insert(_ part: ChangePart, of change: Int64, in db: Database) throws {
        guard part.bytes == nil else {
            return try db.cachedStatement(sql: "INSERT INTO change_data (change_id, part, digest, bytes) VALUES (?, ?, ?, ?)")
                .execute(arguments: [change, part.name, part.digest, data(part)])
        }
        try db.execute(
            sql: "INSERT INTO change_data (change_id, part, digest, bytes) SELECT ?1, part, ?3, bytes FROM temp.part_aside WHERE part = ?2",
            arguments: [change, part.name, part.digest])
        try db.execute(sql: "DELETE FROM temp.part_aside WHERE part = ?", arguments: [part.name])
    }

    private static func data(_ part: ChangePart) -> Data? { part.bytes.map { Data($0) } }

    /// Hands over the parts of a change one by one, their bytes `nil` if they were purged.
    ///
    /// The open parts come in their order, or in the opposite one to take a change back, then the personal part: in the order
    /// forwards the hash takes them.
    static func forEachPart(of change: Int64, backwards: Bool = false, in db: Database, _ body: (ChangePart) throws -> Void) throws {
        let names = try String.fetchAll(
            db,
            sql:
                "SELECT part FROM change_data WHERE change_id = ? ORDER BY part = '\(ChangePart.personal)', part \(backwards ? "DESC" : "")",
            arguments: [change])
        for name in names {
            let row = try Row.fetchOne(
                db, sql: "SELECT digest, bytes FROM change_data WHERE change_id = ? AND part = ?", arguments: [change, name])
            guard let row else { continue }
            try body(ChangePart(name: name, digest: row["digest"], bytes: (row["bytes"] as Data?).map { Array($0) }))
        }
    }

    /// The parts of a change: name, digest, and the bytes unless they were purged.
    static func parts(of change: Int64, in db: Database) throws -> [ChangePart] {
        var parts: [ChangePart] = []
        try forEachPart(of: change, in: db) { parts.append($0) }
        return parts
    }
}

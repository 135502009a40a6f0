internal import Foundation
internal import GRDB
internal import JBEMCore

/// The stored changesets of changes.
enum ChangeData {
    static func insert(_ part: ChangePart, of change: Int64, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO change_data (change_id, part, digest, bytes) VALUES (?, ?, ?, ?)",
            arguments: [change, part.name, ChangeChain.digest(part.bytes), Data(part.bytes)])
    }

    /// The parts of a change: name, digest, and the bytes unless they were purged.
    static func parts(of change: Int64, in db: Database) throws -> [(name: String, digest: String, bytes: [UInt8]?)] {
        // `public` before `private`: the order in which the hash takes them.
        try Row.fetchAll(db, sql: "SELECT part, digest, bytes FROM change_data WHERE change_id = ? ORDER BY part DESC", arguments: [change])
            .map { row in
                let data: Data? = row["bytes"]
                return (row["part"], row["digest"], data.map { Array($0) })
            }
    }
}

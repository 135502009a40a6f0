import JBEMCore

@testable import JBEMStore

/// What somebody with the file and `sqlite3` can do to the journal.
enum Tampering {
    /// Writes past every guard.
    static func run(_ box: TemporaryStore, _ statements: [String]) throws {
        try RawConnection.run(statements, on: box.path)
    }

    /// Makes every hash fit again, from the first entry on.
    static func rechain(_ box: TemporaryStore) throws {
        let hashes = try box.store.read { db in
            var previous = ChangeChain.origin
            return try ChangeLog.list(in: db).reversed().map { change in
                let parts = try ChangeData.parts(of: change.id, in: db).map { ($0.name, $0.digest) }
                let before = previous
                previous = ChangeChain.hash(fields: change.hashedFields, previous: before, parts: parts)
                return (change.id, before, previous)
            }
        }
        try run(box, hashes.map { "UPDATE change SET previous_hash = '\($1)', hash = '\($2)' WHERE id = \($0)" })
    }
}

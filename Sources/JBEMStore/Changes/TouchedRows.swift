internal import CSQLiteSession
internal import GRDB
internal import JBEMCore

/// The rows that a transaction changed, for the invariants: `temp.touched(name, id)`, `id` being the first key column.
struct TouchedRows {
    private(set) var tables: Set<String> = []
    private var statement: PreparedStatement?

    mutating func add(_ table: String, key: FieldValue, in db: Database) throws {
        if !tables.contains(table) { tables.insert(table) }
        guard Invariants.tables.contains(table) else { return }
        if statement == nil {
            try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS touched (name TEXT NOT NULL, id, PRIMARY KEY (name, id)) WITHOUT ROWID")
            try db.execute(sql: "DELETE FROM touched")
            statement = try PreparedStatement("INSERT OR IGNORE INTO temp.touched (name, id) VALUES (?, ?)", in: db)
        }
        try statement!.run([.text(table), key], in: db)
    }

    /// - Returns: the number of changed rows.
    mutating func add(_ changeset: Changeset, in db: Database) throws -> Int {
        var count = 0
        try changeset.forEach { iterator in
            let (table, key) = Changeset.firstKey(iterator)
            try add(table, key: key, in: db)
            count += 1
        }
        return count
    }
}

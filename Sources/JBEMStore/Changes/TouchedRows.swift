internal import CSQLiteSession
internal import GRDB
internal import JBEMCore

/// The rows that a transaction changed, for the invariants: `temp.touched(name, id, next)`, `id` being the first key column, `next` the
/// second one, empty where there is none.
struct TouchedRows {
    private(set) var tables: Set<String> = []
    private var hasTable = false
    /// Ids of one table that follow each other, not yet written: an import makes a million of them.
    private var run: (table: String, ids: ClosedRange<Int64>)?
    /// Keys of two columns that were written: postings of one lot at one place come again and again.
    private var pairs: Set<Pair> = []
    private static let pairCapacity = 500_000

    private struct Pair: Hashable {
        let table: String
        let key: FieldValue
        let next: FieldValue
    }

    mutating func add(_ table: String, key: FieldValue, next: FieldValue?, in db: Database) throws {
        if let (name, ids) = run, name == table, let id = key.integer, id == ids.upperBound + 1 {
            run = (table, ids.lowerBound...id)
            return
        }
        if !tables.contains(table) { tables.insert(table) }
        if let next, !pairs.isEmpty, pairs.contains(Pair(table: table, key: key, next: next)) { return }
        guard Invariants.tables.contains(table) else { return }
        try writeRun(in: db)
        if let id = key.integer, next == nil {
            run = (table, id...id)
        } else {
            try write(table, key, next ?? .text(""), in: db)
            if let next, pairs.count < TouchedRows.pairCapacity { pairs.insert(Pair(table: table, key: key, next: next)) }
        }
    }

    /// - Returns: the number of changed rows.
    mutating func add(_ changeset: Changeset, in db: Database) throws -> Int {
        var count = 0
        try changeset.forEach { iterator in
            let (table, key, next) = Changeset.firstKeys(iterator)
            try add(table, key: key, next: next, in: db)
            count += 1
        }
        return count
    }

    /// Writes what is not yet in `touched`; to be called before it is read.
    mutating func writeRun(in db: Database) throws {
        guard let (table, ids) = run else { return }
        run = nil
        // An undo takes rows back in no order: most of its runs are one row.
        guard ids.count > 1 else { return try write(table, .integer(ids.lowerBound), .text(""), in: db) }
        try prepare(db)
        // By thousands, where counting up one by one would take twice the time.
        let sql = """
            INSERT OR IGNORE INTO temp.touched (name, id, next)
            WITH RECURSIVE
                unit(n) AS MATERIALIZED (SELECT 0 UNION ALL SELECT n + 1 FROM unit WHERE n < min(999, ?3 - ?2)),
                thousand(n) AS (SELECT 0 UNION ALL SELECT n + 1000 FROM thousand WHERE n + 1000 <= ?3 - ?2)
            SELECT ?1, ?2 + t.n + u.n, '' FROM thousand AS t CROSS JOIN unit AS u WHERE t.n + u.n <= ?3 - ?2
            """
        let values: [FieldValue] = [.text(table), .integer(ids.lowerBound), .integer(ids.upperBound)]
        try PreparedStatement(sql, in: db).run(values, in: db)
    }

    private mutating func write(_ table: String, _ key: FieldValue, _ next: FieldValue, in db: Database) throws {
        try prepare(db)
        try PreparedStatement("INSERT OR IGNORE INTO temp.touched (name, id, next) VALUES (?, ?, ?)", in: db)
            .run([.text(table), key, next], in: db)
    }

    private mutating func prepare(_ db: Database) throws {
        guard !hasTable else { return }
        try db.emptyTemporary("touched", "(name TEXT NOT NULL, id, next, PRIMARY KEY (name, id, next)) WITHOUT ROWID")
        hasTable = true
    }
}

internal import GRDB
internal import JBEMCore

/// Rebuilding the record tables from the journal alone.
enum Replay {
    /// Applies every changeset to empty tables of the same schema and compares all rows.
    ///
    /// - Returns: up to 20 differing rows in words, and the number of rows compared.
    static func compare(_ db: Database, steps: [Migration]) throws -> (differences: [String], rows: Int) {
        // A temporary file: savepoints of a database in memory take a time that grows with the square of its pages.
        let rebuilt = try DatabaseQueue(path: "")
        return try rebuilt.writeWithoutTransaction { copy in
            try copy.execute(sql: "PRAGMA foreign_keys = ON")
            SQLFunctions.register(in: copy)
            for step in steps { try copy.execute(sql: step.sql) }
            var differences: [String] = []
            try copy.inTransaction {
                differences = try apply(db, to: copy)
                return .commit
            }
            guard differences.isEmpty else { return (differences, 0) }
            var rows = 0
            let purged = try Int.fetchOne(db, sql: "SELECT count(*) FROM change_data WHERE bytes IS NULL") ?? 0
            for table in RecordTables.current.open + (purged == 0 ? RecordTables.current.personal : []) {
                let (found, count) = try compare(table, db, copy)
                differences += found
                rows += count
            }
            return (Array(differences.prefix(20)), rows)
        }
    }

    private static func apply(_ db: Database, to copy: Database) throws -> [String] {
        let cursor = try Row.fetchCursor(db, sql: "SELECT id FROM change ORDER BY id")
        while let row = try cursor.next() {
            let id: Int64 = row["id"]
            var difference: String?
            try ChangeData.forEachPart(of: id, in: db) { part in
                guard difference == nil, let bytes = part.bytes else { return }
                if let conflict = try Changeset(bytes: bytes).apply(to: copy) {
                    difference = "change \(id): \(part.name): conflict \(conflict.kind) in \(conflict.row?.table ?? "?")"
                }
            }
            if let difference { return [difference] }
        }
        return []
    }

    /// Compares a table of two databases row by row.
    ///
    /// - Parameter isSorted: rows are put in order first; else they have to lie in the same order, as in a copy.
    static func compare(
        _ table: String, _ db: Database, _ copy: Database, isSorted: Bool = true
    ) throws -> (differences: [String], rows: Int) {
        let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let sql = "SELECT \(list) FROM \"\(table)\"" + (isSorted ? " ORDER BY \(list)" : "")
        let left = try PreparedStatement(sql, in: db)
        let right = try PreparedStatement(sql, in: copy)
        return try left.walk(in: db) { nextHere in
            try right.walk(in: copy) { nextThere in
                var rows = 0
                while true {
                    let (here, there) = (try nextHere(), try nextThere())
                    if here == nil, there == nil { return ([], rows) }
                    guard let here, let there else {
                        return (["\(table): \((here ?? there).map { name($0, of: table, columns) } ?? "")"], rows)
                    }
                    guard let column = columns.indices.first(where: { !here.isEqual(there, column: $0) }) else {
                        rows += 1
                        continue
                    }
                    // The smaller one has no like on the other side.
                    return (["\(table): \(name(here[column].precedes(there[column]) ? here : there, of: table, columns))"], rows)
                }
            }
        }
    }
}

extension Replay {
    /// What tells a row from others: its id as people write it (a bare number of sixteen digits looks like a bank card), or its first columns.
    private static func name(_ row: StoredRow, of table: String, _ columns: [String]) -> String {
        guard let schema = Catalog.schemas.first(where: { $0.table == table }) else {
            return columns.indices.prefix(3).map { row[$0].words }.joined(separator: " ")
        }
        let key = schema.identity == .issued ? ["id"] : schema.naturalKey
        return schema.keyText(key.compactMap { columns.firstIndex(of: $0).map { row[$0] } })
    }
}

extension FieldValue {
    /// Whether SQLite puts it first.
    fileprivate func precedes(_ other: FieldValue) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.null, _), (.integer, .text): true
        default: false
        }
    }

    fileprivate var words: String {
        switch self {
        case .null: "NULL"
        case .integer(let number): String(number)
        case .text(let text): "\"\(text)\""
        }
    }
}

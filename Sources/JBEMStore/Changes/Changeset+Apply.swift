internal import CSQLiteSession
internal import GRDB
internal import JBEMCore

extension Changeset {
    /// A row that could not be changed as the changeset asks.
    struct Conflict: Sendable {
        /// 1 the fields differ, 2 the row is gone, 3 the row exists, 4 a constraint, 5 a foreign key (names no row).
        let kind: Int32
        let row: RowChange?
        /// The present values of the row's columns, where the kind has them.
        let present: [Int: FieldValue]
        /// For a foreign key: the tables whose rows refer to rows that are not there, as child and parent.
        var broken: [(child: String, parent: String)] = []
    }

    private final class Collector {
        let db: Database
        var conflicts: [Conflict] = []

        init(_ db: Database) {
            self.db = db
        }

        /// Must run while the rows are still in place: the application is rolled back right after.
        func brokenReferences() -> [(child: String, parent: String)] {
            let sql = "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check ORDER BY 1, 2"
            return ((try? Row.fetchAll(db, sql: sql)) ?? []).map { ($0[0], $0[1]) }
        }
    }

    /// Applies the changeset inside the running transaction.
    ///
    /// - Returns: the conflict that stopped it, or `nil`; on a conflict nothing of the changeset stays applied.
    func apply(to db: Database) throws -> Conflict? {
        try checkTables(db)
        let collector = Collector(db)
        var copy = bytes
        let result = copy.withUnsafeMutableBytes { buffer in
            jbem_changeset_apply(
                UnsafeMutableRawPointer(db.sqliteConnection!), Int32(buffer.count), buffer.baseAddress,
                Unmanaged.passUnretained(collector).toOpaque()
            ) { context, kind, iterator in
                let collector = Unmanaged<Collector>.fromOpaque(context!).takeUnretainedValue()
                guard kind != 5, let iterator else {
                    collector.conflicts.append(Conflict(kind: kind, row: nil, present: [:], broken: collector.brokenReferences()))
                    return
                }
                let row = Changeset.row(iterator)
                var present: [Int: FieldValue] = [:]
                if kind == 1 || kind == 3 {
                    for column in Set(row.old.keys).union(row.new.keys) {
                        present[column] = Changeset.value(jbem_changeset_conflict(iterator, Int32(column)))
                    }
                }
                collector.conflicts.append(Conflict(kind: kind, row: row, present: present))
            }
        }
        if let conflict = collector.conflicts.first { return conflict }
        // 19 is SQLITE_CONSTRAINT: a swap of unique values cannot be put back row by row.
        guard result == 0 else { return Conflict(kind: result == 19 ? 4 : Int32(result), row: nil, present: [:]) }
        return nil
    }

    /// The session extension skips a table that is missing or has fewer columns silently, so that is looked up first.
    private func checkTables(_ db: Database) throws {
        var seen: [String: Int] = [:]
        try forEach { iterator in
            let (table, columns) = Changeset.shape(iterator)
            seen[table] = max(seen[table] ?? 0, columns)
        }
        for (table, needed) in seen.sorted(by: { $0.key < $1.key }) {
            let columns = try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_table_info(?)", arguments: [table]) ?? 0
            guard columns >= needed else {
                throw Failure(
                    .bug, Localized("表 \(table) 缺失或列数不够，改动无法应用", "the table \(table) is missing or too narrow for the change"))
            }
        }
    }
}

internal import CSQLiteSession
package import GRDB
package import JBEMCore

/// A code stays as long as a record is written in it.
///
/// Codes have no foreign key: one list serves fields of many tables.
package enum CodeInvariant {
    static let usedCodesStay = Invariant(
        tables: [Code.schema.table],
        sql: Catalog.schemas.flatMap { schema in
            CodeInvariant.fields(schema).map { field, list in
                """
                SELECT t.id || '/' || t.next AS place, '仍在使用：\(schema.label.zh)的\(field.label.zh)；停用则填 valid_to' AS zh,
                    'is still in use: \(schema.label.en), \(field.name); to retire it, set valid_to' AS en
                FROM touched AS t WHERE t.name = 'code' AND t.id = '\(list)' AND NOT EXISTS (SELECT 1 FROM code WHERE list = t.id AND code = t.next)
                    AND EXISTS (SELECT 1 FROM \(schema.table) WHERE "\(field.name)" = t.next)
                """
            }
        }.joined(separator: "\nUNION ALL "))

    /// Codes in records that are in no list: what a version without the invariant let go, or another program removed.
    package static func findings(_ db: Database) throws -> [Localized] {
        try Catalog.schemas.flatMap { schema in
            try fields(schema).flatMap { field, list in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT "\(field.name)", count(*) FROM \(schema.table) AS t
                        WHERE "\(field.name)" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM code WHERE list = ? AND code = t."\(field.name)")
                        GROUP BY 1 ORDER BY 1
                        """, arguments: [list]
                ).map { row in
                    let (code, count): (String, Int) = (row[0], row[1])
                    let value = "\(schema.noun) \(field.name)=\(code)"
                    return Localized("\(value)：代码表 \(list) 没有此代码（\(count) 条）", "\(value): no code of the list \(list) (records: \(count))")
                }
            }
        }
    }

    /// The stored fields of a noun that are written in codes, with their lists.
    static func fields(_ schema: RecordSchema) -> [(field: FieldDefinition, list: String)] {
        schema.storedFields.compactMap { field in
            guard case .code(let list) = field.kind else { return nil }
            return (field, list)
        }
    }
}

/// The codes in which an undo writes records back: they may have gone since.
///
/// New values are read by the code lists; an undo knows what was stored only.
struct RestoredCodes {
    private struct Key: Hashable {
        let list: String
        let code: String
    }

    private var keys: Set<Key> = []
    /// The columns that hold codes, with their lists, by table.
    private var columns: [String: [(column: Int32, list: String)]] = [:]

    /// Notes what a changeset writes; rows that it removes need no code.
    mutating func note(_ changeset: Changeset, in db: Database) throws {
        try changeset.forEach { iterator in
            guard !Changeset.isDeletion(iterator) else { return }
            let table = Changeset.shape(iterator).table
            let known = try columns[table] ?? RestoredCodes.columns(of: table, in: db)
            columns[table] = known
            for (column, list) in known {
                guard let code = Changeset.value(jbem_changeset_new(iterator, column))?.text else { continue }
                keys.insert(Key(list: list, code: code))
            }
        }
    }

    private static func columns(of table: String, in db: Database) throws -> [(Int32, String)] {
        guard let schema = Catalog.schemas.first(where: { $0.table == table }) else { return [] }
        let names = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
        return CodeInvariant.fields(schema).compactMap { field, list in names.firstIndex(of: field.name).map { (Int32($0), list) } }
    }

    /// - Throws: `.data` naming the codes that are not there.
    func refuseMissing(_ db: Database) throws {
        let missing = try keys.filter { try RecordStore.findStored(Code.schema, key: [.text($0.list), .text($0.code)], in: db) == nil }
        guard !missing.isEmpty else { return }
        throw Failure(
            .data, Localized("会写回已删除的代码，什么也没有写入", "codes that were removed would be written back; nothing was written"),
            hints: [Localized("先撤销代码的删除（jbem log list）", "undo the removal of the codes first (jbem log list)")],
            details: missing.map { "\($0.list)/\($0.code)" }.sorted().map {
                Fault(Localized("已不在代码表中", "is not in its code list any more"), at: .init(file: $0))
            })
    }
}

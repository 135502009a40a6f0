package import GRDB
package import JBEMCore

/// Reading and writing of the records of any noun.
package enum RecordStore {
    /// Finds one record by its issued id, with the values as of `asOf`.
    package static func find(_ schema: RecordSchema, id: Int64, asOf: CalendarDate, in db: Database) throws -> RecordRow? {
        var query = RecordQuery(schema: schema, asOf: asOf)
        query.add(column: "id", value: .integer(id))
        return try query.fetchFirst(db)
    }

    /// Finds one record by its natural key.
    package static func find(_ schema: RecordSchema, key: [FieldValue], asOf: CalendarDate, in db: Database) throws -> RecordRow? {
        guard key.count == schema.naturalKey.count else { return nil }
        var query = RecordQuery(schema: schema, asOf: asOf)
        for (name, value) in zip(schema.naturalKey, key) { query.add(column: name, value: value) }
        return try query.fetchFirst(db)
    }

    /// Number of records of a noun.
    package static func count(_ schema: RecordSchema, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(schema.table)") ?? 0
    }

    /// Size of the database in bytes, without the write-ahead log.
    package static func bytes(_ db: Database) throws -> Int {
        try (Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0) * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }

    /// What SQLite's integrity check says; empty if it is satisfied.
    package static func integrityFindings(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }

    /// Rows that refer to records that are not there.
    package static func referenceFindings(_ db: Database) throws -> [String] {
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            "\(row["table"] as String) \(row["rowid"] as Int64? ?? 0) → \(row["parent"] as String)"
        }
    }

    /// How many records refer to one, by noun and field.
    package static func referrers(
        of row: RecordRow, _ schema: RecordSchema, in db: Database
    ) throws -> [(noun: String, field: String, count: Int)] {
        try Catalog.schemas.flatMap { other in
            try other.storedFields.compactMap { field in
                let value: (any DatabaseValueConvertible)?
                switch field.kind {
                case .reference(schema.noun): value = row.id
                case .key(schema.noun) where schema.naturalKey.count == 1: value = row[schema.naturalKey[0]].text
                default: value = nil
                }
                guard let value else { return nil }
                let sql = "SELECT count(*) FROM \(other.table) WHERE \"\(field.name)\" = ?"
                let count = try Int.fetchOne(db, sql: sql, arguments: [value]) ?? 0
                return count > 0 ? (other.noun, field.name, count) : nil
            }
        }
    }

    /// Finds one record by its issued id in the table itself: stored fields only.
    package static func findStored(_ schema: RecordSchema, id: Int64, in db: Database) throws -> RecordRow? {
        try RecordTable(schema, in: db).find(id: id)
    }

    /// Finds one record by its natural key in the table itself: stored fields only.
    package static func findStored(_ schema: RecordSchema, key: [FieldValue], in db: Database) throws -> RecordRow? {
        try RecordTable(schema, in: db).find(key)
    }

    /// The stored value of a reference that a user wrote as the other record's natural key; names of regions and
    /// offices are accepted where they are unique.
    package static func resolve(noun: String, text: String, in db: Database) throws -> FieldValue? {
        guard let schema = Catalog.schema(noun), schema.naturalKey.count == 1 else { return nil }
        let column = schema.identity == .issued ? "id" : schema.naturalKey[0]
        let byKey = try PreparedStatement("SELECT \(column) FROM \(schema.table) WHERE \(schema.naturalKey[0]) = ?", in: db)
        if let value = try byKey.first([.text(text)], in: db, { $0[0] }) { return value }
        guard schema.identity == .natural, schema.field("name") != nil else { return nil }
        let byName = try db.cachedStatement(sql: "SELECT \(column) FROM \(schema.table) WHERE name = ? LIMIT 2")
        let rows = try Row.fetchAll(byName, arguments: [text])
        return rows.count == 1 ? FieldValue.fromDatabaseValue(rows[0][0]) : nil
    }

    /// Tells whether a record that another refers to exists.
    package static func exists(noun: String, value: FieldValue, in db: Database) throws -> Bool {
        guard let schema = Catalog.schema(noun) else { return false }
        let column = schema.identity == .issued ? "id" : schema.naturalKey[0]
        return try PreparedStatement("SELECT 1 FROM \(schema.table) WHERE \(column) = ?", in: db).first([value], in: db) { _ in true }
            ?? false
    }

    /// Inserts a record; a noun with issued ids gets the office's next number.
    ///
    /// - Parameter revealed: the unmasked values of sensitive fields, by name.
    /// - Returns: the issued id, or `nil` for nouns named by a natural key.
    package static func insert(
        _ record: RecordRow, of schema: RecordSchema, revealed: [String: String], office: Int64, in db: Database
    ) throws -> Int64? {
        try RecordTable(schema, in: db).insert(record, revealed: revealed, office: office)
    }

    /// Updates the named fields of a record.
    package static func update(
        _ record: RecordRow, fields: [String], of schema: RecordSchema, revealed: [String: String], in db: Database
    ) throws {
        let keys = schema.keyColumns
        let plain = fields.filter { schema.field($0) != nil }
        if !plain.isEmpty {
            let assignments = plain.map { "\"\($0)\" = ?" }.joined(separator: ", ")
            let condition = keys.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
            let values = plain.map { record[$0] } + keys.map { $0 == "id" ? record.id.map(FieldValue.integer) ?? record["id"] : record[$0] }
            try db.cachedStatement(sql: "UPDATE \(schema.table) SET \(assignments) WHERE \(condition)")
                .execute(arguments: StatementArguments(values))
        }
        if let id = record.id, schema.privateTable != nil {
            try writePrivate(revealed, id: id, of: schema, in: db)
            let cleared = fields.filter { name in schema.field(name)?.sensitivity != nil && record[name].isNull }
            for name in cleared {
                try db.execute(sql: "UPDATE \(schema.privateTable!) SET \"\(name)\" = NULL WHERE id = ?", arguments: [id])
            }
        }
    }

    /// Removes a record; its issued number is never used again.
    package static func delete(_ record: RecordRow, of schema: RecordSchema, in db: Database) throws {
        let keys = schema.keyColumns
        let condition = keys.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
        let values = keys.map { $0 == "id" && schema.identity == .issued ? record.id.map(FieldValue.integer) ?? .null : record[$0] }
        if let table = schema.privateTable { try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [record.id]) }
        try db.execute(sql: "DELETE FROM \(schema.table) WHERE \(condition)", arguments: StatementArguments(values))
    }

    /// The unmasked values of a record's sensitive fields.
    package static func revealed(_ id: Int64, of schema: RecordSchema, in db: Database) throws -> [String: String] {
        guard let table = schema.privateTable, let row = try Row.fetchOne(db, sql: "SELECT * FROM \(table) WHERE id = ?", arguments: [id])
        else { return [:] }
        return schema.sensitiveFields.reduce(into: [:]) { values, field in
            if let text: String = row[field.name] { values[field.name] = text }
        }
    }

    static func writePrivate(_ values: [String: String], id: Int64, of schema: RecordSchema, in db: Database) throws {
        guard let table = schema.privateTable, !values.isEmpty else { return }
        try PreparedStatement("INSERT OR IGNORE INTO \(table) (id) VALUES (?)", in: db).run([.integer(id)], in: db)
        for (name, text) in values.sorted(by: { $0.key < $1.key }) {
            try PreparedStatement("UPDATE \(table) SET \"\(name)\" = ? WHERE id = ?", in: db).run([.text(text), .integer(id)], in: db)
        }
    }
}

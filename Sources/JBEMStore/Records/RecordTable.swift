package import GRDB
package import JBEMCore

/// The table of one noun, for writing many records: statements are prepared once, values travel by position.
package final class RecordTable {
    private let schema: RecordSchema
    private let db: Database
    private let recorder: ChangeRecorder?
    private let complete: (@Sendable (inout RecordRow, Database) throws -> Void)?
    private let isIssued: Bool
    private let names: String
    private var byKey: PreparedStatement?
    private var insertion: PreparedStatement?
    private let target: InsertedRows.Table
    /// Holds one row while no recorder takes it.
    private var scratch = InsertedRows()
    private var ids = 0..<0
    /// The highest number of each office that came with its record.
    private var brought: [Int64: Int64] = [:]
    private var byNumber: PreparedStatement?
    /// The next number of the office of this store, when it was last asked for.
    private var issued: Int64?
    /// Numbers above come with their records without raising the sequence: one row must not use up all of them.
    static let lastRaised = RecordID.sequenceRange.upperBound - 1_000_000

    /// - Parameter recorder: that of the running change, which then gets the inserted rows, and ``finish(office:)`` is to be called at the end; else
    ///   the session extension records them.
    package init(_ schema: RecordSchema, recorder: ChangeRecorder? = nil, in db: Database) {
        (self.schema, self.recorder, self.db) = (schema, recorder, db)
        complete = NounStore.of(schema)?.complete
        isIssued = schema.identity == .issued
        let columns = (isIssued ? ["id"] : []) + schema.storedFields.map(\.name)
        names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let keys = schema.keyColumns
        target = InsertedRows.Table(
            name: schema.table, keyFlags: columns.map { name in UInt8((keys.firstIndex(of: name) ?? -1) + 1) },
            slots: schema.storedSlots, keySlots: isIssued ? [] : schema.storedSlots.filter { keys.contains(schema.fields[$0].name) })
    }

    /// Finds a record by its natural key: stored fields only.
    package func find(_ key: [FieldValue]) throws -> RecordRow? {
        guard key.count == schema.naturalKey.count, !key.isEmpty else { return nil }
        let statement =
            try byKey ?? selection(schema.naturalKey.map { "\"\($0)\" = ?" }.joined(separator: " AND "))
        byKey = statement
        return try statement.first(key, in: db, record)
    }

    /// Finds a record by its issued id: stored fields only.
    package func find(id: Int64) throws -> RecordRow? { try selection("id = ?").first([.integer(id)], in: db, record) }

    package func isEmpty() throws -> Bool { try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(schema.table))") ?? false) }

    private func has(_ number: RecordID) throws -> Bool {
        let statement = try byNumber ?? PreparedStatement("SELECT 1 FROM \(schema.table) WHERE id = ?", in: db)
        byNumber = statement
        return try statement.first([.integer(number.number)], in: db) { _ in true } ?? false
    }

    /// Whether a number that a record brings can be its own: no other has it, and the office of this store has not given it out before.
    package func isFree(_ number: RecordID, home: Int64) throws -> Bool {
        guard try !has(number) else { return false }
        guard number.office == home else { return true }
        if issued == nil { issued = try sequence(home) }
        return number.sequence >= (ids.isEmpty ? issued! : Int64(ids.lowerBound))
    }

    /// The next number that an office gives out.
    private func sequence(_ office: Int64) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT next FROM sequence WHERE name = ? AND office = ?", arguments: [schema.table, office]) ?? 1
    }

    private func selection(_ condition: String) throws -> PreparedStatement {
        try PreparedStatement("SELECT \(names) FROM \(schema.table) WHERE \(condition)", in: db)
    }

    private func record(_ row: StoredRow) -> RecordRow {
        var record = RecordRow(id: isIssued ? row[0].integer : nil, of: schema)
        for (column, slot) in schema.storedSlots.enumerated() { record[slot: slot] = row[column + (isIssued ? 1 : 0)] }
        return record
    }

    /// Inserts a record; a noun with issued ids gets the office's next number.
    ///
    /// - Parameters:
    ///   - revealed: the unmasked values of sensitive fields, by name.
    ///   - number: the number that the record has already and that is free.
    /// - Returns: the issued id, or `nil` for nouns named by a natural key.
    package func insert(_ record: RecordRow, revealed: [String: String], office: Int64, number: RecordID? = nil) throws -> Int64? {
        var record = record.arranged(by: schema)
        try complete?(&record, db)
        let id = try isIssued ? number?.number ?? nextID(office) : nil
        do {
            try insert(record, id: id)
        } catch {
            // The number is for the next record then.
            if number == nil, let id, let taken = RecordID(number: id) {
                ids = Int(taken.sequence)..<max(ids.upperBound, Int(taken.sequence) + 1)
            }
            throw error
        }
        if let number, number.sequence <= RecordTable.lastRaised {
            brought[number.office] = max(brought[number.office] ?? 0, number.sequence)
        }
        if let id, schema.privateTable != nil { try RecordStore.writePrivate(revealed, id: id, of: schema, in: db) }
        return id
    }

    private func insert(_ record: RecordRow, id: Int64?) throws {
        if let recorder { return try recorder.insert(record, id: id, into: target) { try run($0) } }
        defer { scratch.removeAll() }
        let start = scratch.append(record, id: id, to: target)
        try scratch.bytes.withUnsafeBufferPointer { try run($0.baseAddress! + start) }
    }

    private func run(_ record: UnsafePointer<UInt8>) throws {
        let statement = try insertion ?? makeInsertion()
        insertion = statement
        try statement.first(record, count: target.keyFlags.count, in: db) { _ in }
    }

    private func makeInsertion() throws -> PreparedStatement {
        let marks = target.keyFlags.map { _ in "?" }.joined(separator: ", ")
        return try PreparedStatement("INSERT INTO \(schema.table) (\(names)) VALUES (\(marks))", in: db)
    }

    /// Takes the next number of the office for the table; the sequence is not recorded and never goes back.
    private func nextID(_ office: Int64) throws -> Int64 {
        while true {
            if ids.isEmpty {
                let count = recorder == nil ? 1 : 1000
                let sql = """
                    INSERT INTO sequence (name, office, next) VALUES (?1, ?2, 1 + ?3)
                    ON CONFLICT (name, office) DO UPDATE SET next = next + ?3 RETURNING next
                    """
                let next = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [schema.table, office, count]) ?? 1
                ids = next - count..<next
                issued = Int64(next)
            }
            let sequence = Int64(ids.removeFirst())
            guard let id = RecordID(office: office, sequence: sequence) else {
                throw Failure(.data, Localized("\(schema.label.zh)的编号已用完", "the numbers of \(schema.label.en) are used up"))
            }
            // A record that came with a number may have taken one of those ahead, or one near the end.
            let mayBeTaken = brought[office] != nil || sequence > RecordTable.lastRaised
            if try !mayBeTaken || !has(id) { return id.number }
        }
    }

    /// To be called between records.
    package func rest() throws { try recorder?.cutIfFull() }

    /// Gives back the numbers that were taken ahead, so that the next record goes on without a gap, and behind those that were brought.
    package func finish(office: Int64) throws {
        if !ids.isEmpty {
            try db.cachedStatement(sql: "UPDATE sequence SET next = ? WHERE name = ? AND office = ? AND next = ?")
                .execute(arguments: [ids.lowerBound, schema.table, office, ids.upperBound])
            ids = 0..<0
        }
        for (office, highest) in brought {
            let sql = """
                INSERT INTO sequence (name, office, next) VALUES (?1, ?2, ?3) ON CONFLICT (name, office) DO UPDATE SET next = max(next, ?3)
                """
            try db.execute(sql: sql, arguments: [schema.table, office, highest + 1])
        }
        brought = [:]
    }
}

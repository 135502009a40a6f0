internal import CSQLiteSession
internal import GRDB
internal import JBEMCore

/// Records what a transaction does to the record tables, by SQLite's session extension.
///
/// Personal tables are recorded apart, so that their part can be purged without breaking the chain. What a large change does to the open
/// tables is cut into parts, each put aside as soon as it is full: memory does not grow with the change.
package final class ChangeRecorder {
    /// Bytes after which a part is full.
    static let partSize = 8 << 20

    private let db: Database
    private let tables: RecordTables
    private var open: UnsafeMutableRawPointer?
    private var personal: UnsafeMutableRawPointer?
    private var inserts = InsertedRows()
    private var parts: [ChangePart] = []
    private var touched = TouchedRows()
    private var openRows = 0

    init(_ db: Database, tables: RecordTables) throws {
        (self.db, self.tables) = (db, tables)
        open = try begin(tables.open)
        personal = try begin(tables.personal)
    }

    deinit {
        for session in [open, personal] { if let session { jbem_session_end(session) } }
    }

    private func begin(_ names: [String]) throws -> UnsafeMutableRawPointer {
        var session: UnsafeMutableRawPointer?
        guard jbem_session_begin(UnsafeMutableRawPointer(db.sqliteConnection!), &session) == 0, let session else {
            throw Failure(.bug, Localized("无法开始记录改动", "cannot begin to record the change"))
        }
        for table in names {
            guard jbem_session_attach(session, table) == 0 else {
                throw Failure(.bug, Localized("无法记录表 \(table)", "cannot record the table \(table)"))
            }
        }
        return session
    }

    /// Inserts one row of an open table: `run` gets its record and binds and runs the statement, while the session looks away.
    func insert(_ record: RecordRow, id: Int64?, into table: InsertedRows.Table, run: (UnsafePointer<UInt8>) throws -> Void) throws {
        let start = inserts.append(record, id: id, to: table)
        do {
            jbem_session_enable(open, 0)
            defer { jbem_session_enable(open, 1) }
            try inserts.bytes.withUnsafeBufferPointer { try run($0.baseAddress! + start) }
        } catch {
            inserts.remove(from: start)
            throw error
        }
        let key = table.keySlots.first.map { record[slot: $0] } ?? id.map(FieldValue.integer) ?? .null
        try touched.add(table.name, key: key, next: table.keySlots.dropFirst().first.map { record[slot: $0] }, in: db)
    }

    /// Puts the part so far aside if it is full; to be called between records.
    package func cutIfFull() throws {
        guard inserts.bytes.count + Int(jbem_session_memory(open)) >= ChangeRecorder.partSize else { return }
        try cut()
    }

    /// Puts what happened to the open tables so far aside as a part of its own.
    ///
    /// The parts of a change follow each other: they are applied in their order and taken back in the opposite one.
    func cut() throws {
        guard let part = try takeOpenPart() else { return }
        try ChangeData.putAside(part, in: db)
        parts.append(ChangePart(name: part.name, digest: part.digest, bytes: nil))
        jbem_session_end(open)
        open = nil
        open = try begin(tables.open)
    }

    /// What happened; parts without rows are left out.
    func finish() throws -> Recording {
        if let part = try takeOpenPart() { parts.append(part) }
        let bytes = try changeset(personal)
        if !bytes.isEmpty {
            _ = try touched.add(Changeset(bytes: bytes), in: db)
            parts.append(ChangePart(name: ChangePart.personal, bytes: bytes))
        }
        try touched.writeRun(in: db)
        return Recording(parts: parts, tables: touched.tables, openRows: openRows)
    }

    private func takeOpenPart() throws -> ChangePart? {
        defer { inserts.removeAll() }
        var bytes = try changeset(open)
        if bytes.isEmpty {
            bytes = inserts.bytes
            openRows += inserts.count
        } else {
            // Rows that were inserted and then changed again become one insert.
            if inserts.count > 0 { bytes = try Changeset(bytes: inserts.bytes).joined(Changeset(bytes: bytes)).bytes }
            openRows += try touched.add(Changeset(bytes: bytes), in: db)
        }
        return bytes.isEmpty ? nil : ChangePart(name: ChangePart.open(parts.count), bytes: bytes)
    }

    private func changeset(_ session: UnsafeMutableRawPointer?) throws -> [UInt8] {
        var count: Int32 = 0
        var bytes: UnsafeMutableRawPointer?
        guard jbem_session_changeset(session, &count, &bytes) == 0 else {
            throw Failure(.bug, Localized("无法取得改动集", "cannot take the changeset"))
        }
        defer { jbem_session_free(bytes) }
        guard count > 0, let bytes else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
}

/// What a transaction did.
struct Recording {
    let parts: [ChangePart]
    /// Tables with changed rows.
    let tables: Set<String>
    /// Changed rows of open tables, counted in each part.
    let openRows: Int

    var isEmpty: Bool { parts.isEmpty }
}

/// The recorded tables.
struct RecordTables: Sendable {
    /// Tables whose rows may be shown.
    let open: [String]
    /// `<table>_private`.
    let personal: [String]

    static let current = RecordTables(
        open: Catalog.schemas.map(\.table) + ["setting"], personal: Catalog.schemas.compactMap(\.privateTable))

    var all: [String] { open + personal }
}

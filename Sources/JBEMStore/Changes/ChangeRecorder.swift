internal import CSQLiteSession
internal import GRDB
internal import JBEMCore

/// Records what a transaction does to the record tables, by SQLite's session extension.
///
/// Personal tables are recorded apart, so that their part can be purged without breaking the chain.
final class ChangeRecorder {
    private var sessions: [(name: String, pointer: UnsafeMutableRawPointer)] = []

    init(_ db: Database, tables: RecordTables) throws {
        let connection = UnsafeMutableRawPointer(db.sqliteConnection!)
        for (name, names) in [("public", tables.open), ("private", tables.personal)] {
            var session: UnsafeMutableRawPointer?
            guard jbem_session_begin(connection, &session) == 0, let session else {
                throw Failure(.bug, Localized("无法开始记录改动", "cannot begin to record the change"))
            }
            sessions.append((name, session))
            for table in names {
                guard jbem_session_attach(session, table) == 0 else {
                    throw Failure(.bug, Localized("无法记录表 \(table)", "cannot record the table \(table)"))
                }
            }
        }
    }

    deinit {
        for session in sessions { jbem_session_end(session.pointer) }
    }

    /// The changesets so far, empty ones left out.
    func parts() throws -> [ChangePart] {
        try sessions.compactMap { session in
            var count: Int32 = 0
            var bytes: UnsafeMutableRawPointer?
            guard jbem_session_changeset(session.pointer, &count, &bytes) == 0 else {
                throw Failure(.bug, Localized("无法取得改动集", "cannot take the changeset"))
            }
            defer { jbem_session_free(bytes) }
            guard count > 0, let bytes else { return nil }
            return ChangePart(name: session.name, bytes: Array(UnsafeRawBufferPointer(start: bytes, count: Int(count))))
        }
    }
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

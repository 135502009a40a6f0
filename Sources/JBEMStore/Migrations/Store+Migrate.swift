internal import CSQLiteSession
internal import GRDB
internal import Glibc
internal import JBEMCore

extension Store {
    /// Opens a store of any version and brings it up to date.
    package static func migrate(_ path: String, lockTimeout: Double, steps: [Migration] = Migration.all) throws -> (from: Int, to: Int) {
        try openChecked(path, lockTimeout: lockTimeout, steps: steps).migrate()
    }

    /// Brings the store to the newest version under the lock, after a backup beside it.
    ///
    /// - Returns: the versions before and after; equal if there was nothing to do.
    @discardableResult
    package func migrate() throws -> (from: Int, to: Int) {
        try StoreLock.holding(storePath: path, timeout: lockTimeout) {
            try Store.translatingErrors(at: path) { try migrateLocked() }
        }
    }

    private func migrateLocked() throws -> (from: Int, to: Int) {
        let from = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        let pending = steps.filter { $0.version > from }
        guard !pending.isEmpty else { return (from, from) }
        if from > 0 { try backUpBefore(version: pending.last!.version) }
        var head: ChangeHead?
        try queue.writeWithoutTransaction { db in
            // All steps or none: no program knows a store that stopped between two.
            try db.inTransaction(.immediate) {
                for step in pending {
                    try db.execute(sql: step.sql)
                    try giveRowsTheirDefaults(in: db)
                    try db.execute(sql: "PRAGMA user_version = \(step.version)")
                    head = try recordRows(of: step, in: db) ?? head
                }
                return .commit
            }
        }
        if let head { try anchor.append(head) }
        return (from, pending.last!.version)
    }

    /// Copies the store beside itself; the copy of a migration that did not end takes its place, another one stays.
    private func backUpBefore(version: Int) throws {
        let head = try queue.read { try ChangeLog.head($0) }
        let name = "\(path).before-v\(version)"
        for attempt in 1... {
            let target = attempt == 1 ? name : "\(name)-\(attempt)"
            guard access(target, F_OK) == 0 else { return try backUp(to: target) }
            let there = try? StoreBackup.open(target)
            try there?.queue.close()
            guard there?.backup.storeUUID != identity.uuid || there?.backup.head != head else { return }
        }
    }

    /// Writes the default of an appended column into every row.
    ///
    /// Until then the row does not hold it, and the session extension (seen with 3.40.1) records NULL as its old value: an undo
    /// would bring NULL back.
    private func giveRowsTheirDefaults(in db: Database) throws {
        for table in RecordTables.current.all {
            let columns = try String.fetchAll(
                db, sql: "SELECT name FROM pragma_table_info(?) WHERE dflt_value IS NOT NULL", arguments: [table])
            guard !columns.isEmpty else { continue }
            try db.execute(sql: "UPDATE \(table) SET " + columns.map { "\"\($0)\" = \"\($0)\"" }.joined(separator: ", "))
        }
    }

    private func recordRows(of step: Migration, in db: Database) throws -> ChangeHead? {
        guard let rows = step.rows else { return nil }
        let recorder = try ChangeRecorder(db, tables: .current)
        try rows(db)
        let recording = try recorder.finish()
        guard !recording.isEmpty else { return nil }
        try Invariants.check(recording.tables, in: db)
        let at = Instant(seconds: time(nil))
        let action = Action(
            kind: .migration, name: "store migrate", arguments: ["v\(step.version)"],
            origin: .init(at: at, actor: "jbem", osUser: "jbem", host: "localhost"))
        let change = try append(action, recording, in: db)
        return ChangeHead(id: change.id, hash: change.hash)
    }

    /// Of the name of a copy that is not complete.
    static let unfinishedEnding = ".tmp"

    /// Copies the store with SQLite's online backup; the copy is complete and durable when this returns.
    ///
    /// - Throws: `.cannotCreate` if the target exists.
    func backUp(to target: String) throws {
        guard access(target, F_OK) != 0 else {
            throw Failure(.cannotCreate, Localized("\(target) 已存在", "\(target) exists"), hints: [Localized("先移走它", "move it away first")])
        }
        let temporary = target + Store.unfinishedEnding
        Store.discard(temporary)
        do {
            // Before anything is in it: a copy is as private as the store.
            try Store.makeFile(temporary, mode: Store.mode(beside: path) ?? 0o600)
            let copy = try DatabaseQueue(path: temporary)
            try queue.backup(to: copy)
            // One file that is read without others beside it.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            try Durable.sync(temporary)
            guard rename(temporary, target) == 0 else { throw SystemFailure.last(target) }
        } catch {
            Store.discard(temporary)
            throw error
        }
        try Durable.syncFolder(of: target)
    }
}

/// Making files durable.
enum Durable {
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFailure.last(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemFailure.last(path) }
    }

    static func syncFolder(of path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try sync(folder.isEmpty ? "/" : folder)
    }
}

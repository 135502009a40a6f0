internal import GRDB
internal import Glibc
package import JBEMCore

/// A copy of a store in one file, from which it can be restored.
package struct StoreBackup: Sendable, Equatable {
    package let path: String
    /// The newest change in it.
    package let head: ChangeHead?
    package let storeUUID: String
    package let schemaVersion: Int
    package let bytes: Int64
}

extension Store {
    /// Copies the store, and says so only when the copy was read again and holds the same.
    ///
    /// Under the lock, so that nothing is written between the copy and the comparison.
    ///
    /// - Throws: `.cannotCreate` if the file exists; `.io` for a full disk; `.data` if the copy differs.
    /// - Postcondition: the file is complete and durable, or not there.
    package func makeBackup(in folder: BackupFolder, at now: Instant) throws -> StoreBackup {
        try StoreLock.holding(storePath: path, timeout: lockTimeout) {
            // Nobody else makes one of this store now: what is there was left by a run that was killed.
            try folder.discardUnfinished()
            let target = folder.name(at: now, change: try read { try ChangeLog.head($0) }?.id)
            return try Store.translatingErrors(at: target) { try copyAndCompare(target) }
        }
    }

    /// Copies and compares; the caller holds the lock.
    func copyAndCompare(_ target: String) throws -> StoreBackup {
        try backUp(to: target)
        do {
            return try compareBackup(target)
        } catch {
            // What could not be proven is no backup.
            unlink(target)
            throw error
        }
    }

    private func compareBackup(_ target: String) throws -> StoreBackup {
        let copy = try StoreBackup.open(target)
        defer { try? copy.queue.close() }
        try queue.read { db in
            try copy.queue.read { other in
                let tables = try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
                for table in tables {
                    let (differences, _) = try Replay.compare(table, db, other, isSorted: false)
                    guard differences.isEmpty else {
                        throw Failure(.data, Localized("备份与存储不符：\(differences[0])", "the backup differs from the store: \(differences[0])"))
                    }
                }
            }
        }
        return copy.backup
    }
}

extension StoreBackup {
    /// Opens a backup for reading, without a file beside it.
    static func open(_ path: String) throws -> (queue: DatabaseQueue, backup: StoreBackup) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw SystemFailure.last(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.permission, Localized("\(path) 不是普通文件（不跟随符号链接）", "\(path) is not a regular file (links are not followed)"))
        }
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let bytes = Int64(status.st_size)
        let backup = try queue.read { db in
            guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Store.applicationID else {
                throw Failure(.data, Localized("\(path) 不是 jbem 存储的备份", "\(path) is no backup of a jbem store"))
            }
            return StoreBackup(
                path: path, head: try ChangeLog.head(db), storeUUID: try StoreIdentity.read(db).uuid,
                schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, bytes: bytes)
        }
        return (queue, backup)
    }

    /// Restores a backup into a folder of its own and looks at everything: the pages, the references, the chain, every row by replay.
    ///
    /// - Returns: what is wrong, empty if nothing is.
    package static func verify(_ path: String, folder: String, steps: [Migration] = Migration.all) throws -> (
        backup: StoreBackup, findings: [Localized]
    ) {
        try Store.translatingErrors(at: path) {
            let copy = try open(path)
            defer { try? copy.queue.close() }
            let target = "\(folder)/store.db"
            let restored = try DatabaseQueue(path: target, configuration: Store.configuration(lockTimeout: 1))
            try copy.queue.backup(to: restored)
            try restored.close()
            let store = try Store.connect(target, lockTimeout: 1, steps: steps)
            defer { try? store.queue.close() }
            var findings = try store.read { db in
                try (RecordStore.integrityFindings(db) + RecordStore.referenceFindings(db)).map { Localized(verbatim: $0) }
            }
            let verification = try store.verify(replay: true)
            findings += (verification.differences ?? []).map { Localized(verbatim: $0) }
            if let broken = verification.broken {
                findings.append(Localized("\(broken.change)：\(broken.reason.zh)", "\(broken.change): \(broken.reason.en)"))
            }
            return (copy.backup, findings)
        }
    }
}

internal import GRDB
internal import Glibc
package import JBEMCore

extension Store {
    /// Takes the store at a path back to a backup that was verified, or makes it from one where there is none.
    ///
    /// - Returns: where the former content is: a backup of its own, or the damaged files put aside; `nil` if there was none.
    /// - Throws: `.data` for a backup of another store.
    package static func restore(_ backup: String, to path: String, at now: Instant, lockTimeout: Double) throws -> String? {
        guard access(path, F_OK) == 0 else {
            try install(backup, at: path, mode: 0o600, lockTimeout: lockTimeout)
            return nil
        }
        let stamp = now.description.filter { $0 != "-" && $0 != ":" }
        do {
            let store = try connect(path, lockTimeout: lockTimeout, steps: Migration.all)
            guard try StoreBackup.open(backup).backup.storeUUID == store.identity.uuid else {
                throw Failure(
                    .data, Localized("\(backup) 是另一个存储的备份", "\(backup) is a backup of another store"),
                    hints: [Localized("用 --db 指定一个新路径来恢复它", "name a new path with --db to restore it there")])
            }
            let former = "\(path).before-restore-\(stamp)"
            try StoreLock.holding(storePath: path, timeout: lockTimeout) {
                _ = try store.copyAndCompare(former)
                try store.take(backup)
            }
            return former
        } catch  where isDamage(error) {
            let mode = Store.mode(beside: path) ?? 0o600
            let former = "\(path).damaged-\(stamp)"
            for ending in ["", "-wal", "-shm"] where access(path + ending, F_OK) == 0 {
                guard rename(path + ending, former + ending) == 0 else { throw SystemFailure.last(path) }
            }
            try install(backup, at: path, mode: mode, lockTimeout: lockTimeout)
            return former
        }
    }

    private static func isDamage(_ error: any Error) -> Bool {
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: true
        default: false
        }
    }

    /// Makes the file of a store from a backup; it appears whole or not at all.
    private static func install(_ backup: String, at path: String, mode: mode_t, lockTimeout: Double) throws {
        try StoreLock.holding(storePath: path, timeout: lockTimeout) {
            try translatingErrors(at: path) {
                let (queue, head, temporary) = try copy(backup, beside: path, mode: mode)
                defer { discard(temporary) }
                try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
                try queue.close()
                try Durable.sync(temporary)
                if let head { try Anchor(storePath: path).append(head, isRestored: true) }
                try moveIn(temporary, to: path)
            }
        }
    }

    /// A copy of a backup that may be changed, in a file beside a store.
    private static func copy(_ backup: String, beside path: String, mode: mode_t) throws -> (DatabaseQueue, ChangeHead?, String) {
        let source = try StoreBackup.open(backup)
        defer { try? source.queue.close() }
        let temporary = "\(path).restoring"
        discard(temporary)
        try makeFile(temporary, mode: mode)
        do {
            let queue = try DatabaseQueue(path: temporary)
            try source.queue.backup(to: queue)
            return (queue, source.backup.head, temporary)
        } catch {
            discard(temporary)
            throw error
        }
    }

    /// Puts the content of a backup into this store, as one transaction of SQLite; others go on reading the old content until then.
    ///
    /// Numbers that were issued since the backup are not issued again: the content brings the higher ones with it.
    private func take(_ backup: String) throws {
        let (source, head, temporary) = try Store.copy(backup, beside: path, mode: 0o600)
        defer {
            try? source.close()
            Store.discard(temporary)
        }
        let issued = try queue.read { try Row.fetchAll($0, sql: "SELECT name, office, next FROM sequence") }
        try source.write { db in
            for row in issued {
                try db.execute(
                    sql: """
                        INSERT INTO sequence (name, office, next) VALUES (?1, ?2, ?3)
                        ON CONFLICT (name, office) DO UPDATE SET next = max(next, ?3)
                        """, arguments: [row["name"] as String, row["office"] as Int64, row["next"] as Int64])
            }
        }
        // Before the content: a store that is ahead of its anchor is whole.
        if let head { try anchor.append(head, isRestored: true) }
        try source.backup(to: queue)
        // The content is committed; the next writer tries again.
        try? checkpoint()
    }
}

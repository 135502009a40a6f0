internal import CSQLiteSession
package import GRDB
internal import Glibc
internal import JBEMCore

/// What a write did.
package struct WriteResult<Value> {
    package let value: Value
    /// The journal entry; `nil` if nothing changed or the run was dry.
    package let change: Change?
    /// RecordRow rows touched, also in a dry run.
    package let rows: Int
    package let isDryRun: Bool
}

extension Store {
    /// Runs `body` as one change: locked, recorded, checked, chained, committed, anchored; nothing of it stays on an error.
    ///
    /// - Parameters:
    ///   - dryRun: goes the same way and rolls back at the end.
    ///   - expectedRows: how many open rows must be touched, where that is known beforehand.
    ///   - body: writes through the given database; must not begin a transaction.
    /// - Throws: whatever `body` throws; `.data` if an invariant is broken; `.busy` if the lock is not had in time.
    /// - Postcondition: the change is durable and in the anchor, or nothing changed.
    package func perform<Value>(
        _ action: Action, dryRun: Bool = false, expectedRows: Int? = nil, body: (Database) throws -> Value
    ) throws -> WriteResult<Value> {
        try performLarge(action, dryRun: dryRun, expectedRows: expectedRows) { db, _ in try body(db) }
    }

    /// As ``perform(_:dryRun:expectedRows:body:)``, for a body that hands the rows it inserts to the recorder.
    package func performLarge<Value>(
        _ action: Action, dryRun: Bool = false, expectedRows: Int? = nil, body: (Database, ChangeRecorder) throws -> Value
    ) throws -> WriteResult<Value> {
        try StoreLock.holding(storePath: path, timeout: lockTimeout) {
            try Store.translatingErrors(at: path) {
                let result = try queue.writeWithoutTransaction { db in
                    try performLocked(action, dryRun: dryRun, expectedRows: expectedRows, in: db, body: body)
                }
                if let change = result.change {
                    try anchorCommitted(ChangeHead(id: change.id, hash: change.hash))
                    // What is committed stays so; the next writer tries again.
                    try? checkpointIfLarge()
                }
                return result
            }
        }
    }

    private func performLocked<Value>(
        _ action: Action, dryRun: Bool, expectedRows: Int?, in db: Database, body: (Database, ChangeRecorder) throws -> Value
    ) throws -> WriteResult<Value> {
        var result: WriteResult<Value>?
        try db.inTransaction(.immediate) {
            try healAnchor(db)
            let recorder = try ChangeRecorder(db, tables: .current)
            let value = try body(db, recorder)
            let recording = try recorder.finish()
            if let expectedRows, expectedRows != recording.openRows {
                throw Failure(
                    .bug,
                    Localized(
                        "应改 \(expectedRows) 行，实改 \(recording.openRows) 行",
                        "expected to touch \(expectedRows) rows, touched \(recording.openRows)"))
            }
            guard !recording.isEmpty || action.kind == .reveal || action.kind == .purge else {
                result = WriteResult(value: value, change: nil, rows: 0, isDryRun: dryRun)
                return dryRun ? .rollback : .commit
            }
            try Invariants.check(recording.tables, in: db)
            guard !dryRun else {
                result = WriteResult(value: value, change: nil, rows: recording.openRows, isDryRun: true)
                return .rollback
            }
            let change = try append(action, recording, in: db)
            result = WriteResult(value: value, change: change, rows: recording.openRows, isDryRun: false)
            return .commit
        }
        return result!
    }

    /// Adds the entry and its parts to the journal.
    func append(_ action: Action, _ recording: Recording, in db: Database) throws -> Change {
        let head = try ChangeLog.head(db)
        let change = Change(
            id: (head?.id ?? 0) + 1, storeUUID: identity.uuid, action: action,
            schemaVersion: Int64(try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0),
            tables: recording.tables.sorted(), rows: Int64(recording.openRows), previousHash: head?.hash ?? ChangeChain.origin,
            parts: recording.parts)
        try change.insert(db)
        for part in recording.parts {
            try ChangeData.insert(part, of: change.id, in: db)
        }
        return change
    }

    /// Anchors what is committed; a disk that is full by now must not make it look as if nothing had been written.
    private func anchorCommitted(_ head: ChangeHead) throws {
        do {
            try anchor.append(head)
        } catch let failure as Failure {
            throw Failure(
                failure.kind,
                Localized("第 \(head.id) 号改动已经写入，但没有记到锚文件：", "change \(head.id) is written, but not noted in the anchor file: ")
                    + failure.message,
                hints: [Localized("不要重做；腾出空间后，下一次写入会补记", "do not do it again; once there is room, the next write notes it")])
        }
    }

    /// A process that died between COMMIT and the anchor leaves the store one ahead; the next writer sets that right.
    private func healAnchor(_ db: Database) throws {
        guard let head = try ChangeLog.head(db), try anchor.head() != head else { return }
        try anchor.append(head)
    }

    /// Moves the write-ahead log into the main file once it has grown past 4 MiB, still under the lock.
    private func checkpointIfLarge() throws {
        var status = stat()
        guard stat(path + "-wal", &status) == 0, status.st_size > 4 << 20 else { return }
        try checkpoint()
    }

    /// Checkpoints completely; the caller holds the lock.
    func checkpoint() throws {
        try queue.writeWithoutTransaction { db in
            _ = try db.checkpoint(.truncate)
        }
    }
}

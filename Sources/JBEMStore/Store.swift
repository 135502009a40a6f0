internal import CSQLiteSession
package import GRDB
internal import JBEMCore

/// An open store: one SQLite file with its lock and anchor beside it.
///
/// All SQL of the program is in this target; GRDB is used in a narrow subset (queue, literals, explicit rows).
package final class Store {
    package let path: String
    package let identity: StoreIdentity
    package let schemaVersion: Int
    let queue: DatabaseQueue
    let anchor: Anchor
    let lockTimeout: Double
    let steps: [Migration]

    init(path: String, queue: DatabaseQueue, identity: StoreIdentity, schemaVersion: Int, lockTimeout: Double, steps: [Migration]) {
        self.path = path
        self.queue = queue
        self.identity = identity
        self.schemaVersion = schemaVersion
        self.lockTimeout = lockTimeout
        self.anchor = Anchor(storePath: path)
        self.steps = steps
    }

    /// The mark of a jbem store in the SQLite header ("JBEM").
    static let applicationID: Int32 = 0x4A42_454D

    /// Runs a reading block on one snapshot.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Store.translatingErrors(at: path) { try queue.read(body) }
    }

    /// Turns every database error into a `Failure`: the one place where SQLite's codes get words.
    ///
    /// - Parameter path: the file that is written or read.
    static func translatingErrors<Value>(at path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw failure(error, at: path)
        }
    }

    /// What to do where a file is something else.
    static let otherStore = Localized("用 --db 指定另一个存储", "name another store with --db")

    private static func failure(_ error: DatabaseError, at path: String) -> Failure {
        // A log that could not be synced may still be found whole by the next one to open it.
        guard ![.SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC].contains(error.extendedResultCode) else {
            return Failure(
                .io,
                Localized(
                    "\(path)：磁盘没有确认写入，本次改动是否保住尚不清楚",
                    "\(path): the disk did not confirm the write; whether this change was kept is not known"),
                hints: [Localized("检查磁盘；用 jbem log list 查看，不要直接重做", "check the disk; look with jbem log list before doing it again")])
        }
        let message = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            return Failure(.busy, Localized("存储正被占用", "the store is busy"), hints: [Localized("稍后再试", "try again later")])
        case .SQLITE_FULL:
            return Failure(
                .io, Localized("\(path)：", "\(path): ") + SystemFailure.diskFull(path) + Localized("，什么也没有写入", "; nothing was written"),
                hints: [Localized("腾出空间后再做一次", "make room, then do it again")])
        case .SQLITE_CANTOPEN:
            return Failure(
                .io, Localized("打不开存储：\(message)", "cannot open the store: \(message)"),
                hints: [
                    Localized(
                        "只读用户需要能读 -wal 和 -shm 文件；存储所在的文件夹也须可读",
                        "a read-only user needs the -wal and -shm files beside the store, and a readable folder")
                ])
        case .SQLITE_IOERR:
            return Failure(
                .io,
                Localized("\(path)：读写出错：\(message)", "\(path): input/output error: \(message)")
                    // SQLite says no more than this where its index of the log finds no room.
                    + SystemFailure.room(path))
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return Failure(.permission, Localized("没有权限：\(message)", "not permitted: \(message)"))
        case .SQLITE_NOTADB:
            return Failure(
                .data, Localized("\(path) 不是 SQLite 文件，因而不是 jbem 存储", "\(path) is no SQLite file, so not a jbem store"), hints: [otherStore]
            )
        case .SQLITE_CORRUPT:
            return Failure(
                .data, Localized("\(path) 已损坏：\(message)", "\(path) is damaged: \(message)"),
                hints: [Localized("从备份恢复：jbem store restore", "restore a backup with jbem store restore")])
        case .SQLITE_CONSTRAINT:
            return Failure(.data, Localized("数据违反约束：\(message)", "the data breaks a constraint: \(message)"))
        case .SQLITE_INTERRUPT:
            return Failure(.io, Localized("查询超时", "the query ran out of time"))
        default:
            return Failure(.bug, Localized("数据库错误：\(message)", "database error: \(message)"))
        }
    }
}

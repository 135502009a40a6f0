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
        try Store.translatingErrors { try queue.read(body) }
    }

    /// Turns every database error into a `Failure`: the one place where SQLite's codes get words.
    static func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }

    static func failure(_ error: DatabaseError) -> Failure {
        let message = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            return Failure(.busy, Localized("存储正被占用", "the store is busy"), hints: [Localized("稍后再试", "try again later")])
        case .SQLITE_FULL:
            return Failure(.io, Localized("磁盘已满，什么也没有写入", "the disk is full; nothing was written"))
        case .SQLITE_CANTOPEN:
            return Failure(
                .io, Localized("打不开存储：\(message)", "cannot open the store: \(message)"),
                hints: [
                    Localized(
                        "只读用户需要能读 -wal 和 -shm 文件；存储所在的文件夹也须可读",
                        "a read-only user needs the -wal and -shm files beside the store, and a readable folder")
                ])
        case .SQLITE_IOERR:
            return Failure(.io, Localized("读写出错：\(message)", "input/output error: \(message)"))
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return Failure(.permission, Localized("没有权限：\(message)", "not permitted: \(message)"))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return Failure(
                .data, Localized("存储文件已损坏或不是 jbem 存储：\(message)", "the store is damaged or not a jbem store: \(message)"),
                hints: [Localized("运行 jbem store check", "run jbem store check")])
        case .SQLITE_CONSTRAINT:
            return Failure(.data, Localized("数据违反约束：\(message)", "the data breaks a constraint: \(message)"))
        case .SQLITE_INTERRUPT:
            return Failure(.io, Localized("查询超时", "the query ran out of time"))
        default:
            return Failure(.bug, Localized("数据库错误：\(message)", "database error: \(message)"))
        }
    }
}

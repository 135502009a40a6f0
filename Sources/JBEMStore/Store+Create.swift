internal import CSQLiteSession
internal import GRDB
internal import Glibc
package import JBEMCore

extension Store {
    /// What `init` fixes for the life of a store.
    package struct Birth: Sendable {
        package var uuid: String
        package var office: Int64
        package var isSample: Bool
        package var createdAt: Instant
        /// Shares the store with the members of the folder's group.
        package var isShared: Bool

        package init(uuid: String, office: Int64, isSample: Bool, createdAt: Instant, isShared: Bool = false) {
            self.uuid = uuid
            self.office = office
            self.isSample = isSample
            self.createdAt = createdAt
            self.isShared = isShared
        }
    }

    /// Makes a store beside its place, fills it there, and moves it in.
    ///
    /// - Parameter fill: writes the first records.
    /// - Throws: `.cannotCreate` if the file exists; `.usage` for an office number outside 1…999 999 999; what `fill` throws.
    /// - Postcondition: the file has the newest schema, WAL mode and what `fill` wrote, or it is not there.
    package static func create<Value>(
        _ path: String, birth: Birth, lockTimeout: Double = 10, steps: [Migration] = Migration.all, fill: (Store) throws -> Value
    ) throws -> (store: Store, filled: Value) {
        guard (1...999_999_999).contains(birth.office) else {
            throw Failure(
                .usage, Localized("单位编号须在 1 到 999999999 之间：\(birth.office)", "the office number must be 1…999999999: \(birth.office)"))
        }
        try checkIsFree(path)
        umask(birth.isShared ? 0o007 : 0o077)
        try makeFolder(of: path, mode: birth.isShared ? 0o2770 : 0o700)
        let filled = try StoreLock.holding(storePath: path, timeout: lockTimeout) {
            // Another process may have made it meanwhile.
            try checkIsFree(path)
            let making = path + ".making"
            // Of one that was killed on the way, and of this one if it fails.
            discard(making)
            defer { discard(making) }
            return try translatingErrors(at: path) {
                try makeFile(making, mode: birth.isShared ? 0o660 : 0o600)
                try lay(making, birth: birth, lockTimeout: lockTimeout, steps: steps)
                let store = try connect(making, lockTimeout: lockTimeout, steps: steps)
                let filled = try fill(store)
                try store.checkpoint()
                let head = try store.read { try ChangeLog.head($0) }
                try store.queue.close()
                try Durable.sync(making)
                if let head { try Anchor(storePath: path).append(head) }
                try moveIn(making, to: path)
                return filled
            }
        }
        return (try connect(path, lockTimeout: lockTimeout, steps: steps), filled)
    }

    private static func checkIsFree(_ path: String) throws {
        guard access(path, F_OK) == 0 else { return }
        throw Failure(
            .cannotCreate, Localized("\(path) 已存在", "\(path) exists"),
            hints: [
                Localized(
                    "什么也没有改动；若已是存储，用 jbem store info 查看，否则换一个路径，或先移走它",
                    "nothing was changed; if it is a store already, see jbem store info, else choose another path, or move it away")
            ])
    }

    /// Puts a complete and durable file into the place of a store, where none is.
    static func moveIn(_ file: String, to path: String) throws {
        // A log that was left behind by another store would be read into this one.
        for companion in companions { unlink(path + companion) }
        guard rename(file, path) == 0 else { throw SystemFailure.last(path) }
        try Durable.syncFolder(of: path)
    }

    /// The rights of a file beside a store: as private as the store; `nil` without one.
    static func mode(beside path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o660 : nil
    }

    /// What may be beside a file that SQLite writes.
    static let companions = ["-wal", "-shm", "-journal"]

    /// Removes a store or a copy that is still being made.
    static func discard(_ path: String) {
        for suffix in ["", ".anchor", ".lock"] + companions { unlink(path + suffix) }
    }

    private static func lay(_ path: String, birth: Birth, lockTimeout: Double, steps: [Migration]) throws {
        let queue = try DatabaseQueue(path: path, configuration: configuration(lockTimeout: lockTimeout))
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else {
                throw Failure(.io, Localized("文件系统不支持 WAL 模式", "the file system does not support WAL mode"))
            }
            try db.inTransaction(.immediate) {
                for step in steps {
                    try db.execute(sql: step.sql)
                    try db.execute(sql: "PRAGMA user_version = \(step.version)")
                }
                let values = [
                    ("uuid", birth.uuid), ("office", String(birth.office)), ("is_sample", birth.isSample ? "1" : "0"),
                    ("created_at", birth.createdAt.description),
                ]
                for (key, value) in values {
                    try db.execute(sql: "INSERT INTO store (key, value) VALUES (?, ?)", arguments: [key, value])
                }
                return .commit
            }
            // From here on a copy of the main file alone is a store, which its anchor can tell to be behind.
            _ = try db.checkpoint(.truncate)
        }
        try queue.close()
    }

    private static func makeFolder(of path: String, mode: mode_t) throws {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        if access(folder, F_OK) == 0 { return }
        try makeFolder(of: folder, mode: mode)
        guard mkdir(folder, mode) == 0 else {
            if errno == EEXIST { return }
            throw SystemFailure.last(folder)
        }
        // mkdir leaves the set-group-ID bit out.
        guard chmod(folder, mode) == 0 else { throw SystemFailure.last(folder) }
    }

    /// Makes the empty file that SQLite fills; SQLite by itself would not let a group write, and the log takes after this file.
    static func makeFile(_ path: String, mode: mode_t) throws {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw SystemFailure.last(path) }
        defer { close(descriptor) }
        guard fchmod(descriptor, mode) == 0 else { throw SystemFailure.last(path) }
    }
}

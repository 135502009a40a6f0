internal import CSQLiteSession
internal import GRDB
internal import Glibc
internal import JBEMCore

extension Store {
    /// What a command needs the store for.
    package enum Access: Sendable {
        case read
        /// May also bring an older store up to date.
        case write
    }

    /// Opens an existing store.
    ///
    /// - Parameter lockTimeout: seconds to wait for other writers.
    /// - Throws: `.notFound` without a store; `.newerStore`; `.configuration` if an older store is opened for reading;
    ///   `.data` if the store is behind its anchor (commits were lost).
    package static func open(
        _ path: String, for access: Access, lockTimeout: Double = 10, steps: [Migration] = Migration.all
    ) throws -> Store {
        let store = try openChecked(path, lockTimeout: lockTimeout, steps: steps)
        let newest = steps.last!.version
        guard store.schemaVersion < newest else { return store }
        guard access == .write else {
            throw Failure(
                .configuration,
                Localized(
                    "\(path) 的存储版本 \(store.schemaVersion) 较旧（本程序为 \(newest)）",
                    "\(path) has version \(store.schemaVersion), older than this program (\(newest))"),
                hints: [Localized("运行 jbem store migrate", "run jbem store migrate")])
        }
        try store.migrate()
        return try translatingErrors(at: path) { try connect(path, lockTimeout: lockTimeout, steps: steps) }
    }

    /// Opens a store of this or an older version that is whole.
    static func openChecked(_ path: String, lockTimeout: Double, steps: [Migration]) throws -> Store {
        try checkFile(path)
        // Read before the snapshot: a commit in between only puts the store ahead of what was read.
        let anchored = try Anchor(storePath: path).head()
        let store = try translatingErrors(at: path) { try connect(path, lockTimeout: lockTimeout, steps: steps) }
        let newest = steps.last!.version
        if store.schemaVersion > newest {
            throw Failure(
                .newerStore,
                Localized(
                    "\(path) 的存储版本 \(store.schemaVersion) 比本程序（\(newest)）新",
                    "\(path) has version \(store.schemaVersion), newer than this program (\(newest))"),
                hints: [Localized("请升级 jbem", "upgrade jbem")])
        }
        if store.schemaVersion == newest { try translatingErrors(at: path) { try store.checkTables() } }
        try store.checkHead(against: anchored)
        return store
    }

    /// Checks what can change while a store is open: whose file it is, and whether it has all that the anchor knows of.
    func checkAgain() throws {
        try Store.checkFile(path)
        try checkHead(against: try anchor.head())
    }

    static func connect(_ path: String, lockTimeout: Double, steps: [Migration]) throws -> Store {
        let queue = try DatabaseQueue(path: path, configuration: configuration(lockTimeout: lockTimeout))
        let (identity, version) = try queue.read { db in
            let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            guard mark == applicationID else {
                let isEmpty = try Int.fetchOne(db, sql: "PRAGMA page_count") == 0
                throw Failure(
                    .data,
                    Localized("\(path) \(isEmpty ? "是空文件，" : "")不是 jbem 存储", "\(path) is \(isEmpty ? "empty and " : "")not a jbem store"),
                    hints: [otherStore])
            }
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            return (try StoreIdentity.read(db), version)
        }
        return Store(path: path, queue: queue, identity: identity, schemaVersion: version, lockTimeout: lockTimeout, steps: steps)
    }

    /// SQLite waits for the folder of the log in each process that commits; ``StoreLock`` does, where it is needed.
    private static let logFolders: Void = jbem_sqlite_leave_log_folders()

    static func configuration(lockTimeout: Double) -> Configuration {
        _ = logFolders
        var configuration = Configuration()
        configuration.busyMode = .timeout(lockTimeout)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // 64 MiB of cache, taken as needed: an index that is filled in no order is otherwise written many times over.
            for pragma in [
                "synchronous = FULL", "wal_autocheckpoint = 0", "cell_size_check = ON", "mmap_size = 0", "trusted_schema = OFF",
                "cache_size = -65536",
            ] {
                try db.execute(sql: "PRAGMA \(pragma)")
            }
            // Checkpoints happen under our lock only: SQLite before 3.51.3 has a WAL-reset race.
            guard jbem_connection_harden(UnsafeMutableRawPointer(db.sqliteConnection)) == 0 else {
                throw Failure(.io, Localized("无法设置安全模式", "cannot set the defensive mode"))
            }
            let settings = try ["synchronous": 2, "foreign_keys": 1, "wal_autocheckpoint": 0].filter { name, value in
                try Int.fetchOne(db, sql: "PRAGMA \(name)") != value
            }
            guard settings.isEmpty else {
                throw Failure(
                    .io, Localized("SQLite 没有接受设置 \(settings.keys.sorted())", "SQLite did not take the settings \(settings.keys.sorted())"))
            }
            SQLFunctions.register(in: db)
        }
        return configuration
    }

    private static func checkFile(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT {
                throw Failure(
                    .notFound, Localized("没有存储 \(path)", "there is no store at \(path)"),
                    hints: [Localized("用 jbem init 新建，或用 --db 指定", "make one with jbem init, or name one with --db")])
            }
            throw SystemFailure.last(path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.permission, Localized("\(path) 不是普通文件（不跟随符号链接）", "\(path) is not a regular file (links are not followed)"))
        }
        guard status.st_mode & 0o002 == 0 else {
            throw Failure(
                .permission, Localized("\(path) 任何人都可写", "\(path) is writable by everyone"),
                hints: [Localized("运行 chmod o-w", "run chmod o-w")])
        }
        // NFS, SMB, CIFS, SMB2: file locks are not reliable there.
        let network: Set<Int64> = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42]
        if network.contains(jbem_file_system(path)) {
            throw Failure(
                .configuration, Localized("\(path) 在网络文件系统上，文件锁不可靠", "\(path) is on a network file system, whose locks are not reliable"),
                hints: [Localized("把存储放在本机磁盘", "keep the store on a local disk")])
        }
    }

    /// Checks that the chain has at least what the anchor says was committed.
    private func checkHead(against anchored: ChangeHead?) throws {
        guard let anchored else { return }
        // One statement is a snapshot of its own; `read` would set the connection read-only and back, after which all statements that are
        // kept have to be prepared again.
        let hash = try Store.translatingErrors(at: path) {
            try queue.inDatabase { db in
                try String.fetchOne(db.cachedStatement(sql: "SELECT hash FROM change WHERE id = ?"), arguments: [anchored.id])
            }
        }
        guard hash == anchored.hash else {
            throw Failure(
                .data,
                Localized(
                    "存储落后于 \(path).anchor（第 \(anchored.id) 号改动缺失或不同）：有提交丢失",
                    "the store is behind \(path).anchor (change \(anchored.id) is missing or differs): commits were lost"),
                hints: [Localized("-wal 文件是否没有一起复制？从备份恢复", "was the -wal file left behind? restore from a backup")])
        }
    }
}

internal import Glibc
package import JBEMCore
package import JBEMStore

/// Makes a backup that was read again and compared before it is spoken of.
package struct BackupStore {
    package struct Output: Sendable {
        package let backup: StoreBackup
        /// Put aside by this run, to be removed by the next.
        package let expired: [String]
        package let removed: [String]
    }

    let folder: String?
    let keep: Int?

    /// - Parameters:
    ///   - folder: `nil` for `backups` beside the store.
    ///   - keep: how many stay; `nil` for all.
    package init(to folder: String?, keep: Int?) { (self.folder, self.keep) = (folder, keep) }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let beside = session.storePath.lastIndex(of: "/").map { String(session.storePath[..<$0]) } ?? "."
        let place = BackupFolder(try BackupFolder.make(folder ?? "\(beside)/backups"), uuid: store.identity.uuid)
        let backup = try store.makeBackup(in: place, at: session.now)
        try BackupNotes(storePath: session.storePath).append(.init(at: session.now, change: backup.head?.id ?? 0, path: backup.path))
        let (expired, removed) = try keep.map(place.retire(keep:)) ?? ([], [])
        return Output(backup: backup, expired: expired, removed: removed)
    }
}

/// Really restores a backup, in a folder of its own, and looks at everything.
package struct VerifyBackup {
    let path: String

    package init(_ path: String) { self.path = path }

    package func run(_ session: Session) throws -> (backup: StoreBackup, findings: [Localized]) {
        try VerifyBackup.inOwnFolder { try StoreBackup.verify(path, folder: $0) }
    }

    /// Gives `body` a private folder that goes away afterwards.
    static func inOwnFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/jbem-backup-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) != nil else {
            throw Failure(.cannotCreate, Localized("不能在 \(base) 建立文件夹", "cannot make a folder in \(base)"))
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            for name in ["store.db", "store.db-wal", "store.db-shm", "store.db-journal"] { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
        return try body(folder)
    }
}

/// Takes the store back to a backup; what it holds now is kept in a backup of its own.
package struct RestoreStore {
    package struct Output: Sendable {
        package let backup: StoreBackup
        /// Where the present content went; `nil` if there was none.
        package let former: String?
    }

    let path: String

    package init(_ path: String) { self.path = path }

    /// - Throws: `.data` if the backup is not sound, or is one of another store.
    package func run(_ session: Session) throws -> Output {
        try session.refuseWriting()
        let (backup, findings) = try VerifyBackup(path).run(session)
        if let first = findings.first {
            throw Failure(
                .data, Localized("备份有问题，什么也没有写入：\(first.zh)", "the backup is not sound; nothing was written: \(first.en)"),
                at: .init(file: path))
        }
        let former = try Store.restore(path, to: session.storePath, at: session.now, lockTimeout: session.lockTimeout)
        return Output(backup: backup, former: former)
    }
}

internal import Glibc
package import JBEMCore

/// The backups of a store in one folder: their names, how many are kept, and the note beside the store that says which was verified last.
///
/// What is too old is renamed by one run and removed by a later one, each after a new backup was verified: a slip of the hand with the number
/// can be taken back by renaming, and the last verified backup is never removed.
package struct BackupFolder: Sendable {
    package static let ending = ".backup"
    package static let expiredEnding = ".backup.expired"

    package let path: String
    private let stem: String

    /// - Parameter uuid: of the store; backups of others in the folder are left alone.
    package init(_ path: String, uuid: String) {
        self.path = path
        stem = "jbem-\(uuid.prefix(8))-"
    }

    /// The name of a backup that is made now: it sorts by time.
    package func name(at now: Instant, change: Int64?) -> String {
        let stamp = now.description.filter { $0 != "-" && $0 != ":" }
        return "\(path)/\(stem)\(stamp)-c\(change ?? 0)\(BackupFolder.ending)"
    }

    /// Makes a folder for its owner alone unless it is there.
    ///
    /// - Returns: its absolute path: what is noted has to be found from another folder, too.
    package static func make(_ path: String) throws -> String {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST, let full = realpath(path, nil) else { throw SystemFailure.last(path) }
        defer { free(full) }
        return String(cString: full)
    }

    /// Full names, the oldest first.
    private func names(ending: String) throws -> [String] {
        try Folder.files(path, ending: ending).filter { $0.hasPrefix(stem) }.map { "\(path)/\($0)" }
    }

    /// Removes copies that were not completed.
    func discardUnfinished() throws {
        for companion in [""] + Store.companions {
            for name in try names(ending: BackupFolder.ending + Store.unfinishedEnding + companion) { unlink(name) }
        }
    }

    package func backups() throws -> [String] { try names(ending: BackupFolder.ending) }

    /// Removes what an earlier run put aside, and puts aside all but the newest `keep`.
    ///
    /// To be called after a new backup was verified.
    ///
    /// - Parameter keep: at least 1.
    package func retire(keep: Int) throws -> (expired: [String], removed: [String]) {
        let old = try names(ending: BackupFolder.expiredEnding)
        for name in old where unlink(name) != 0 { throw SystemFailure.last(name) }
        let expired = Array(try backups().dropLast(max(1, keep)))
        for name in expired {
            let aside = String(name.dropLast(BackupFolder.ending.count)) + BackupFolder.expiredEnding
            guard rename(name, aside) == 0 else { throw SystemFailure.last(name) }
        }
        if !(old + expired).isEmpty { try Durable.sync(path) }
        return (expired, old)
    }
}

/// The file `<store>.backups`: a line for each verified backup.
package struct BackupNotes: Sendable {
    package struct Line: Sendable, Equatable {
        package let at: Instant
        package let change: Int64
        package let path: String

        package init(at: Instant, change: Int64, path: String) { (self.at, self.change, self.path) = (at, change, path) }
    }

    private let file: LineFile

    package init(storePath: String) { file = LineFile(storePath: storePath, suffix: ".backups") }

    package func append(_ line: Line) throws {
        try file.append("\(line.at) \(line.change) \(line.path)")
    }

    /// The last complete line; `nil` if nothing was ever backed up.
    package func newest() throws -> Line? {
        try file.newest { line in
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, let at = Instant(rfc3339: String(parts[0])), let change = Int64(parts[1]) else { return nil }
            return Line(at: at, change: change, path: String(parts[2]))
        }
    }
}

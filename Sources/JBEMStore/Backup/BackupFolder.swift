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

    /// Makes the folder for its owner alone unless it is there.
    package func make() throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw SystemFailure.last(path)
    }

    /// Full names, the oldest first.
    private func names(ending: String) throws -> [String] {
        guard let folder = opendir(path) else { throw SystemFailure.last(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(stem), name.hasSuffix(ending) { names.append("\(path)/\(name)") }
        }
        return names.sorted()
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

    private let path: String

    private static let ending = ".backups"

    package init(storePath: String) { path = storePath + BackupNotes.ending }

    package func append(_ line: Line) throws {
        // As private as the store.
        var status = stat()
        let mode = stat(String(path.dropLast(BackupNotes.ending.count)), &status) == 0 ? status.st_mode & 0o660 : 0o600
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw SystemFailure.last(path) }
        defer { close(descriptor) }
        let text = "\(line.at) \(line.change) \(line.path)\n"
        let written = text.withCString { write(descriptor, $0, text.utf8.count) }
        guard written == text.utf8.count, fdatasync(descriptor) == 0 else { throw SystemFailure.last(path) }
    }

    /// The last complete line; `nil` if nothing was ever backed up.
    package func newest() throws -> Line? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SystemFailure.last(path)
        }
        defer { close(descriptor) }
        var (text, buffer) = ("", [UInt8](repeating: 0, count: 1 << 16))
        let from = max(0, lseek(descriptor, 0, SEEK_END) - (1 << 16))
        let count = pread(descriptor, &buffer, buffer.count, from)
        if count > 0 { text = String(decoding: buffer[0..<count], as: UTF8.self) }
        for line in text.split(separator: "\n").reversed() {
            let parts = line.split(separator: " ", maxSplits: 2)
            if parts.count == 3, let at = Instant(rfc3339: String(parts[0])), let change = Int64(parts[1]) {
                return Line(at: at, change: change, path: String(parts[2]))
            }
        }
        return nil
    }
}

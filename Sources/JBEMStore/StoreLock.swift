internal import Glibc
internal import JBEMCore

/// The lock that every write transaction and every checkpoint holds: `flock` on `<store>.lock`.
///
/// The file holds the process id of the holder, so that "busy" can name it.
enum StoreLock {
    /// Waits for the lock and holds it while `body` runs.
    ///
    /// - Parameter timeout: seconds, ≥ 0.
    /// - Throws: `Failure(.busy)` naming the holder; `.permission` or `.io` if the file cannot be opened; what `body` throws.
    static func holding<Value>(storePath: String, timeout: Double, _ body: () throws -> Value) throws -> Value {
        let path = storePath + ".lock"
        let mode = Store.mode(beside: storePath)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode ?? 0o660)
        guard descriptor >= 0 else { throw SystemFailure.last(path) }
        defer { close(descriptor) }
        // Made anew, whatever the umask takes away.
        if lseek(descriptor, 0, SEEK_END) == 0, let mode { fchmod(descriptor, mode) }
        var waited = 0.0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw SystemFailure.last(path) }
            guard waited < timeout else {
                let holder = StoreLock.holder(descriptor)
                throw Failure(
                    .busy,
                    Localized("存储正被占用\(holder.map { "（进程 \($0)）" } ?? "")", "the store is busy\(holder.map { " (process \($0))" } ?? "")"),
                    hints: [Localized("稍后再试，或用 --lock-timeout 等得更久", "try again, or wait longer with --lock-timeout")])
            }
            usleep(20_000)
            waited += 0.02
        }
        // The first line counts: to cut off what is behind it would make the file system write its journal.
        let text = "\(getpid())\n"
        _ = text.withCString { pwrite(descriptor, $0, text.utf8.count, 0) }
        try keepLog(of: storePath)
        return try body()
    }

    /// Makes the name of an empty write-ahead log durable before anything is written into it: a log that holds something has its name.
    private static func keepLog(of storePath: String) throws {
        var status = stat()
        guard stat(storePath + "-wal", &status) == 0, status.st_size == 0 else { return }
        try Durable.syncFolder(of: storePath)
    }

    private static func holder(_ descriptor: Int32) -> Int? {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, 32, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: buffer[0..<count], as: UTF8.self).prefix { $0 != "\n" })
    }
}

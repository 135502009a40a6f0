internal import Glibc
internal import JBEMCore

/// A file beside the store to which lines are added and never changed: the anchor, the notes on backups.
struct LineFile: Sendable {
    /// Bytes at the end that are looked at for the newest line.
    private static let tail = 1 << 16

    let path: String
    private let storePath: String

    init(storePath: String, suffix: String) { (self.storePath, path) = (storePath, storePath + suffix) }

    /// Appends a line and makes it durable.
    ///
    /// - Postcondition: the line is there whole, also after the torn end of one that was broken off, or the file is as it was.
    func append(_ line: String) throws {
        let mode = Store.mode(beside: storePath)
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, mode ?? 0o660)
        guard descriptor >= 0 else { throw SystemFailure.last(path) }
        defer { close(descriptor) }
        let end = lseek(descriptor, 0, SEEK_END)
        // Made anew, whatever the umask takes away.
        if end == 0, let mode { fchmod(descriptor, mode) }
        var last = UInt8(ascii: "\n")
        if end > 0 { pread(descriptor, &last, 1, end - 1) }
        let text = (last == UInt8(ascii: "\n") ? "" : "\n") + line + "\n"
        let written = text.withCString { write(descriptor, $0, text.utf8.count) }
        guard written == text.utf8.count else {
            // A part is written where the disk is full.
            let code = written < 0 ? errno : ENOSPC
            ftruncate(descriptor, end)
            throw SystemFailure.failure(code, path)
        }
        guard fdatasync(descriptor) == 0 else { throw SystemFailure.last(path) }
    }

    /// What `read` makes of the newest line that it can read; `nil` without a file or such a line.
    func newest<Value>(_ read: (Substring) -> Value?) throws -> Value? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SystemFailure.last(path)
        }
        defer { close(descriptor) }
        let from = max(0, lseek(descriptor, 0, SEEK_END) - off_t(LineFile.tail))
        let buffer = [UInt8](unsafeUninitializedCapacity: LineFile.tail) {
            $1 = max(0, pread(descriptor, $0.baseAddress, LineFile.tail, from))
        }
        // From the end: the last line is nearly always the one.
        var end = buffer.count
        while end > 0 {
            let start = buffer[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            if start < end, let value = read(Substring(String(decoding: buffer[start..<end], as: UTF8.self))) { return value }
            end = start - 1
        }
        return nil
    }
}

internal import Glibc
internal import JBEMCore

/// The head of the change chain kept outside the database, in the append-only file `<store>.anchor`.
///
/// A store that lost commits (a truncated log, a copy without its `-wal`) is behind its anchor, and says so.
struct Anchor: Sendable {
    let path: String

    init(storePath: String) {
        path = storePath + ".anchor"
    }

    /// The last complete line, or `nil` if there is no file or no line.
    func head() throws -> ChangeHead? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SystemFailure.last(path)
        }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        let from = max(0, size - 4096)
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &buffer, 4096, from)
        guard count > 0 else { return nil }
        let text = String(decoding: buffer[0..<count], as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        for line in lines.reversed() {
            let parts = line.split(separator: " ")
            if parts.count >= 2, let id = Int64(parts[0]), parts[1].utf8.count == 64 { return ChangeHead(id: id, hash: String(parts[1])) }
        }
        return nil
    }

    /// Appends a head and makes it durable.
    ///
    /// - Parameter isRestored: says that the store was taken back to it.
    func append(_ head: ChangeHead, isRestored: Bool = false) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o660)
        guard descriptor >= 0 else { throw SystemFailure.last(path) }
        defer { close(descriptor) }
        let line = "\(head.id) \(head.hash)\(isRestored ? " restored" : "")\n"
        let written = line.withCString { write(descriptor, $0, line.utf8.count) }
        guard written == line.utf8.count, fdatasync(descriptor) == 0 else { throw SystemFailure.last(path) }
    }
}

extension Anchor {
    /// Every head that a copy of an anchor file knows and that no restore took back, by change.
    static func heads(in text: String) -> [Int64: String] {
        var heads: [Int64: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count >= 2, let id = Int64(parts[0]), parts[1].utf8.count == 64 else { continue }
            if parts.count > 2 { heads = heads.filter { $0.key <= id } }
            heads[id] = String(parts[1])
        }
        return heads
    }
}

/// The newest entry of the change chain.
package struct ChangeHead: Sendable, Equatable {
    package let id: Int64
    /// SHA-256, 64 hexadecimal digits.
    package let hash: String
}

internal import JBEMCore

/// The head of the change chain kept outside the database, in the append-only file `<store>.anchor`.
///
/// A store that lost commits (a truncated log, a copy without its `-wal`) is behind its anchor, and says so.
struct Anchor: Sendable {
    private let file: LineFile

    init(storePath: String) { file = LineFile(storePath: storePath, suffix: ".anchor") }

    /// The last complete line, or `nil` if there is no file or no line.
    func head() throws -> ChangeHead? { try file.newest { Anchor.line($0)?.head } }

    /// Appends a head and makes it durable.
    ///
    /// - Parameter isRestored: says that the store was taken back to it.
    func append(_ head: ChangeHead, isRestored: Bool = false) throws {
        try file.append("\(head.id) \(head.hash)\(isRestored ? " restored" : "")")
    }

    private static func line(_ text: Substring) -> (head: ChangeHead, isRestored: Bool)? {
        let parts = text.split(separator: " ")
        guard parts.count >= 2, let id = Int64(parts[0]), parts[1].utf8.count == 64 else { return nil }
        return (ChangeHead(id: id, hash: String(parts[1])), parts.count > 2)
    }

    /// Every head that a copy of an anchor file knows and that no restore took back, by change.
    static func heads(in text: String) -> [Int64: String] {
        text.split(separator: "\n").compactMap(line).reduce(into: [:]) { heads, line in
            if line.isRestored { heads = heads.filter { $0.key <= line.head.id } }
            heads[line.head.id] = line.head.hash
        }
    }
}

/// The newest entry of the change chain.
package struct ChangeHead: Sendable, Equatable {
    package let id: Int64
    /// SHA-256, 64 hexadecimal digits.
    package let hash: String
}

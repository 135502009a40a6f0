internal import JBEMOutput
internal import Synchronization

/// Gathers small writes.
final class OutputBuffer {
    private let collector = TextCollectorBuffer()
    private let out: @Sendable (String) throws -> Void

    init(_ out: @escaping @Sendable (String) throws -> Void) {
        self.out = out
    }

    var sink: TextSink {
        TextSink { [collector, out] text in
            if let full = collector.add(text) { try out(full) }
        }
    }

    func flush() throws {
        let rest = collector.take()
        if !rest.isEmpty { try out(rest) }
    }
}

/// Text that waits until there is enough of it for one write.
final class TextCollectorBuffer: Sendable {
    private let text = Mutex("")

    /// Adds a piece; returns everything gathered once it passes 64 KiB.
    func add(_ piece: String) -> String? {
        text.withLock { text in
            text += piece
            guard text.utf8.count > 1 << 16 else { return nil }
            let full = text
            text = ""
            return full
        }
    }

    func take() -> String {
        text.withLock { text in
            let rest = text
            text = ""
            return rest
        }
    }
}

internal import Synchronization

/// A place where text goes: standard output, a file, a pager, a test.
package struct TextSink: Sendable {
    private let body: @Sendable (String) throws -> Void

    /// Makes a sink that hands each text to `body`.
    package init(_ body: @escaping @Sendable (String) throws -> Void) {
        self.body = body
    }

    /// Writes `text`, all of it.
    ///
    /// - Throws: what the place throws, such as a full disk.
    package func write(_ text: String) throws {
        try body(text)
    }

    /// Returns a sink for machine formats on a terminal: passes everything through the output gate except line feeds and tabs.
    ///
    /// Not for styled text, whose own escape sequences it would show.
    package func gated(ascii: Bool = false) -> TextSink {
        TextSink { text in
            let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
            let visible = parts.map { OutputGate.visible(String($0), keepsNewlines: true, ascii: ascii) }
            try write(visible.joined(separator: "\t"))
        }
    }
}

/// Keeps everything that is written to its sink.
package final class TextCollector: Sendable {
    private let collected = Mutex("")

    /// Makes an empty collector.
    package init() {}

    /// Gives all that was written so far.
    package var text: String {
        collected.withLock { $0 }
    }

    /// Gives the sink whose texts are kept.
    package var sink: TextSink {
        TextSink { text in
            self.collected.withLock { $0 += text }
        }
    }
}

internal import Glibc
internal import JBEMCommands
package import JBEMCore
package import JBEMOperations
internal import JBEMOutput
internal import Testing

/// A hermetic run of the program in this process: a store in a folder of its own, a fixed clock, width, language and
/// identity, files from memory, output to memory.
package final class TestSession {
    /// What one run gave.
    package struct Result: Equatable, Sendable {
        package let code: Int32
        package let out: String
        package let err: String

        package init(code: Int32, out: String, err: String) {
            self.code = code
            self.out = out
            self.err = err
        }
    }

    package let folder: TestFolder
    /// The time of every run; `2026-11-23T08:00:00Z` unless given, which is 16:00 here.
    package var now: Instant
    package var language: Language
    /// Cells of a line; a run with a width behaves as on a terminal.
    package var width: Int?
    package var actor = "tester"
    /// Environment beside `JBEM_LANG`; entries here win.
    package var environment: [String: String] = [:]
    /// Files that are read from memory; `-` is standard input. All others come from the disk.
    package var files: [String: [UInt8]] = [:]
    /// Called before each piece of output is taken.
    package var onOutput: (@Sendable () -> Void)?
    private var issued = 0

    /// - Parameter content: what is in the store from the start.
    package init(
        _ content: StoreContent = .office, language: Language = .zh, width: Int? = nil, now: String = "2026-11-23T08:00:00Z"
    ) {
        folder = TestFolder()
        self.language = language
        self.width = width
        self.now = Instant(rfc3339: now)!
        for (name, bytes) in content.files { folder.write(bytes, to: name) }
        // The store refuses files that everyone may write, and wants its own rights.
        for name in folder.names { chmod(folder.file(name), 0o600) }
    }

    package var storePath: String { folder.file("jbem.db") }

    /// Puts a text file where the program reads it.
    package func add(_ name: String, _ text: String) { files[name] = Array(text.utf8) }

    /// Runs a command line, split as a shell does.
    @discardableResult
    package func run(_ line: String) -> Result { run(ShellWords.split(line)) }

    /// Runs the program with these arguments.
    @discardableResult
    package func run(_ arguments: [String]) -> Result {
        let (out, err) = (TextCollector(), TextCollector())
        let code = CommandLineTool.run(arguments, session(out: out, err: err))
        return Result(code: code, out: out.text, err: err.text)
    }

    /// Runs a command that must succeed and gives its output; the test fails if it does not.
    @discardableResult
    package func output(_ line: String, fileID: String = #fileID, filePath: String = #filePath, at place: Int = #line) -> String {
        let result = run(line)
        if result.code != 0 {
            // Not `#_sourceLocation`: helpers of tests need not import Testing.
            let place = SourceLocation(fileID: fileID, filePath: filePath, line: place, column: 1)
            Issue.record("jbem \(line) ended with \(result.code): \(result.err)", sourceLocation: place)
        }
        return result.out
    }

    /// What a person sees of several commands: each command line, its output, its messages after `2>`, its exit code unless 0.
    package func transcript(_ lines: [String]) -> String {
        lines.map { line in
            let result = run(line)
            var text = "$ jbem \(line)\n\(result.out)"
            for message in result.err.split(separator: "\n") { text += "2> \(message)\n" }
            if result.code != 0 { text += "→ \(result.code)\n" }
            return text.replacing(folder.path, with: "…")
        }.joined(separator: "\n")
    }

    /// The session of a run whose output nobody reads, for operations that are called directly.
    package var operations: Session { session(out: TextCollector(), err: TextCollector()) }

    private func session(out: TextCollector, err: TextCollector) -> Session {
        let isTerminal = width != nil
        let variables = ["JBEM_LANG": language.rawValue].merging(environment) { $1 }
        let files = files
        return Session(
            storePath: storePath, now: now, language: language, actor: actor, osUser: "os-user", host: "test-host", lockTimeout: 5,
            terminal: .init(
                isInputTerminal: isTerminal, isOutputTerminal: isTerminal, isErrorTerminal: isTerminal, width: width,
                environment: variables),
            makeUUID: { [self] in
                issued += 1
                return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - String(issued).utf8.count) + String(issued)
            },
            dataFolder: { Repository.data },
            readFile: { path in
                if let bytes = files[path] { return bytes }
                guard let bytes = TestFile.bytes(path) else {
                    throw Failure(.notFound, Localized("打不开文件：没有这个文件", "cannot open the file: no such file"), at: .init(file: path))
                }
                return bytes
            },
            out: { [onOutput] text in
                onOutput?()
                try out.sink.write(text)
            }, err: { text in try? err.sink.write(text) })
    }
}

extension String {
    /// The text with every occurrence of another replaced.
    package func replacing(_ needle: String, with replacement: String) -> String {
        guard !needle.isEmpty else { return self }
        var result = ""
        var rest = self[...]
        while let character = rest.first {
            if rest.hasPrefix(needle) {
                result += replacement
                rest = rest.dropFirst(needle.count)
            } else {
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}

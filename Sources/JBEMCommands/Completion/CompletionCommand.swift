internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// A shell that the program can complete for.
enum CompletingShell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// `jbem completion SHELL`.
struct CompletionCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "按 Tab 补全：打印给 bash、zsh 或 fish 的脚本␟completion with Tab: print the script for bash, zsh or fish",
        helpNames: [])

    @Argument(help: "bash、zsh 或 fish␟bash, zsh or fish")
    var shell: CompletingShell
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws { try session.out(shell.script) }
}

/// `jbem complete`: answers the scripts; a line for each candidate, a tab before what it is. `:files` leaves the word to the shell.
enum CompletionAnswer {
    /// The name by which the scripts ask; it is no noun and not in any help.
    static let name = "complete"

    /// - Parameter arguments: `--line TEXT BREAKS`, the line up to the cursor and the signs at which the shell parts words; or `--` and the
    ///   words, the last one that at the cursor.
    static func answer(_ arguments: [String], _ session: Session) throws {
        guard let (words, kept) = words(arguments), let current = words.last else { return }
        var session = session
        session.language = LanguageChoice.language(words, environment: session.terminal.environment)
        if let store = EarlyOption.values(of: "--db", in: words).first { session.storePath = store }
        switch Completer(session).answer(Array(words.dropLast()), current) {
        case .files: try session.out(":files\n")
        case .words(let candidates):
            // What a terminal would not show as it is cannot be offered: another text in its place would name another record.
            let safe = candidates.filter { OutputGate.visible($0.word) == $0.word && !$0.word.contains { $0.isNewline || $0 == "\t" } }
            let lines = safe.map { "\($0.word.dropFirst(kept))\t\(OutputGate.visible($0.text.text(session.language)))\n" }
            try session.out(lines.joined())
        }
    }

    /// The words, and how many signs of the last one the shell keeps.
    private static func words(_ arguments: [String]) -> (words: [String], kept: Int)? {
        if arguments.first == "--" { return (Array(arguments.dropFirst()), 0) }
        guard arguments.first == "--line", (2...3).contains(arguments.count) else { return nil }
        let words = ShellWords.words(arguments[1])
        let isNew = words.count == 1 || (arguments[1].hasSuffix(" ") && words.last?.typed.hasSuffix(" ") != true)
        let current = isNew ? nil : words.last
        // Inside quotes nothing is parted.
        let breaks =
            arguments.count == 3 && current?.typed.first.map { "'\"".contains($0) } != true ? arguments[2].filter { "=:".contains($0) } : ""
        let plain = current?.plain ?? ""
        let kept = plain.lastIndex { breaks.contains($0) }.map { plain.distance(from: plain.startIndex, to: $0) + 1 } ?? 0
        return (words.dropFirst().dropLast(isNew ? 0 : 1).map(\.plain) + [plain], kept)
    }
}

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

    /// - Parameter arguments: `--line TEXT`, the line up to the cursor; or `--` and the words, the last one that at the cursor.
    static func answer(_ arguments: [String], _ session: Session) throws {
        guard let words = words(arguments), let current = words.last else { return }
        switch Completer(session).answer(Array(words.dropLast()), current) {
        case .files: try session.out(":files\n")
        case .words(let candidates):
            let lines = candidates.map { "\($0.word)\t\(OutputGate.visible($0.text.text(session.language)))\n" }
            try session.out(lines.joined())
        }
    }

    private static func words(_ arguments: [String]) -> [String]? {
        switch arguments.first {
        case "--": return Array(arguments.dropFirst())
        case "--line":
            guard arguments.count == 2 else { return nil }
            let words = ShellWords.split(arguments[1])
            return Array(words.dropFirst()) + (arguments[1].hasSuffix(" ") || words.count == 1 ? [""] : [])
        default: return nil
        }
    }
}

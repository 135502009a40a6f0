import Glibc
import JBEMTestSupport
import Testing

/// Completion with Tab in the real shells.
@Suite(.enabled(if: TmuxScreen.isThere, "tmux is not installed"), .serialized) struct CompletionTests {
    enum Shell: String, CaseIterable, CustomTestStringConvertible {
        case bash, zsh, fish

        var isThere: Bool { access("/usr/bin/\(rawValue)", X_OK) == 0 || access("/bin/\(rawValue)", X_OK) == 0 }
        var testDescription: String { rawValue }

        /// Lines that start the shell without anybody's settings and make it read the script.
        var start: [String] {
            switch self {
            case .bash: ["exec bash --norc --noprofile", "PS1='> '; source <(jbem completion bash); clear"]
            case .zsh: ["exec zsh -f", "PS1='> '; autoload -U compinit; compinit -D -u; source <(jbem completion zsh); clear"]
            case .fish: ["exec fish --no-config", "function fish_prompt; echo -n '> '; end; jbem completion fish | source; clear"]
            }
        }
    }

    /// What is typed, what the line is after Tab, and whether several can follow, so that they are listed below it.
    private static let lines: [(typed: String, completed: String, isListed: Bool)] = [
        ("jbem acci", "jbem accident", true), ("jbem hazard li", "jbem hazard list", false),
        ("jbem hazard list --whe", "jbem hazard list --where", false),
        ("jbem hazard list --where state=reg", "jbem hazard list --where state=registered", false),
        ("jbem hazard list --where 'state=reg", "jbem hazard list --where 'state=registered", false),
        ("jbem hazard list --fields number,tit", "jbem hazard list --fields number,title", false),
        ("jbem accident add region=99910100", "jbem accident add region=999101009", true),
        ("jbem accident add case", "jbem accident add case_no=", false), ("jbem accident show AC-10", "jbem accident show AC-105", true),
        ("jbem kpi list --format=ht", "jbem kpi list --format=html", false),
        ("jbem help exit", "jbem help exit-codes", false), ("jbem import --batch /etc/hostn", "jbem import --batch /etc/hostname", false),
    ]

    @Test(arguments: Shell.allCases) func tabCompletes(shell: Shell) throws {
        try #require(shell.isThere, "\(shell.rawValue) is not installed: Scripts/install-packages test")
        let session = TestSession(.sample)
        let folder = TestFolder()
        symlink(SpawnedProcess.program, folder.file("jbem"))
        let screen = TmuxScreen(
            columns: 100, rows: 40,
            environment: [
                "JBEM_DB": session.storePath, "JBEM_DATA": Repository.data, "JBEM_LANG": "en", "LC_ALL": "C.UTF-8", "TERM": "tmux-256color",
                "HOME": folder.path, "PATH": folder.path + ":/usr/bin:/bin",
            ])
        for line in shell.start {
            screen.type(line)
            screen.press("Enter")
            // The shell that is started has to read before more is typed.
            usleep(700_000)
        }
        #expect(screen.wait { $0.first?.hasPrefix(">") == true } != nil, "\(screen.lines)")
        for (typed, completed, isListed) in Self.lines {
            screen.type(typed)
            screen.press("Tab")
            let isSeen: ([String]) -> Bool = { lines in
                lines.contains { $0.hasPrefix("> " + completed) }
                    || (isListed && lines.dropFirst().contains { $0.contains(completed.words.last ?? "") })
            }
            // The second Tab lists what can follow where that is several.
            if screen.wait(seconds: 1, until: isSeen) == nil, isListed { screen.press("Tab") }
            #expect(screen.wait(seconds: 20, until: isSeen) != nil, "\(typed): \(screen.lines.filter { !$0.isEmpty })")
            screen.press("C-c")
            screen.wait(seconds: 5) { lines in lines.last { !$0.isEmpty } == ">" }
            screen.press("C-l")
            screen.wait(seconds: 5) { lines in lines.first == ">" && lines.dropFirst().allSatisfy(\.isEmpty) }
        }
    }
}

extension String {
    fileprivate var words: [String] { split { " =".contains($0) }.map(String.init) }
}

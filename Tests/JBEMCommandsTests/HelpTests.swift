import JBEMCore
import JBEMOutput
import JBEMTestSupport
import Testing

@testable import JBEMCommands

/// Every page of help, in both languages, on terminals of two widths.
@Suite struct HelpTests {
    private static let nouns = JBEM.nouns.map(\.name)
    private static let cells = CellWidth()

    /// The words of every page about a noun: the noun, its verbs, and verbs of verbs.
    private static func paths(_ noun: String) -> [[String]] {
        let leaves = CommandTree.paths.filter { $0.first == noun }
        let inner = leaves.filter { $0.count > 2 }.map { Array($0.prefix(2)) }
        return ([[noun]] + leaves + inner).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func check(_ text: String, _ language: Language, _ width: Int) {
        for line in text.split(separator: "\n") { #expect(cells.width(of: line) <= width, "\(line)") }
        #expect(!text.contains("␟"))
        guard language == .en else { return }
        // The paragraphs of a plan, in quotes, are Chinese.
        let own = text.split(separator: "\n").filter { !$0.hasPrefix("    '") && !$0.hasPrefix("    \"") }.joined(separator: "\n")
        for sign in ["：", "；", "，", "。", "——"] { #expect(!own.contains(sign), "\(sign)") }
        for wrong in [" a accident", " a office", " a indicator"] { #expect(!text.contains(wrong)) }
    }

    @Test(arguments: nouns, Language.allCases) func everyPageOfANoun(noun: String, language: Language) {
        for width in [80, 120] {
            let session = TestSession(.nothing, language: language, width: width)
            let pages = Self.paths(noun).map { path in
                let result = session.run(path + ["--help"])
                #expect(result.code == 0 && result.err == "")
                Self.check(result.out, language, width)
                return "$ jbem \(path.joined(separator: " ")) --help\n\(result.out)"
            }
            Golden.check(pages.joined(separator: "\n"), "help.\(noun).\(language.rawValue).\(width).txt")
        }
    }

    @Test(arguments: Language.allCases, [80, 120]) func theOverviewAndTheTopics(language: Language, width: Int) {
        let session = TestSession(.nothing, language: language, width: width)
        let lines = ["--help"] + HelpTopic.allCases.map { "help \($0.rawValue)" }
        let start = HelpLayout(width: width, language: language).lines(FirstSteps.blocks("/home/me/jbem.db", data: "/usr/local/share/jbem"))
        let text = start.joined(separator: "\n") + "\n\n" + session.transcript(lines)
        Self.check(text, language, width)
        Golden.check(text, "help.\(language.rawValue).\(width).txt")
    }

    @Test(arguments: nouns) func helpOfANounMentionsEveryVerb(noun: String) {
        let verbs = JBEM.noun(noun)?.verbs ?? []
        for language in Language.allCases {
            let text = TestSession(.nothing, language: language).run([noun, "--help"]).out
            for verb in verbs { #expect(text.contains("\n  \(verb) "), "\(verb)") }
        }
        #expect(TestSession(.nothing, language: .en).output("--help").contains("\n  \(noun) "))
    }

    @Test func helpIsAskedForInSeveralWays() {
        let session = TestSession(.nothing)
        let expected = session.output("accident list --help")
        for line in [
            "accident list -h", "help accident list", "accident list help", "事故 list --help", "--lang zh accident list --help",
            "help 事故 list", "-h accident list", "-h 事故 list", "accident -h list", "accident list --limit 5 -h",
            "accident list --where x -h",
        ] {
            #expect(session.output(line) == expected, "\(line)")
        }
        #expect(session.output("help") == session.output("--help"))
        #expect(session.output("--width 120 accident list -h") == TestSession(.nothing, width: 120).output("accident list -h"))
        #expect(session.run("help frob").code == 64)
        #expect(session.run("help accident frob").code == 64)
    }

    /// Without a store the first steps, which work as they stand; with one the overview.
    @Test(arguments: Language.allCases) func aBareCallSaysWhatToDoNext(language: Language) {
        let session = TestSession(.nothing, language: language, width: 80)
        let start = session.output("")
        #expect(start.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
        let steps = start.split(separator: "\n").filter { $0.hasPrefix("  jbem ") }.map { $0.dropFirst(7) }
        #expect(steps.count > 3)
        for step in steps.prefix(4) { #expect(session.run(String(step)).code == 0, "\(step)") }
        #expect(session.output("") == session.output("--help"))
    }
}

import JBEMCore
import JBEMOutput
import JBEMTestSupport
import Testing

@testable import JBEMCommands

/// Every command has help in both languages that fits the terminal.
@Suite struct HelpTests {
    /// All command paths: nouns, and nouns with a verb.
    private static let paths: [[String]] =
        [[]]
        + JBEM.nouns.flatMap { noun in
            [[noun.name]] + noun.verbs.sorted().map { [noun.name, $0] }
        }

    @Test(arguments: paths, Language.allCases) func helpFitsEightyCells(path: [String], language: Language) {
        let session = TestSession(.nothing, language: language, width: 80)
        let result = session.run(path + ["--help"])
        #expect(result.code == 0)
        #expect(result.err == "")
        let cells = CellWidth()
        for line in result.out.split(separator: "\n") { #expect(cells.width(of: line) <= 80, "\(line)") }
        #expect(!result.out.contains("␟"))
        #expect(result.out.contains("jbem " + path.joined(separator: " ")))
    }

    @Test(arguments: paths) func englishHelpIsEnglish(path: [String]) {
        let text = TestSession(.nothing, language: .en, width: 80).run(path + ["--help"]).out
        for sign in ["：", "；", "，", "。", "——"] { #expect(!text.contains(sign), "\(sign) in the help of \(path)") }
        for wrong in [" a accident", " a office", " a indicator"] { #expect(!text.contains(wrong)) }
    }

    @Test(arguments: JBEM.nouns.map(\.name)) func helpOfANounMentionsEveryVerb(noun: String) {
        let verbs = JBEM.noun(noun)?.verbs ?? []
        for language in Language.allCases {
            let text = TestSession(.nothing, language: language).run([noun, "--help"]).out
            for verb in verbs { #expect(text.contains("\n  \(verb) "), "\(verb)") }
        }
        #expect(TestSession(.nothing).output("--help").contains("\n  \(noun) "))
    }

    @Test func helpIsAskedForInSeveralWays() {
        let session = TestSession(.nothing)
        let expected = session.output("accident list --help")
        for line in [
            "accident list -h", "help accident list", "accident list help", "事故 list --help", "--lang zh accident list --help",
            "help 事故 list",
        ] {
            #expect(session.output(line) == expected, "\(line)")
        }
        #expect(session.output("") == session.output("--help"))
        #expect(session.output("help") == session.output("--help"))
        #expect(session.output("--lang en") == session.output("--lang en --help"))
        #expect(session.run("help frob").code == 64)
        #expect(session.run("help accident frob").code == 64)
    }

    @Test(arguments: HelpTopic.allCases, Language.allCases) func topicsFitEightyCells(topic: HelpTopic, language: Language) {
        let text = TestSession(.nothing, language: language, width: 80).output("help \(topic.rawValue)")
        let cells = CellWidth()
        for line in text.split(separator: "\n") { #expect(cells.width(of: line) <= 80, "\(line)") }
        #expect(TestSession(.nothing).output("--help").contains(topic.rawValue))
    }

    @Test func theHelpOfAVerbReadsWell() {
        for language in Language.allCases {
            let session = TestSession(.nothing, language: language, width: 80)
            Golden.check(session.output("person import --help") + session.output("undo --help"), "help.\(language.rawValue).txt")
        }
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMCommands

/// What help shows as examples works as it stands on the sample store.
@Suite struct HelpExampleTests {
    private static let nouns = [""] + JBEM.nouns.map(\.name)

    private static func sample() -> TestSession {
        let session = TestSession(.sample)
        session.output("plan use sample-2021-2025")
        return session
    }

    private static func lines(_ noun: String) -> [String] {
        let paths = noun.isEmpty ? [[]] : [[noun]] + CommandTree.paths.filter { $0.first == noun }
        let lines = paths.flatMap { HelpExamples.of($0) ?? [] }.map(\.line)
        return lines.reduce(into: []) { if !$0.contains($1), !CommandExamples.unrun.contains($1) { $0.append($1) } }
    }

    @Test(arguments: nouns) func everyExampleWorks(noun: String) {
        var session = Self.sample()
        var head = session.output("log head")
        for line in Self.lines(noun) {
            let words = ShellWords.split(line).map { word in
                word.hasPrefix("Data/") ? "\(Repository.path)/\(word)" : word.hasSuffix(".csv") ? session.folder.file(word) : word
            }
            let result = session.run(words)
            // A check that found something worked.
            #expect(result.code == 0 || result.code == 1, "jbem \(line): \(result.err)")
            // The next line finds the sample as it was.
            let after = session.output("log head")
            guard after != head || line.contains("backup") else { continue }
            session = Self.sample()
            head = session.output("log head")
        }
    }

    /// The ones that cannot run on the sample are lines of help, and understood.
    @Test func theOthersAreUnderstood() {
        let all = Set(CommandTree.paths.flatMap { HelpExamples.of($0) ?? [] }.map(\.line))
        for line in CommandExamples.unrun {
            #expect(all.contains(line) || CommandExamples.all.values.joined().contains { $0.line == line }, "\(line)")
            #expect(Self.sample().run(line).code != 64, "jbem \(line)")
        }
    }

    @Test func everyCommandHasExamples() {
        let without = CommandTree.paths.filter { (HelpExamples.of($0) ?? []).isEmpty }.map { $0.joined(separator: " ") }
        let removals = without.filter { $0.hasSuffix(" rm") }
        #expect(without.filter { !removals.contains($0) && $0 != "completion" } == [])
        let english = CommandTree.paths.flatMap { HelpExamples.of($0) ?? [] }.map(\.text.en)
        #expect(english.allSatisfy { text in !text.contains { "：；，。（）".contains($0) } })
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// The README's transcripts are what the program prints.
@Suite struct ReadmeTests {
    private struct Step {
        let command: String
        let lines: [String]
    }

    /// The commands of every ```console block after `heading`, with what the README says they print.
    private static func steps(after heading: String) -> [Step] {
        let text = TestFile.text(Repository.path + "/README.md") ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var steps: [Step] = []
        var (isInside, isAfter) = (false, false)
        for line in lines {
            if line.hasPrefix("## ") { isAfter = line == heading }
            guard isAfter else { continue }
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), lines: []))
            } else if isInside, let last = steps.popLast() {
                steps.append(Step(command: last.command, lines: last.lines + [line]))
            }
        }
        return steps
    }

    /// Times, names, paths and hashes are the reader's own.
    private static func isOwn(_ line: String) -> Bool {
        ["made the store", "the chain holds", "undone: "].contains { line.hasPrefix($0) } || line.isEmpty
    }

    @Test(arguments: [("## Five minutes", Language.en), ("## 中文", Language.zh)])
    func theTourIsTrue(_ heading: String, _ language: Language) {
        let steps = Self.steps(after: heading)
        #expect(steps.count > 5)
        let session = TestSession(.nothing, language: language, now: "2026-11-24T00:52:00Z")
        for step in steps where step.command.hasPrefix("jbem ") && !step.command.contains(" | ") {
            let words = step.command.dropFirst(5).split(separator: " ").map { word in
                word.hasPrefix("Data/") ? "\(Repository.path)/\(word)" : String(word)
            }
            let result = session.run(words.joined(separator: " "))
            let printed = Set((result.out + result.err).split(separator: "\n").map(String.init))
            for line in step.lines where !Self.isOwn(line) {
                #expect(printed.contains(line), "\(step.command): \(line)")
            }
            #expect(step.lines.isEmpty || printed.count <= Set(step.lines.filter { !$0.isEmpty }).count, "\(step.command): more is printed")
        }
    }

    /// The picture (Scripts/picture) has every cell of the table that the Chinese tour prints.
    @Test func thePictureIsOfTheSameTable() {
        let picture = TestFile.text(Repository.path + "/Sources/JBEMCore/Documentation.docc/Resources/kpi.svg") ?? ""
        let rows = Self.steps(after: "## 中文").flatMap(\.lines).filter { line in (1...6).contains { line.hasPrefix("T0\($0)   ") } }
        #expect(rows.count == 6)
        for cell in rows.joined(separator: "  ").split(separator: "  ").map({ $0.drop { $0 == " " } }) where !cell.isEmpty {
            let text = cell.replacing("<", with: "&lt;")
            #expect(picture.contains(">\(text)<"), "\(cell)")
        }
    }
}

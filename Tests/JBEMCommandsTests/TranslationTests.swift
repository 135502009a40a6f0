import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMCommands

/// No text of the program lacks one of the two languages.
@Suite struct TranslationTests {
    private static func isChinese(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private static func hasWords(_ text: some StringProtocol) -> Bool {
        text.split { !$0.isASCII || !$0.isLetter }.contains { $0.count > 2 }
    }

    /// What is wrong with a pair: it has to be Chinese and English, or the same in both (a name, a number, a line that is typed).
    private static func fault(_ zh: String, _ en: String) -> String? {
        let same = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
        if same(zh) == same(en) { return nil }
        if !isChinese(zh), hasWords(zh) { return "no Chinese" }
        if isChinese(zh), en.isEmpty || (isChinese(en) && !hasWords(en)) { return "no English" }
        if zh.isEmpty, hasWords(en) { return "no Chinese" }
        return nil
    }

    private static func check(_ text: Localized, _ place: String) {
        if let fault = fault(text.zh, text.en) { Issue.record("\(place): \(fault): \(text.zh) | \(text.en)") }
    }

    @Test func everyFieldAndNoun() {
        for schema in Catalog.schemas {
            Self.check(schema.label, schema.noun)
            Self.check(schema.help, schema.noun)
            for field in schema.fields {
                for text in [field.label, field.header, field.help].compactMap(\.self) { Self.check(text, "\(schema.noun).\(field.name)") }
            }
        }
    }

    @Test func everyCommandOptionTopicAndExample() throws {
        for path in CommandTree.paths {
            let help = try CommandHelp(path)
            Self.check(help.abstract, "\(path)")
            for item in help.items { Self.check(item.text, "\(path) \(item.names)") }
            for example in HelpExamples.of(path) ?? [] { Self.check(example.text, example.line) }
        }
        for topic in HelpTopic.allCases {
            for block in topic.blocks {
                switch block {
                case .heading(let text), .text(let text): Self.check(text, topic.rawValue)
                case .terms(let terms): for term in terms { Self.check(term.text, topic.rawValue) }
                case .code, .examples: break
                }
            }
        }
    }

    @Test func everyCodeOfTheProgram() {
        let codes = CodeLists(TestSession(.nothing).operations)
        let lists = TestFolder.names(Repository.data + "/codes").map { String($0.dropLast(4)) }
        #expect(lists.count > 50)
        for list in lists {
            let all = codes.codes(list)
            #expect(!all.isEmpty, "\(list)")
            for code in all { #expect(Self.isChinese(code.label.zh) || code.label.zh == code.label.en, "\(list) \(code.code)") }
            for code in all { #expect(!code.label.en.isEmpty && !Self.isChinese(code.label.en), "\(list) \(code.code)") }
        }
    }

    /// The pairs in the sources; what stands for values is left out.
    @Test func everyPairInTheSources() throws {
        let pair = try Regex(#"Localized\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)"#, as: (Substring, Substring, Substring).self)
        let value = try Regex(#"\\\([^()]*(?:\([^()]*\)[^()]*)*\)"#)
        var count = 0
        for path in TestFolder.files(below: Repository.path + "/Sources") where path.hasSuffix(".swift") {
            for match in (TestFile.text(path) ?? "").matches(of: pair) {
                count += 1
                let (zh, en) = (match.output.1.replacing(value, with: ""), match.output.2.replacing(value, with: ""))
                // A sign between values, or a plural, may be in one language only.
                guard match.output.1.count == zh.count || match.output.2.count == en.count || zh.isEmpty == en.isEmpty else { continue }
                if let fault = Self.fault(String(zh), String(en)) { Issue.record("\(path): \(fault): \(match.output.0)") }
            }
        }
        #expect(count > 2000)
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// What the glossary names is there: fields of nouns, code lists, nouns.
@Suite struct GlossaryTests {
    private static let text = TestFile.text(Repository.path + "/Sources/JBEMCore/Documentation.docc/Glossary.md") ?? ""

    /// The texts between single backquotes.
    private static let quoted: [String] = text.split(separator: "\n").flatMap { line in
        line.replacing("``", with: "").split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    @Test func everyFieldThatIsNamedIsThere() {
        let fields = Self.quoted.map { $0.split(separator: ".").map(String.init) }.filter { $0.count == 2 }
        let known = fields.filter { Catalog.schema($0[0]) != nil }
        #expect(known.count > 10)
        for name in known { #expect(Catalog.schema(name[0])?.field(name[1]) != nil, "\(name.joined(separator: "."))") }
    }

    @Test func everyCodeListThatIsNamedIsThere() {
        let lists = Set(TestFolder.names(Repository.data + "/codes").map { String($0.dropLast(4)) })
        let named = Self.text.split(separator: "code list `").dropFirst().map { String($0.prefix { $0 != "`" }) }
        #expect(named.count > 5)
        for list in named { #expect(lists.contains(list), "\(list)") }
    }
}

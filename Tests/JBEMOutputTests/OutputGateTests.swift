import Testing

@testable import JBEMOutput

@Suite struct OutputGateTests {
    @Test(arguments: [
        ("红\u{1B}[31m字", "红␛[31m字", "红\\e[31m字"), ("a\tb\nc", "a→b⏎c", "a\\tb\\nc"), ("a\r\nb\r", "a␍⏎b␍", "a\\r\\nb\\r"),
        ("\u{0}\u{7}\u{7F}", "␀␇␡", "^@^G^?"), ("\u{9B}2J", "‹U+009B›2J", "<U+009B>2J"), ("\u{85}", "‹U+0085›", "<U+0085>"),
        ("abc\u{202E}txt", "abc‹U+202E›txt", "abc<U+202E>txt"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›", "<U+2066>x<U+2069>"),
        ("\u{61C}\u{200E}\u{200F}", "‹U+061C›‹U+200E›‹U+200F›", "<U+061C><U+200E><U+200F>"),
        ("\u{2028}\u{2029}", "‹U+2028›‹U+2029›", "<U+2028><U+2029>"), ("江\u{200B}北", "江‹U+200B›北", "江<U+200B>北"),
        ("\u{FEFF}id", "‹U+FEFF›id", "<U+FEFF>id"), ("a\u{E0041}", "a‹U+E0041›", "a<U+E0041>"),
        ("a\u{AD}b", "a‹U+00AD›b", "a<U+00AD>b"), ("a\u{200D}\u{200C}b", "a‹U+200D›‹U+200C›b", "a<U+200D><U+200C>b"),
        ("江\u{FE0F}\u{E0100}", "江‹U+FE0F›‹U+E0100›", "江<U+FE0F><U+E0100>"), ("\u{3164}\u{115F}", "‹U+3164›‹U+115F›", "<U+3164><U+115F>"),
    ])
    func hiddenCharactersAreMadeVisible(text: String, expected: String, ascii: String) {
        #expect(OutputGate.visible(text) == expected)
        #expect(OutputGate.visible(text, ascii: true) == ascii)
    }

    @Test(arguments: ["", "plain", "隐患（重大）“甲”……→①·", "e\u{301} 👨‍👩‍👧‍👦 🇨🇳 ❤\u{FE0F}", "\u{3000}\u{A0}", "עברית عربي", "𠮷", "می\u{200C}خواهم"])
    func ordinaryTextIsNotTouched(text: String) {
        #expect(OutputGate.visible(text) == text)
    }

    @Test func marksAreNotHeaped() {
        let eight = "e" + String(repeating: "\u{301}", count: 8)
        #expect(OutputGate.visible(eight) == eight)
        #expect(OutputGate.visible(eight + "\u{302}x") == eight + "‹U+0302›x")
    }

    @Test func newlinesStayWhereTheyAreAskedFor() {
        #expect(OutputGate.visible("a\r\nb\nc\rd\te", keepsNewlines: true) == "a\nb\nc␍d→e")
    }

    @Test func nothingThatPassedIsHidden() {
        for code in UInt32(0)..<0xE0100 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let shown = OutputGate.visible(String(Character(scalar)))
            if shown.unicodeScalars.contains(where: OutputGate.isHidden) || CellWidth().width(of: shown) < 0 {
                Issue.record("U+\(String(code, radix: 16)) passes the gate")
            }
        }
    }

    @Test func everyControlAndDirectionMarkIsHidden() {
        for code in UInt32(0)..<0x30000 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let category = scalar.properties.generalCategory
            if category == .control || category == .lineSeparator || category == .paragraphSeparator {
                #expect(OutputGate.isHidden(scalar), "U+\(String(code, radix: 16))")
            }
        }
    }
}

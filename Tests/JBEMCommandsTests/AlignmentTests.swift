import JBEMTestSupport
import Testing

/// Tables stand in columns of terminal cells, whatever the texts are made of.
@Suite struct AlignmentTests {
    /// Cells by a rule of its own: combining marks none, East Asian wide and full-width forms two, all else one.
    private static func cells(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F, 0x200D, 0xFE0F: sum
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                sum + 2
            default: sum + 1
            }
        }
    }

    private static let titles = [
        "ASCII", "汉字", "ＡＢＣ１２３", "e\u{301}a\u{308}o\u{302}", "①②③——…“引”", "ｶﾀｶﾅ half", "한국어", "㈠㈡㎡", "𠮷野家", "  ", "a\u{200B}b", "→←↑",
        "tab\there", "x\u{202E}y",
    ]

    private func session(width: Int?) -> TestSession {
        let session = TestSession(.few, width: width)
        for (index, title) in Self.titles.enumerated() {
            session.run([
                "accident", "add", "case_no=W-\(index)", "occurred_on=2025-05-05", "region=500105009", "office=500105009",
                "title=\(title)|", "sector=other",
                "is_production=1",
            ])
        }
        return session
    }

    @Test(arguments: [nil, 80, 60]) func theColumnAfterAWideTextStandsStill(width: Int?) {
        let lines = session(width: width).output("accident list --fields title,case_no").split(separator: "\n").map(String.init)
        #expect(lines.count == Self.titles.count + 4 + 1)
        let starts = Set(
            lines.dropFirst().map { line -> Int in
                let key = line.range(of: ["W-", "JB-"])
                return key.map { Self.cells(line[..<$0]) } ?? -1
            })
        #expect(starts.count == 1, "\(lines.joined(separator: "\n"))")
        #expect(!starts.contains(-1))
    }

    @Test(arguments: [80, 60, 50]) func noLineIsLongerThanTheTerminal(width: Int) {
        let text = session(width: width).output("accident list --fields title,place,case_no,note")
        for line in text.split(separator: "\n") { #expect(Self.cells(line) <= width, "\(line)") }
    }

    @Test func hiddenCharactersAreMadeVisible() {
        let text = session(width: 80).output("accident list --fields title")
        #expect(text.contains("tab→here"))
        #expect(text.contains("x‹U+202E›y"))
        #expect(text.contains("a‹U+200B›b"))
        #expect(!text.unicodeScalars.contains { $0 == "\t" || $0 == "\u{202E}" || $0 == "\u{200B}" || $0 == "\u{1B}" })
    }

    @Test func nothingIsCutInAPipe() {
        let session = session(width: nil)
        let long = String(repeating: "很长的名称", count: 30)
        session.run(["accident", "set", "AC-1", "title=\(long)"])
        #expect(session.output("accident list").contains(long))
        #expect(session.output("accident list --width 60").contains("…"))
        #expect(!session.output("accident list --width 60").contains(long))
    }
}

extension String {
    /// Where the first of the needles that occurs begins.
    fileprivate func range(of needles: [String]) -> String.Index? {
        indices.first { index in needles.contains { self[index...].hasPrefix($0) } }
    }
}

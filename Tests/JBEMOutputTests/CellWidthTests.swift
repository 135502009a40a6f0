import Testing

@testable import JBEMOutput

@Suite struct CellWidthTests {
    private let cells = CellWidth()

    private static let codePoints: [(Int, Int)] = [
        (0x20, 1), (0x41, 1), (0x7E, 1), (0xA0, 1), (0xA9, 1), (0xAD, 1), (0xE9, 1), (0x300, 0), (0x34F, 0), (0x416, 1), (0x483, 0),
        (0x5D0, 1), (0x5BF, 0), (0x600, 1), (0x627, 1), (0x64B, 0), (0xE01, 1), (0xE31, 0), (0x1100, 2), (0x1160, 0), (0x11FF, 0),
        (0x180B, 0), (0x200B, 0), (0x200D, 0), (0x2014, 1), (0x2018, 1), (0x2026, 1), (0x20AC, 1), (0x20D0, 0), (0x2103, 1), (0x231A, 2),
        (0x2190, 1), (0x2460, 1), (0x2500, 1), (0x2588, 1), (0x25CF, 1), (0x2600, 1), (0x2614, 2), (0x2E80, 2), (0x3000, 2), (0x3001, 2),
        (0x302A, 0), (0x3041, 2), (0x3099, 0), (0x30FB, 2), (0x3164, 0), (0x3400, 2), (0x4DC0, 2), (0x4E00, 2), (0x9FFF, 2), (0xA4D0, 1),
        (0xAC00, 2), (0xD7A3, 2), (0xE000, 1), (0xF900, 2), (0xFE0F, 0), (0xFE30, 2), (0xFEFF, 0), (0xFF01, 2), (0xFF61, 1), (0xFF9E, 1),
        (0xFFE5, 2), (0xFFFD, 1), (0x1F004, 2), (0x1F1E6, 2), (0x1F321, 1), (0x1F600, 2), (0x1F3FB, 2), (0x20000, 2), (0x2EBF0, 2),
        (0x323AF, 2), (0x3FFFD, 2), (0xE0001, 0), (0xE0100, 0), (0xF0000, 1),
    ]

    @Test(arguments: codePoints)
    func codePointsHaveTheWidthOfTheStandard(code: Int, width: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(code)))
        #expect(cells.width(of: scalar) == width)
    }

    private static let texts: [(String, Int)] = [
        ("", 0), ("hazard", 6), ("隐患", 4), ("隐患 HZ-42", 10), ("ＨＺ", 4), ("ｶﾅ", 2), ("e\u{301}", 1), ("中\u{301}文", 4),
        ("a\u{300}\u{301}\u{302}b", 2), ("👨‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("🇨", 2), ("🇨🇳🇨", 4), ("👍🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2),
        ("1\u{FE0F}\u{20E3}", 2), ("⌚\u{FE0E}", 2), ("各", 2), ("각", 2), ("ก\u{E33}", 2), ("㊙", 2), ("𠮷野", 4), ("（一）“二”", 10),
        ("\u{AD}", 1), ("文\u{FE00}字", 4), ("A\u{200B}B", 2), ("\u{3000}", 2),
    ]

    @Test(arguments: texts)
    func textsHaveTheWidthOfTheirGraphemes(text: String, width: Int) {
        #expect(cells.width(of: text) == width)
        #expect(text.map { cells.width(of: $0) }.reduce(0, +) == width)
    }

    @Test func ambiguousCharactersFollowTheSetting() {
        let text = "“甲”→乙…①·"
        #expect(CellWidth(ambiguous: 1).width(of: text) == 10)
        #expect(CellWidth(ambiguous: 2).width(of: text) == 16)
        #expect(CellWidth(ambiguous: 7).ambiguous == 1)
    }

    @Test func widthDoesNotDependOnTheWayOfMeasuring() {
        // every code point of the first planes: alone, and between two others that are measured fast
        for code in UInt32(0x20)..<0x20000 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let text = "中" + String(Character(scalar)) + "a"
            let byGrapheme = text.map { cells.width(of: $0) }.reduce(0, +)
            if cells.width(of: text) != byGrapheme {
                Issue.record("U+\(String(code, radix: 16)) is measured in two ways")
            }
        }
    }

    @Test func boundariesAscendAndAlternate() {
        let table = CellWidth.boundaries
        #expect(table.first == 0)
        for (left, right) in zip(table, table.dropFirst()) where left >> 2 >= right >> 2 || left & 3 == right & 3 {
            Issue.record("boundary \(right) does not follow \(left)")
        }
        #expect(CellWidth.kind(of: 0x10FFFD) == 3)
        #expect(CellWidth.kind(of: 0x10FFFF) == 1)
    }
}

@Suite struct FittingTests {
    private let cells = CellWidth()

    private static let clipped: [(String, Int, String)] = [
        ("隐患排查", 8, "隐患排查"), ("隐患排查", 7, "隐患排…"), ("隐患排查", 6, "隐患…"), ("隐患排查", 2, "…"), ("隐患排查", 1, "…"),
        ("隐患排查", 0, ""), ("隐患排查", -3, ""), ("hazard", 5, "haza…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"), ("🇨🇳🇨🇳", 2, "…"), ("", 0, ""),
    ]

    @Test(arguments: clipped)
    func clippedTextsFitAndEndWithAnEllipsis(text: String, limit: Int, expected: String) {
        #expect(cells.clip(text, to: limit) == expected)
    }

    @Test func clipCountsAWideEllipsis() {
        #expect(CellWidth(ambiguous: 2).clip("隐患排查", to: 7) == "隐患…")
        #expect(CellWidth(ambiguous: 2).clip("隐患排查", to: 1) == "")
    }

    @Test func clipTakesAnASCIIEllipsis() {
        #expect(cells.clip("hazard", to: 5, ellipsis: "...") == "ha...")
        #expect(cells.clip("hazard", to: 2, ellipsis: "...") == "..")
    }

    @Test func clipNeverExceedsTheLimit() {
        let text = "一a二e\u{301}👨‍👩‍👧三🇨🇳b"
        for limit in 0...20 {
            #expect(cells.width(of: cells.clip(text, to: limit)) <= limit)
        }
    }

    @Test func padFillsByCellsAtTheAskedSide() {
        #expect(cells.pad("隐患", to: 7) == "隐患   ")
        #expect(cells.pad("隐患", to: 7, alignment: .trailing) == "   隐患")
        #expect(cells.pad("隐患", to: 7, alignment: .center) == " 隐患  ")
        #expect(cells.pad("隐患", to: 3) == "隐患")
    }
}

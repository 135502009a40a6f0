import Testing

@testable import JBEMOutput

@Suite struct WrappingTests {
    private let cells = CellWidth()
    private static let prose = """
        各级应急管理部门应当建立健全“党政同责、一岗双责、齐抓共管、失职追责”的责任体系；（一）重大隐患（HZ-500105000-42）\
        应在 30 日内整改完毕，逾期未改的……按照《中华人民共和国安全生产法》第一百零二条处理！See https://example.org/a/very/long/path, don’t wait—act.
        """

    private static let broken: [(String, Int, [String])] = [
        ("隐患排查治理", 6, ["隐患排", "查治理"]),
        ("隐患排查治理", 5, ["隐患", "排查", "治理"]),
        ("隐患，排查。", 4, ["隐", "患，", "排", "查。"]),
        ("按照《安全生产法》执行", 6, ["按照", "《安全", "生产", "法》执", "行"]),
        ("他说“好”", 5, ["他说", "“好”"]),
        ("重大事故。”）甲", 8, ["重大事", "故。”）", "甲"]),
        ("keep latin words whole", 10, ["keep latin", "words", "whole"]),
        ("共12条HZ-42隐患", 7, ["共12条", "HZ-42隐", "患"]),
        ("don’t do f(x), ok", 7, ["don’t", "do", "f(x),", "ok"]),
        ("甲——乙", 3, ["甲", "——", "乙"]), ("甲乙……丙", 5, ["甲", "乙……", "丙"]),
        ("", 4, [""]),
        ("甲\n\n乙", 4, ["甲", "", "乙"]),
        ("甲\r\n乙", 4, ["甲", "乙"]),
        ("  缩进保留吧", 8, ["  缩进保", "留吧"]),
        ("尾随空格   ", 20, ["尾随空格"]),
        ("ab    cd", 3, ["ab", "cd"]),
        ("abcdefghij，", 10, ["abcdefghi", "j，"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("中文", 1, ["中", "文"]),
    ]

    @Test(arguments: broken)
    func textsAreBrokenWhereTheyMayBe(text: String, limit: Int, expected: [String]) {
        #expect(cells.wrap(text, to: limit) == expected)
    }

    @Test func noLineIsTooLongOrBrokenAgainstTheRules() {
        for limit in 8...120 {
            let lines = cells.wrap(Self.prose, to: limit)
            for line in lines {
                #expect(cells.width(of: line) <= limit)
                #expect(!"，。、；：！？）》”".contains(line.first ?? "a"), "\(limit): \(line)")
                #expect(!"（《“".contains(line.last ?? "a"), "\(limit): \(line)")
                #expect(line.last != " ")
            }
            let kept = lines.joined().filter { $0 != " " }
            #expect(kept == Self.prose.filter { $0 != " " })
        }
    }

    @Test func breaksTheSameWayWhereAmbiguousCharactersAreWide() {
        #expect(CellWidth(ambiguous: 2).wrap("他说“好”", to: 6) == ["他说", "“好”"])
    }

    @Test func aWordIsWholeIfALineCanHoldIt() {
        let lines = cells.wrap(Self.prose, to: 24)
        #expect(lines.contains { $0.contains("HZ-500105000-42") })
        #expect(lines.contains { $0.contains("don’t") })
    }
}

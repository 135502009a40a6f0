import Testing

@testable import JBEMOutput

@Suite struct KeyValueListTests {
    private let list = KeyValueList([
        .init("编号", "HZ-42"), .init("整改责任单位", "某化工厂（江北区）安全环保部，联系人见附件。"), .init("备注", "第一行\n第二行"), .init("空", ""),
    ])

    @Test func valuesBeginInOneCell() {
        let expected = """
            编号          HZ-42
            整改责任单位  某化工厂（江北区）安全环保部，联系人见附件。
            备注          第一行
                          第二行
            空

            """
        #expect(list.text() == expected)
    }

    @Test func longValuesAreWrappedUnderTheirBeginning() {
        let expected = """
            编号          HZ-42
            整改责任单位  某化工厂（江北区）
                          安全环保部，联系人
                          见附件。
            备注          第一行
                          第二行
            空

            """
        #expect(list.text(OutputOptions(width: 32)) == expected)
    }

    @Test func narrowTerminalsPutValuesBelow() {
        let lines = list.lines(OutputOptions(width: 24))
        #expect(lines[0...3] == ["编号", "    HZ-42", "整改责任单位", "    某化工厂（江北区）安"])
        #expect(lines.last == "空")
        #expect(lines.allSatisfy { CellWidth().width(of: $0) <= 24 })
    }

    @Test func sectionsAreSetApart() {
        let list = KeyValueList(sections: [
            .init(title: "基本", items: [.init("a", "1")]), .init(title: "整改", items: [.init("长标签", "2\u{1B}")]),
        ])
        #expect(list.lines() == ["基本", "a       1", "", "整改", "长标签  2␛"])
    }

    @Test func stylesDoNotMoveValues() {
        let list = KeyValueList([.init("a", Cell.text("x").styled(.bad)), .init("bcd", "y")])
        let lines = list.lines(OutputOptions(style: Style(.ansi16)))
        #expect(lines == ["\u{1B}[36ma\u{1B}[0m    \u{1B}[1;31mx\u{1B}[0m", "\u{1B}[36mbcd\u{1B}[0m  y"])
    }

    @Test func aListWithoutItemsHasNoLines() {
        #expect(KeyValueList([]).text() == "")
    }
}

@Suite struct OutlineTests {
    private let outline = Outline([
        .init(
            ["T01 死亡人数 15 人", "界限 ≤ 18.2"],
            [
                .init("已结案事故", [.init(["AC-1 3 人", "来源：事故调查报告"]), .init("AC-2 12 人")]),
                .init(["依据：规划第三章", "第二节"]),
            ])
    ])

    @Test func branchesJoinNodes() {
        let expected = """
            T01 死亡人数 15 人
            │ 界限 ≤ 18.2
            ├ 已结案事故
            │ ├ AC-1 3 人
            │ │   来源：事故调查报告
            │ └ AC-2 12 人
            └ 依据：规划第三章
                第二节

            """
        #expect(outline.text() == expected)
    }

    @Test func asciiBranchesAreThreeCells() {
        let expected = """
            T01 死亡人数 15 人
            |  界限 <= 18.2
            |- 已结案事故
            |  |- AC-1 3 人
            |  |     来源：事故调查报告
            |  `- AC-2 12 人
            `- 依据：规划第三章
                  第二节

            """
        #expect(outline.text(OutputOptions(style: Style(isASCII: true))) == expected)
    }

    @Test func carriedLinesHangUnderTheirNode() {
        let node = Outline.Node("按季度累计的生产安全事故死亡人数之和，不含待定", [.init("甲乙丙丁戊己庚辛壬癸子丑寅卯"), .init("末")])
        let expected = """
            按季度累计的生产安
            │ 全事故死亡人数之
            │ 和，不含待定
            ├ 甲乙丙丁戊己庚辛
            │   壬癸子丑寅卯
            └ 末

            """
        #expect(Outline([node]).text(OutputOptions(width: 20)) == expected)
    }

    @Test func furtherLinesHangUnderTheirOwnBeginning() {
        let node = Outline.Node(["公式", "死亡人数之和除以地区生产总值"], [.init("末", role: .bad)])
        let options = OutputOptions(width: 16, style: Style(.ansi16))
        let expected = ["公式", "│ 死亡人数之和", "│   除以地区生产", "│   总值", "└ \u{1B}[1;31m末\u{1B}[0m"]
        #expect(Outline([node]).lines(options) == expected)
    }

    @Test func wideBranchesStayAligned() {
        let options = OutputOptions(cells: CellWidth(ambiguous: 2))
        #expect(outline.lines(options).last == "      第二节")
    }

    @Test func deepNodesKeepSomeWidth() {
        var node = Outline.Node("一二三四五六七八九十")
        for _ in 0..<20 {
            node = Outline.Node("层", [node])
        }
        let lines = Outline([node]).lines(OutputOptions(width: 30))
        #expect(lines.count == 22)
        #expect(lines[20].hasSuffix("└ 一二三四五六"))
    }

    @Test func hiddenCharactersAndLineFeedsAreHandled() {
        #expect(Outline([.init("a\u{1B}b\nc", role: .muted)]).lines() == ["a␛b", "  c"])
    }
}

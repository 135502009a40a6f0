import Testing

@testable import JBEMOutput

@Suite struct TableWriterTests {
    @Test func columnsAreAlignedByCells() {
        let expected = """
            隐患

            编号   名称                        死亡人数  直接经济损失(万元)  发现日期    已闭环
            HZ-42  某化工厂“储罐”, 泄漏|⏎隐患         3               12.50  2024-06-01  是
            HZ-43  =1+1                             -12                                  否

            示例数据

            """
        #expect(Sample.table.text(as: .table) == expected)
        // the last column begins in the same cell whatever characters stand before it
        for line in expected.split(separator: "\n").filter({ $0.contains("  ") }) {
            let before = line.prefix { !"已是否".contains($0) }
            #expect(CellWidth().width(of: before) == 77)
        }
    }

    @Test func everyLineOfASimpleTableIsExact() {
        let table = Table(
            columns: [
                Column(key: "a", title: "名称"), Column(key: "b", title: "数量"), Column(key: "c", title: "e\u{301}"),
                Column(key: "d", title: "D", alignment: .trailing), Column(key: "e", title: "备注"),
            ],
            rows: [
                [.text("重庆"), .integer(5), .text("👨‍👩‍👧‍👦"), .text("x"), .text("ｆｕｌｌ")],
                [.text("abc"), .integer(12345), .text("🇨🇳"), .text("甲乙")],
            ])
        let expected = """
            名称   数量  e\u{301}      D  备注
            重庆      5  👨‍👩‍👧‍👦     x  ｆｕｌｌ
            abc   12345  🇨🇳  甲乙

            """
        #expect(table.text(as: .table) == expected)
    }

    @Test func flexibleColumnsAreCutOnATerminalOnly() {
        let table = Table(
            columns: [
                Column(key: "id", title: "编号"), Column(key: "a", title: "甲", isFlexible: true),
                Column(key: "b", title: "乙", isFlexible: true),
            ],
            rows: [[.text("HZ-1"), .text("一二三四五六七八九十"), .text("abcdefghij")]])
        #expect(table.text(as: .table, OutputOptions(width: 30)) == "编号  甲            乙\nHZ-1  一二三四五…   abcdefghij\n")
        #expect(table.text(as: .table, OutputOptions(width: 24)) == "编号  甲        乙\nHZ-1  一二三…   abcdefg…\n")
        #expect(table.text(as: .table, OutputOptions(width: 5)) == "编号  甲      乙\nHZ-1  一二…   abcde…\n")
        #expect(table.text(as: .table) == "编号  甲                    乙\nHZ-1  一二三四五六七八九十  abcdefghij\n")
    }

    @Test func cutLinesNeverExceedTheWidth() {
        for width in 60...100 {
            for line in Sample.table.text(as: .table, OutputOptions(width: width)).split(separator: "\n") {
                // what cannot be cut takes 57 cells beside the narrowest name
                #expect(CellWidth().width(of: line) <= max(width, 63), "\(width)")
            }
        }
    }

    @Test func ambiguousWidthTwoMovesTheColumns() {
        let table = Table(columns: [Column(key: "a", title: "甲"), Column(key: "b", title: "乙")], rows: [[.text("“x”"), .text("1")]])
        #expect(table.text(as: .table) == "甲   乙\n“x”  1\n")
        #expect(table.text(as: .table, OutputOptions(cells: CellWidth(ambiguous: 2))) == "甲     乙\n“x”  1\n")
    }

    @Test func colourSurroundsTextsAndNotTheGaps() {
        let table = Table(
            columns: [Column(key: "a", title: "A"), Column(key: "b", title: "B")], rows: [[.text("xyz").styled(.red), .integer(1)]])
        let text = table.text(as: .table, OutputOptions(style: Style(.ansi16)))
        #expect(text == "\u{1B}[1mA\u{1B}[0m    \u{1B}[1mB\u{1B}[0m\n\u{1B}[1;31mxyz\u{1B}[0m  1\n")
    }

    @Test func dataCannotSendEscapeSequences() {
        let table = Table(columns: [Column(key: "a", title: "A")], rows: [[.text("\u{1B}[2J\u{9B}0m\u{202E}x")]])
        for format in [OutputFormat.table, .md, .html, .json, .jsonl] {
            let text = table.text(as: format)
            #expect(!text.unicodeScalars.contains { OutputGate.isHidden($0) && $0 != "\n" }, "\(format)")
        }
    }

    @Test func asciiTablesCutWithDots() {
        let table = Table(columns: [Column(key: "a", title: "A", isFlexible: true)], rows: [[.text("abc→def≥ghi")]])
        #expect(table.text(as: .table, OutputOptions(width: 9, style: Style(isASCII: true))) == "A\nabc->d...\n")
    }
}

@Suite struct DocumentWriterTests {
    @Test func markdownIsAGitHubTable() {
        let expected = """
            ## 隐患

            | 编号 | 名称 | 死亡人数 | 直接经济损失(万元) | 发现日期 | 已闭环 |
            | --- | --- | ---: | ---: | --- | --- |
            | HZ-42 | 某化工厂“储罐”, 泄漏\\|<br>隐患 | 3 | 12.50 | 2024-06-01 | 是 |
            | HZ-43 | =1+1 | -12 |  |  | 否 |

            示例数据

            """
        #expect(Sample.table.text(as: .md) == expected)
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("\\|", "\\\\\\|"), ("<b>&amp;", "&lt;b>&amp;amp;"), ("*a* `b` [c](d)", "\\*a\\* \\`b\\` \\[c](d)"),
        ("found_on", "found_on"), ("_x_", "\\_x\\_"), ("a\u{1B}b", "a␛b"), ("隐患（一）", "隐患（一）"),
    ])
    func markdownShowsTextsLiterally(text: String, expected: String) {
        #expect(MarkdownWriter.escaped(text) == expected)
    }

    @Test func htmlIsACompleteDocument() {
        let table = Table(
            title: "隐患 <&>", columns: [Column(key: "a", title: "名称"), Column(key: "b", title: "数", alignment: .trailing)],
            rows: [[.text("<script>\"'\n二").styled(.red), .integer(3)]], notes: ["a & b"])
        let text = table.text(as: .html, OutputOptions(language: "en"))
        #expect(
            text.hasPrefix(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>隐患 &lt;&amp;&gt;</title>\n<style>\n"))
        let body = """
            <body>
            <h1>隐患 &lt;&amp;&gt;</h1>
            <table>
            <thead>
            <tr><th>名称</th><th class="number">数</th></tr>
            </thead>
            <tbody>
            <tr><td class="red">&lt;script&gt;&quot;&#39;<br>二</td><td class="number">3</td></tr>
            </tbody>
            </table>
            <p>a &amp; b</p>
            </body>
            </html>

            """
        #expect(text.hasSuffix(body))
    }

    @Test func everyRoleHasALookInHTML() {
        let text = Sample.small.text(as: .html)
        for role in Style.Role.allCases where role != .key {
            #expect(text.contains(".\(role.rawValue)"), "\(role)")
        }
        #expect(text.contains("<title>jbem</title>"))
        #expect(text.contains("<html lang=\"zh-CN\">"))
    }
}

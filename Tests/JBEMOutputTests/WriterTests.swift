import Testing

@testable import JBEMOutput

/// The rows that every writer is shown.
enum Sample {
    static let columns = [
        Column(key: "id", title: "编号"),
        Column(key: "name", title: "名称", isFlexible: true),
        Column(key: "deaths", title: "死亡人数"),
        Column(key: "loss", title: "直接经济损失(万元)", machineTitle: "loss(万元)"),
        Column(key: "found_on", title: "发现日期"),
        Column(key: "is_closed", title: "已闭环"),
    ]
    static let rows: [[Cell]] = [
        [
            .identifier("HZ-500105000-42", shown: "HZ-42"), .text("某化工厂“储罐”, 泄漏|\n隐患").styled(.red), .integer(3),
            .decimal("12.50").with("_yuan", "125000.00"), .moment("2024-06-01"), .bool(true, shown: "是"),
        ],
        [.identifier("HZ-500105000-43", shown: "HZ-43"), .text("=1+1"), .integer(-12), .empty, .empty, .bool(false, shown: "否")],
    ]
    static let table = Table(title: "隐患", columns: columns, rows: rows, notes: ["示例数据"])
    static let small = Table(
        columns: [Column(key: "k", title: "键"), Column(key: "v", title: "值")], rows: [[.text("a"), .integer(1)], [.text("b")]])
}

@Suite struct MachineWriterTests {
    @Test func csvFollowsRFC4180() {
        let expected = """
            id,name,deaths,loss(万元),found_on,is_closed
            HZ-500105000-42,"某化工厂“储罐”, 泄漏|
            隐患",3,12.50,2024-06-01,true
            HZ-500105000-43,=1+1,-12,,,false

            """
        #expect(Sample.table.text(as: .csv) == expected)
    }

    @Test(arguments: [
        ("a", "a"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
        ("\r", "\"\r\""),
        (" a", "\" a\""), ("a ", "\"a \""), ("\ta", "\"\ta\""), ("a b", "a b"), ("", ""), ("，“”", "，“”"), ("\"\u{301}", "\"\"\"\u{301}\""),
        ("sep=;", "\"sep=;\""), ("SEP=,", "\"SEP=,\""), ("sept", "sept"),
    ])
    func csvQuotesWhatNeedsIt(text: String, expected: String) {
        #expect(DelimitedWriter.quoted(text) == expected)
    }

    @Test func aRowOfEmptyFieldsIsNoEmptyLine() {
        let table = Table(columns: [Column(key: "a", title: "A")], rows: [[.empty], [.text("x")], []])
        #expect(table.text(as: .csv) == "a\n\"\"\nx\n\"\"\n")
        let wide = Table(
            columns: [Column(key: "a", title: "A"), Column(key: "b", title: "B")], rows: [[.empty, .empty], [.empty, .text("x")]])
        #expect(wide.text(as: .csv) == "a,b\n\"\",\n,x\n")
        #expect(wide.text(as: .tsv) == "a\tb\n\"\"\t\n\tx\n")
        #expect(wide.text(as: .plain) == "\t\n\tx\n")
    }

    @Test func excelGetsMarkHeadersAndProtectedTexts() {
        let options = OutputOptions(isForExcel: true)
        let expected =
            "\u{FEFF}编号,名称,死亡人数,直接经济损失(万元),发现日期,已闭环\r\n"
            + "HZ-500105000-42,\"某化工厂“储罐”, 泄漏|\n隐患\",3,12.50,2024-06-01,true\r\n"
            + "HZ-500105000-43,'=1+1,-12,,,false\r\n"
        #expect(Sample.table.text(as: .csv, options) == expected)
    }

    private static let guarded: [(Cell, String)] = [
        (Cell.text("=cmd"), "'=cmd"), (.text("+86 138"), "'+86 138"), (.text("-5"), "'-5"), (.text("@x"), "'@x"), (.text("\tx"), "'\tx"),
        (.text("＝1"), "'＝1"), (.integer(-5), "-5"), (.decimal("-5.20"), "-5.20"), (.real(-0.5), "-0.5"), (.text("500105"), "\t500105"),
        (.identifier("007"), "\t007"), (.text("1-2"), "\t1-2"), (.text("1E5"), "\t1E5"), (.text("12 间"), "12 间"), (.text("3号"), "3号"),
        (.moment("2024-06-01"), "2024-06-01"), (.text("a=b"), "a=b"), (.identifier("HZ-1"), "HZ-1"), (.empty, ""),
        (Cell(display: "", machine: "=2", json: 2), "'=2"),
    ]

    @Test(arguments: guarded)
    func spreadsheetsNeitherCalculateNorRewriteTexts(cell: Cell, expected: String) {
        #expect(SpreadsheetGuard.content(of: cell) == expected)
    }

    @Test func tsvQuotesAndPlainEscapesTabsAndLines() {
        let table = Table(
            columns: [Column(key: "a", title: "甲"), Column(key: "b", title: "乙")], rows: [[.text("x\ty\\"), .text("1\r\n2")]])
        #expect(table.text(as: .tsv) == "a\tb\n\"x\ty\\\"\t\"1\r\n2\"\n")
        #expect(table.text(as: .plain) == "x\\ty\\\\\t1\\r\\n2\n")
    }

    @Test func jsonIsAnArrayOfObjects() {
        let expected = """
            [
            {"id":"HZ-500105000-42","name":"某化工厂“储罐”, 泄漏|\\n隐患","deaths":3,"loss":12.50,\
            "loss_yuan":"125000.00","found_on":"2024-06-01","is_closed":true},
            {"id":"HZ-500105000-43","name":"=1+1","deaths":-12,"loss":null,"found_on":null,"is_closed":false}
            ]

            """
        #expect(Sample.table.text(as: .json) == expected)
        #expect(Table(columns: Sample.columns).text(as: .json) == "[]\n")
    }

    @Test func prettyJSONIsIndented() {
        let expected = """
            [
              {
                "k": "a",
                "v": 1
              },
              {
                "k": "b",
                "v": null
              }
            ]

            """
        #expect(Sample.small.text(as: .json, OutputOptions(isPretty: true)) == expected)
    }

    @Test func jsonLinesAreOneObjectEach() {
        #expect(Sample.small.text(as: .jsonl) == "{\"k\":\"a\",\"v\":1}\n{\"k\":\"b\",\"v\":null}\n")
    }

    @Test func machineFormatsIgnoreStyleWidthAndLanguage() {
        let options = OutputOptions(width: 20, style: Style(.xterm256, isASCII: true), language: "en")
        for format in OutputFormat.allCases where format.isForMachines {
            #expect(Sample.table.text(as: format) == Sample.table.text(as: format, options))
        }
    }

    @Test(arguments: [OutputFormat.csv, .tsv, .plain, .jsonl, .json])
    func tenThousandRowsAreWrittenAsTheyCome(format: OutputFormat) throws {
        let collector = TextCollector()
        var writer = format.writer(to: collector.sink)
        try writer.begin(Sample.columns)
        var previous = collector.text.utf8.count
        for number in 0..<10_000 {
            try writer.row([.integer(Int64(number)), .text("第\(number)条，\"引号\""), .empty, .empty, .empty, .empty])
            if number % 1000 == 0 {
                let now = collector.text.utf8.count
                #expect(now > previous)
                previous = now
            }
        }
        try writer.end()
        let lines = collector.text.split(separator: "\n")
        let extra = format == .json ? 2 : format == .csv || format == .tsv ? 1 : 0
        #expect(lines.count == 10_000 + extra)
        if format == .csv {
            #expect(lines.last == "9999,\"第9999条，\"\"引号\"\"\",,,,")
        }
    }

    @Test func errorsOfTheSinkReachTheCaller() throws {
        struct Full: Error {}
        for format in OutputFormat.allCases {
            #expect(throws: Full.self) {
                try Sample.table.write(to: TextSink { _ in throw Full() }, as: format)
            }
        }
    }

    @Test func gatedSinksShowWhatWouldActOnATerminal() throws {
        let collector = TextCollector()
        try collector.sink.gated().write("a\t\u{1B}]0;x\u{7}\n")
        #expect(collector.text == "a\t␛]0;x␇\n")
    }

    @Test(arguments: [
        ("a.csv", OutputFormat.csv), ("b.tar.JSON", .json), ("报表.html", .html), ("x.md", .md), ("x.ndjson", .jsonl), ("x.txt", .table),
    ])
    func fileNamesTellTheFormat(name: String, format: OutputFormat) {
        #expect(OutputFormat(fileName: name) == format)
        #expect(OutputFormat(fileName: name + "x") == nil)
        #expect(OutputFormat(fileName: "csv") == nil)
    }
}

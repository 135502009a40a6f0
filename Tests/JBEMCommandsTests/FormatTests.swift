import JBEMCore
import JBEMTestSupport
import Testing

/// The output formats of a list, and files as a place for output.
@Suite struct FormatTests {
    @Test(arguments: ["table", "plain", "md", "csv", "tsv", "json", "jsonl", "html"]) func everyFormatReadsWell(format: String) {
        let session = TestSession(.few)
        var text = ""
        for language in Language.allCases {
            session.language = language
            let result = session.run(
                "accident list --fields case_no,title,sector,occurred_at,is_production,direct_loss,note --format \(format)")
            #expect(result.code == 0)
            text += "--- \(language.rawValue)\n\(result.out)"
        }
        Golden.check(text, "format.\(format).txt")
    }

    @Test func shortOptionsMeanTheFormats() {
        let session = TestSession(.few)
        for format in ["json", "jsonl", "csv", "tsv"] {
            #expect(session.output("person list --\(format)") == session.output("person list -O \(format)"))
        }
        expectRefusal(
            session, "person list --json --csv", code: 64,
            [
                "jbem: 只能选一种输出格式",
                "{\"error\":{\"kind\":\"usage\",\"exit_code\":64,\"message\":\"只能选一种输出格式\",\"file\":null,\"line\":null,\"field\":null,\"hints\":[],\"details\":[]}}",
            ])
    }

    @Test func spreadsheetsGetWordsAndNoFormulas() {
        let session = TestSession(.few)
        session.run(["person", "set", "PE-1", "note==HYPERLINK(\"http://x\")", "post=+1"])
        let text = session.output("person list --excel")
        #expect(text.hasPrefix("\u{FEFF}编号,工号,姓名,单位,职务,电话,身份证号,备注"))
        #expect(text.utf8.filter { $0 == 0x0D }.count == 3)
        #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\""))
        #expect(text.contains(",'+1,"))
        #expect(text.contains("\"\t500105001\""))
    }

    @Test func codesBecomeWordsWhereAsked() {
        let session = TestSession(.few)
        #expect(session.output("accident list --limit 1 --csv --fields sector,grade") == "id,sector,grade\nAC-500105000-1,other,general\n")
        #expect(
            session.output("accident list --limit 1 --csv --fields sector,grade --labels zh") == "id,sector,grade\nAC-500105000-1,其他,一般\n")
        #expect(
            session.output("accident list --limit 1 --csv --fields sector,grade --labels en --lang zh")
                == "id,sector,grade\nAC-500105000-1,other,general\n")
    }

    // MARK: - Files

    @Test func aFileAppearsWholeInTheFormatOfItsEnding() {
        let session = TestSession(.few)
        for (ending, format) in [("csv", "csv"), ("json", "json"), ("md", "md"), ("html", "html"), ("jsonl", "jsonl"), ("txt", "table")] {
            let path = session.folder.file("out.\(ending)")
            let result = session.run("accident list -o \(path)")
            #expect(
                result
                    == .init(
                        code: 0, out: "", err: "已写入 \(path)\n" + (ending == "md" || ending == "html" || ending == "txt" ? "共 4 条\n" : "")))
            #expect(TestFile.text(path) == session.output("accident list --format \(format)"))
        }
        #expect(session.folder.names.allSatisfy { !$0.contains(".tmp") })
    }

    @Test func anExistingFileIsReplacedOnlyWhenForced() {
        let session = TestSession(.few)
        let path = session.folder.write("mine\n", to: "out.csv")
        expectRefusal(session, "person list -o \(path)", code: 73, ["jbem: \(path) 已存在", "提示：加 --force 覆盖"])
        // A refused file must not follow a written change.
        expectRefusal(session, "accident set AC-1 title=改 -o \(path)", code: 73, ["jbem: \(path) 已存在", "提示：加 --force 覆盖"])
        #expect(TestFile.text(path) == "mine\n")
        #expect(session.run("person list -o \(path) --force").code == 0)
        #expect(TestFile.text(path) == session.output("person list --csv"))
    }

    @Test func whatIsNoFileIsNeverReplaced() {
        let session = TestSession(.few)
        expectRefusal(session, "person list -o /dev/null --force", code: 73, ["jbem: /dev/null 不是普通文件"])
        expectRefusal(
            session, "person list -o \(session.folder.path) --force --lang en", code: 73,
            ["jbem: \(session.folder.path) is not a regular file"])
        let missing = session.folder.file("none/out.csv")
        let result = session.run("person list -o \(missing)")
        #expect(result.code == 73)
        #expect(result.err.contains("不能建立"))
    }

    // MARK: - Units

    @Test(arguments: [
        ("直接经济损失(万元)", "120.05"), ("direct_loss(元)", "1200500"), ("直接经济损失（亿元）", "0.012005"), ("经济损失（单位：万元）", "120.05"),
        ("direct_loss", "120.05万元"), ("direct_loss", "1200500元"), ("direct_loss", "120.05"), ("直接经济损失(元)", "1,200,500"),
    ])
    func amountsAreReadInTheUnitOfTheHeader(header: String, cell: String) throws {
        let session = TestSession(.few)
        session.add("in.csv", "事故\t报告类别\t报告时间\t死亡\t\(header)\nJB-2024-002\t续报\t2024-07-20 10:00\t0\t\(cell)\n")
        #expect(session.run("accident-report import in.csv").code == 0)
        let list = try StrictJSON.parse(session.output("accident-report list --where kind=续报 --json"))
        #expect(list.array?.first?.object?["direct_loss"]?.number == "120050000")
        #expect(list.array?.first?.object?["direct_loss_yuan"]?.string == "1200500")
    }

    @Test func amountsOfArgumentsTakeUnitsToo() throws {
        let session = TestSession(.few)
        session.output("accident-report add accident=AC-2 kind=续报 reported_at=2024-07-20 deaths=0 '直接经济损失(元)=5000'")
        #expect(
            session.output("accident-report list --where kind=续报 --csv --fields direct_loss") == "id,direct_loss(万元)\nAR-500105000-5,0.5\n")
        let result = session.run("accident-report add accident=AC-2 kind=续报 reported_at=2024-07-21 deaths=0 '直接经济损失(元)=5万元'")
        #expect(result.code == 65)
        #expect(result.err == "jbem: direct_loss: \"5万元\" 的单位与表头的单位“元”不一致\n")
    }

    @Test func theUnitStandsInTheHeader() {
        let session = TestSession(.few)
        #expect(session.output("accident-report list --csv --limit 1").contains(",direct_loss(万元),"))
        #expect(session.output("accident-report list --limit 1").contains("直接经济损失(万元)"))
        #expect(session.output("accident-report list --limit 1 --lang en").contains("direct loss (10k yuan)"))
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// Imports: one change each, harmless when repeated, partial when asked for.
@Suite struct ImportTests {
    private static let header = "case_no,occurred_on,region,office,title,sector,is_production"
    private static let good = "T-1,2024-01-02,500105009,500105009,桥,other,1"
    private static let bad = "T-2,2024-02-30,500105009,500105009,坏日期,other,1"
    private static let other = "T-3,2024-01-04,500105009,500105009,\"路, 南\",other,1"

    private func session(_ rows: String...) -> TestSession {
        let session = TestSession(.few)
        session.add("in.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
        return session
    }

    @Test func importingTheSameFileAgainChangesNothingAndSaysSo() {
        let session = session(Self.good, Self.other)
        #expect(session.run("accident import in.csv").out == "导入：新增 2，更新 0，未变 0，拒绝 0（改动 3）\n")
        let after = content(session)
        #expect(session.run("accident import in.csv").out == "导入：新增 0，更新 0，未变 2，拒绝 0（没有变化）\n")
        #expect(content(session) == after)
        session.language = .en
        #expect(session.run("accident import in.csv").out == "imported: 0 added, 0 updated, 2 unchanged, 0 rejected (no change)\n")
    }

    @Test func oneImportIsOneUndo() {
        let session = session(Self.good, Self.other)
        let before = session.output("accident export")
        session.output("accident import in.csv")
        session.add(
            "in.csv",
            "\(Self.header)\n\(Self.good)改\nT-4,2024-01-05,500105009,500105009,新,other,1\n".replacing("桥,other,1改", with: "桥改,other,1"))
        let between = session.output("accident export")
        #expect(session.output("accident import in.csv").contains("新增 1，更新 1"))
        session.output("undo")
        #expect(session.output("accident export") == between)
        session.output("undo")
        #expect(session.output("accident export") == before)
    }

    @Test func severalFilesAreOneChange() {
        let session = session(Self.good)
        session.add("more.csv", "\(Self.header)\n\(Self.other)\n")
        #expect(session.output("accident import in.csv more.csv").contains("新增 2"))
        session.output("undo")
        #expect(session.run("accident show T-1").code == 66)
        #expect(session.run("accident show T-3").code == 66)
    }

    @Test func aDryRunGoesAllTheWayAndWritesNothing() throws {
        let session = session(Self.good)
        let before = content(session)
        #expect(session.output("accident import in.csv --dry-run") == "导入：新增 1，更新 0，未变 0，拒绝 0（试运行，未写入）\n")
        let report = try StrictJSON.parse(session.output("accident import in.csv -n --json"))
        #expect(report.object?["dry_run"]?.bool == true)
        #expect(report.object?["change"] == .null)
        #expect(report.object?["rows"]?.number == "1")
        #expect(content(session) == before)
    }

    // MARK: - Faulty rows

    @Test func goodRowsAreWrittenAndFaultyOnesKeptWithTheirReasons() {
        let session = session(Self.good, Self.bad, Self.other)
        let rejects = session.folder.file("rejects.csv")
        let result = session.run("accident import in.csv --on-error skip --rejects \(rejects)")
        #expect(result.code == 3)
        #expect(result.out == "导入：新增 2，更新 0，未变 0，拒绝 1（改动 3）\n")
        #expect(
            result.err == """
                jbem: in.csv:3: occurred_on: 没有这一天："2024-02-30"
                jbem: 1 处有误的行没有写入
                提示：见 \(rejects)

                """)
        #expect(
            TestFile.text(rejects) == """
                \(Self.header),reject_reason
                \(Self.bad),"occurred_on: 没有这一天：""2024-02-30\"""

                """)
    }

    @Test func theCorrectedRejectsFileGoesIn() {
        let session = session(Self.good, Self.bad, "T-5,2024-01-02,500105009,500105009,\"两行\r\n和 \"\"引号\"\"\",othr,1")
        let rejects = session.folder.file("rejects.csv")
        session.run("accident import in.csv --on-error skip --rejects \(rejects) --lang en")
        let text = TestFile.text(rejects) ?? ""
        #expect(text.contains("there is no such day"))
        session.folder.write(text.replacing("2024-02-30", with: "2024-02-29").replacing("othr", with: "other"), to: "rejects.csv")
        #expect(session.run("accident import \(rejects)").out == "导入：新增 2，更新 0，未变 0，拒绝 0（改动 4）\n")
        #expect(session.output("accident show T-5 --csv").contains("\"两行\r\n和 \"\"引号\"\"\""))
    }

    /// To Swift, a quote and an accent are one character.
    @Test func aQuoteUnderAnAccentIsDoubledInTheRejectsFile() {
        let session = session("T-2,2024-02-30,500105009,500105009,\"甲\"\"\u{301}乙\",other,1")
        let rejects = session.folder.file("rejects.csv")
        session.run("accident import in.csv --on-error skip --rejects \(rejects)")
        #expect(TestFile.text(rejects)?.contains(",\"甲\"\"\u{301}乙\",other,1,") == true)
    }

    @Test func rowsThatCannotBeCutAreKeptWhole() {
        let session = session(Self.good, "T-2,2024-01-02")
        let rejects = session.folder.file("rejects.csv")
        #expect(session.run("accident import in.csv --on-error skip --rejects \(rejects)").code == 3)
        #expect(TestFile.text(rejects) == "\(Self.header),reject_reason\n\"T-2,2024-01-02\",,,,,,,本行 2 格，表头 7 格\n")
    }

    /// JSON carries amounts in 分; the file of rejected rows is CSV and speaks 万元.
    @Test func amountsOfRejectedJSONKeepTheirValue() throws {
        let session = TestSession(.few)
        session.add(
            "in.json",
            """
            [{"accident":"JB-2024-001","kind":"follow_up","reported_at":"2024-03-06T02:00:00Z","deaths":-1,"direct_loss":12345678,"direct_loss_yuan":"123456.78"}]
            """)
        let rejects = session.folder.file("rejects.csv")
        #expect(session.run("accident-report import in.json --on-error skip --rejects \(rejects)").code == 3)
        let text = TestFile.text(rejects) ?? ""
        #expect(text.contains(",12.345678,"))
        session.folder.write(text.replacing(",-1,", with: ",1,"), to: "rejects.csv")
        #expect(session.run("accident-report import \(rejects)").code == 0)
        let list = try StrictJSON.parse(session.output("accident-report list --json --where kind=follow_up"))
        #expect(list.array?.first?.object?["direct_loss"]?.number == "12345678")
    }

    @Test func anExistingRejectsFileIsRefusedBeforeAnythingIsWritten() {
        let session = session(Self.good, Self.bad)
        let rejects = session.folder.write("mine\n", to: "rejects.csv")
        expectRefusal(
            session, "accident import in.csv --on-error skip --rejects \(rejects)", code: 73,
            ["jbem: \(rejects) 已存在", "提示：加 --force 覆盖"])
        #expect(TestFile.text(rejects) == "mine\n")
        #expect(session.run("accident import in.csv --on-error skip --rejects \(rejects) --force").code == 3)
    }

    @Test func rejectsWithoutSkippingIsWrongUsage() {
        expectRefusal(
            session(Self.good), "accident import in.csv --rejects r.csv", code: 64, ["jbem: --rejects 须与 --on-error skip 同用"])
    }

    // MARK: - Other ways in

    @Test func standardInputIsReadAndItsFormatTold() {
        let session = TestSession(.few)
        session.add("-", "\(Self.header)\n\(Self.good)\n")
        #expect(session.run("accident import -").out.hasPrefix("导入：新增 1"))
        session.add(
            "-",
            "{\"case_no\":\"T-8\",\"occurred_on\":\"2024-01-02\",\"region\":\"500105009\",\"office\":\"500105009\",\"title\":\"桥\",\"sector\":\"other\",\"is_production\":true}\n"
        )
        #expect(session.run("accident import -").out.hasPrefix("导入：新增 1"))
        session.add("-", "\(Self.header)\nT-9\n")
        #expect(session.run("accident import -").err.hasPrefix("jbem: stdin:2: 本行 1 格，表头 7 格\n"))
    }

    @Test func aFolderOfSeveralNounsIsOneChangeAndSoAreItsRejects() {
        let session = TestSession(.few)
        let folder = TestFolder()
        folder.write("\(Self.header)\n\(Self.good)\n\(Self.bad)\n", to: "accident.csv")
        // The report refers to an accident of the same folder.
        folder.write(
            "accident,kind,reported_at,deaths\nT-1,initial,2024-01-02 10:00,1\nT-2,initial,2024-01-02 10:00,1\n", to: "accident-report.csv")
        let rejects = session.folder.file("rejects")
        let result = session.run("import --batch \(folder.path) --on-error skip --rejects \(rejects)")
        #expect(result.code == 3)
        #expect(result.out == "导入：新增 2，更新 0，未变 0，拒绝 2（改动 3）\n")
        #expect(TestFile.text("\(rejects)/accident-report.csv")?.contains("没有事故 “T-2”") == true)
        #expect(TestFile.text("\(rejects)/accident.csv")?.hasSuffix("\"occurred_on: 没有这一天：\"\"2024-02-30\"\"\"\n") == true)
        session.output("undo")
        #expect(session.run("accident show T-1").code == 66)
    }

    @Test func fieldsThatTheProgramComputesAreNotRead() {
        let session = TestSession(.few)
        session.add("in.csv", "\(Self.header),deaths,grade\n\(Self.good),99,major\n")
        let result = session.run("accident import in.csv -v")
        #expect(result.code == 0)
        #expect(result.err.contains("不读这些列（由程序计算）：deaths grade"))
        #expect(session.output("accident show T-1 --csv").contains("AC-500105000-5,T-1,"))
        #expect(!session.output("accident show T-1 --csv").contains("99"))
    }

    @Test func wrongKindsOfJSONAreRefused() {
        let session = TestSession(.few)
        session.add("in.json", "{\"case_no\":1}")
        expectRefusal(session, "accident import in.json", code: 65, ["jbem: in.json:1: 应为对象的数组"])
        session.add("in.jsonl", "{\"case_no\":\"T-1\",\"title\":[\"桥\"]}\n{\"case_no\":\n[1]\n")
        let result = session.run("accident import in.jsonl")
        #expect(result.code == 65)
        #expect(result.err.contains("jbem: in.jsonl:1: title: 应为单个值，而非数组\n"))
        #expect(result.err.contains("jbem: in.jsonl:2: "))
        #expect(result.err.contains("jbem: in.jsonl:3: 应为对象，而非数组\n"))
    }

    // MARK: - Sample data

    @Test func aRealStoreRefusesSampleFiles() {
        let session = TestSession(.few)
        session.add("in.csv", "is_sample,\(Self.header)\n0,\(Self.other)\n1,\(Self.good)\n")
        let messages = ["jbem: in.csv:3: is_sample: 示例数据不能进入正式存储，什么也没有写入", "提示：示例数据用示例存储：jbem init --sample"]
        expectRefusal(session, "accident import in.csv", code: 65, messages)
        expectRefusal(session, "accident import in.csv --on-error skip", code: 65, messages)
        session.language = .en
        expectRefusal(
            session, "import --batch \(Repository.data)/sample", code: 65,
            [
                "jbem: \(Repository.data)/sample/region.csv:2: is_sample: sample data does not go into a real store; nothing was written",
                "hint: sample data belongs in a sample store: jbem init --sample",
            ])
    }

    @Test(arguments: ["csv", "tsv", "json", "jsonl"]) func whatLeavesASampleStoreIsStillKnownAsSampleData(format: String) {
        let sample = TestSession(.sample)
        let real = TestSession(.office)
        real.add("in.\(format)", sample.output("disaster export --limit 2 --format \(format)"))
        let result = real.run("disaster import in.\(format)")
        #expect(result.code == 65)
        #expect(result.err.contains("is_sample: 示例数据不能进入正式存储"))
    }

    /// A shell completes a folder with a slash behind it.
    @Test func aFolderMayEndWithASlash() {
        let session = TestSession(.few)
        for folder in ["\(Repository.data)/codes", "\(Repository.data)/codes/"] { session.output("import --batch \(folder)") }
        let folder = TestFolder()
        folder.write("number,name,office\n1,甲,500105999\n", to: "person.csv")
        #expect(session.run("import --batch \(folder.path)/").err.hasPrefix("jbem: \(folder.path)/person.csv:2: "))
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// What is exported can be imported again, and says that nothing changed.
@Suite struct RoundTripTests {
    @Test(arguments: ["csv", "tsv", "json", "jsonl"]) func theWholeSampleGoesOutAndInUnchanged(format: String) throws {
        let session = TestSession(.sample)
        let before = content(session)
        for schema in Catalog.schemas {
            let exported = session.output("\(schema.noun) export --format \(format)")
            session.add("back.\(format)", exported)
            let report = try StrictJSON.parse(session.output("\(schema.noun) import back.\(format) --json"))
            let file = report.object?["files"]?.array?.first?.object
            #expect(file?["rejected"]?.number == "0", "\(schema.noun)")
            #expect(file?["inserted"]?.number == "0", "\(schema.noun)")
            #expect(file?["updated"]?.number == "0", "\(schema.noun)")
            #expect((file?["unchanged"]?.number).flatMap { Int($0) } ?? 0 > 0, "\(schema.noun)")
            #expect(report.object?["change"] == .null, "\(schema.noun)")
        }
        #expect(content(session) == before)
    }

    @Test(arguments: ["csv", "tsv", "json", "jsonl"]) func awkwardTextsSurvive(format: String) throws {
        let session = TestSession(.few)
        let awkward = "\"引号\" 在前，\\t 与 \\\\ 和\t制表\n换行,逗号=1+1"
        session.run(["person", "set", "PE-1", "note=\(awkward)"])
        session.add("back.\(format)", session.output("person export --format \(format)"))
        #expect(session.run("person import back.\(format)").out == "导入：新增 0，更新 0，未变 2，拒绝 0（没有变化）\n")
        let record = try StrictJSON.parse(session.output("person show PE-1 --json"))
        #expect(record.object?["note"]?.string == awkward)
    }

    @Test(arguments: ["csv", "tsv", "json", "jsonl"]) func anExportFillsAnotherStore(format: String) throws {
        let source = TestSession(.few)
        let target = TestSession(.office)
        // An indicator and its targets, a draw and its candidates go in together only: see the next test.
        let alone = FewRecords.nouns.filter { !["indicator", "target", "milestone", "draw", "draw-candidate", "draw-result"].contains($0) }
        for noun in alone {
            target.add("in.\(format)", source.output("\(noun) export --format \(format) --reveal --reason 移交"))
            let result = target.run("\(noun) import in.\(format)")
            #expect(result.code == 0, "\(noun): \(result.err)")
        }
        for noun in alone {
            let export = "\(noun) export --format \(format) --reveal --reason 核对"
            #expect(target.output(export) == source.output(export), "\(noun)")
        }
    }

    @Test func exportedFilesGoInTogether() {
        let source = TestSession(.few)
        let target = TestSession(.office)
        let folder = TestFolder()
        for noun in FewRecords.nouns { folder.write(source.output("\(noun) export --reveal --reason 移交"), to: "\(noun).csv") }
        #expect(target.run("import --batch \(folder.path)").code == 0)
        for noun in FewRecords.nouns { #expect(target.output("\(noun) export") == source.output("\(noun) export"), "\(noun)") }
    }

    @Test func aNewRecordCannotTakeAMaskedNumber() {
        let target = TestSession(.office)
        target.add("in.csv", TestSession(.few).output("person export --limit 1"))
        let messages = ["phone", "id_number"].map { "jbem: in.csv:2: \($0): 新记录不能用遮蔽的号码：填完整号码或留空" }
        expectRefusal(
            target, "person import in.csv", code: 65,
            messages + ["jbem: 2 处有误，什么也没有写入", "提示：改正后再导入；或用 --on-error skip --rejects FILE 先写入无误的行"])
    }

    @Test func maskedPersonalNumbersMeanUnchanged() throws {
        let session = TestSession(.few)
        let exported = session.output("person export")
        #expect(exported.contains("139****0001"))
        session.add("back.csv", exported.replacing("甲某", with: "甲"))
        #expect(session.run("person import back.csv").out.contains("更新 1，未变 1"))
        let record = try StrictJSON.parse(session.output("person show PE-1 --reveal --reason 核对 --json"))
        #expect(record.object?["name"]?.string == "甲")
        #expect(record.object?["phone"]?.string == "13900000001")
        #expect(record.object?["id_number"]?.string == "999101197409229013")
    }

    /// Numbers in free text leave masked; bringing the text back must not destroy them.
    @Test func maskedNumbersInFreeTextMeanUnchanged() throws {
        let session = TestSession(.few)
        session.add("back.csv", session.output("person export"))
        #expect(session.run("person import back.csv").out == "导入：新增 0，更新 0，未变 2，拒绝 0（没有变化）\n")
        let record = try StrictJSON.parse(session.output("person show PE-2 --reveal --reason 核对 --json"))
        #expect(record.object?["note"]?.string == "号码 \"备用\" 13900000003")
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// add, set, rm, undo, redo: one change each, told in one line.
@Suite struct WriteTests {
    private static let accident = "case_no=T-1 occurred_on=2024-01-02 region=铁山坪街道 office=500105009 title=桥 sector=其他 is_production=是"

    @Test func aRecordIsAddedChangedRemovedAndBroughtBack() {
        let session = TestSession(.few)
        #expect(session.run("accident add \(Self.accident)") == .init(code: 0, out: "已新增事故 AC-5（改动 3）\n", err: ""))
        #expect(session.run("accident set AC-5 title=大桥 note=补记 --note 更正") == .init(code: 0, out: "已修改事故 AC-5（改动 4）\n", err: ""))
        #expect(session.run("accident set T-1 title=大桥").out == "已修改事故 T-1（没有变化）\n")
        #expect(session.run("accident rm AC-5") == .init(code: 0, out: "已删除 1 条事故（改动 5）\n", err: ""))
        #expect(session.run("accident show AC-5").code == 66)
        #expect(session.run("undo").out == "已撤销：第 5 号 accident rm，1 行，tester，2026-11-23 16:00（改动 6）\n")
        #expect(session.output("accident show AC-5").contains("大桥"))
        #expect(session.run("redo").out == "已重做：第 6 号 undo，1 行，tester，2026-11-23 16:00（改动 7）\n")
        #expect(session.run("accident show AC-5").code == 66)
        Golden.check(session.output("accident history AC-5") + session.output("log list --since 2"), "history-and-log.zh.txt")
        session.language = .en
        Golden.check(
            session.output("accident history AC-5") + session.output("log list --since 2") + session.output("log show 4"),
            "history-and-log.en.txt")
    }

    @Test func aNumberIsNeverGivenTwice() {
        let session = TestSession(.few)
        session.output("accident add \(Self.accident)")
        session.output("accident rm AC-5")
        #expect(session.output("accident add \(Self.accident)") == "已新增事故 AC-6（改动 5）\n")
    }

    @Test func aCodeInUseStays() {
        let session = TestSession(.few)
        session.output("code add list=accident_type code=frostbite zh=冻伤 en=frostbite source=试")
        session.output("accident add \(Self.accident) type=frostbite")
        for line in ["code rm 'accident_type frostbite'", "undo 3"] {
            let result = session.run(line)
            #expect(result.code == 65, "\(line)")
            #expect(result.err.contains("accident_type/frostbite: 仍在使用：事故的事故类别"), "\(result.err)")
        }
        // The same code of another list is another one.
        session.output("code add list=sector code=frostbite zh=冻伤 en=frostbite source=试")
        session.output("code rm 'sector frostbite'")
        session.output("accident rm T-1")
        session.output("code rm 'accident_type frostbite'")
        // Nor does an undo bring back what is written in it.
        let back = session.run("undo 7")
        #expect(back.code == 65 && back.err.contains("accident_type/frostbite: 已不在代码表中"), "\(back.err)")
        session.output("undo 8")
        session.output("undo 7")
        #expect(session.output("accident show T-1").contains("冻伤"))
    }

    @Test func writesReportThemselvesAsJSON() throws {
        let session = TestSession(.few)
        #expect(
            session.output("accident add \(Self.accident) --json")
                == "{\"change\":3,\"ids\":[\"AC-500105000-5\"],\"rows\":1,\"dry_run\":false}\n")
        #expect(
            session.output("accident set AC-5 title=路 --json")
                == "{\"change\":4,\"ids\":[\"AC-500105000-5\"],\"rows\":1,\"dry_run\":false}\n")
        #expect(
            session.output("accident set AC-5 title=路 --json")
                == "{\"change\":null,\"ids\":[\"AC-500105000-5\"],\"rows\":0,\"dry_run\":false}\n")
        #expect(
            session.output("accident rm AC-5 -n --json") == "{\"change\":null,\"ids\":[\"AC-500105000-5\"],\"rows\":1,\"dry_run\":true}\n")
        #expect(session.output("undo --json") == "{\"change\":5,\"ids\":[],\"rows\":1,\"dry_run\":false}\n")
    }

    @Test func aDryRunGoesAllTheWayAndWritesNothing() {
        let session = TestSession(.few)
        let before = content(session)
        #expect(session.output("accident add \(Self.accident) -n").hasSuffix("（试运行，未写入）\n"))
        #expect(session.output("accident set AC-1 title=改 --dry-run") == "已修改事故 AC-1（试运行，未写入）\n")
        #expect(session.run("accident add \(Self.accident) region=无 -n").code == 64)
        #expect(content(session) == before)
    }

    @Test func quietWritesSayNothing() {
        let session = TestSession(.few)
        #expect(session.run("accident set AC-1 title=甲 -q") == .init(code: 0, out: "", err: ""))
        #expect(session.run("accident set AC-1 title=乙 --cron") == .init(code: 0, out: "", err: ""))
    }

    // MARK: - Refused

    @Test func derivedFieldsAreRefused() {
        let session = TestSession(.few)
        expectRefusal(session, "accident set AC-1 deaths=3", code: 64, ["jbem: 字段 deaths 是算出来的，不能填写", "提示：它由什么得出见 jbem accident -h"])
        expectRefusal(
            session, "accident add \(Self.accident) 等级=重大", code: 64, ["jbem: 字段 grade 是算出来的，不能填写", "提示：它由什么得出见 jbem accident -h"])
        expectRefusal(
            session, "accident set AC-1 deaths=3 --lang en", code: 64,
            ["jbem: the field deaths is computed and cannot be set", "hint: what it follows from: jbem accident -h"])
    }

    @Test func fieldsOfAnOperationNameTheRightVerb() {
        let session = TestSession(.few)
        expectRefusal(
            session, "accident-report add accident=AC-1 kind=续报 reported_at=2024-03-06 deaths=0 reported_on=2024-03-06", code: 64,
            ["jbem: 字段 reported_on 不能直接填写", "提示：它由 jbem accident-report add 写入"])
        expectRefusal(
            session, "closing add office=500105001 noun=accident month=2024-05 closed_on=2024-06-02 count=3 --lang en", code: 64,
            ["jbem: the field count cannot be set directly", "hint: jbem closing add writes it"])
    }

    @Test func recordsWithoutSetSayWhatTheyHave() {
        expectRefusal(
            TestSession(.few), "disaster-report set DR-1 affected=3", code: 64,
            ["jbem: disaster-report 没有动词 “set”", "提示：动词：list show add rm import export history"])
    }

    @Test func everyFaultOfAnAdditionIsTold() {
        let session = TestSession(.few)
        expectRefusal(
            session, "accident add case_no=T-1 occurred_on=2024-02-30 sector=oher is_production=也许", code: 65,
            [
                "jbem: occurred_on: 没有这一天：\"2024-02-30\"", "jbem: sector: “oher” 不在代码表 accident_sector 中（如 other）",
                "jbem: is_production: 不是“是/否”：\"也许\"", "jbem: 3 处有误，什么也没有写入",
            ])
        expectRefusal(
            session, "accident add case_no=T-1 occurred_on=2024-02-03 sector=other is_production=1 region=500105999", code: 65,
            ["jbem: region: 没有区域 “500105999”", "jbem: office: 必填（报送单位）", "jbem: title: 必填（名称）", "jbem: 3 处有误，什么也没有写入"])
        expectRefusal(
            session, "accident add", code: 64, ["jbem: 没有给出 字段=值", "提示：必填：case_no occurred_on region office title sector is_production"])
        expectRefusal(session, "accident add 桥", code: 64, ["jbem: 应为 字段=值：“桥”"])
        expectRefusal(session, "accident set AC-1 title=甲 title=乙", code: 64, ["jbem: 字段 title 给了两次"])
    }

    @Test func aKeyThatExistsIsNotAddedAgain() {
        expectRefusal(
            TestSession(.few), "accident add \(Self.accident) ".replacing("T-1", with: "JB-2024-001"), code: 65,
            ["jbem: 已有事故 AC-1，键相同", "提示：用 jbem accident set 修改它"])
    }

    @Test func recordsThatOthersReferToStay() {
        let session = TestSession(.few)
        let messages = ["jbem: AC-1 被其他记录引用，不能删除", "提示：accident-report 2 条：jbem accident-report list --where accident=AC-1"]
        expectRefusal(session, "accident rm AC-4 AC-1", code: 65, messages)
        expectRefusal(session, "accident rm AC-1 -n", code: 65, messages)
        session.language = .en
        let refused = session.run("region rm 500105")
        #expect(refused.code == 65)
        #expect(refused.err.hasPrefix("jbem: other records refer to 500105; it cannot be removed\nhint: region: 12, see jbem region list"))
        #expect(session.run("region list --where parent=500105 --limit 99 --csv").out.split(separator: "\n").count == 13)
    }

    @Test func ruleBreakingChangesAreRefused() {
        let session = TestSession(.few)
        expectRefusal(
            session, "accident set AC-1 exclusion=duplicate", code: 65,
            [
                "jbem: duplicate_of: 标为重复的事故须指明重复于哪一起", "jbem: exclusion_reason: 不计入的事故须写明依据", "jbem: 2 处有误，什么也没有写入",
            ])
        expectRefusal(session, "disaster set DS-1 ended_on=2024-06-30", code: 65, ["jbem: ended_on: 结束日期 2024-06-30 早于开始日期 2024-07-01"])
    }

    @Test func missingRecordsAreNotFound() {
        let session = TestSession(.few)
        for line in ["accident show AC-99", "accident set AC-99 title=甲", "accident rm AC-99"] {
            expectRefusal(session, line, code: 66, ["jbem: 没有事故 “AC-99”", "提示：用 jbem accident list 查看"])
        }
        expectRefusal(session, "accident history AC-99", code: 66, ["jbem: 没有 “AC-99” 的记录"])
        expectRefusal(session, "log show 99", code: 66, ["jbem: 没有第 99 号改动", "提示：用 jbem log list 查看"])
    }

    /// To Swift, an accent and the sign before it are one character.
    @Test func aValueMayBeginWithAnAccent() throws {
        let session = TestSession(.few)
        #expect(session.run(["person", "set", "PE-1", "note=\u{301}乙"]).code == 0)
        #expect(try StrictJSON.parse(session.output("person show PE-1 --json")).object?["note"]?.string == "\u{301}乙")
    }
}

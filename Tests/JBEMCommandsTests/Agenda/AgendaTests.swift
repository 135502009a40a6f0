import JBEMCore
import JBEMTestSupport
import Testing

/// The agenda: every clock in the store.
@Suite struct AgendaTests {
    @Test(arguments: Language.allCases) func itReadsWell(_ language: Language) {
        let session = TestSession(.few, language: language, width: 80)
        expectKept(
            session.transcript([
                "agenda", "agenda --until 7d", "agenda overdue", "agenda overdue --topic hazard --topic 调查批复", "agenda --person P-2",
                "agenda --region 华新街街道 --limit 2", "agenda --topic nothing", "agenda --as-of 2024-03-10 --topic accident",
                "holiday after 2024-09-27 20", "holiday count 2024-10", "holiday after 2026-12-30 3",
            ]), "agenda.\(language.rawValue).txt")
    }

    @Test func machinesReadTheSame() {
        let session = TestSession(.few, language: .en)
        expectKept(
            session.transcript(["agenda --json -q", "agenda overdue --csv -q", "agenda --ics -q", "holiday after 2024-09-27 20 --json"]),
            "agenda.machine.txt")
    }

    /// `--new` speaks of what is new since it last spoke, to each reader by itself, and the journal knows nothing of it.
    @Test func newSpeaksOnce() {
        let session = TestSession(.few, language: .en)
        let log = session.output("log list --json")
        let first = session.run("agenda --new --exit-status --csv -q")
        #expect(first.code == 1 && first.out.contains("hazard.deadline"))
        let second = session.run("agenda --new --exit-status --csv -q --cron")
        #expect(second.code == 1 && second.out.isEmpty)
        #expect(session.run("agenda --new --reader 二 --csv -q").out == first.out)
        #expect(session.output("log list --json") == log)
        #expect(session.run("log verify --replay").code == 0)
        session.output("risk set FX-001 review_on=2026-11-30")
        let third = session.run("agenda --new --csv -q")
        #expect(third.out.split(separator: "\n").count == 2 && third.out.contains("2026-11-30"), "\(third.out)")
    }

    /// What a limit left out is told the next time, and another question does not make this one forget.
    @Test func nothingNewIsLost() {
        let session = TestSession(.few, language: .en)
        let all = session.output("agenda --csv -q").split(separator: "\n").dropFirst()
        let first = session.output("agenda --new --csv -q --limit 2").split(separator: "\n").dropFirst()
        session.output("agenda --new --csv -q --topic risk")
        let rest = session.output("agenda --new --csv -q").split(separator: "\n").dropFirst()
        #expect(first.count == 2 && Array(first) + Array(rest) == Array(all))
        #expect(session.run("agenda --limit 1").err.contains("1 listed; 40 overdue in all"))
        #expect(session.run("agenda --limit 0").code == 64 && session.run("agenda --until 2020-01-01").code == 64)
        #expect(session.run("agenda --ics --json").code == 64)
    }

    /// As of a day, the agenda and the list of overdue hazards agree.
    @Test(arguments: ["2024-03-08", "2024-03-15", "2024-04-20", "2024-06-01", "2026-11-23"])
    func hazardsAreThoseOfTheDay(_ day: String) {
        let session = TestSession(.few, language: .en)
        session.output("hazard add number=YH-9 title=x found_on=2024-03-05 discovery=检查 region=500105001 office=500105001")
        for line in [
            "grade YH-9 by=P-1 kind=general taken_on=2024-03-05",
            "order YH-9 by=P-1 unit=甲 person=P-2 measures=补 deadline=2024-03-10 taken_on=2024-03-06",
            "tolerate YH-9 by=P-2 approved_by=P-1 until=2024-04-15 reason=雨 taken_on=2024-03-12",
            "start YH-9 by=P-2 taken_on=2024-05-01", "submit YH-9 by=P-2 evidence=报告 taken_on=2024-05-10",
            "recheck YH-9 by=P-1 evidence=单 taken_on=2024-05-12", "close YH-9 by=P-1 evidence=单 taken_on=2024-05-13",
        ] { session.output("hazard \(line)") }
        let overdue = session.output("hazard overdue --as-of \(day) --csv -q --limit 100").split(separator: "\n").dropFirst()
        let agenda = session.output("agenda overdue --topic hazard.deadline --as-of \(day) --csv -q").split(separator: "\n").dropFirst()
        func numbers(_ lines: ArraySlice<Substring>) -> Set<String> {
            Set(["YH-9", "YH-24-01", "YH-24-02"].filter { number in lines.contains { $0.contains(number) } })
        }
        #expect(numbers(overdue) == numbers(agenda), "\(overdue) / \(agenda)")
    }

    @Test func aDryRunRemembersNothing() {
        let session = TestSession(.few, language: .en)
        let first = session.output("agenda --new --csv -q -n")
        #expect(session.output("agenda --new --csv -q") == first)
    }

    /// §1.2: 60 days to the report, 15 to the approval.
    @Test func theStepsOfAnInvestigationFollowEachOther() {
        let session = TestSession(.few, language: .en)
        func due() -> String { session.output("agenda --as-of 2024-03-10 --until 2024-12-31 --topic accident --csv -q") }
        #expect(due().contains("2024-05-04,55,accident.investigation"))
        #expect(session.run("accident set JB-2024-001 approved_on=2024-05-01").code == 65)
        session.output("accident set JB-2024-001 investigated_on=2024-03-10")
        #expect(due().contains("2024-03-25,15,accident.approval") && !due().contains("accident.investigation,JB-2024-001"))
        session.output("accident set JB-2024-001 approved_on=2024-03-10")
        #expect(!due().contains("accident.approval"))
    }
}

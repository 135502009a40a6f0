import JBEMCore
import JBEMOperations
import JBEMOutput
import JBEMPresentation
import JBEMStore
import JBEMTestSupport
import Testing

@testable import JBEMDashboard

/// The numbers of the dashboard are those of the command line.
@Suite struct ReportTests {
    @Test(arguments: [StoreContent.sample, .few], ["2024-06-30", "2025-02-10"])
    func everyPaneSaysWhatItsCommandSays(content: StoreContent, day: String) throws {
        let session = TestSession.withPlan(content)
        let date = CalendarDate(iso: day)
        let report = try DashboardReport(views: Array(1...7), asOf: date, Dress(.zh, .json), session.operations)
        var compared = 0
        for part in report.views.flatMap(\.parts) {
            guard case .success(let content) = part.content, !content.command.isEmpty, content.command[0] != "dashboard" else { continue }
            // The tally counts what the agenda lists, and is compared below.
            if part.panel.key == "agenda_tally" { continue }
            let result = session.run(content.command + ["--json"])
            #expect(result.code == 0, "\(content.command): \(result.err)")
            var printed = result.out.replacing("\n", with: "")
            // One change is an object with its fields in the command's answer.
            if part.panel.key == "change" { printed = String(printed.drop { $0 != "[" }.dropLast()) }
            #expect(printed == content.data.text(), "\(content.command)")
            compared += 1
        }
        #expect(compared >= 10)
    }

    @Test func theTallyCountsWhatTheAgendaLists() throws {
        let session = TestSession.withPlan(.sample)
        for day in ["2024-06-30", "2025-02-10", "2026-11-23"] {
            let date = CalendarDate(iso: day)!
            let output = try TallyAgenda(days: 30, asOf: date).run(session.operations)
            let agenda = try ShowAgenda(.init(), asOf: date, newFor: nil, options: WriteOptions(name: "agenda")).run(session.operations)
            let late = Dictionary(grouping: agenda.entries.filter { $0.dueOn < date }, by: \.topic)
            #expect(Dictionary(uniqueKeysWithValues: output.overdue.map { ($0.topic, Int($0.count)) }) == late.mapValues(\.count))
            #expect(
                Dictionary(uniqueKeysWithValues: output.overdue.map { ($0.topic, $0.earliest) })
                    == late.mapValues { $0.map(\.dueOn).min()! })
            let coming = Dictionary(grouping: agenda.entries.filter { $0.dueOn >= date }, by: \.topic).mapValues(\.count)
            #expect(Dictionary(uniqueKeysWithValues: output.coming.map { ($0.topic, Int($0.count)) }) == coming)
        }
    }

    @Test func aLimitedAgendaIsTheBeginningOfTheWholeOne() throws {
        let session = TestSession.withPlan(.sample)
        for day in ["2024-06-30", "2026-11-23"] {
            func uids(_ limit: Int?) throws -> (uids: [String], overdue: Int, isCut: Bool) {
                var filter = ShowAgenda.Filter()
                filter.limit = limit
                let output = try ShowAgenda(filter, asOf: CalendarDate(iso: day), newFor: nil, options: WriteOptions(name: "agenda"))
                    .run(session.operations)
                return (output.entries.map(\.uid), output.overdue, output.isCut)
            }
            let all = try uids(nil)
            for limit in [1, 2, 7, 30, all.uids.count - 1, all.uids.count, all.uids.count + 1] where limit > 0 {
                let some = try uids(limit)
                #expect(some.uids == Array(all.uids.prefix(limit)))
                #expect(some.overdue == all.overdue)
                #expect(some.isCut == (limit < all.uids.count))
            }
        }
    }

    @Test(arguments: Language.allCases) func onPaper(language: Language) {
        let session = TestSession.withPlan(.sample, language: language)
        Golden.check(session.output("dashboard --once --as-of 2024-06-30"), "once-1.\(language.rawValue).txt")
        Golden.check(session.output("dashboard --once --as-of 2024-06-30 --view 2 --width 100"), "once-2.\(language.rawValue).txt")
    }

    @Test func dataAreTheSameInBothLanguages() {
        let (zh, en) = (TestSession.withPlan(.sample), TestSession.withPlan(.sample, language: .en))
        let line = "dashboard --once --json --view all --as-of 2024-06-30"
        let text = zh.output(line)
        #expect(text == en.output(line))
        for view in DashboardView.all {
            #expect(text.contains("\"key\":\"\(view.key)\""))
            for panel in view.panels { #expect(text.contains("\"key\":\"\(panel.key)\"")) }
        }
        #expect(text.contains("\"is_sample\":true"))
    }

    @Test func whatCannotBeAskedIsRefused() {
        let session = TestSession.withPlan(.sample)
        for (line, code) in [
            ("dashboard", Int32(69)), ("dashboard --view 9 --once", 64), ("dashboard --view all", 64), ("dashboard --json", 64),
            ("dashboard --once --csv", 64), ("dashboard --once --view x", 64),
        ] {
            let result = session.run(line)
            #expect(result.code == code, "\(line)")
            #expect(result.out.isEmpty)
            #expect(result.err.contains("提示："), "\(line)")
        }
        #expect(TestSession(.nothing).run("dashboard --once").code == 66)
    }
}

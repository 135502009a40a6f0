import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMDashboard
@testable import JBEMOperations

/// What is told when something becomes red.
@Suite struct AlertTests {
    private func output(_ alerts: [(String, Int64)], day: String = "2024-06-30") -> ListAlerts.Output {
        ListAlerts.Output(
            alerts: alerts.map { name, count in
                let subject: Alert.Subject = name.hasPrefix("t:") ? .topic(name) : .record(noun: "hazard", name: name)
                let text = Localized(verbatim: name)
                return Alert(
                    grade: name.hasSuffix("!") ? .yellow : .red, key: name, subject: subject, title: text, detail: text, count: count)
            }, asOf: CalendarDate(iso: day)!, isSample: true)
    }

    @Test func onlyWhatBecameRedIsNew() {
        var watch = AlertWatch()
        #expect(watch.news(output([("a", 1), ("t:x", 3)])).isEmpty, "what is there at the start is not new")
        #expect(watch.news(output([("a", 1), ("t:x", 3)])).isEmpty)
        #expect(watch.news(output([("a", 1), ("b", 1), ("c!", 1), ("t:x", 3)])).map(\.title.zh) == ["b"])
        #expect(watch.news(output([("a", 1), ("b", 1), ("t:x", 4)])).map(\.title.zh) == ["t:x"])
        #expect(watch.news(output([("t:x", 2)])).isEmpty)
        #expect(watch.news(output([("a", 1), ("t:x", 2)])).map(\.title.zh) == ["a"], "what was mended and came back is new")
    }

    @Test func aNewDayTellsWhatFellDueOnlyOnce() {
        var watch = AlertWatch()
        _ = watch.news(output([("t:x", 3)]))
        #expect(watch.news(output([("a", 1), ("t:x", 4)], day: "2024-07-01")).map(\.title.zh) == ["a"])
    }

    @Test func aCommitThatTurnsAnIndicatorRedIsTold() {
        let stage = Stage()
        // Two larger accidents in five years: T02 allows one.
        stage.session.output(
            "accident add case_no=X-1 occurred_on=2024-04-02 region=999101001 office=999101001 title=虚构 sector=construction is_production=1"
        )
        stage.session.output("accident-report add accident=X-1 kind=final reported_at=2024-04-03T08:00 deaths=4")
        stage.send(.storeChanged)
        let told = stage.effects.compactMap { effect -> [String]? in if case .alert(let alerts) = effect { alerts.map(\.key) } else { nil }
        }
        // The investigation of an accident of that day is overdue as well.
        #expect(told == [["indicator/T02", "overdue/accident.investigation"]])
        stage.send(.storeChanged)
        #expect(stage.effects.count { if case .alert = $0 { true } else { false } } == 1)
    }

    @Test func alertsAreWhatTheirSourcesSay() throws {
        for day in ["2024-06-30", "2025-03-01", "2026-11-23"] {
            let stage = Stage(asOf: day)
            let output = try #require(stage.model.alerts)
            let date = CalendarDate(iso: day)!
            var filter = ShowAgenda.Filter()
            filter.isOverdueOnly = true
            let agenda = try ShowAgenda(filter, asOf: date, newFor: nil, options: WriteOptions(name: "agenda")).run(
                stage.session.operations)
            let late = agenda.entries.filter { $0.dueOn == date.adding(days: -1) }
            let named = output.alerts.filter { if case .record = $0.subject, $0.grade == .red { true } else { false } }
            #expect(named.map(\.key) == late.map(\.uid))
            let counted = output.alerts.reduce(into: Int64(0)) { if case .topic = $1.subject { $0 += $1.count } }
            #expect(Int(counted) == agenda.entries.count - late.count)
            #expect(output.alerts.map(\.grade) == output.alerts.map(\.grade).sorted())
        }
    }
}

import Testing

@testable import JBEMCore

@Suite struct ShareTests {
    private let t21 = Fixture.indicator(
        "T21",
        [
            Fixture.columns("ratio", "forest.fire_out_24h", over: "forest.fire_count", scale: "100", window: "span", "ge", "98")
        ])

    // Source: targets §4 X7.
    @Test func noFiresIsNotApplicable() {
        let none = Fixture.yearly("forest.fire_count", from: 2021, ["0", "0", "0"])
        let result = Fixture.assess(t21, Fixture.moment("2024-02-01", period: "2023"), figures: none)
        #expect(result.state == .notApplicable)
        #expect(result.value == nil)
    }

    // Source: targets §4 X8 and §8 F6.
    @Test func missesStillAllowedAreShown() {
        let figures =
            Fixture.yearly("forest.fire_count", from: 2021, ["10", "15", "24"])
            + Fixture.yearly("forest.fire_out_24h", from: 2021, ["10", "15", "24"])
        let result = Fixture.assess(t21, Fixture.moment("2024-02-01", period: "2023"), figures: figures)
        #expect(result.value == Rational(100))
        #expect(result.remaining == .zero)
        #expect(result.remainingNote?.en.contains("50") == true)
        #expect(result.state == .onTrack)
    }

    @Test func oneLateFireAmongFewIsOffTrackButNotLost() {
        let figures =
            Fixture.yearly("forest.fire_count", from: 2021, ["10", "15", "24"])
            + Fixture.yearly("forest.fire_out_24h", from: 2021, ["10", "15", "23"])
        let open = Fixture.assess(t21, Fixture.moment("2024-02-01", period: "2023"), figures: figures)
        #expect(open.state == .offTrack)
        #expect(open.remaining == Rational(-1))
        let later =
            figures + Fixture.yearly("forest.fire_count", from: 2024, ["1", "0"])
            + Fixture.yearly("forest.fire_out_24h", from: 2024, ["1", "0"])
        #expect(Fixture.assess(t21, Fixture.moment("2026-02-01"), figures: later).state == .met)
    }
}

@Suite struct CapWithoutModelTests {
    private let t25 = Fixture.indicator("T25", [Fixture.columns("reported", "forest.fire_count", window: "span", "eq", "0")])

    @Test func zeroFiresStayOnTrackAndOneIsMissed() {
        let quiet = Fixture.yearly("forest.fire_count", from: 2021, ["0", "0"])
        let moment = Fixture.moment("2023-02-01", period: "2022")
        #expect(Fixture.assess(t25, moment, figures: quiet).state == .onTrack)
        #expect(Fixture.assess(t25, moment, figures: Fixture.yearly("forest.fire_count", from: 2021, ["0", "1"])).state == .missed)
        let preliminary = quiet.prefix(1) + Fixture.yearly("forest.fire_count", from: 2022, ["1"], .preliminary)
        #expect(Fixture.assess(t25, moment, figures: Array(preliminary)).state == .offTrack)
    }

    @Test func theYearBeforeTheWindowIsOnlyAComparison() {
        let figures = Fixture.yearly("forest.fire_count", from: 2020, ["2", "0"])
        let result = Fixture.assess(t25, Fixture.moment("2022-02-01", period: "2021"), figures: figures)
        #expect(result.state == .atRisk)
    }
}

@Suite struct ReportedYearTests {
    private let t08 = Fixture.indicator("T08", [Fixture.columns("reported", "monitor.sudden_weather_rate", window: "year", "ge", "90")])

    private func state(_ values: [String], period: String, asOf: String = "2026-03-01") -> AssessmentState {
        let figures = Fixture.yearly("monitor.sudden_weather_rate", from: 2021, values)
        return Fixture.assess(t08, Fixture.moment(asOf, period: period), figures: figures).state
    }

    @Test func ratesFollowTheirOwnYears() {
        #expect(state(["92", "91", "90"], period: "2023") == .onTrack)
        #expect(state(["88", "91", "90"], period: "2023") == .atRisk)
        #expect(state(["92", "91", "89"], period: "2023") == .offTrack)
        #expect(state(["92", "91"], period: "2023") == .noData)
        #expect(state(["1", "1", "1", "1", "90"], period: "2025") == .met)
        #expect(state(["99", "99", "99", "99", "89.99"], period: "2025") == .missed)
    }

    @Test func theRunningYearIsJudgedByTheLastOne() {
        let figures = Fixture.yearly("monitor.sudden_weather_rate", from: 2021, ["92", "91", "90"])
        #expect(Fixture.assess(t08, Fixture.moment("2024-05-10"), figures: figures).state == .onTrack)
    }

    @Test func withoutAThresholdThereIsNoVerdict() {
        let t53 = Fixture.indicator("T53", [Fixture.columns("reported", "dispatch.arrival_minutes", window: "year", "none", nil)])
        let figures = [Fixture.figure("dispatch.arrival_minutes", "2023", "11.5")]
        let result = Fixture.assess(t53, Fixture.moment("2024-02-01", period: "2023"), figures: figures)
        #expect(result.state == .noThreshold)
        #expect(result.value == Fixture.number("11.5"))
        #expect(Fixture.assess(t53, Fixture.moment("2024-02-01", period: "2023")).state == .noThreshold)
    }
}

@Suite struct StateOnADayTests {
    private let t29 = Fixture.indicator("T29", [Fixture.columns("reported", "shelter.area_per_resident", window: "at", "gt", "1.5")])
    private let t13 = Fixture.indicator("T13", [Fixture.columns("reported", "asset.hydrant_built_rate", window: "at", "eq", "100")])

    @Test(arguments: [("1.5", AssessmentState.missed), ("1.51", .met)])
    func theDeadlineDecidesStrictly(value: String, state: AssessmentState) {
        let figures = [Fixture.figure("shelter.area_per_resident", "2025", value)]
        #expect(Fixture.assess(t29, Fixture.moment("2026-03-01"), figures: figures).state == state)
    }

    @Test func anOlderValueIsNotTheDeadlines() {
        let figures = [Fixture.figure("shelter.area_per_resident", "2024", "1.8")]
        let result = Fixture.assess(t29, Fixture.moment("2026-03-01"), figures: figures)
        #expect(result.state == .noData)
        #expect(result.value == Fixture.number("1.8"))
        #expect(result.missing.map(\.reason) == [.partial])
        #expect(result.covered == [DatePeriod("2024-12-31")!])
    }

    @Test func preliminaryAtTheDeadlineIsPending() {
        let figures = [Fixture.figure("shelter.area_per_resident", "2025-12-31", "1.8", .preliminary)]
        #expect(Fixture.assess(t29, Fixture.moment("2026-03-01"), figures: figures).state == .pending)
    }

    @Test func beforeTheDeadlineTheLatestStateCounts() {
        func state(_ values: [String]) -> AssessmentState {
            Fixture.assess(
                t29, Fixture.moment("2024-02-01", period: "2023"),
                figures: Fixture.yearly("shelter.area_per_resident", from: 2021, values)
            ).state
        }
        #expect(state(["1.2", "1.4", "1.6"]) == .onTrack)
        #expect(state(["1.2", "1.4", "1.5"]) == .offTrack)
        // It fell by 0.2 in the worst year; twice more would undo the margin of 0.1.
        #expect(state(["1.8", "1.6", "1.6"]) == .atRisk)
        #expect(state([]) == .noData)
    }

    @Test func allOfItMustStayAllOfIt() {
        func state(_ values: [String]) -> AssessmentState {
            Fixture.assess(
                t13, Fixture.moment("2024-02-01", period: "2023"),
                figures: Fixture.yearly("asset.hydrant_built_rate", from: 2021, values)
            ).state
        }
        #expect(state(["90", "95", "100"]) == .onTrack)
        #expect(state(["100", "95", "100"]) == .atRisk)
        #expect(state(["90", "95", "99.999"]) == .offTrack)
    }
}

@Suite struct CycleTests {
    private let yearly = Fixture.indicator(
        "T12",
        [
            Fixture.columns("reported", "train.officer_licensed_rate", window: "each", "eq", "100", cycle: "year")
        ])

    private func assess(_ values: [String], _ moment: AssessmentMoment, _ status: FigureFact.Status = .final) -> Assessment {
        Fixture.assess(yearly, moment, figures: Fixture.yearly("train.officer_licensed_rate", from: 2021, values, status))
    }

    @Test func everyYearMustSatisfy() {
        let moment = Fixture.moment("2024-02-01", period: "2023")
        #expect(assess(["100", "100", "100"], moment).state == .onTrack)
        #expect(assess(["100", "99", "100"], moment).state == .missed)
        #expect(assess(["100", "99", "100"], moment, .preliminary).state == .offTrack)
        let partial = assess(["100", "100"], moment)
        #expect(partial.state == .noData)
        #expect(partial.missing.map(\.period) == [.year(2023)])
        #expect(partial.covered == [.years(2021, 2022)])
        let end = Fixture.moment("2026-03-01")
        #expect(assess(Array(repeating: "100", count: 5), end).state == .met)
        #expect(assess(Array(repeating: "100", count: 5), end, .preliminary).state == .pending)
    }

    @Test func cyclesTileTheirYears() {
        let days = DatePeriod.years(2021, 2025)
        #expect(Cycle.year.periods(in: days).count == 5)
        #expect(Cycle.month.periods(in: days).count == 60)
        #expect(Cycle.day.periods(in: days).count == 1826)
        let weeks = Cycle.week.periods(in: days)
        // 2021-01-04 was a Monday, 2025-12-28 a Sunday.
        #expect(weeks.first?.description == "2021-01-04/2021-01-10")
        #expect(weeks.last?.last == Fixture.date("2025-12-28"))
    }
}

@Suite struct MilestoneTests {
    private let t47 = Fixture.indicator("T47", [Fixture.columns("milestone", window: "at", "eq", "2")])

    private func assess(_ first: String?, _ second: String?, _ asOf: String, due: String = "2025-12-31") -> Assessment {
        let steps = [("M1", first), ("M2", second)].map { id, done in
            MilestoneFact(id: id, name: Localized(verbatim: id), dueOn: Fixture.date(due), doneOn: done.map(Fixture.date))
        }
        return Fixture.assess(t47, Fixture.moment(asOf), milestones: ["T47": steps])
    }

    @Test func doneIsDone() {
        let result = assess("2023-05-01", "2024-06-30", "2024-07-01")
        #expect(result.state == .met)
        #expect(result.value == Rational(2) && result.limit == Rational(2) && result.remaining == .zero)
    }

    @Test func whatIsDoneLaterDoesNotCountYet() {
        let result = assess("2023-05-01", "2024-06-30", "2024-06-29")
        #expect(result.state == .onTrack)
        #expect(result.value == .one)
        #expect(result.remaining == .one)
    }

    @Test func nothingRecordedIsNotProgressNorFailure() {
        #expect(assess(nil, nil, "2024-06-29").state == .noData)
        #expect(assess("2023-05-01", nil, "2026-01-31").state == .noData)
        #expect(assess("2023-05-01", nil, "2024-01-31", due: "2023-12-31").state == .noData)
        #expect(assess("2023-05-01", nil, "2026-01-31").missing.map(\.measure) == ["M2"])
        #expect(Fixture.assess(t47, Fixture.moment("2024-01-01")).state == .noData)
    }

    @Test func doneAfterTheDeadlineIsMissed() {
        #expect(assess("2023-05-01", "2026-01-01", "2026-01-31").state == .missed)
    }
}

@Suite struct FamilyTests {
    private let parent = Fixture.indicator("T50", [Fixture.columns("all_of", window: "at", "eq", "2")])
    private let children = ["T50.1", "T50.2"].map { id in
        Fixture.indicator(id, [Fixture.columns("reported", "m.\(id)", window: "at", "ge", "1")], parent: "T50")
    }

    private func assess(_ first: String?, _ second: String?, _ asOf: String = "2026-02-01", year: String = "2025") -> Assessment {
        let figures = [first.map { Fixture.figure("m.T50.1", year, $0) }, second.map { Fixture.figure("m.T50.2", year, $0) }]
        return Fixture.assess(parent, Fixture.moment(asOf), figures: figures.compactMap(\.self), family: children)
    }

    @Test func metOnlyIfAllAreMet() {
        #expect(assess("1", "2").state == .met)
        #expect(assess("1", "2").value == Rational(2))
        #expect(assess("1", "0").state == .missed)
        #expect(assess("1", nil).state == .noData)
        #expect(assess("0", nil).state == .missed)
    }

    @Test func beforeTheEndTheWorstPartShows() {
        #expect(assess("1", "1", "2024-02-01", year: "2023").state == .onTrack)
        #expect(assess("1", "0", "2024-02-01", year: "2023").state == .offTrack)
        let partial = assess("1", nil, "2024-02-01", year: "2023")
        #expect(partial.state == .noData)
        #expect(partial.missing.map(\.measure) == ["m.T50.2"])
        #expect(partial.children.map(\.indicator) == ["T50.1", "T50.2"])
    }

    @Test func aFamilyWithoutPartsOrInsideItselfEnds() {
        #expect(Fixture.assess(parent, Fixture.moment("2026-02-01")).state == .noData)
        let inner = Fixture.indicator("T50.3", [], parent: "T50", aliasOf: "T50")
        #expect(Fixture.assess(parent, Fixture.moment("2026-02-01"), family: [inner]).state == .noData)
    }
}

@Suite struct TrendFormulaTests {
    private let t57 = Fixture.indicator("T57", [Fixture.columns("trend", "disaster.direct_loss", window: "span", "lt", nil)])

    private func assess(_ values: [String], _ moment: AssessmentMoment, _ status: FigureFact.Status = .final) -> Assessment {
        Fixture.assess(t57, moment, figures: Fixture.yearly("disaster.direct_loss", from: 2021, values, status))
    }

    @Test func everyYearMustBeLower() {
        let open = Fixture.moment("2024-02-01", period: "2023")
        #expect(assess(["900", "800", "700"], open).state == .onTrack)
        #expect(assess(["900", "800", "800"], open).state == .missed)
        #expect(assess(["900", "800", "800"], open, .preliminary).state == .offTrack)
        #expect(assess(["900", "800"], open).state == .noData)
        #expect(assess(["900"], Fixture.moment("2022-02-01", period: "2021")).state == .atRisk)
        let over = Fixture.moment("2026-02-01")
        #expect(assess(["900", "800", "700", "600", "500"], over).state == .met)
        #expect(assess(["900", "800", "700", "600", "500"], over, .preliminary).state == .pending)
        #expect(assess(["900", "800", "700"], open).trend.map(\.value) == [Rational(900), Rational(800), Rational(700)])
    }

    @Test func theRunningYearCanBreakTheTrendByItself() {
        let figures = Fixture.yearly("disaster.direct_loss", from: 2021, ["900", "800", "700"])
        let months = [RecordMonth(2024, 7, value: Rational(700), isClosed: false, rows: ["DR-1"])]
        let result = Fixture.assess(t57, Fixture.moment("2024-08-15"), figures: figures, records: ["disaster.direct_loss": months])
        #expect(result.state == .missed)
    }
}

@Suite struct ExplanationTests {
    @Test func theWayLeadsFromTheValueToItsSources() {
        let none = Fixture.figure("accident.count.larger_or_above", "2021/2023", "0", on: "2024-01-16")
        let wide = Fixture.figure("accident.count.larger", "2019/2022", "3", on: "2023-01-16")
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2024-01-31", period: "2023"), figures: [none, wide])
        func sources(_ node: ExplanationNode) -> [String] { node.sources.flatMap(\.keys) + node.children.flatMap(sources) }
        #expect(result.explanation.label == Fixture.t02.name)
        #expect(sources(result.explanation).first == "L1")
        #expect(sources(result.explanation).contains(none.key))
        #expect(result.unusedFigures.map(\.reason) == [.reachesBeyond])
        #expect(sources(result.explanation).contains(wide.key))
        #expect(result.explanation.children.contains { $0.value?.en == "≤ 1, at most 1, left 1" })
    }
}

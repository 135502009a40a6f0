import Testing

@testable import JBEMCore

private let deaths = "accident.deaths"

private func resolve(
    _ period: String, _ figures: [FigureFact] = [], _ months: [RecordMonth] = [], wider: [FigureFact] = [], spans: Bool = false,
    asOf: String = "2026-06-30", measure: String = deaths
) -> Evidence {
    MeasureEvidence.resolve(
        measure, over: DatePeriod(period)!, servesSpans: spans,
        from: MeasureFacts(figures: figures, widerFigures: wider, records: RecordSeries(months)), asOf: Fixture.date(asOf))
}

private let twelve = [1, 2, 0, 1, 3, 2, 1, 0, 1, 2, 1, 3]

@Suite struct EvidenceRankTests {
    private let final = Fixture.figure(deaths, "2023", "18")
    private let preliminary = Fixture.figure(deaths, "2023", "16", .preliminary)

    @Test func finalFigureOutranksEverything() {
        let evidence = resolve("2023", [preliminary, final], Fixture.months(2023, twelve, closed: 12))
        #expect(evidence.kind == .finalFigure)
        #expect(evidence.value == Rational(18))
        #expect(evidence.isComplete && !evidence.isProvisional)
        #expect(evidence.unusedFigures.map(\.reason) == [.superseded])
    }

    @Test func closedRecordsOutrankAPreliminaryFigure() {
        let evidence = resolve("2023", [preliminary], Fixture.months(2023, twelve, closed: 12))
        #expect(evidence.kind == .closedRecords)
        #expect(evidence.value == Rational(17))
        #expect(evidence.unusedFigures.map(\.reason) == [.outranked])
        #expect(evidence.pieces.flatMap(\.rows).count == 17)
    }

    @Test func preliminaryFigureOutranksOpenRecordsAndIsProvisional() {
        let evidence = resolve("2023", [preliminary], Fixture.months(2023, twelve, closed: 11))
        #expect(evidence.kind == .preliminaryFigure)
        #expect(evidence.value == Rational(16))
        #expect(evidence.isComplete && evidence.isProvisional)
    }

    @Test func openRecordsAreALowerBound() {
        let evidence = resolve("2023", [], Fixture.months(2023, twelve, closed: 0))
        #expect(evidence.kind == .openRecords)
        #expect(evidence.value == Rational(17))
        #expect(evidence.exactValue == nil)
        #expect(evidence.isLowerBound && !evidence.isComplete && evidence.covered.isEmpty)
    }

    @Test func nothingIsMissing() {
        let evidence = resolve("2023")
        #expect(evidence.kind == .missing)
        #expect(evidence.value == nil)
        #expect(evidence.gaps == [.year(2023)])
        // Open months without any row say nothing either.
        #expect(resolve("2023", [], Fixture.months(2023, [0, 0, 0], closed: 0)).kind == .missing)
    }

    @Test func closedLeadingMonthsAreExactForTheirPart() {
        let evidence = resolve("2023", [], Fixture.months(2023, twelve, closed: 5))
        #expect(evidence.covered == [DatePeriod("2023-01-01/2023-05-31")!])
        #expect(evidence.exactValue == Rational(7))
        #expect(evidence.openValue == Rational(10))
        #expect(evidence.value == Rational(17))
        #expect(evidence.kind == .openRecords)
    }

    @Test func closedMonthsAfterAnOpenOneAreNotExactCoverage() {
        var months = Fixture.months(2023, twelve, closed: 12)
        months[2].isClosed = false
        let evidence = resolve("2023", [], months)
        #expect(evidence.covered == [DatePeriod("2023-01-01/2023-02-28")!])
        #expect(evidence.value == Rational(17))
    }
}

@Suite struct EvidenceTilingTests {
    private let quarters = ["2023Q1", "2023Q2", "2023Q3", "2023Q4"]

    @Test func finalSubPeriodsThatTileOutrankClosedRecords() {
        let figures = quarters.map { Fixture.figure(deaths, $0, "4") }
        let evidence = resolve("2023", figures, Fixture.months(2023, twelve, closed: 12))
        #expect(evidence.kind == .tiledFigures)
        #expect(evidence.value == Rational(16))
        #expect(evidence.isComplete && !evidence.isProvisional)
    }

    @Test func subPeriodsThatDoNotTileAreNotUsed() {
        let figures = quarters.dropLast().map { Fixture.figure(deaths, $0, "4") }
        let evidence = resolve("2023", Array(figures))
        #expect(evidence.kind == .missing)
        #expect(evidence.unusedFigures.map(\.reason) == [.untiled, .untiled, .untiled])
    }

    // Source: facts, first quarters of 2021 and 2022.
    @Test func theFirstQuarterAloneIsNotTheYear() {
        let quarter = Fixture.figure(deaths, "2022Q1", "2", .preliminary, on: "2022-04-06")
        let year = resolve("2022", [quarter], asOf: "2024-01-31")
        #expect(year.value == nil)
        #expect(year.unusedFigures == [UnusedFigure(figure: quarter, reason: .untiled)])
        // In the running year it is all there is to ask for.
        let soFar = resolve("2022-01-01/2022-04-20", [quarter], asOf: "2022-04-20")
        #expect(soFar.covered == [.quarter(2022, 1)])
        #expect(soFar.value == Rational(2))
        #expect(soFar.isProvisional)
    }

    @Test func figureAndClosedMonthsMayShareAYearButNoDay() {
        var months = Fixture.months(2023, twelve, closed: 12)
        for index in 0..<3 { months[index].isClosed = false }
        let evidence = resolve("2023", [Fixture.figure(deaths, "2023Q1", "5")], months)
        #expect(evidence.kind == .combined)
        #expect(evidence.value == Rational(5 + 14))
        #expect(evidence.pieces.map(\.period) == [.quarter(2023, 1), DatePeriod("2023-04-01/2023-12-31")!])
    }

    @Test func preliminaryTilesMakeTheWholeProvisional() {
        let figures = quarters.enumerated().map { Fixture.figure(deaths, $0.element, "4", $0.offset == 3 ? .preliminary : .final) }
        let evidence = resolve("2023", figures)
        #expect(evidence.kind == .tiledFigures)
        #expect(evidence.isProvisional)
    }

    @Test func spansArePutTogetherYearByYear() {
        let figures = [Fixture.figure(deaths, "2021/2022", "40"), Fixture.figure(deaths, "2024", "15", .preliminary)]
        let evidence = resolve("2021/2024", figures, Fixture.months(2023, twelve, closed: 12), spans: true)
        #expect(evidence.value == Rational(72))
        #expect(evidence.isComplete && evidence.isProvisional)
        #expect(evidence.closedYears == [2021, 2022, 2023])
    }

    @Test func aHoleIsNamed() {
        let figures = Fixture.yearly(deaths, from: 2021, ["20"]) + Fixture.yearly(deaths, from: 2023, ["18"])
        let evidence = resolve("2021/2023", figures, spans: true)
        #expect(evidence.covered == [.year(2021), .year(2023)])
        #expect(evidence.gaps == [.year(2022)])
        #expect(evidence.value == Rational(38))
    }

    @Test func betterEvidenceOfASpanWinsOverItsYears() {
        let span = Fixture.figure(deaths, "2021/2023", "57")
        let evidence = resolve("2021/2023", [span] + Fixture.yearly(deaths, from: 2021, ["20", "19"], .preliminary), spans: true)
        #expect(evidence.kind == .finalFigure)
        #expect(evidence.unusedFigures.map(\.reason) == [.outranked, .outranked])
    }
}

@Suite struct EvidenceSpanTests {
    private let larger = "accident.count.larger"
    private let none = Fixture.figure("accident.count.larger_or_above", "2021/2023", "0", on: "2024-01-16")

    @Test func severalYearsServeSpansOnly() {
        let evidence = resolve("2022", [Fixture.figure(deaths, "2021/2023", "57")])
        #expect(evidence.value == nil)
        #expect(evidence.unusedFigures.map(\.reason) == [.severalYears])
        #expect(resolve("2022", [], wider: [none], measure: larger).value == nil)
    }

    @Test func zeroOfAWiderClassProvesZeroOnSubspans() {
        for period in ["2021/2023", "2021/2022", "2022/2023"] {
            let evidence = resolve(period, [], wider: [none], spans: true, measure: larger)
            #expect(evidence.value == .zero)
            #expect(evidence.isComplete && !evidence.isProvisional)
            #expect(evidence.pieces.allSatisfy { $0.figure == none })
        }
    }

    @Test func zeroStopsWhereItsDaysEnd() {
        let evidence = resolve("2021/2025", [], wider: [none], spans: true, measure: larger)
        #expect(evidence.covered == [.years(2021, 2023)])
        #expect(evidence.gaps == [.years(2024, 2025)])
    }

    @Test func nonZeroOfAWiderClassProvesNothing() {
        let two = Fixture.figure("accident.count.larger_or_above", "2021/2023", "2")
        let evidence = resolve("2021/2023", [], wider: [two], spans: true, measure: larger)
        #expect(evidence.value == nil)
        #expect(evidence.unusedFigures.map(\.reason) == [.widerNotZero])
    }

    @Test func valuesOtherThanZeroAreNotCut() {
        let evidence = resolve("2022/2023", [Fixture.figure(deaths, "2021/2023", "57")], spans: true)
        #expect(evidence.value == nil)
        #expect(evidence.unusedFigures.map(\.reason) == [.reachesBeyond])
    }

    @Test func zeroThatBeganBeforeTheSpanIsCutToIt() {
        let long = Fixture.figure("accident.count.larger_or_above", "2017-04-01/2023-12-31", "0")
        #expect(resolve("2021/2023", [], wider: [long], spans: true, measure: larger).isComplete)
    }
}

@Suite struct EvidenceTimeTests {
    @Test func theNewestPublishedByTheDayCounts() {
        let figures = [
            Fixture.figure("economy.gdp", "2023", "1744", .preliminary, on: "2024-01-16"),
            Fixture.figure("economy.gdp", "2023", "1751.5", .preliminary, on: "2024-03-20"),
            Fixture.figure("economy.gdp", "2023", "1760", .final, on: "2024-12-20"),
        ]
        func value(_ asOf: String) -> Rational? { resolve("2023", figures, asOf: asOf, measure: "economy.gdp").value }
        #expect(value("2024-01-15") == nil)
        #expect(value("2024-01-16") == Rational(1744))
        #expect(value("2024-04-01") == Fixture.number("1751.5"))
        #expect(value("2025-01-01") == Rational(1760))
    }

    @Test func anOlderFinalFigureOutranksANewerPreliminaryOne() {
        let final = Fixture.figure(deaths, "2023", "18", .final, on: "2024-01-10")
        let later = Fixture.figure(deaths, "2023", "19", .preliminary, on: "2024-02-10")
        #expect(resolve("2023", [final, later]).value == Rational(18))
    }

    @Test func closedRecordsSettleThirtyDaysAfterTheLastAccident() {
        let months = Fixture.months(2023, twelve, closed: 12, settled: "2024-01-25")
        #expect(resolve("2023", [], months, asOf: "2024-01-24").isProvisional)
        #expect(!resolve("2023", [], months, asOf: "2024-01-25").isProvisional)
        #expect(resolve("2023", [], months, asOf: "2024-01-24").settledOn == Fixture.date("2024-01-25"))
    }
}

@Suite struct EvidenceFindingTests {
    private let final = Fixture.figure(deaths, "2023", "18")

    @Test func closedRecordsThatDifferFromAFinalFigureAreAFinding() {
        let evidence = resolve("2023", [final], Fixture.months(2023, twelve, closed: 12))
        #expect(evidence.findings.map(\.recorded) == [Rational(17)])
        #expect(evidence.findings[0].isClosed)
        #expect(evidence.findings[0].text.zh.contains("公布数 18，台账 17"))
    }

    @Test func agreementIsNoFinding() {
        let exact = Fixture.figure(deaths, "2023", "17")
        #expect(resolve("2023", [exact], Fixture.months(2023, twelve, closed: 12)).findings.isEmpty)
    }

    @Test func openRecordsAreAFindingOnlyIfTheyExceedTheFigure() {
        #expect(resolve("2023", [final], Fixture.months(2023, twelve, closed: 3)).findings.isEmpty)
        let low = Fixture.figure(deaths, "2023", "16")
        let finding = resolve("2023", [low], Fixture.months(2023, twelve, closed: 3)).findings
        #expect(finding.map(\.isClosed) == [false])
    }

    @Test func recordsContradictingTheZeroOfAWiderClassAreAFinding() {
        let none = Fixture.figure("accident.count.larger_or_above", "2021/2023", "0")
        let months = [RecordMonth(2022, 5, value: .one, isClosed: false, rows: ["AC-1"])]
        let evidence = resolve("2021/2023", [], months, wider: [none], spans: true, measure: "accident.count.larger")
        #expect(evidence.value == .zero)
        #expect(evidence.findings.map(\.recorded) == [.one])
    }
}

@Suite struct EvidenceLevelTests {
    private let people = "population.resident"

    @Test func aStateIsNeverAddedUp() {
        let figures = ["2023Q1", "2023Q2", "2023Q3", "2023Q4"].map { Fixture.figure(people, $0, "93") }
        // The state at the end of the last quarter is that of the year's end.
        let evidence = resolve("2023", figures, measure: people)
        #expect(evidence.value == Rational(93))
        #expect(evidence.unusedFigures.map(\.reason) == [.otherDay, .otherDay, .otherDay])
    }

    // Source: facts, census of 2020-11-01.
    @Test func aCensusIsNotTheYearsEnd() {
        let census = Fixture.figure(people, "2020-11-01", "92.58", on: "2021-05-13")
        let evidence = resolve("2020", [census], measure: people)
        #expect(evidence.value == nil)
        #expect(evidence.unusedFigures.map(\.reason) == [.otherDay])
    }

    @Test func exactlyTheYearOutranksItsLastDay() {
        let figures = [Fixture.figure(people, "2023-12-31", "93.1"), Fixture.figure(people, "2023", "93.2")]
        #expect(resolve("2023", figures, measure: people).value == Fixture.number("93.2"))
    }
}

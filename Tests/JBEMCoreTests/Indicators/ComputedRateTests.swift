import Testing

@testable import JBEMCore

private let rate = "inspect.hazard_check_rate"

private func computed(_ period: String, _ count: Int64, of total: Int64?, settled: String = "2024-02-07") -> ComputedRate {
    ComputedRate(period: DatePeriod(period)!, count: count, total: total, settledOn: Fixture.date(settled), rows: ["RK-1-1"])
}

private func resolve(_ period: String, _ rates: [ComputedRate], _ figures: [FigureFact] = [], asOf: String = "2024-03-01") -> Evidence {
    MeasureEvidence.resolve(
        rate, over: DatePeriod(period)!, servesSpans: false, from: MeasureFacts(figures: figures, rates: rates), asOf: Fixture.date(asOf))
}

/// Rates that the store works out from its records, among published ones.
@Suite struct ComputedRateTests {
    @Test func theRecordsAnswerWhereNoFinalFigureDoes() {
        let evidence = resolve("2024-01", [computed("2024-01", 118, of: 120)], [Fixture.figure(rate, "2024-01", "100", .preliminary)])
        #expect(evidence.kind == .computed)
        #expect(evidence.value == Rational(11800, over: 120))
        #expect(evidence.isComplete && !evidence.isProvisional)
        #expect(evidence.unusedFigures.map(\.reason) == [.outranked])
        #expect(evidence.pieces.first?.rows == ["RK-1-1"])
    }

    @Test func aFinalFigureWinsAndADifferenceIsAFinding() {
        let figure = Fixture.figure(rate, "2024-01", "100")
        let evidence = resolve("2024-01", [computed("2024-01", 118, of: 120)], [figure])
        #expect(evidence.kind == .finalFigure && evidence.value == Rational(100))
        #expect(evidence.findings.map(\.recorded) == [Rational(11800, over: 120)])
        #expect(resolve("2024-01", [computed("2024-01", 120, of: 120)], [figure]).findings.isEmpty)
    }

    @Test func itIsProvisionalUntilNothingMoreIsExpected() {
        #expect(resolve("2024-01", [computed("2024-01", 1, of: 2)], asOf: "2024-02-06").isProvisional)
        #expect(!resolve("2024-01", [computed("2024-01", 1, of: 2)], asOf: "2024-02-07").isProvisional)
    }

    @Test func nothingDueIsNotApplicableAndNothingKnownIsMissing() {
        let none = resolve("2024-01", [computed("2024-01", 0, of: 0)])
        #expect(none.isNotApplicable && none.value == nil)
        let missing = resolve("2024-01", [])
        #expect(!missing.isNotApplicable && missing.kind == .missing)
    }

    @Test func theNewestStateCounts() {
        let facts = MeasureFacts(
            figures: [Fixture.figure(rate, "2023", "90"), Fixture.figure(rate, "2024-02-01", "70", .preliminary)],
            rates: [computed("2024-02-01", 3, of: 4)])
        let evidence = MeasureEvidence.state(of: rate, on: Fixture.date("2024-02-15"), from: facts, asOf: Fixture.date("2024-02-15"))
        #expect(evidence.value == Rational(75) && evidence.kind == .computed)
        let final = MeasureFacts(
            figures: [Fixture.figure(rate, "2024-02-01", "70", on: "2024-02-02")], rates: [computed("2024-02-01", 3, of: 4)])
        #expect(
            MeasureEvidence.state(of: rate, on: Fixture.date("2024-02-15"), from: final, asOf: Fixture.date("2024-02-15")).value
                == Rational(70))
    }

    private let t39 = Fixture.indicator("T39", [Fixture.columns("reported", rate, window: "each", "eq", "100", cycle: "month")])

    private func assess(_ rates: [ComputedRate]) -> Assessment {
        Fixture.assess(t39, Fixture.moment("2021-04-20"), rates: [rate: rates])
    }

    @Test func aMonthWithoutDutiesIsNeitherKeptNorMissed() {
        let months = [
            computed("2021-01", 3, of: 3, settled: "2021-02-07"), computed("2021-02", 0, of: 0),
            computed("2021-03", 5, of: 5, settled: "2021-04-08"),
        ]
        #expect(assess(months).state == .onTrack)
        #expect(assess([months[0], months[1], computed("2021-03", 4, of: 5, settled: "2021-04-08")]).state == .missed)
        #expect(assess([months[0], months[1]]).state == .noData)
        #expect(assess(["2021-01", "2021-02", "2021-03"].map { computed($0, 0, of: 0) }).state == .notApplicable)
    }
}

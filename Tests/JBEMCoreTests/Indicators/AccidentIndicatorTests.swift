import Testing

@testable import JBEMCore

private let deaths = "accident.deaths"
private let base = Fixture.figure(deaths, "2020", "20", on: "2022-04-24")

@Suite struct DeathsIndicatorTests {
    private let history = [base] + Fixture.yearly(deaths, from: 2021, ["20", "19", "18", "17"])
    /// The same limit without the baseline year, which would otherwise be a fifth year of experience.
    private let capped = Fixture.indicator(
        "T01",
        [
            Fixture.columns("measure", "accident.deaths", window: "year", "le", "18.2", model: "gamma_poisson")
        ])

    // Source: targets §2.1 T01 (20 × 0.91 = 18.2 ⇒ 18).
    @Test func theBaselineYearIsAFifthYearOfExperience() throws {
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2025-02-01", period: "2024"), figures: history)
        #expect(result.limit == Fixture.number("18.2"))
        #expect(result.boundInteger == 18 && result.remaining == Rational(18))
        let probability = try #require(result.probability)
        #expect(probability.closedYears == [2020, 2021, 2022, 2023, 2024])
        #expect(isClose(probability.value, 0.48606251926104616, within: 1e-9))
        #expect(result.state == .offTrack)
    }

    // Source: targets §8 F1 ([20, 19, 18, 17] → 0.510).
    @Test func fourClosedYearsGiveTheWorkedProbability() throws {
        let result = Fixture.assess(capped, Fixture.moment("2025-02-01", period: "2024"), figures: Array(history.dropFirst()))
        #expect(result.limit == Fixture.number("18.2"))
        #expect(result.boundInteger == 18)
        #expect(result.remaining == Rational(18))
        #expect(result.value == Rational(17))
        #expect(result.isComplete)
        let probability = try #require(result.probability)
        #expect(isClose(probability.value, 0.5104482897900651, within: 1e-9))
        #expect(probability.closedYears == [2021, 2022, 2023, 2024])
        #expect(probability.exposureYears == 4 && probability.exposureCount == 74 && probability.horizonYears == 1)
        #expect(result.state == .atRisk)
        #expect(result.probabilityReason == nil)
    }

    // Source: targets §8 F1, the other two histories.
    @Test(arguments: [(["20", "20", "20", "20"], 0.390, AssessmentState.offTrack), (["18", "17", "16", "15"], 0.676, .atRisk)])
    func otherHistories(values: [String], expected: Double, state: AssessmentState) throws {
        let figures = Fixture.yearly(deaths, from: 2021, values)
        let result = Fixture.assess(capped, Fixture.moment("2025-02-01", period: "2024"), figures: figures)
        #expect(isClose(try #require(result.probability).value, expected, within: 5.1e-4))
        #expect(result.state == state)
    }

    @Test func theRunningYearUsesItsClosedMonthsAndConditionsOnOpenOnes() throws {
        let months = Fixture.months(2025, [2, 1, 2, 1, 1, 1], closed: 5)
        let result = Fixture.assess(
            capped, Fixture.moment("2025-06-20"), figures: Array(history.dropFirst()), records: [deaths: months])
        #expect(result.value == Rational(8))
        #expect(result.isLowerBound)
        #expect(result.covered == [DatePeriod("2025-01-01/2025-05-31")!])
        #expect(result.remaining == Rational(10))
        let probability = try #require(result.probability)
        #expect(probability.exposureCount == 81)
        #expect(isClose(probability.exposureYears, 4 + 151.0 / 365, within: 1e-12))
        #expect(isClose(probability.horizonYears, 214.0 / 365, within: 1e-12))
        #expect(probability.allowed == 11 && probability.known == 1)
        // scipy.stats.nbinom(81.5, e/(e + h)): (cdf(11) − cdf(0)) / (1 − cdf(0))
        #expect(isClose(probability.value, 0.5988946384664046, within: 1e-9))
    }

    @Test func assumedDeathsUseUpTheAllowance() throws {
        let months = Fixture.months(2025, [2, 1, 2, 1, 1, 1], closed: 5)
        let moment = Fixture.moment("2025-06-20", assumed: [deaths: Rational(2)])
        let result = Fixture.assess(capped, moment, figures: Array(history.dropFirst()), records: [deaths: months])
        #expect(result.value == Rational(10))
        #expect(result.remaining == Rational(8))
        #expect(isClose(try #require(result.probability).value, 0.37225351138276613, within: 1e-9))
        #expect(result.state == .offTrack)
        let enough = Fixture.moment("2025-06-20", assumed: [deaths: Rational(11)])
        #expect(Fixture.assess(Fixture.t01, enough, figures: history, records: [deaths: months]).state == .missed)
    }

    @Test func withoutClosedYearsThereIsNoProbability() {
        // Source: figures of facts: only 2016 and 2020 are known.
        let figures = [base, Fixture.figure(deaths, "2016", "32", on: "2022-04-24")]
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2024-01-31", period: "2023"), figures: figures)
        #expect(result.probability == nil)
        #expect(result.probabilityReason?.en == "only 1 of the last five years closed, 2 are needed")
        #expect(result.state == .noData)
        #expect(result.missing.map(\.measure) == [deaths])
        #expect(result.missing.map(\.period) == [.year(2023)])
    }

    @Test func withoutItsBaselineThereIsNoLimit() {
        let result = Fixture.assess(
            Fixture.t01, Fixture.moment("2025-02-01", period: "2024"),
            figures: Fixture.yearly(deaths, from: 2021, ["20", "19", "18", "17"]))
        #expect(result.state == .noData)
        #expect(result.limit == nil)
        #expect(result.missing.map(\.period) == [.year(2020)])
    }

    @Test func theBaselineOfTheSpanReadingNamesItsMissingYears() {
        let figures = history + [Fixture.figure(deaths, "2016", "32", on: "2022-04-24")]
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2025-02-01"), figures: figures, reading: "five_year_total")
        #expect(result.state == .noData)
        #expect(result.missing.map(\.period) == [.years(2017, 2019)])
    }

    @Test(arguments: [("18", AssessmentState.met), ("19", .missed)])
    func theDeadlineYearDecides(value: String, state: AssessmentState) {
        let figures = history + [Fixture.figure(deaths, "2025", value)]
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2026-03-01"), figures: figures)
        #expect(result.state == state)
        #expect(result.probability == nil && result.probabilityReason != nil)
    }

    @Test func aPreliminaryFigureIsPendingEvenPastTheLimit() {
        for value in ["17", "19"] {
            let figures = history + [Fixture.figure(deaths, "2025", value, .preliminary)]
            #expect(Fixture.assess(Fixture.t01, Fixture.moment("2026-03-01"), figures: figures).state == .pending)
        }
    }

    @Test func closedRecordsArePendingUntilSettled() {
        let months = Fixture.months(2025, Array(repeating: 1, count: 12), closed: 12, settled: "2026-01-29")
        let early = Fixture.assess(Fixture.t01, Fixture.moment("2026-01-28"), figures: history, records: [deaths: months])
        #expect(early.state == .pending)
        #expect(early.settledOn == Fixture.date("2026-01-29"))
        let late = Fixture.assess(Fixture.t01, Fixture.moment("2026-01-29"), figures: history, records: [deaths: months])
        #expect(late.state == .met)
        // The verdict of the end of 2025, told by documents of later days.
        let asked = Fixture.assess(Fixture.t01, Fixture.moment("2026-02-10", period: "2025"), figures: history, records: [deaths: months])
        #expect(asked.state == .met)
        #expect(asked.moment.day == Fixture.date("2025-12-31"))
    }

    @Test func openRecordsProveMissedButNeverMet() {
        let few = Fixture.months(2025, Array(repeating: 1, count: 12), closed: 11)
        let over = Fixture.assess(Fixture.t01, Fixture.moment("2026-03-01"), figures: history, records: [deaths: few])
        #expect(over.state == .noData)
        #expect(over.missing.map(\.reason) == [.notClosed])
        #expect(over.missing.map(\.period) == [.month(2025, 12)])
        #expect(over.value == Rational(12))
        let many = Fixture.months(2025, [9, 9, 1], closed: 0)
        let open = Fixture.assess(Fixture.t01, Fixture.moment("2025-03-31"), figures: history, records: [deaths: many])
        #expect(open.state == .missed)
    }

    @Test func intervalAndTrendComeWithTheValue() throws {
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2022-06-01", period: "2020"), figures: [base])
        // Source: standards §10, Garwood 20.
        let interval = try #require(result.interval)
        #expect(isClose(interval.lower, 12.216520, within: 6e-7) && isClose(interval.upper, 30.888378, within: 6e-7))
        #expect(result.valueInterval == interval)
        let trend = Fixture.assess(Fixture.t01, Fixture.moment("2025-02-01", period: "2024"), figures: history).trend
        #expect(trend.map(\.year) == [2019, 2020, 2021, 2022, 2023, 2024])
        #expect(trend.map(\.value) == [nil, Rational(20), Rational(20), Rational(19), Rational(18), Rational(17)])
    }

    @Test func unevenYearsAreWarnedOf() throws {
        let figures = [base] + Fixture.yearly(deaths, from: 2021, ["2", "30", "3", "28"])
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2025-02-01", period: "2024"), figures: figures)
        #expect(try #require(result.dispersion).isOverdispersed)
        #expect(result.explanation.children.contains { $0.label.en.hasPrefix("warning") })
    }
}

@Suite struct LargerAccidentIndicatorTests {
    private let none = Fixture.figure("accident.count.larger_or_above", "2021/2023", "0", on: "2024-01-16")

    // Source: facts (81 months without a 较大 or graver accident by the end of 2023).
    @Test func threeYearsWithoutOneAreOnTrack() throws {
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2024-01-31", period: "2023"), figures: [none])
        #expect(result.value == .zero)
        #expect(result.limit == .one && result.comparator == .atMost)
        #expect(result.covered == [.years(2021, 2023)])
        #expect(result.isComplete && !result.isProvisional)
        #expect(result.remaining == .one)
        let probability = try #require(result.probability)
        #expect(probability.exposureYears == 3 && probability.exposureCount == 0 && probability.horizonYears == 2)
        // scipy.stats.nbinom(0.5, 3/5).cdf(1)
        #expect(isClose(probability.value, 0.9295160030897798, within: 1e-12))
        #expect(result.state == .onTrack)
        #expect(result.missing.isEmpty)
    }

    @Test func theDayAfterStillShowsTheThreeYears() {
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2024-01-31"), figures: [none])
        #expect(result.covered == [.years(2021, 2023)])
        #expect(result.state == .onTrack)
        #expect(!result.isComplete)
    }

    @Test func beforeThePublicationNothingIsKnown() {
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2024-01-15"), figures: [none])
        #expect(result.state == .noData)
        #expect(result.missing.map(\.period) == [.years(2021, 2023)])
    }

    @Test func oneUsedLeavesNone() throws {
        let figures = Fixture.yearly("accident.count.larger", from: 2021, ["0", "1", "0"])
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2024-01-31", period: "2023"), figures: figures)
        #expect(result.remaining == .zero)
        #expect(isClose(try #require(result.probability).value, 0.46475800154489, within: 1e-12))
        #expect(result.state == .offTrack)
    }

    @Test func twoAreMissedForEveryCompletion() {
        let months = [
            RecordMonth(2022, 5, value: .one, isClosed: false, rows: ["a"]),
            RecordMonth(2024, 3, value: .one, isClosed: false, rows: ["b"]),
        ]
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2024-04-15"), records: ["accident.count.larger": months])
        #expect(result.state == .missed)
        #expect(result.value == Rational(2))
        #expect(result.remaining == Rational(-1))
    }

    @Test func oneClosedYearFallsBackToThePaceRule() {
        let quiet = Fixture.assess(
            Fixture.t02, Fixture.moment("2022-02-01", period: "2021"), figures: Fixture.yearly("accident.count.larger", from: 2021, ["0"]))
        #expect(quiet.probability == nil)
        #expect(quiet.state == .onTrack)
        let used = Fixture.assess(
            Fixture.t02, Fixture.moment("2022-02-01", period: "2021"), figures: Fixture.yearly("accident.count.larger", from: 2021, ["1"]))
        #expect(used.state == .atRisk)
    }

    @Test func theOtherReadingIsToldApart() throws {
        let figures =
            Fixture.yearly("accident.count.larger", from: 2021, ["0", "0", "0"])
            + Fixture.yearly("accident.count.larger_or_above", from: 2021, ["1", "1", "0"])
        let catalog = IndicatorCatalog([Fixture.t02, Fixture.indicator("T41", [], aliasOf: "T02")])
        let book = EvidenceBook(figures: figures)
        let moment = Fixture.moment("2024-01-31", period: "2023")
        let chosen = try #require(IndicatorAssessment.assess("T41", in: catalog, from: book, at: moment))
        #expect(chosen.indicator == "T02" && chosen.state == .onTrack)
        let others = IndicatorAssessment.alternatives(of: Fixture.t02, in: catalog, from: book, at: moment, verdict: chosen.state)
        #expect(others.map(\.reading.id) == ["larger_or_above"])
        #expect(others[0].assessment.state == .missed)
        #expect(others[0].changesVerdict == true)
    }

    @Test func aSpanThatHasNotBegunHasNoData() {
        let result = Fixture.assess(Fixture.t02, Fixture.moment("2020-12-31"), figures: [none])
        #expect(result.state == .noData)
        #expect(result.reason.en == "the window begins on 2021-01-01")
    }
}

@Suite struct DeathRateIndicatorTests {
    private let product = Fixture.figure("economy.gdp", "2023", "1744", .preliminary, on: "2024-01-16")

    // Source: facts (GDP 2023 = 1744; deaths of 2023 not known).
    @Test func knownProductWithoutDeathsNamesTheDeaths() {
        let result = Fixture.assess(Fixture.t03, Fixture.moment("2024-01-31", period: "2023"), figures: [product])
        #expect(result.state == .noData)
        #expect(result.missing.map(\.measure) == [deaths])
        #expect(result.missing.map(\.period) == [.year(2023)])
        #expect(result.denominator == Rational(1744))
        #expect(result.probabilityReason?.en == "economy.gdp 2025 unknown")
    }

    @Test func knownDeathsWithoutProductNameTheProduct() {
        let figures = Fixture.yearly(deaths, from: 2021, ["20", "19", "18"])
        let result = Fixture.assess(Fixture.t03, Fixture.moment("2024-01-31", period: "2023"), figures: figures)
        #expect(result.state == .noData)
        #expect(result.missing.map(\.measure) == ["economy.gdp"])
        #expect(result.numerator == Rational(18))
        #expect(result.value == nil)
    }

    // Source: standards §0.8 and §1.3: 20 / 1325.8 = 0.015085.
    @Test func valueAndIntervalOfTheWorkedExample() throws {
        let figures = [Fixture.figure(deaths, "2023", "20"), Fixture.figure("economy.gdp", "2023", "1325.8")]
        let result = Fixture.assess(Fixture.t03, Fixture.moment("2024-01-31", period: "2023"), figures: figures)
        #expect(result.value?.decimal(places: 6) == "0.015085")
        let interval = try #require(result.valueInterval)
        #expect(isClose(interval.lower, 0.009214, within: 6e-7) && isClose(interval.upper, 0.023298, within: 6e-7))
        // No probability without the product of 2025: the pace rule sees one year, and it satisfies the bound.
        #expect(result.state == .onTrack)
    }

    @Test(arguments: [("18", "1000", AssessmentState.missed), ("18", "1000.0001", .met), ("0", "1000", .met)])
    func theBoundIsStrictAndExact(count: String, product: String, state: AssessmentState) {
        let figures = [Fixture.figure(deaths, "2025", count), Fixture.figure("economy.gdp", "2025", product)]
        #expect(Fixture.assess(Fixture.t03, Fixture.moment("2026-03-01"), figures: figures).state == state)
    }

    @Test func theDeadlineYearsProductGivesTheAllowance() throws {
        let figures =
            Fixture.yearly(deaths, from: 2021, ["20", "19", "18", "17"])
            + [Fixture.figure("economy.gdp", "2025", "1800", .preliminary, on: "2025-01-20")]
        let result = Fixture.assess(Fixture.t03, Fixture.moment("2025-03-31"), figures: figures)
        // ⌈0.018 × 1800⌉ − 1 = ⌈32.4⌉ − 1 = 32
        #expect(result.boundInteger == 32)
        #expect(result.remaining == Rational(32))
        #expect(isClose(try #require(result.probability).value, 0.9952202726156167, within: 1e-9))
        #expect(result.state == .onTrack)
    }

    @Test func evidenceAfterThePeriodAskedForIsNotUsed() {
        let figures =
            Fixture.yearly(deaths, from: 2021, ["20", "19", "18", "17", "30"])
            + Fixture.yearly("economy.gdp", from: 2021, ["1500", "1600", "1744", "1800", "1800"])
        let result = Fixture.assess(Fixture.t03, Fixture.moment("2026-03-01", period: "2023"), figures: figures)
        #expect(result.value == Rational(18, over: 1744))
        #expect(result.boundInteger == nil)
        #expect(result.state == .onTrack)
        #expect(result.trend.last?.year == 2023)
    }

    @Test func aZeroDenominatorIsNotADivision() {
        let none = [Fixture.figure(deaths, "2025", "0"), Fixture.figure("economy.gdp", "2025", "0")]
        #expect(Fixture.assess(Fixture.t03, Fixture.moment("2026-03-01"), figures: none).state == .notApplicable)
        let some = [Fixture.figure(deaths, "2025", "3"), Fixture.figure("economy.gdp", "2025", "0")]
        let result = Fixture.assess(Fixture.t03, Fixture.moment("2026-03-01"), figures: some)
        #expect(result.state == .noData)
        #expect(result.value == nil)
    }
}

@Suite struct StaleEvidenceTests {
    // Source: facts: after 2020 no yearly deaths are published; an old year must not pass for the latest one.
    @Test func aRunningYearIsNotJudgedByAnOldOne() {
        let result = Fixture.assess(Fixture.t01, Fixture.moment("2024-01-31"), figures: [base])
        #expect(result.state == .noData)
        #expect(result.missing.map(\.period) == [.year(2023)])
    }

    @Test func aRunningYearIsJudgedByTheLastOneIfThatIsKnown() {
        func state(_ deaths2023: String) -> AssessmentState {
            let figures = [base, Fixture.figure(deaths, "2023", deaths2023, .preliminary)]
            return Fixture.assess(Fixture.t01, Fixture.moment("2024-01-31"), figures: figures).state
        }
        #expect(state("19") == .offTrack)
        // 18 keeps the bound, but the worst closed year of the last five, 20 in 2020, would not.
        #expect(state("18") == .atRisk)
    }
}

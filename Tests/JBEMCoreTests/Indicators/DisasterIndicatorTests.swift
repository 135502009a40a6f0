import Testing

@testable import JBEMCore

/// Source of the five years: standards §2.5, worked vector.
private let loss = Fixture.yearly("disaster.direct_loss", from: 2021, ["3200", "1500", "8700", "600", "2400"])
private let product = Fixture.yearly("economy.gdp", from: 2021, ["1500", "1580", "1650", "1720", "1800"])
private let dead = Fixture.yearly("disaster.deaths", from: 2021, ["0", "1", "0", "0", "1"])
private let people = Fixture.yearly("population.resident", from: 2021, ["92.6", "92.9", "93.1", "93.2", "93.3"])
private let affected = Fixture.yearly("disaster.affected", from: 2021, ["1200", "800", "5600", "300", "950"])

@Suite struct DisasterIndicatorTests {
    @Test func bothReadingsOfTheLossShare() {
        let moment = Fixture.moment("2026-03-01")
        let sums = Fixture.assess(Fixture.t04, moment, figures: loss + product)
        #expect(sums.value?.decimal(places: 7) == "0.0198788")
        #expect(sums.state == .met)
        let mean = Fixture.assess(Fixture.t04, moment, figures: loss + product, reading: "mean_of_ratios")
        #expect(mean.value?.decimal(places: 7) == "0.0200752")
        #expect(mean.state == .met)
        #expect(sums.probability == nil && sums.probabilityReason != nil)
        #expect(sums.interval == nil)
    }

    @Test func bothReadingsOfTheDeathRate() {
        let moment = Fixture.moment("2026-03-01")
        let sums = Fixture.assess(Fixture.t05, moment, figures: dead + people)
        #expect(sums.value?.decimal(places: 7) == "0.4300151")
        // ⌊4.651⌋ − 2
        #expect(sums.boundInteger == 4 && sums.remaining == Rational(2))
        #expect(
            Fixture.assess(Fixture.t05, moment, figures: dead + people, reading: "mean_of_ratios").value?.decimal(places: 7) == "0.4296475")
    }

    @Test func personTimesAffected() {
        let result = Fixture.assess(Fixture.t06, Fixture.moment("2026-03-01"), figures: affected + people)
        #expect(result.value?.decimal(places: 4) == "190.2817")
        #expect(result.state == .met)
        // Strictly fewer than 5000 × 46.51 × 10 000 / 100 000 = 232 550
        #expect(result.boundInteger == 232_549)
    }

    // Source: standards §2.5: fewer than 46 290 person-times a year at 925 800 residents.
    @Test(arguments: [(46_289, AssessmentState.met), (46_290, .missed)])
    func fiveThousandIsNotLessThanFiveThousand(yearly: Int, state: AssessmentState) {
        let figures =
            Fixture.yearly("population.resident", from: 2021, Array(repeating: "92.58", count: 5))
            + Fixture.yearly("disaster.affected", from: 2021, Array(repeating: String(yearly), count: 5))
        #expect(Fixture.assess(Fixture.t06, Fixture.moment("2026-03-01"), figures: figures).state == state)
    }

    // Source: targets §8 F5: 0.926 million residents allow four deaths in five years.
    @Test(arguments: [("4", AssessmentState.met), ("5", .missed)])
    func fourDeathsInFiveYearsAreAllowed(total: String, state: AssessmentState) {
        let figures =
            Fixture.yearly("population.resident", from: 2021, Array(repeating: "92.6", count: 5))
            + Fixture.yearly("disaster.deaths", from: 2021, [total, "0", "0", "0", "0"])
        #expect(Fixture.assess(Fixture.t05, Fixture.moment("2026-03-01"), figures: figures).state == state)
    }

    @Test func openWindowShowsTheYearsKnownAndTheRest() throws {
        let figures = Array(dead.prefix(3)) + Array(people.prefix(3))
        let result = Fixture.assess(Fixture.t05, Fixture.moment("2024-02-01", period: "2023"), figures: figures)
        #expect(result.covered == [.years(2021, 2023)])
        #expect(result.isComplete)
        // ⌊(92.6 + 92.9 + 3 × 93.1) / 100⌋ = ⌊4.648⌋ = 4, one used
        #expect(result.boundInteger == 4 && result.remaining == Rational(3))
        #expect(result.remainingNote?.en.contains("2024/2025") == true)
        // scipy.stats.nbinom(1.5, 3/5).cdf(3)
        #expect(isClose(try #require(result.probability).value, 0.9481063231515755, within: 1e-12))
        #expect(result.state == .onTrack)
    }

    @Test func aMissingDenominatorIsNoDataWithThePartThatIsKnown() {
        let figures = Array(dead.prefix(3)) + Array(people.prefix(2))
        let result = Fixture.assess(Fixture.t05, Fixture.moment("2024-02-01", period: "2023"), figures: figures)
        #expect(result.state == .noData)
        #expect(result.missing.map(\.measure) == ["population.resident"])
        #expect(result.missing.map(\.period) == [.year(2023)])
        #expect(result.covered == [.years(2021, 2022)])
        #expect(result.value == Rational(100) / (Fixture.number("92.6") + Fixture.number("92.9")))
        #expect(!result.isComplete)
    }

    @Test func heavyTailsShowTheRemainingAllowanceAndThePace() {
        let figures = Array(loss.prefix(3)) + Array(product.prefix(3))
        let calm = Fixture.assess(Fixture.t04, Fixture.moment("2024-02-01", period: "2023"), figures: figures)
        // 0.5 % of (1500 + 1580 + 3 × 1650) 亿元 = 40.15 亿元 = 401 500 万元, less 13 400
        #expect(calm.remaining == Rational(388_100))
        #expect(calm.state == .onTrack)
        // 0.5 % of 8030 亿元 is 401 500 万元; 180 000 in the worst year twice more does not fit into 401 500 − 183 200.
        let harsh = Fixture.yearly("disaster.direct_loss", from: 2021, ["3200", "0", "180000"]) + Array(product.prefix(3))
        let risky = Fixture.assess(Fixture.t04, Fixture.moment("2024-02-01", period: "2023"), figures: harsh)
        #expect(risky.remaining == Rational(218_300))
        #expect(risky.state == .atRisk)
        let worse = Fixture.yearly("disaster.direct_loss", from: 2021, ["3200", "0", "300000"]) + Array(product.prefix(3))
        #expect(Fixture.assess(Fixture.t04, Fixture.moment("2024-02-01", period: "2023"), figures: worse).state == .offTrack)
    }

    // Source: targets §8 F4: remaining allowance = 5 · 0.5 % − Σ done.
    @Test func theMeanOfRatiosLeavesFiveTimesTheLimitLessTheDone() throws {
        let figures = Array(loss.prefix(3)) + Array(product.prefix(3))
        let result = Fixture.assess(
            Fixture.t04, Fixture.moment("2024-02-01", period: "2023"), figures: figures, reading: "mean_of_ratios")
        let done = zip([3200, 1500, 8700], [1500, 1580, 1650]).map { Rational($0, over: $1) / Rational(100) }.total()
        let left = Fixture.number("2.5") - done
        #expect(result.remaining == left * Rational(1650) * Rational(100))
    }

    @Test func ratiosThatCannotComeDownAgainAreMissed() {
        let figures =
            Fixture.yearly("disaster.direct_loss", from: 2021, ["30000", "20000"])
            + Fixture.yearly("economy.gdp", from: 2021, ["100", "100"])
        // 3 % + 2 % in two years is past 5 × 0.5 % already; the ratio of sums could still be diluted.
        let moment = Fixture.moment("2023-02-01", period: "2022")
        #expect(Fixture.assess(Fixture.t04, moment, figures: figures, reading: "mean_of_ratios").state == .missed)
        #expect(Fixture.assess(Fixture.t04, moment, figures: figures).state == .offTrack)
    }

    @Test func oneLossFigureOverTheYearsServesTheRatioOfSumsOnly() {
        let figures = [Fixture.figure("disaster.direct_loss", "2021/2023", "13400")] + Array(product.prefix(3))
        let moment = Fixture.moment("2024-02-01", period: "2023")
        let sums = Fixture.assess(Fixture.t04, moment, figures: figures)
        #expect(sums.value == Rational(13_400, over: 4730) / Rational(100))
        #expect(sums.state == .onTrack)
        #expect(Fixture.assess(Fixture.t04, moment, figures: figures, reading: "mean_of_ratios").value == nil)
    }
}

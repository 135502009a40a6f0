import Testing

@testable import JBEMCore

@Suite struct RationalTests {
    @Test func isReducedWithAPositiveDenominator() {
        #expect(Rational(6, over: -4) == Rational(-3, over: 2))
        #expect(Rational(0, over: -7) == .zero)
        #expect(Rational(18, over: 1000).description == "0.018")
        #expect(Rational(1, over: 3).description == "1/3")
    }

    @Test(arguments: [
        ("0.91", 91, 100), ("-37.5", -75, 2), ("18.2", 91, 5), ("+3", 3, 1), ("0.0180", 9, 500), ("925800", 925_800, 1),
    ])
    func readsDecimalTextExactly(text: String, numerator: Int, denominator: Int) {
        #expect(Rational(text) == Rational(numerator, over: denominator))
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1e3", "1,000", " 1", "0x1", "1.2.3", "--1", "٣"])
    func refusesWhatIsNotPlainDecimalText(text: String) {
        #expect(Rational(text) == nil)
    }

    @Test func scaledIntegersAreDecimals() {
        #expect(Rational(scaled: 18_000, places: 6) == Rational("0.018"))
        #expect(Rational(scaled: -56_300_000, places: 6) == Rational("-56.3"))
        #expect(Rational(scaled: .max, places: 0).description == "9223372036854775807")
    }

    @Test func arithmeticIsExactBeyondInt64() {
        let big = Rational(Int64.max) * Rational(Int64.max)
        #expect(big / Rational(Int64.max) == Rational(Int64.max))
        #expect(Rational(1, over: 10) + Rational(2, over: 10) == Rational(3, over: 10))
        #expect(Rational(1, over: 3) - Rational(1, over: 3) == .zero)
        #expect([Rational(1, over: 3), Rational(1, over: 6)].total() == Rational(1, over: 2))
    }

    @Test func comparisonIsExactWhereDoublesAreNot() throws {
        let limit = try #require(Rational("0.018"))
        #expect(!(Rational(18, over: 1000) < limit))
        #expect(Rational(17_999_999_999_999_999, over: 1_000_000_000_000_000_000) < limit)
        #expect(Rational(-1, over: 2) < Rational(-1, over: 3))
    }

    @Test(arguments: [
        ("0.5", 0, "0"), ("1.5", 0, "2"), ("2.5", 0, "2"), ("-0.5", 0, "0"), ("-1.5", 0, "-2"), ("0.125", 2, "0.12"), ("0.375", 2, "0.38"),
        ("7", 2, "7.00"), ("0.005", 1, "0.0"), ("99.995", 2, "100.00"), ("-0.004", 2, "0.00"),
    ])
    func decimalRoundsHalfToEven(text: String, places: Int, expected: String) throws {
        #expect(try #require(Rational(text)).decimal(places: places) == expected)
    }

    @Test func shortestDropsTrailingZeros() {
        #expect(Rational(91, over: 5).shortest(maxPlaces: 6) == "18.2")
        #expect(Rational(20).shortest(maxPlaces: 6) == "20")
        #expect(Rational(100).shortest(maxPlaces: 0) == "100")
        #expect(Rational(2, over: 3).shortest(maxPlaces: 4) == "0.6667")
        #expect(Rational(-1, over: 1_000_000).shortest(maxPlaces: 3) == "0")
    }

    @Test func floorAndCeilingGoTheRightWayBelowZero() {
        #expect(Rational(91, over: 5).floor == Rational(18))
        #expect(Rational(91, over: 5).ceiling == Rational(19))
        #expect(Rational(-7, over: 2).floor == Rational(-4))
        #expect(Rational(-7, over: 2).ceiling == Rational(-3))
        #expect(Rational(5).floor == Rational(5))
        #expect(Rational(5).ceiling == Rational(5))
        #expect(Rational(7, over: 2).int == nil)
        #expect(Rational(-7).int == -7)
    }

    @Test func doubleSurvivesHugeParts() {
        let huge = (0..<40).reduce(Rational.one) { product, _ in product * Rational(Int64.max) }
        #expect(abs((huge * Rational(2) / (huge + .one)).double - 2) < 1e-12)
        #expect(Rational(1, over: 3).double == 1.0 / 3.0)
    }
}

/// The arithmetic the plan states about itself, and the ratios of the standards' worked examples.
@Suite struct PlanArithmeticTests {
    // Source: standards §0 (plan self-checks); plan L32, L40.
    @Test func thePlansOwnChangesAreThoseOfTwentySixteen() {
        #expect((Rational(20) - Rational(32)) / Rational(32) == Rational("-0.375"))
        #expect((Rational(7) - Rational(16)) / Rational(16) == Rational("-0.5625"))
    }

    // Source: standards §0: deaths −37.5 % with a rate −63.4 % mean GDP × 1.7077.
    @Test func theClaimedRateImpliesTheGrowthOfProduct() throws {
        let growth = try #require(Rational("0.625")) / #require(Rational("0.366"))
        #expect(growth.decimal(places: 4) == "1.7077")
    }

    // Source: standards §0.8: 20 / 0.018 = 1111.1.
    @Test func theBaseYearMeetsTheRateAboveThisProduct() throws {
        let threshold = CountTarget.dominatingDenominator(count: Rational(20), limit: try #require(Rational("0.018")))
        #expect(threshold.decimal(places: 1) == "1111.1")
    }

    // Source: targets §8 F3: with 18 deaths the rate holds iff GDP > 1000.
    @Test func eighteenDeathsNeedMoreThanAThousand() throws {
        let limit = try #require(Rational("0.018"))
        #expect(CountTarget.dominatingDenominator(count: Rational(18), limit: limit) == Rational(1000))
        #expect(!(Rational(18) / Rational(1000) < limit))
        #expect(try Rational(18) / #require(Rational("1000.0001")) < limit)
    }

    // Source: standards §1.3.
    @Test func ratesOfTheWorkedExamples() throws {
        let rate = Rational(20) / (try #require(Rational("1325.8")))
        #expect(rate.decimal(places: 6) == "0.015085")
        #expect((Rational(18) / Rational(1800)).decimal(places: 6) == "0.010000")
        #expect(Rational(6000) * Rational(1200) / (Rational(300) * Rational(250)) == Rational(96))
    }
}

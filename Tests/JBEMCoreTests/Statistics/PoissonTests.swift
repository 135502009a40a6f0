import Testing

@testable import JBEMCore

func isClose(_ value: Double, _ expected: Double, within tolerance: Double) -> Bool { abs(value - expected) <= tolerance }

@Suite struct GarwoodTests {
    @Test(arguments: GarwoodTable.rows.map(\.k))
    func tableRowsAgreeToSixDecimals(k: Int) {
        let row = GarwoodTable.rows[k]
        let wide = Poisson.garwood(k, level: 0.95)
        let narrow = Poisson.garwood(k, level: 0.90)
        #expect(isClose(wide.lower, row.lower95, within: 6e-7))
        #expect(isClose(wide.upper, row.upper95, within: 6e-7))
        #expect(isClose(narrow.lower, row.lower90, within: 6e-7))
        #expect(isClose(narrow.upper, row.upper90, within: 6e-7))
    }

    @Test func theTableIsWhole() {
        #expect(GarwoodTable.rows.map(\.k) == Array(0...60))
    }

    /// An independent way: the limits are the means at which the two tails of the Poisson sum itself reach α/2.
    @Test(arguments: [0, 1, 2, 3, 7, 16, 20, 32, 60, 150])
    func agreesWithBisectionOnTheSummedPoisson(k: Int) {
        func summed(_ k: Int, _ mean: Double) -> Double { k < 0 ? 0 : (0...k).reduce(0.0) { $0 + Poisson.pmf($1, mean: mean) } }
        func root(_ isBelow: (Double) -> Bool) -> Double {
            var (low, high) = (0.0, 1000.0)
            for _ in 0..<100 {
                let middle = (low + high) / 2
                if isBelow(middle) { low = middle } else { high = middle }
            }
            return low
        }
        let interval = Poisson.garwood(k, level: 0.95)
        #expect(isClose(interval.upper, root { summed(k, $0) > 0.025 }, within: 1e-8))
        if k > 0 { #expect(isClose(interval.lower, root { 1 - summed(k - 1, $0) < 0.025 }, within: 1e-8)) }
    }

    // Source: standards §10, rule of three.
    @Test func ruleOfThree() {
        #expect(isClose(Poisson.upperLimit(0, level: 0.95), 2.995732, within: 6e-7))
    }

    // Source: standards §10: 20 / 1325.8.
    @Test func rateIntervalDividesByTheExposure() {
        let rate = Poisson.rateInterval(20, exposure: 1325.8)
        #expect(isClose(rate.lower, 0.009214, within: 6e-7))
        #expect(isClose(rate.upper, 0.023298, within: 6e-7))
    }
}

@Suite struct PoissonTests {
    // Source: targets §8 F1; standards §0.12 and §10 (0.381422, 0.543532).
    @Test(arguments: [(20.0, 0.381), (18.2, 0.544), (17, 0.655), (16, 0.742), (15, 0.819), (14, 0.883)])
    func probabilityOfAtMostEighteen(mean: Double, expected: Double) {
        #expect(isClose(Poisson.cdf(18, mean: mean), expected, within: 5.1e-4))
    }

    @Test func probabilityOfAtMostEighteenToSixDecimals() {
        #expect(isClose(Poisson.cdf(18, mean: 20), 0.381422, within: 6e-7))
        #expect(isClose(Poisson.cdf(18, mean: 18.2), 0.543532, within: 6e-7))
    }

    // Source: targets §8 F2 (three decimals), standards §10 (six decimals, per year 0.1/0.2/0.4 over five).
    @Test(arguments: [(0.5, 0.909796), (1, 0.735759), (1.5, 0.557825), (2, 0.406006)])
    func probabilityOfAtMostOneInFiveYears(meanOfFive: Double, expected: Double) {
        let keep = CountTarget.keepProbability(cap: 1, used: 0, rate: meanOfFive / 5, years: 5)
        #expect(isClose(keep, expected, within: 6e-7))
    }

    // Source: standards §10.
    @Test func usedCapLeavesOnlyTheZeroTerm() {
        #expect(isClose(CountTarget.keepProbability(cap: 1, used: 1, rate: 0.2, years: 2), 0.670320, within: 6e-7))
        #expect(isClose(CountTarget.keepProbability(cap: 1, used: 0, rate: 0.2, years: 2), 0.938448, within: 6e-7))
        #expect(CountTarget.keepProbability(cap: 1, used: 2, rate: 0.2, years: 2) == 0)
    }

    // Source: standards §10, year to date.
    @Test func yearToDate() {
        #expect(isClose(CountTarget.annualised(9, elapsed: 181, days: 365), 18.149, within: 6e-4))
        #expect(isClose(CountTarget.yearProbability(cap: 18, count: 9, elapsed: 181, days: 365), 0.567762, within: 6e-7))
        #expect(CountTarget.annualised(12, elapsed: 244, days: 366) == 18.0)
    }

    @Test func tailsAreExactAtTheEdges() {
        #expect(Poisson.cdf(-1, mean: 3) == 0)
        #expect(Poisson.cdf(0, mean: 0) == 1)
        #expect(Poisson.pmf(0, mean: 0) == 1)
        #expect(Poisson.pmf(1, mean: 0) == 0)
        #expect(Poisson.pmf(-1, mean: 2) == 0)
    }
}

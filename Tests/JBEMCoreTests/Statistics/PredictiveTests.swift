import Testing

@testable import JBEMCore

@Suite struct PredictiveTests {
    // Source: targets §8 F1.
    @Test(arguments: [([20, 19, 18, 17], 0.510), ([20, 20, 20, 20], 0.390), ([18, 17, 16, 15], 0.676)])
    func probabilityOfAtMostEighteenNextYear(history: [Int], expected: Double) {
        let rate = GammaPoisson(count: history.reduce(0, +), exposure: Double(history.count))
        #expect(isClose(rate.probability(atMost: 18, horizon: 1), expected, within: 5.1e-4))
    }

    // Source: standards §10, predictive distribution of [32, 28, 25, 22, 20].
    @Test func predictiveOfTheWorkedExample() {
        let next = GammaPoisson(count: 127, exposure: 5).predictive(horizon: 1)
        #expect(isClose(next.mean, 25.5, within: 1e-12))
        #expect(next.quantile(0.05) == 17)
        #expect(next.quantile(0.95) == 35)
        #expect(isClose(next.cdf(18), 0.097142, within: 6e-7))
    }

    // Source: standards §10, overdispersion.
    @Test func overdispersedCountsAreWider() {
        let wide = NegativeBinomial(mean: 20, size: 10)
        #expect(isClose(wide.variance, 60, within: 1e-12))
        #expect(isClose(wide.mean, 20, within: 1e-12))
        #expect(isClose(wide.cdf(18), 0.464487, within: 6e-7))
    }

    /// An independent way: mix the Poisson cdf over the posterior by the midpoint rule.
    @Test func predictiveIsTheMixtureOfPoissons() {
        let rate = GammaPoisson(count: 3, exposure: 3.5)
        let steps = 4000
        let mixed = (0..<steps).reduce(0.0) { sum, i in
            let mean = IncompleteGamma.quantile((Double(i) + 0.5) / Double(steps), shape: rate.shape) / rate.exposure
            return sum + Poisson.cdf(2, mean: mean * 1.5) / Double(steps)
        }
        #expect(isClose(rate.probability(atMost: 2, horizon: 1.5), mixed, within: 1e-5))
    }

    @Test func knownEventsConditionThePrediction() {
        let rate = GammaPoisson(count: 40, exposure: 4)
        let plain = rate.predictive(horizon: 1)
        let expected = (plain.cdf(12) - plain.cdf(4)) / (1 - plain.cdf(4))
        #expect(isClose(rate.probability(atMost: 12, horizon: 1, known: 5), expected, within: 1e-12))
        #expect(rate.probability(atMost: 12, horizon: 1, known: 5) < rate.probability(atMost: 12, horizon: 1))
        #expect(rate.probability(atMost: 4, horizon: 1, known: 5) == 0)
        #expect(rate.probability(atMost: -1, horizon: 1) == 0)
        #expect(rate.probability(atMost: 0, horizon: 0) == 1)
    }
}

@Suite struct ComparisonTests {
    // Source: standards §10, two counts. It prints 0.093149 for 16 against 7; the exact value is 781312 / 2^23 = 0.0931396…,
    // so two digits are swapped there (the sum of the binomial coefficients below is whole-number arithmetic).
    @Test(arguments: [(32, 20, 0.126347), (16, 7, 0.093140)])
    func thePlansImprovementsAreNotSignificant(first: Int, second: Int, p: Double) {
        #expect(isClose(BinomialTest.twoCounts(first, second), p, within: 6e-7))
    }

    @Test func sixteenAgainstSevenIsAWholeNumberOverAPowerOfTwo() {
        let coefficients = [1, 23, 253, 1771, 8855, 33_649, 100_947, 245_157]
        let exact = Rational(2 * coefficients.reduce(0, +), over: 1 << 23)
        #expect(isClose(BinomialTest.twoCounts(16, 7), exact.double, within: 1e-12))
    }

    @Test func exposuresMoveTheSplit() {
        // Same yearly rate over 4 years and over 1: no evidence of a change. scipy.stats.binomtest(20, 100, 0.2).
        #expect(isClose(BinomialTest.twoCounts(80, 20, exposures: (4, 1)), 1, within: 1e-9))
        // scipy.stats.binomtest(9, 47, 1/3).pvalue
        #expect(isClose(BinomialTest.twoCounts(38, 9, exposures: (2, 1)), 0.04357961961206087, within: 1e-9))
        #expect(BinomialTest.twoCounts(0, 0) == 1)
    }

    // Source: standards §10, Pearson dispersion.
    @Test func dispersionOfTheWorkedExample() throws {
        let check = try #require(Dispersion([32, 28, 25, 22, 20]))
        #expect(isClose(check.statistic, 3.59055, within: 6e-6))
        #expect(isClose(check.p, 0.46424, within: 6e-6))
        #expect(check.degrees == 4)
        #expect(!check.isOverdispersed)
    }

    @Test func unevenYearsAreOverdispersed() throws {
        let check = try #require(Dispersion([2, 30, 3, 28]))
        #expect(check.ratio > 1)
        #expect(check.isOverdispersed)
        #expect(Dispersion([5]) == nil)
        #expect(Dispersion([0, 0, 0]) == nil)
    }
}

@Suite struct TrendTests {
    // Source: standards §10, Poisson log-linear trend of [32, 28, 25, 22, 20].
    @Test func trendOfTheWorkedExample() throws {
        let trend = try #require(PoissonTrend([32, 28, 25, 22, 20]))
        #expect(isClose(trend.intercept, 3.458334, within: 6e-7))
        #expect(isClose(trend.slope, -0.118831, within: 6e-7))
        #expect(isClose(trend.interceptError, 0.142645, within: 6e-7))
        #expect(isClose(trend.slopeError, 0.063321, within: 6e-7))
        #expect(isClose(trend.factor, 0.887958, within: 6e-7))
        #expect(isClose(trend.deviance, 0.009123, within: 6e-7))
        for (fitted, expected) in zip(trend.fitted, [31.764, 28.205, 25.045, 22.239, 19.747]) {
            #expect(isClose(fitted, expected, within: 6e-4))
        }
        for (next, expected) in zip(trend.next(5), [17.535, 15.570, 13.826, 12.277, 10.901]) {
            #expect(isClose(next, expected, within: 6e-4))
        }
        #expect(trend.next(5).count == 5)
    }

    @Test func trendNeedsThreeYearsAndSomeEvents() {
        #expect(PoissonTrend([3, 2]) == nil)
        #expect(PoissonTrend([0, 0, 0]) == nil)
        #expect(PoissonTrend([5, 0, 0]) == nil)
    }

    // Source: standards §10, paths.
    @Test func linearPathIsExact() throws {
        let path = TargetPath.linear(from: Rational(20), to: try #require(Rational("18.2")), steps: 5)
        #expect(path.map { $0.shortest(maxPlaces: 6) } == ["20", "19.64", "19.28", "18.92", "18.56", "18.2"])
    }

    @Test func geometricPath() {
        #expect(isClose(TargetPath.geometricFactor(from: 20, to: 18.2, steps: 5), 0.981315, within: 6e-7))
        let path = TargetPath.geometric(from: 20, to: 18.2, steps: 5)
        for (value, expected) in zip(path, [20, 19.6263, 19.2596, 18.8997, 18.5465, 18.2]) {
            #expect(isClose(value, expected, within: 6e-5))
        }
        #expect(path.count == 6)
    }
}

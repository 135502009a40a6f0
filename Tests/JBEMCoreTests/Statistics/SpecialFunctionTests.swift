import Glibc
import Testing

@testable import JBEMCore

@Suite struct SpecialFunctionTests {
    @Test(arguments: [0.01, 0.5, 1, 3, 10, 40])
    func shapeOneIsTheExponentialDistribution(x: Double) {
        #expect(isClose(IncompleteGamma.lower(1, x), -expm1(-x), within: 1e-14))
        #expect(isClose(IncompleteGamma.upper(1, x), exp(-x), within: 1e-14))
    }

    @Test(arguments: [0.01, 0.3, 1, 2.5])
    func shapeHalfIsTheErrorFunction(x: Double) {
        #expect(isClose(IncompleteGamma.lower(0.5, x * x), erf(x), within: 1e-14))
    }

    @Test(arguments: [0.1, 0.35, 0.5, 0.9])
    func betaOfWholeNumbersIsABinomialTail(x: Double) {
        let tail = (3...7).reduce(0.0) { $0 + BinomialTest.pmf($1, of: 7, probability: x) }
        #expect(isClose(IncompleteBeta.regularised(x, 3, 5), tail, within: 1e-13))
        #expect(isClose(IncompleteBeta.regularised(x, 1, 1), x, within: 1e-14))
    }

    @Test func betaIsSymmetric() {
        let direct = IncompleteBeta.regularised(0.2, 7.5, 33)
        #expect(isClose(direct + IncompleteBeta.regularised(0.8, 33, 7.5), 1, within: 1e-13))
        #expect(IncompleteBeta.regularised(0, 2, 3) == 0)
        #expect(IncompleteBeta.regularised(1, 2, 3) == 1)
    }

    @Test(arguments: [(0.025, 2.0), (0.975, 8), (0.5, 41), (0.05, 122)])
    func chiSquareQuantileInvertsTheTail(probability: Double, degrees: Double) {
        let x = ChiSquare.quantile(probability, degrees: degrees)
        #expect(isClose(ChiSquare.upperTail(x, degrees: degrees), 1 - probability, within: 1e-12))
    }

    @Test func chiSquareWithTwoDegreesIsClosedForm() {
        #expect(isClose(ChiSquare.quantile(0.95, degrees: 2), -2 * log(0.05), within: 1e-12))
    }
}

import Testing

@testable import JBEMCore

@Suite struct RampUpTests {
    /// Day by day, as the doc comment says it.
    @Test(arguments: [(0, 0), (0, 5), (2, 0), (3, 4), (1, 1)]) func outputIsTheSumOfTheDays(lead: Int, ramp: Int) {
        let curve = RampUp(leadDays: lead, rampDays: ramp, daily: 1000, total: nil)
        var made = Rational(0)
        for day in 1...20 {
            let k = day - lead
            if k > 0 { made = made + (ramp == 0 || k >= ramp ? Rational(1000) : Rational(1000 * k) / Rational(ramp)) }
            #expect(curve.output(by: day) == made.floor.int.map { Int64($0) }, "day \(day)")
        }
        #expect(curve.output(by: 0) == 0)
    }

    @Test func theTotalEndsIt() {
        let curve = RampUp(leadDays: 2, rampDays: 5, daily: 4000, total: 60000)
        #expect([2, 3, 4, 7, 8].map(curve.output) == [0, 800, 2400, 12000, 16000])
        #expect(curve.output(by: 100) == 60000)
    }
}

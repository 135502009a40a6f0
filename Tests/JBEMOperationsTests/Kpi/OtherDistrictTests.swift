import JBEMCore
import JBEMOperations
import JBEMStore
import JBEMTestSupport
import Testing

/// Another plan is another folder: every number here is computed by hand, none needs code of its own.
@Suite struct OtherDistrictTests {
    let district = OtherDistrict()

    private func assess(_ id: String, asOf: String = OtherDistrict.asOf, period: String? = nil) throws -> Assessment {
        try district.scene.assess(id, asOf: asOf, period: period)
    }

    /// Two in 2026, one in 2027, two in 2028 (one of them after the change), none in 2029, one in 2030.
    @Test func theCapCountsTheSuccessorsAccidents() throws {
        let assessment = try assess("S01")
        #expect(assessment.value == Rational(6))
        #expect(assessment.coveredText == "2026/2030")
        #expect(assessment.boundInteger == 6)
        #expect(assessment.remaining == .zero)
        #expect(assessment.state == .met)
        #expect(assessment.trend.map(\.value) == [2, 1, 2, 0, 1].map { Rational($0) })
    }

    @Test func anAccidentOfTheNeighboursDoesNotCount() throws {
        let rows = try assess("S01").steps.flatMap(\.sources).filter { $0.kind == .records }.flatMap(\.keys)
        #expect(rows.count == 6)
        #expect(!rows.contains("AC-7700012-8"))
    }

    /// The old offices close until June 2028, the new one from July: each month needs those in force.
    @Test func aMonthIsClosedByTheOfficesInForce() throws {
        let june = try MissingClosings(period: .month(2028, 6), asOf: CalendarDate(iso: "2028-07-10")).run(district.scene.session).rows
        #expect(june.map(\.office) == ["7700021", "7700022", "7700021", "7700022"])
        let july = try MissingClosings(period: .month(2028, 7), asOf: CalendarDate(iso: "2028-08-10")).run(district.scene.session).rows
        #expect(july.map(\.office) == ["7700031", "7700031"])
        #expect(
            try MissingClosings(period: .years(2026, 2030), asOf: CalendarDate(iso: OtherDistrict.asOf)).run(district.scene.session).rows
                .isEmpty
        )
    }

    @Test func officesOfAnotherDistrictDoNotHoldItsMonthsOpen() throws {
        let crowded = OtherDistrict(keepsForeignOffices: true)
        #expect(try crowded.scene.assess("S01", asOf: OtherDistrict.asOf).state == .met)
    }

    /// 1 death ÷ 41.5 × 10 = 0.240964 per 100 000.
    @Test func theRatioTakesItsScaleFromTheFolder() throws {
        let assessment = try assess("S02")
        #expect(assessment.value == Rational(100, over: 415))
        #expect(assessment.shown == "0.240964")
        #expect(assessment.state == .met)
        // 2028: one death before the change and two after, 3 ÷ 41 × 10.
        #expect(try assess("S02", period: "2028").value == Rational(30, over: 41))
    }

    /// 8400 ÷ 210, 2300 ÷ 230 and 5000 ÷ 250, each × 0.01: 0.4, 0.1 and 0.2 %; mean 0.2333; sums 15 700 ÷ 690 × 0.01 = 0.2275.
    @Test func theMeanOfThreeYearsIsThatOfTheRatios() throws {
        let report = try district.scene.report("S03", asOf: OtherDistrict.asOf)
        #expect(report.assessment.value == Rational(7, over: 30))
        #expect(report.assessment.coveredText == "2026/2028")
        #expect(report.assessment.state == .met)
        #expect(report.assessment.trend.map(\.value) == [Rational(2, over: 5), Rational(1, over: 10), Rational(1, over: 5)])
        let other = try #require(report.alternatives.first)
        #expect(other.assessment.value == Rational(157, over: 690))
        #expect(other.changesVerdict == false)
    }

    @Test func everyStepOfTheBasesIsDone() throws {
        let assessment = try assess("S04")
        #expect(assessment.state == .met)
        #expect(assessment.value == Rational(2))
        #expect(try assess("S04", asOf: "2029-12-31").state != .met)
        #expect(try assess("S04.1", asOf: "2029-11-29").value == Rational(1))
        #expect(try assess("S04.1", asOf: "2029-11-30").state == .met)
    }

    @Test func theAffectedFallEveryYear() throws {
        let assessment = try assess("S05")
        #expect(assessment.trend.map(\.value) == [900, 700, 650, 400, 390].map { Rational($0) })
        #expect(assessment.state == .met)
    }

    @Test func aMeasureOfTheFolderItselfIsAssessed() throws {
        let share = try assess("S06")
        #expect(share.value == Rational(193, over: 2))
        #expect(share.state == .met)
        #expect(share.steps.contains { $0.label.zh.contains("预警广播覆盖率") })
        #expect(try assess("S06", asOf: "2031-01-14").state == .noData)
    }

    /// 7 + 8 + 9 + 10 + 11 = 45: the folder says that drills add up.
    @Test func aCountOfTheFolderItselfAddsUp() throws {
        let assessment = try assess("S07")
        #expect(assessment.value == Rational(45))
        #expect(assessment.state == .met)
        #expect(try assess("S07", asOf: "2031-01-19").state == .noData)
    }

    @Test func anAbsoluteFloorIsMetAtItsValue() throws {
        #expect(try assess("S08").value == Rational(12))
        #expect(try assess("S08").state == .met)
        district.scene.figure("qingya.fire_post", "2030", "11", unit: "structure", on: "2031-02-01", region: "772000")
        #expect(try assess("S08").state == .missed)
    }

    @Test func anAliasIsAssessedAsWhatItStandsFor() throws {
        let report = try district.scene.report("S09", asOf: OtherDistrict.asOf)
        #expect(report.resolved.id == "S01")
        #expect(report.assessment.value == Rational(6))
        #expect(report.indicator.clause == "C1")
    }

    /// Before the last year is closed only the closed ones speak; the rest is predicted from them.
    @Test func theChanceOfTheCapComesFromTheDistrictsOwnYears() throws {
        let probability = try #require(try assess("S01", asOf: "2030-03-31").probability)
        #expect(probability.closedYears == [2026, 2027, 2028, 2029])
        #expect(probability.exposureCount == 5)
        // January and February 2030 are closed too: 59 of 365 days.
        #expect(abs(probability.exposureYears - (4 + 59.0 / 365)) < 1e-12)
        // One event left for 306 days: negative binomial with shape 5½.
        let p = probability.exposureYears / (probability.exposureYears + 306.0 / 365)
        #expect(abs(probability.value - power(p, 11) * (1 + 5.5 * (1 - p))) < 1e-12)
    }

    /// pⁿᐟ² without a mathematics library.
    private func power(_ p: Double, _ halves: Int) -> Double { (0..<halves).reduce(1) { product, _ in product * p.squareRoot() } }

    @Test func idsCarryTheOfficesNumber() {
        #expect(district.scene.run("accident list --json").contains("\"AC-7700012-1\""))
    }
}

import JBEMCore
import JBEMOperations
import JBEMTestSupport
import Testing

/// The sample district's indicators against arithmetic on its files.
@Suite struct SampleIndicatorTests {
    let scene = Scene.sample()
    let files = SampleArithmetic()

    private static let asOf = "2026-06-30"

    @Test func everyMonthOfTheFiveYearsIsClosed() throws {
        let missing = try MissingClosings(period: .years(2021, 2025), asOf: CalendarDate(iso: Self.asOf)).run(scene.session).rows
        #expect(missing.isEmpty)
    }

    @Test func deathsOfEveryYearAreThoseOfTheFiles() throws {
        let deaths = files.deaths
        #expect(["2021", "2022", "2023", "2024", "2025"].map { deaths[$0] } == [19, 18, 18, 17, 16])
        for (year, count) in deaths {
            #expect(try scene.assess("T01", asOf: Self.asOf, period: year).value == Rational(count), "\(year)")
        }
    }

    @Test func deathsOf2025AreBelowTheLimit() throws {
        let assessment = try scene.assess("T01", asOf: Self.asOf)
        #expect(assessment.value == Rational(16))
        #expect(assessment.limit == Rational(91, over: 5))
        #expect(assessment.state == .met)
    }

    @Test func oneLargerAccidentIsWithinTheCap() throws {
        #expect(files.larger == 1)
        let assessment = try scene.assess("T02", asOf: Self.asOf)
        #expect(assessment.value == Rational(files.larger))
        #expect(assessment.boundInteger == 1)
        #expect(assessment.state == .met)
    }

    @Test func deathRateIsDeathsOverGDP() throws {
        let gdp = files.figure("economy.gdp", "2025")
        #expect(gdp == 1214.6)
        let assessment = try scene.assess("T03", asOf: Self.asOf)
        let value = try #require(assessment.value?.double)
        #expect(abs(value - Double(files.deaths["2025"] ?? 0) / gdp) < 1e-15)
        #expect(assessment.shown == "0.013173")
        #expect(assessment.state == .met)
    }

    @Test(arguments: [
        ("T04", "direct_loss", "economy.gdp", 0.01, "0.046857", "0.047794"),
        ("T05", "deaths", "population.resident", 100, "0.861203", "0.864347"),
        ("T06", "affected", "population.resident", 10, "527.831204", "528.814171"),
    ])
    func meansOfFiveYearsAreThoseOfTheFiles(
        _ id: String, _ column: String, _ measure: String, _ scale: Double, _ ofSums: String, _ ofRatios: String
    ) throws {
        let expected = files.means(column, over: measure, scale: scale)
        let report = try scene.report(id, asOf: Self.asOf)
        let value = try #require(report.assessment.value?.double)
        #expect(abs(value - expected.ofSums) < 1e-9 * value)
        #expect(report.assessment.shown == ofSums)
        let other = try #require(report.alternatives.first { $0.reading.id == "mean_of_ratios" }?.assessment)
        #expect(abs((other.value?.double ?? 0) - expected.ofRatios) < 1e-9 * value)
        #expect(other.shown == ofRatios)
        #expect(report.assessment.state == .met)
    }

    @Test(arguments: ["T01", "T02", "T03", "T04", "T05", "T06"])
    func everyCoreIndicatorEndsInRowsOrFiguresAndItsClause(_ id: String) throws {
        let report = try scene.report(id, asOf: Self.asOf)
        let sources = report.assessment.steps.flatMap(\.sources)
        let keys = sources.filter { $0.kind != .clause }.flatMap(\.keys)
        #expect(!keys.isEmpty)
        #expect(keys.allSatisfy { $0.contains("-999101000-") })
        #expect(sources.contains { $0.kind == .clause && $0.keys == [report.indicator.clause] })
        #expect(report.clause != nil)
    }

    /// Every record that the explanation names exists and adds up to the value.
    @Test func theRowsOfTheExplanationAddUpToTheValue() throws {
        let assessment = try scene.assess("T01", asOf: Self.asOf)
        let keys = assessment.steps.flatMap(\.sources).filter { $0.kind == .records }.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        let total = keys.reduce(0) { sum, key in
            let record = scene.run("accident \(key) --json --as-of \(Self.asOf)")
            return sum + (Int(record.split(separator: "\"deaths\":").last?.prefix { $0.isNumber } ?? "") ?? 0)
        }
        #expect(Rational(total) == assessment.value)
    }

    @Test(arguments: ["T01", "T02", "T03", "T04", "T05", "T06"])
    func thePartsOfTheDistrictAddUpToIt(_ id: String) throws {
        var request = IndicatorRequest()
        request.ids = [id]
        request.asOf = CalendarDate(iso: Self.asOf)
        let rows = try AssessByRegion(request).run(scene.session).rows
        #expect(rows.count == 11)
        let whole = try scene.assess(id, asOf: Self.asOf).numerator
        let parts = rows.compactMap(\.assessment.numerator).total()
        // A disaster of several streets is recorded for the district; its reports name the streets.
        #expect(parts == whole)
    }

    @Test func aMonthReportedLateWasOpenBeforeItWasClosed() throws {
        let early = try scene.assess("T01", asOf: "2023-08-15")
        #expect(early.isLowerBound)
        #expect(early.period?.description == "2023-01-01/2023-08-15")
        let late = try scene.assess("T01", asOf: Self.asOf, period: "2023")
        #expect(late.coveredText == "2023")
        #expect(late.value == Rational(18))
    }

    /// Gamma–Poisson with shape ½: more events so far leave less chance.
    @Test func moreAssumedDeathsLowerTheChance() throws {
        let chances = try [[], ["deaths=+1"], ["deaths=+2"], ["accident.deaths=5"]].map { assumed in
            try #require(try scene.assess("T01", asOf: "2025-07-15", with: assumed).probability?.value)
        }
        #expect(chances == chances.sorted(by: >))
        #expect(Set(chances).count == chances.count)
    }
}

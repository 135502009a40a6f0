import JBEMCore
import JBEMOperations
import JBEMStore
import JBEMTestSupport
import Testing

/// The real plan with the little that is published about the real district.
@Suite struct JiangbeiIndicatorTests {
    let scene = Scene.jiangbei()

    @Test func noLargerAccidentUntilTheEndOf2023LeavesTheCapUntouched() throws {
        let assessment = try scene.assess("T02", asOf: "2024-01-31", period: "2023")
        #expect(assessment.value == .zero)
        #expect(assessment.boundInteger == 1)
        #expect(assessment.coveredText == "2021/2023")
        #expect(assessment.state == .onTrack)
        #expect(assessment.isProvisional == false)
    }

    @Test func zeroOfTheWiderClassProvesZeroOfLargerAccidents() throws {
        let assessment = try scene.assess("T02", asOf: "2024-01-31", period: "2023")
        let figures = assessment.steps.flatMap(\.sources).filter { $0.kind == .figure }
        #expect(figures.contains { $0.text?.contains("江北区政府工作报告") == true })
        #expect(assessment.steps.contains { $0.label.zh.contains("accident.count.larger_or_above") })
    }

    /// No event in three years of exposure, two years to come: negative binomial with shape ½ and p = 3/(3+2).
    @Test func probabilityOfTheCapIsTheNegativeBinomialOne() throws {
        let probability = try #require(try scene.assess("T02", asOf: "2024-01-31", period: "2023").probability)
        let p = 3.0 / 5.0
        let none = p.squareRoot()
        let one = none * 0.5 * (1 - p)
        #expect(abs(probability.value - (none + one)) < 1e-12)
        #expect(probability.exposureYears == 3)
        #expect(probability.exposureCount == 0)
        #expect(probability.horizonYears == 2)
        #expect(probability.closedYears == [2021, 2022, 2023])
    }

    @Test func deathRateLacksTheDeathsOf2023AndNothingElse() throws {
        let assessment = try scene.assess("T03", asOf: "2024-01-31", period: "2023")
        #expect(assessment.state == .noData)
        #expect(assessment.value == nil)
        #expect(assessment.missing.map(\.measure) == ["accident.deaths"])
        #expect(assessment.missing.map(\.period.description) == ["2023"])
        #expect(assessment.denominator == Rational(1744))
        #expect(assessment.isProvisional)
        let gdp = try #require(assessment.steps.first { $0.label.zh.hasPrefix("地区生产总值（现价）（2023）") })
        #expect(gdp.value?.zh == "1744，初步数")
    }

    @Test func neitherFigureIsKnownTheDayBeforeTheReport() throws {
        let rate = try scene.assess("T03", asOf: "2024-01-15", period: "2023")
        #expect(rate.denominator == nil)
        #expect(Set(rate.missing.map(\.measure)) == ["accident.deaths", "economy.gdp"])
        let count = try scene.assess("T02", asOf: "2024-01-15", period: "2023")
        #expect(count.state == .noData)
        #expect(count.value == nil)
        #expect(count.covered.isEmpty)
        #expect(try scene.assess("T02", asOf: "2024-01-16", period: "2023").value == .zero)
    }

    @Test func limitOfDeathsIsKeptExact() throws {
        let assessment = try scene.assess("T01", asOf: "2024-01-31", period: "2023")
        #expect(assessment.limit == Rational(91, over: 5))
        #expect(assessment.boundInteger == 18)
        #expect(assessment.state == .noData)
        #expect(assessment.steps.contains { $0.label.zh.hasPrefix("基期") && $0.value?.zh.hasPrefix("20，") == true })
    }

    /// The plan of 24 April 2022 states the baseline: before that day nobody knew it.
    @Test func limitIsUnknownBeforeThePlanStatesItsBaseline() throws {
        #expect(try scene.assess("T01", asOf: "2022-04-23").limit == nil)
        #expect(try scene.assess("T01", asOf: "2022-04-24").limit == Rational(91, over: 5))
    }

    /// The years 2021 to 2023 are unknown; the baseline of 2020 is no sign of where the district stands in 2024.
    @Test func unknownYearsAreNoDataAndNoAlarm() throws {
        let report = try scene.report("T01", asOf: "2024-01-31")
        #expect(report.assessment.state == .noData)
        #expect(!report.isBindingRed)
        #expect(!report.assessment.missing.isEmpty)
    }

    @Test(arguments: ["T01", "T02", "T03"])
    func bindingIndicatorsNameTheOfficeThatAnswers(_ id: String) throws {
        let report = try scene.report(id, asOf: "2024-01-31", period: "2023")
        #expect(report.indicator.nature == .binding)
        #expect(report.responsible == Localized("区安委会", "District Work Safety Committee"))
    }

    @Test(arguments: ["T01", "T02", "T03", "T04", "T05", "T06"])
    func everyCoreIndicatorIsExplainedDownToItsClause(_ id: String) throws {
        let report = try scene.report(id, asOf: "2024-01-31", period: "2023")
        let clauses = report.assessment.steps.flatMap(\.sources).filter { $0.kind == .clause }
        #expect(clauses.flatMap(\.keys).contains(report.indicator.clause))
        let clause = try #require(report.clause)
        #expect(clause.id == report.indicator.clause)
        #expect(clause.contentHash.utf8.count == 64)
    }

    @Test func theOtherReadingOfDeathsNeedsTheYears2017To2019() throws {
        let other = try #require(try scene.report("T01", asOf: "2024-01-31", period: "2023").alternatives.first)
        #expect(other.reading.id == "five_year_total")
        #expect(other.assessment.limit == nil)
        #expect(other.assessment.state == .noData)
    }

    @Test func figuresOverSeveralYearsThatCannotServeAYearAreListedAsUnused() throws {
        let assessment = try scene.assess("T02", asOf: "2024-01-31", period: "2023")
        let trend = assessment.trend.compactMap(\.value)
        #expect(assessment.trend.map(\.year) == [2021, 2022, 2023])
        #expect(trend.isEmpty)
    }
}

import JBEMCore
import JBEMOperations
import JBEMTestSupport
import Testing

/// The worked example of plan indicators 4 to 6, through figures in a store.
///
/// ## Source
/// National practice knows two readings, the mean of the yearly ratios (A) and the ratio of the sums (B); the numbers are computed by hand.
@Suite struct WorkedVectorTests {
    let scene = Scene.jiangbei()

    private static let loss = [3200, 1500, 8700, 600, 2400]
    private static let gdp = [1500, 1580, 1650, 1720, 1800]
    private static let deaths = [0, 1, 0, 0, 1]
    private static let residents = ["92.6", "92.9", "93.1", "93.2", "93.3"]
    private static let affected = [1200, 800, 5600, 300, 950]

    init() {
        var rows = ["measure,period,region,value,unit,status,published_on,source"]
        for index in 0..<5 {
            let tail = "final,2026-03-\(10 + index),worked example"
            let year = 2021 + index
            rows.append("disaster.direct_loss,\(year),500105,\(Self.loss[index]),10k_yuan,\(tail)")
            rows.append("economy.gdp,\(year),500105,\(Self.gdp[index]),100m_yuan,\(tail)")
            rows.append("disaster.deaths,\(year),500105,\(Self.deaths[index]),person,\(tail)")
            rows.append("population.resident,\(year),500105,\(Self.residents[index]),10k_person,\(tail)")
            rows.append("disaster.affected,\(year),500105,\(Self.affected[index]),person_times,\(tail)")
        }
        scene.load("figure", rows)
    }

    @Test(arguments: [("T04", 0.0198788, 0.0200752), ("T05", 0.4300151, 0.4296475), ("T06", 190.2817, 190.2437)])
    func bothReadingsGiveTheWorkedNumbers(_ id: String, _ ratioOfSums: Double, _ meanOfRatios: Double) throws {
        let report = try scene.report(id, asOf: "2026-06-30")
        let chosen = try #require(report.assessment.value?.double)
        let tolerance = ratioOfSums > 100 ? 5e-5 : 5e-8
        #expect(abs(chosen - ratioOfSums) < tolerance)
        #expect(report.reading.id == "ratio_of_sums")
        let other = try #require(report.alternatives.first { $0.reading.id == "mean_of_ratios" }?.assessment.value?.double)
        #expect(abs(other - meanOfRatios) < tolerance)
        #expect(report.assessment.state == .met)
        #expect(report.alternatives.allSatisfy { $0.reading.id == "deaths_missing" || $0.changesVerdict == false })
    }

    @Test func theYearlySharesAreThoseOfTheExample() throws {
        let trend = try scene.assess("T04", asOf: "2026-06-30").trend.map { $0.value?.shortest(maxPlaces: 6) }
        #expect(trend == ["0.021333", "0.009494", "0.052727", "0.003488", "0.013333"])
    }

    /// Before the last year is published the mean reaches as far as everything is known.
    @Test func theMeanCoversTheYearsThatArePublished() throws {
        let assessment = try scene.assess("T04", asOf: "2026-03-12")
        #expect(assessment.coveredText == "2021/2023")
        let expected = Rational(3200 + 1500 + 8700, over: 1500 + 1580 + 1650) * Rational(1, over: 100)
        #expect(assessment.value == expected)
        #expect(assessment.state == .noData)
    }

    /// ⌊Σp⌋ deaths in five years at 93.02 ten thousand residents on average, two of them used up.
    @Test func theAllowanceLeftIsThatOfTheFiveYears() throws {
        let deaths = try scene.assess("T05", asOf: "2026-06-30")
        #expect(deaths.boundInteger == 4)
        #expect(deaths.remaining == Rational(2))
        let affected = try scene.assess("T06", asOf: "2026-06-30")
        // 5000 × 465.1 / 10 = 232 550, strictly less.
        #expect(affected.boundInteger == 232_549)
        #expect(affected.remaining == Rational(232_549 - 8850))
        let loss = try scene.assess("T04", asOf: "2026-06-30")
        // 0.5 % of 8250 亿元 = 412 500 万元.
        #expect(loss.remaining == Rational(412_500 - 16_400))
    }

    @Test func aRevisedFigureReplacesTheOlderOneFromItsDayOn() throws {
        scene.figure("disaster.deaths", "2024", "3", on: "2026-05-01")
        #expect(try scene.assess("T05", asOf: "2026-04-30").numerator == Rational(2))
        let revised = try scene.assess("T05", asOf: "2026-05-01")
        #expect(revised.numerator == Rational(5))
        #expect(revised.state == .missed)
        #expect(revised.unusedFigures.contains { $0.reason == .superseded && $0.figure.period.description == "2024" })
    }
}

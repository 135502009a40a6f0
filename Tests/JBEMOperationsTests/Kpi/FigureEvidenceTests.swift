import JBEMCore
import JBEMOperations
import JBEMTestSupport
import Testing

/// What published numbers prove, alone and beside records.
@Suite struct FigureEvidenceTests {
    let scene = Scene.jiangbei()

    @Test func theFinalFigureWinsOverClosedRecordsAndTheDifferenceIsAFinding() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, on: "2026-01-10")
        scene.figure("accident.deaths", "2025", "5", on: "2026-03-20")
        let before = try scene.assess("T01", asOf: "2026-03-19")
        #expect(before.value == Rational(3))
        #expect(before.findings.isEmpty)
        let after = try scene.assess("T01", asOf: "2026-03-20")
        #expect(after.value == Rational(5))
        #expect(after.state == .met)
        let finding = try #require(after.findings.first)
        #expect(finding.figure.value == Rational(5))
        #expect(finding.recorded == Rational(3))
        #expect(finding.isClosed)
        #expect(after.steps.contains { $0.label.zh == "不一致" && $0.value?.zh.contains("公布数 5，台账 3") == true })
    }

    @Test func aFinalFigureThatAgreesWithTheRecordsIsNoFinding() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, on: "2026-01-10")
        scene.figure("accident.deaths", "2025", "3", on: "2026-03-20")
        #expect(try scene.assess("T01", asOf: "2026-03-20").findings.isEmpty)
    }

    @Test func openRecordsThatExceedTheFinalFigureAreAFinding() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 7)
        scene.figure("accident.deaths", "2025", "5", on: "2026-03-20")
        let assessment = try scene.assess("T01", asOf: "2026-03-20")
        #expect(assessment.value == Rational(5))
        #expect(assessment.findings.map(\.isClosed) == [false])
    }

    @Test func closedRecordsWinOverAPreliminaryFigure() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, on: "2026-01-10")
        scene.figure("accident.deaths", "2025", "5", status: "preliminary", on: "2026-01-05")
        let assessment = try scene.assess("T01", asOf: "2026-03-20")
        #expect(assessment.value == Rational(3))
        #expect(assessment.unusedFigures.map(\.reason) == [.outranked])
    }

    @Test(arguments: [("17", AssessmentState.met), ("18", .met), ("19", .missed)])
    func aPreliminaryFigureIsPendingAndTheFinalOneDecides(_ value: String, _ expected: AssessmentState) throws {
        scene.figure("accident.deaths", "2025", value, status: "preliminary", on: "2026-01-20")
        scene.figure("accident.deaths", "2025", value, on: "2026-03-20")
        let preliminary = try scene.assess("T01", asOf: "2026-03-19")
        #expect(preliminary.state == .pending)
        #expect(preliminary.isProvisional)
        let final = try scene.assess("T01", asOf: "2026-03-20")
        #expect(final.state == expected)
        #expect(final.isProvisional == false)
    }

    @Test func quartersThatTileAYearMakeTheYear() throws {
        for (quarter, value) in [(1, "4"), (2, "5"), (3, "4"), (4, "5")] {
            scene.figure("accident.deaths", "2025Q\(quarter)", value, on: "2026-02-0\(quarter)")
        }
        #expect(try scene.assess("T01", asOf: "2026-02-03").state == .noData)
        let assessment = try scene.assess("T01", asOf: "2026-02-04")
        #expect(assessment.value == Rational(18))
        #expect(assessment.state == .met)
        #expect(assessment.steps.contains { $0.value?.zh == "18，分期数拼合" })
    }

    @Test func quartersThatDoNotTileTheYearAreListedAsUnused() throws {
        for (quarter, value) in [(1, "4"), (2, "5"), (4, "5")] {
            scene.figure("accident.deaths", "2025Q\(quarter)", value, on: "2026-02-0\(quarter)")
        }
        let assessment = try scene.assess("T01", asOf: "2026-06-30")
        #expect(assessment.state == .noData)
        #expect(assessment.unusedFigures.contains { $0.figure.period.description == "2025Q4" && $0.reason == .untiled })
    }

    @Test func aPreliminaryQuarterMakesTheYearPending() throws {
        for (quarter, status) in [(1, "final"), (2, "final"), (3, "final"), (4, "preliminary")] {
            scene.figure("accident.deaths", "2025Q\(quarter)", "4", status: status, on: "2026-02-01")
        }
        #expect(try scene.assess("T01", asOf: "2026-06-30").state == .pending)
    }

    /// The plan's own preliminary first quarters of 2021 and 2022 never make a year.
    @Test func oneQuarterDoesNotMakeAYear() throws {
        let assessment = try scene.assess("T01", asOf: "2023-06-30", period: "2022")
        #expect(assessment.state == .noData)
        #expect(assessment.unusedFigures.contains { $0.figure.period.description == "2022Q1" && $0.reason == .untiled })
    }

    @Test func aFigureOfAnotherPlaceDoesNotCount() throws {
        scene.figure("accident.deaths", "2025", "3", on: "2026-03-20", region: "500105001")
        #expect(try scene.assess("T01", asOf: "2026-06-30").state == .noData)
    }

    @Test func aSpanOfYearsServesTheCapButNoSingleYear() throws {
        scene.figure("accident.deaths", "2024/2025", "30", on: "2026-03-20")
        let assessment = try scene.assess("T01", asOf: "2026-06-30")
        #expect(assessment.state == .noData)
        #expect(assessment.unusedFigures.contains { $0.figure.period.description == "2024/2025" && $0.reason == .severalYears })
    }
}

/// The totals of disasters: the district's own row or the sum of its streets, never both.
@Suite struct DisasterEvidenceTests {
    let scene = Scene.jiangbei()

    init() {
        scene.load("disaster", ["case_no,kind,title,began_on,office,region", "D-1,flood,d,2024-12-30,500105000,500105"])
        scene.load("victim", ["disaster,number,name,fate,happened_on,region", "D-1,1,甲,dead,2025-01-02,500105001"])
        scene.load(
            "disaster-report",
            [
                "disaster,region,kind,reported_at,affected,deaths,missing,direct_loss(万元)",
                "D-1,500105001,initial,2024-12-31 08:00,100,0,0,10.5",
                "D-1,500105002,initial,2024-12-31 09:00,50,0,2,4.5",
                "D-1,500105001,follow_up,2025-01-03 08:00,130,1,0,12.25",
                "D-1,500105,verified,2025-01-20 10:00,200,1,1,20",
            ])
    }

    @Test(arguments: [("2024-12-31", 150, 0), ("2025-01-02", 150, 0), ("2025-01-03", 180, 1), ("2025-01-20", 200, 1)])
    func theNewestReportsAddUpUntilTheDistrictVerifies(_ asOf: String, _ affected: Int, _ deaths: Int) throws {
        #expect(try scene.assess("T06", asOf: asOf, period: "2024").numerator == Rational(affected))
        #expect(try scene.assess("T05", asOf: asOf, period: "2024").numerator ?? .zero == Rational(deaths))
    }

    @Test func lossIsCountedInTenThousandYuan() throws {
        #expect(try scene.assess("T04", asOf: "2025-01-02", period: "2024").numerator == Rational(15))
        #expect(try scene.assess("T04", asOf: "2025-01-03", period: "2024").numerator == Rational(67, over: 4))
        #expect(try scene.assess("T04", asOf: "2025-01-20", period: "2024").numerator == Rational(20))
    }

    @Test func aDisasterCountsInTheYearItBegan() throws {
        scene.close(2024, on: "2025-02-01", noun: "disaster")
        scene.close(2025, on: "2026-02-01", noun: "disaster")
        let trend = try scene.assess("T57", asOf: "2026-02-28").trend
        #expect(trend.map(\.year).suffix(2) == [2024, 2025])
        #expect(trend.suffix(2).map(\.value) == [Rational(20), .zero])
    }

    @Test func theMissingAreShownInTheirOwnReadingAndNotCounted() throws {
        let report = try scene.report("T05", asOf: "2025-01-02", period: "2024")
        // Open reports without a death prove nothing, not even zero.
        #expect(report.assessment.numerator == nil)
        let other = try #require(report.alternatives.first { $0.reading.id == "deaths_missing" })
        #expect(other.assessment.numerator == Rational(2))
    }
}

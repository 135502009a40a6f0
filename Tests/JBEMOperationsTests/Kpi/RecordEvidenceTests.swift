import JBEMCore
import JBEMOperations
import JBEMTestSupport
import Testing

/// What the records of accidents prove, open and closed.
@Suite struct RecordEvidenceTests {
    let scene = Scene.jiangbei()

    @Test func openMonthsAreALowerBound() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        let running = try scene.assess("T01", asOf: "2025-08-15")
        #expect(running.value == Rational(3))
        #expect(running.isLowerBound)
        #expect(running.covered.isEmpty)
        #expect(![.met, .onTrack].contains(running.state))
    }

    @Test func openMonthsNeverProveThatATargetWasMet() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        let over = try scene.assess("T01", asOf: "2026-06-30")
        #expect(over.state == .noData)
        #expect(over.isLowerBound)
        #expect(over.missing.contains { $0.measure == "accident.deaths" && $0.reason == .notClosed })
    }

    @Test(arguments: [("2025-04-15", 18, AssessmentState.missed), ("2025-04-15", 17, .noData)])
    func openMonthsProveThatATargetWasMissed(_ asOf: String, _ deaths: Int, _ expected: AssessmentState) throws {
        scene.accident("A-1", on: "2025-03-10", deaths: deaths)
        scene.accident("A-2", on: "2025-04-01", deaths: 1)
        let assessment = try scene.assess("T01", asOf: asOf)
        #expect(assessment.value == Rational(deaths + 1))
        if expected == .missed {
            #expect(assessment.state == .missed)
        } else {
            #expect(assessment.state != .missed && assessment.state != .met)
        }
    }

    @Test func closingTheMonthsMakesTheYearCount() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, on: "2026-01-10")
        #expect(try scene.assess("T01", asOf: "2026-01-09").state == .noData)
        let closed = try scene.assess("T01", asOf: "2026-01-10")
        #expect(closed.state == .met)
        #expect(closed.value == Rational(3))
        #expect(!closed.isLowerBound)
        #expect(closed.coveredText == "2025")
        let rows = closed.steps.flatMap(\.sources).filter { $0.kind == .records }.flatMap(\.keys)
        #expect(rows == ["AC-500105000-1"])
    }

    @Test func aClosedYearWithoutAnyAccidentIsZeroNotUnknown() throws {
        scene.close(2025, on: "2026-01-10")
        let assessment = try scene.assess("T01", asOf: "2026-01-31")
        #expect(assessment.value == .zero)
        #expect(assessment.state == .met)
    }

    @Test func oneOpenMonthKeepsTheYearOpen() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, months: 1...11, on: "2026-01-10")
        let assessment = try scene.assess("T01", asOf: "2026-06-30")
        #expect(assessment.state == .noData)
        #expect(assessment.coveredText == "2025-01/2025-11")
        #expect(assessment.missing.map(\.period.description) == ["2025-12"])
        #expect(assessment.missing.map(\.reason) == [.notClosed])
    }

    @Test func aLaterReportMakesTheClosingStale() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, on: "2026-01-10")
        scene.report("A-1", kind: "final", at: "2026-02-01T09:00", deaths: 4)
        let before = try scene.assess("T01", asOf: "2026-01-31")
        #expect(before.state == .met)
        #expect(before.value == Rational(3))
        let after = try scene.assess("T01", asOf: "2026-02-01")
        #expect(after.state == .noData)
        #expect(after.value == Rational(4))
        #expect(after.isLowerBound)
        #expect(after.missing.map(\.period.description).contains { $0.hasPrefix("2025-03") })
    }

    @Test func closingAgainMakesTheMonthCountAgain() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 3)
        scene.close(2025, on: "2026-01-10")
        scene.report("A-1", kind: "final", at: "2026-02-01T09:00", deaths: 4)
        scene.close(2025, months: 3...3, on: "2026-02-05")
        #expect(try scene.assess("T01", asOf: "2026-02-04").state == .noData)
        let closed = try scene.assess("T01", asOf: "2026-02-05")
        #expect(closed.state == .met)
        #expect(closed.value == Rational(4))
    }

    @Test func anAccidentRecordedAfterTheClosingOpensItsMonth() throws {
        scene.close(2025, on: "2026-01-10")
        scene.accident("A-9", on: "2025-11-20", deaths: 1)
        #expect(try scene.assess("T01", asOf: "2026-06-30").state == .noData)
    }

    @Test(arguments: [
        ("industry_trade", "2025-12-20", "2026-01-18", "2026-01-19"), ("road_traffic", "2025-12-28", "2026-01-03", "2026-01-04"),
        ("fire", "2025-12-28", "2026-01-03", "2026-01-04"),
    ])
    func aClosedYearIsPendingUntilItsLastAccidentSettles(_ sector: String, _ day: String, _ before: String, _ after: String) throws {
        scene.accident("A-1", on: day, deaths: 1, sector: sector)
        scene.close(2025, on: "2026-01-02")
        let pending = try scene.assess("T01", asOf: before)
        #expect(pending.state == .pending)
        #expect(pending.isProvisional)
        #expect(pending.settledOn == CalendarDate(iso: after))
        let settled = try scene.assess("T01", asOf: after)
        #expect(settled.state == .met)
        #expect(settled.isProvisional == false)
    }

    @Test func deathsRiseFromTheInitialToTheFinalReport() throws {
        scene.accident("A-1", on: "2025-02-01", deaths: 1)
        scene.report("A-1", kind: "final", at: "2025-02-20T10:00", deaths: 3)
        #expect(try scene.assess("T01", asOf: "2025-02-19").value == Rational(1))
        #expect(try scene.assess("T01", asOf: "2025-02-20").value == Rational(3))
        // The grade follows the toll: three dead make it a larger accident.
        #expect(try scene.assess("T02", asOf: "2025-02-19").value == .zero)
        #expect(try scene.assess("T02", asOf: "2025-02-20").value == Rational(1))
    }

    @Test func anAccidentLateOnNewYearsEveInUTCCountsInTheLocalYear() throws {
        scene.run(
            "accident add case_no=A-1 occurred_at=2020-12-31T18:00:00Z region=500105001 office=500105001 title=x sector=industry_trade is_production=1"
        )
        scene.report("A-1", kind: "initial", at: "2021-01-01T09:00", deaths: 2)
        let later = try scene.assess("T01", asOf: "2023-06-30", period: "2021")
        #expect(later.value == Rational(2))
        #expect(later.period?.description == "2021")
        let earlier = try scene.assess("T01", asOf: "2023-06-30", period: "2020")
        #expect(earlier.value == Rational(20))
        #expect(earlier.findings.isEmpty)
    }

    @Test func aDuplicateDoesNotCountAndSaysWhy() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 1)
        scene.accident("A-2", on: "2025-03-10", deaths: 1, extra: "exclusion=duplicate duplicate_of=A-1 exclusion_reason=twice")
        #expect(try scene.assess("T01", asOf: "2025-12-31").value == Rational(1))
        let row = scene.run("accident list --fields case_no,counts,counts_reason --csv")
        #expect(row.contains("A-2,0,duplicate"))
        #expect(row.contains("A-1,1,counts"))
    }

    @Test(arguments: ["reclassified", "natural_cause", "not_production", "other"])
    func anExcludedAccidentDoesNotCountAndSaysWhy(_ exclusion: String) throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 1)
        scene.accident("A-2", on: "2025-04-10", deaths: 5, extra: "exclusion=\(exclusion) exclusion_reason=decision-7")
        #expect(try scene.assess("T01", asOf: "2025-12-31").value == Rational(1))
        #expect(try scene.assess("T02", asOf: "2025-12-31").value == .zero)
        #expect(scene.run("accident list --fields case_no,counts_reason --csv").contains("A-2,\(exclusion)"))
    }

    @Test func aMajorAccidentLeavesTheCountOfLargerOnesUntouched() throws {
        scene.accident("A-1", on: "2025-03-10", deaths: 10)
        let report = try scene.report("T02", asOf: "2025-12-31")
        #expect(report.assessment.value == .zero)
        let above = try #require(report.alternatives.first)
        #expect(above.reading.id == "larger_or_above")
        #expect(above.assessment.value == Rational(1))
        #expect(try scene.assess("T40", asOf: "2025-12-31").state == .missed)
    }

    @Test func thePeriodAskedForEndsTheEvidence() throws {
        scene.accident("A-1", on: "2024-03-10", deaths: 2)
        scene.accident("A-2", on: "2025-03-10", deaths: 5)
        scene.close(2024, on: "2025-01-10")
        let assessment = try scene.assess("T01", asOf: "2026-06-30", period: "2024")
        #expect(assessment.value == Rational(2))
        #expect(assessment.moment.day == CalendarDate(iso: "2024-12-31"))
    }
}

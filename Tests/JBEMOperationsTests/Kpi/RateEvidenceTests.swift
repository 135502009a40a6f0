import JBEMCore
import JBEMOperations
import JBEMTestSupport
import Testing

/// Rates that are worked out from records.
@Suite struct RateEvidenceTests {
    let scene = Scene.jiangbei()

    /// T45: a sector counts as long as somebody is its regulator.
    @Test func sectorsWithARegulatorAreCountedByDay() throws {
        #expect(try scene.assess("T45", asOf: "2025-12-31").state == .noData)
        scene.load("person", ["number,name,office,valid_to", "P-1,甲某,50010501,", "P-2,乙某,50010501,2025-06-30"])
        scene.load(
            "duty",
            [
                "number,person,role,sector,office,valid_from,valid_to", "D-1,P-1,regulator,消防,50010501,2025-01-01,",
                "D-2,P-1,regulator,燃气,50010501,2025-03-01,2025-09-30",
            ]
                + ["D-3,P-2,regulator,工贸,50010501,2025-01-01,"])
        #expect(try scene.assess("T45", asOf: "2025-02-01").value == Rational(200, over: 12))
        #expect(try scene.assess("T45", asOf: "2025-06-30").value == Rational(300, over: 12))
        #expect(try scene.assess("T45", asOf: "2025-07-01").value == Rational(200, over: 12), "a person out of office is no regulator")
        let last = try scene.assess("T45", asOf: "2026-02-01")
        #expect(last.value == Rational(100, over: 12) && last.state == .missed)
        #expect(last.steps.contains { $0.value?.zh.contains("1 ÷ 12") == true && $0.sources.contains { $0.keys.contains("gas") } })
    }

    @Test func itIsPendingUntilEverythingCanHaveBeenEntered() throws {
        scene.load("person", ["number,name,office", "P-1,甲某,50010501"])
        scene.load("duty", ["number,person,role,sector,office,valid_from", "D-1,P-1,regulator,消防,50010501,2025-01-01"])
        #expect(try scene.assess("T45", asOf: "2026-01-05").state == .pending)
        // 2026-01-01…03 are days off and 2026-01-04, a Sunday, is worked: the fifth working day is 8 January.
        #expect(try scene.assess("T45", asOf: "2026-01-07").state == .pending)
        #expect(try scene.assess("T45", asOf: "2026-01-08").state == .missed)
    }
}

import JBEMCore
import JBEMOperations
import JBEMStore
import JBEMTestSupport
import Testing

/// Comparison of plans with each other, with their text and with what the store knows.
@Suite struct PlanReportTests {
    let scene = Scene(.nothing)

    init() {
        scene.run("init --office 7700012")
        scene.run("plan load \(OtherDistrict.plan)")
    }

    // MARK: - Text

    private var lines: [String] {
        (TestFile.text("\(OtherDistrict.plan)/plan.txt") ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func states(_ lines: [String]) throws -> [String: CheckPlanText.Row] {
        scene.test.add("text", lines.joined(separator: "\n"))
        return try CheckPlanText(nil, file: "text").run(scene.session).reduce(into: [:]) { $0[$1.clause.id] = $1 }
    }

    @Test func theTextOfThePlanIsTheSame() throws {
        let rows = try states(lines)
        #expect(rows.count == 5)
        #expect(rows.values.allSatisfy { $0.state == .same && $0.line == $0.clause.line })
        #expect(rows["C1"]?.indicators == ["S01", "S09"])
    }

    @Test func blanksDoNotChangeAClause() throws {
        let spaced = lines.map { "　" + $0.map { "\($0) " }.joined() }
        #expect(try states(spaced).values.allSatisfy { $0.state == .same })
    }

    @Test func lineEndsOfWindowsDoNotChangeAClause() throws {
        let rows = try states(lines.map { "\($0)\r" })
        #expect(rows.values.allSatisfy { $0.state == .same })
    }

    @Test func movedChangedAndMissingClausesAreTold() throws {
        var edited = lines
        edited.insert("新插入的一段。", at: 0)
        edited[4] = edited[4].split(separator: "2.5").joined(separator: "2.0")
        edited.removeAll { $0.hasPrefix("四") }
        let rows = try states(edited)
        #expect(rows["C1"]?.state == .moved)
        #expect(rows["C1"]?.line == 4)
        #expect(rows["C2"]?.state == .changed)
        #expect(rows["C2"]?.line == 5)
        #expect(rows["C4"]?.state == .missing)
        #expect(rows["C4"]?.line == nil)
        #expect(rows["C5"]?.state == .same)
    }

    // MARK: - Difference

    @Test func aPlanDoesNotDifferFromItself() throws {
        #expect(try DiffPlans("qingya-2026-2030", "qingya-2026-2030").run(scene.session).isEmpty)
    }

    @Test func theDifferenceOfTwoVersionsIsNamedByFieldAndIndicator() throws {
        let folder = PlanFolder()
        for file in ["plan", "clause", "indicator", "target", "milestone"] { folder.change(file, "qingya-2026-2030", "qingya-b") }
        folder.change("target", "le,6,absolute", "lt,6,absolute")
        folder.change("indicator", "S06,8,,C5,预警广播覆盖率,siren coverage,binding", "S06,8,,C5,预警广播覆盖率,siren coverage,expected")
        folder.change("indicator", "S08", "S10")
        folder.change("target", "S08", "S10")
        scene.run("plan load \(folder.path)")
        let rows = try DiffPlans("qingya-2026-2030", "qingya-b").run(scene.session)
        let texts = rows.map { "\($0.indicator) \($0.kind.rawValue) \($0.field) \($0.old?.zh ?? "")→\($0.new?.zh ?? "")" }
        #expect(
            texts == [
                "S01 changed target ≤ 6→< 6", "S06 changed nature binding→expected", "S08 removed indicator 微型消防站→",
                "S10 added indicator →微型消防站",
            ])
    }

    // MARK: - Coverage

    @Test func coverageNamesTheIndicatorsThatHaveData() throws {
        func known(_ asOf: String) throws -> [String] {
            try PlanCoverage(nil, asOf: CalendarDate(iso: asOf)).run(scene.session).flatMap(\.withData)
        }
        #expect(try known("2031-06-30") == ["S04", "S04.1", "S04.2"])
        scene.figure("qingya.siren_rate", "2030-12-31", "96", unit: "percent", on: "2031-01-15", region: "772000")
        #expect(try known("2031-06-30") == ["S04", "S04.1", "S04.2", "S06"])
        #expect(try known("2031-01-14") == ["S04", "S04.1", "S04.2"])
        scene.accident("A-1", on: "2026-02-03", deaths: 1, region: "771001001", office: "7700021")
        #expect(try known("2031-06-30").contains("S01"))
    }

    @Test func everyClauseIsListedWithItsIndicators() throws {
        let rows = try PlanCoverage(nil, asOf: nil).run(scene.session)
        #expect(rows.map(\.clause.id) == ["C1", "C2", "C3", "C4", "C5"])
        #expect(rows.map { $0.indicators.count } == [2, 1, 1, 4, 3])
    }
}

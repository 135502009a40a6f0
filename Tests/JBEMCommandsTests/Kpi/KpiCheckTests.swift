import JBEMCore
import JBEMTestSupport
import Testing

/// The check for scripts and the what-if question.
@Suite struct KpiCheckTests {
    @Test func aMetPlanIsZeroAndSaysNothingOnStandardOutput() {
        let result = KpiStore.sample.session().run("kpi check --as-of 2026-06-30")
        #expect(result.code == 0)
        #expect(result.out.isEmpty)
        #expect(result.err.contains("没有问题"))
    }

    @Test func troubleIsOneLineEachWithItsOffice() {
        let result = KpiStore.sample.session(.en).run("kpi check --as-of 2023-08-15")
        #expect(result.code == 1)
        let lines = result.out.split(separator: "\n").dropFirst()
        #expect(lines.map { $0.prefix(3) } == ["T01", "T02", "T03"])
        #expect(lines.allSatisfy { $0.hasSuffix("responsible: Yunling Emergency Management Bureau (fictional)") })
        #expect(result.err.isEmpty)
    }

    @Test(
        arguments: [
            ("", 1, ["T01", "T02", "T03"]), ("--allow no_data", 1, ["T01", "T02"]), ("--allow off_track", 1, ["T03"]),
            ("--allow no_data --allow off_track", 0, []),
        ] as [(String, Int32, [String])])
    func statesMayBeLetPass(_ options: String, _ code: Int32, _ ids: [String]) {
        let result = KpiStore.sample.session().run("kpi check --as-of 2023-08-15 \(options)")
        #expect(result.code == code)
        #expect(result.out.split(separator: "\n").filter { $0.hasPrefix("T") }.map { String($0.prefix(3)) } == ids)
    }

    @Test func missingDataOfTheRealDistrictMayBeLetPass() {
        let session = KpiStore.jiangbei.session()
        #expect(session.run("kpi check --as-of 2024-01-31").code == 1)
        #expect(session.run("kpi check --as-of 2024-01-31 --allow no_data").code == 0)
    }

    @Test func anUnknownStateIsAUsageErrorThatListsTheStates() {
        let result = KpiStore.jiangbei.session(.en).run("kpi check --allow nodata")
        #expect(result.code == 64)
        #expect(result.err.contains("no_data"))
    }

    @Test func cronHearsNothingOfAPlanWithoutTrouble() {
        let session = KpiStore.sample.session()
        #expect(session.run("kpi check --cron --as-of 2026-06-30") == .init(code: 0, out: "", err: ""))
    }

    // MARK: - What if

    private func chance(_ session: TestSession, _ options: String) -> Double {
        let out = session.output("kpi forecast T01 --as-of 2025-07-15 --json \(options)")
        let text = out.split(separator: "\"forecast\":{\"probability\":").last?.prefix { $0 != "," } ?? ""
        return Double(text) ?? .nan
    }

    @Test func twoMoreDeathsLowerTheChance() {
        let session = KpiStore.sample.session()
        let (now, later) = (chance(session, ""), chance(session, "--with deaths=+2"))
        #expect(now > later)
        #expect(later > 0)
        #expect(chance(session, "--with accident.deaths=2") == later)
        #expect(chance(session, "--with deaths=+0") == now)
    }

    @Test func enoughDeathsMakeTheTargetMissed() {
        let out = KpiStore.sample.session().output("kpi show T01 --as-of 2025-07-15 --with deaths=+19 --json")
        #expect(out.contains("\"state\":\"missed\""))
    }

    @Test(arguments: ["deaths", "deaths=-1", "deaths=many", "rain=+1"])
    func aBadAssumptionIsAUsageError(_ assumption: String) {
        #expect(KpiStore.sample.session().run("kpi forecast T01 --with \(assumption)").code == 64)
    }

    @Test func assumptionsAreNotWritten() {
        let session = KpiStore.sample.session()
        let before = content(session)
        session.output("kpi forecast T01 --as-of 2025-07-15 --with deaths=+2")
        #expect(content(session) == before)
    }

    // MARK: - Parts

    @Test func theStreetsAddUpToTheDistrict() {
        let session = KpiStore.sample.session()
        let rows = session.output("kpi list T01 --by region --period 2025 --as-of 2026-06-30 --csv").split(separator: "\n")
        let column = rows.first?.split(separator: ",").firstIndex(of: "numerator") ?? 0
        let sum = rows.dropFirst().compactMap { Int($0.split(separator: ",", omittingEmptySubsequences: false)[column]) }.reduce(0, +)
        #expect(rows.count == 12)
        #expect(sum == 16)
    }
}

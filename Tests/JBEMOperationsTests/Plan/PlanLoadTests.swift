import JBEMCore
import JBEMOperations
import JBEMStore
import JBEMTestSupport
import Testing

/// Loading of plan folders and the choice of the plan in use.
@Suite struct PlanLoadTests {
    let scene = Scene(.nothing)

    init() {
        scene.run("init --office 7700012")
    }

    private func load(_ folder: String, use: Bool = false, dryRun: Bool = false) throws -> LoadPlan.Output {
        try LoadPlan(folder, putsToUse: use, options: .init(isDryRun: dryRun, name: "plan load", arguments: [folder])).run(scene.session)
    }

    private func failure(_ folder: String) throws -> Failure {
        try #require(throws: Failure.self) { try load(folder) }
    }

    private func keys() throws -> [String] { try scene.session.open(.read).read { try PlanStore.keys($0) } }

    @Test func theFirstPlanIsPutToUse() throws {
        let output = try load(OtherDistrict.plan)
        #expect(output.plan == "qingya-2026-2030")
        #expect(output.isInUse)
        #expect(output.report.change == 2)
        #expect(try ReadPlan(nil).run(scene.session).plan.key == "qingya-2026-2030")
    }

    @Test func loadingTwiceChangesNothing() throws {
        _ = try load(OtherDistrict.plan)
        let again = try load(OtherDistrict.plan)
        #expect(again.report.change == nil)
        #expect(again.report.rows == 0)
        #expect(again.summaries.allSatisfy { $0.inserted == 0 && $0.updated == 0 && $0.unchanged > 0 })
    }

    @Test func aChangedTargetIsUpdatedInPlace() throws {
        _ = try load(OtherDistrict.plan)
        let folder = PlanFolder()
        folder.change("target", "le,6,absolute", "le,7,absolute")
        let output = try load(folder.path)
        #expect(output.summaries.reduce(0) { $0 + $1.updated } == 1)
        let bound = try ReadPlan(nil).run(scene.session).plan.catalog["S01"]?.chosen?.bound
        #expect(bound?.limit == .absolute(Rational(7)))
    }

    @Test func oneLoadIsOneChangeAndOneUndo() throws {
        _ = try load(OtherDistrict.plan)
        scene.run("undo")
        #expect(try keys().isEmpty)
        #expect(scene.test.run("kpi list").code == 78)
        scene.run("redo")
        #expect(try keys() == ["qingya-2026-2030"])
    }

    @Test func aDryRunWritesNothing() throws {
        let output = try load(OtherDistrict.plan, dryRun: true)
        #expect(output.report.isDryRun)
        #expect(try keys().isEmpty)
    }

    @Test(arguments: [
        ("le,6,absolute", "le,,absolute", "S01", "value"),
        ("ratio,accident.deaths,population.resident,10", "ratio,accident.deaths,,10", "S02", "denominator"),
        ("mean,2026,2028,mean_of_ratios", "mean,,2028,mean_of_ratios", "S03", "from_year"),
    ])
    func aTargetWhoseColumnsDoNotFitIsRefusedByName(_ old: String, _ new: String, _ indicator: String, _ field: String) throws {
        let folder = PlanFolder()
        folder.change("target", old, new)
        let failure = try failure(folder.path)
        #expect(failure.kind == .data)
        let location = [failure.location].compactMap(\.self) + failure.details.map(\.location)
        #expect(location.contains { $0.text.contains(indicator) || $0.text.contains("target.csv") })
        #expect(location.contains { $0.field == field })
        #expect(try keys().isEmpty)
    }

    @Test func anUnknownMeasureIsRefusedWithItsLine() throws {
        let folder = PlanFolder()
        folder.change("target", "qingya.siren_rate", "qingya.siren_rat")
        let fault = try #require(try failure(folder.path).details.first)
        #expect(fault.location.file?.hasSuffix("target.csv") == true)
        #expect(fault.location.line == 10)
        #expect(fault.location.field == "numerator")
        #expect(try keys().isEmpty)
    }

    @Test(arguments: [
        ("indicator", "binding,起,accidents,C1", "binding,起,accidents,C9", "C9"),
        ("target", "S03,ratio_of_sums,0", "S03,ratio_of_sums,1", "S03"), ("target", "S08,main,1", "S08,main,0", "S08"),
        ("milestone", "S04.2,M1", "S04.7,M1", "S04.7"),
    ])
    func aPlanThatContradictsItselfIsRefused(_ file: String, _ old: String, _ new: String, _ named: String) throws {
        let folder = PlanFolder()
        folder.change(file, old, new)
        let failure = try failure(folder.path)
        #expect(failure.kind == .data)
        let texts = [failure.message.zh] + failure.details.map { $0.location.text + $0.reason.zh } + [failure.location?.text ?? ""]
        #expect(texts.contains { $0.contains(named) })
        #expect(try keys().isEmpty)
    }

    @Test func aFolderWithoutAPlanIsRefused() throws {
        let folder = TestFolder()
        folder.write("list,code,zh,en\nmeasure,x.y,甲,a\n", to: "code.csv")
        #expect(try failure(folder.path).kind == .data)
    }

    @Test func anUnknownKeyNamesThePlansThatComeWithTheProgram() throws {
        let failure = try failure("qingya")
        #expect(failure.kind == .notFound)
        #expect(failure.hints.contains { $0.en.contains("jiangbei-2021-2025") })
    }

    @Test func aSecondPlanWaitsUntilItIsPutToUse() throws {
        _ = try load("jiangbei-2021-2025")
        #expect(try load(OtherDistrict.plan).isInUse == false)
        #expect(try ReadPlan(nil).run(scene.session).plan.key == "jiangbei-2021-2025")
        _ = try UsePlan("qingya-2026-2030", options: .init(name: "plan use")).run(scene.session)
        #expect(try ReadPlan(nil).run(scene.session).plan.key == "qingya-2026-2030")
        #expect(try load("jiangbei-2021-2025", use: true).isInUse)
        #expect(try ReadPlan(nil).run(scene.session).plan.key == "jiangbei-2021-2025")
    }

    @Test func anUnknownPlanIsNotPutToUse() throws {
        _ = try load(OtherDistrict.plan)
        let failure = try #require(throws: Failure.self) { try UsePlan("x", options: .init(name: "plan use")).run(scene.session) }
        #expect(failure.kind == .notFound)
        #expect(try ReadPlan(nil).run(scene.session).plan.key == "qingya-2026-2030")
    }
}

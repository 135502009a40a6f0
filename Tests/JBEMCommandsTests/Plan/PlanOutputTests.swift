import JBEMCore
import JBEMTestSupport
import Testing

/// What people and machines read of plans.
@Suite struct PlanOutputTests {
    private static let folder = Repository.path + "/Tests/JBEMOperationsTests/Fixtures/qingya-2026-2030"

    /// A store of a small invented plan.
    private func session(_ language: Language, width: Int? = nil) -> TestSession {
        let session = TestSession(.nothing, language: language, width: width)
        session.output("init --office 7700012")
        session.output("plan load \(Self.folder)")
        return session
    }

    private static let views = [
        "plan", "plan show", "plan targets", "plan targets --readings", "plan coverage", "plan check --text '\(folder)/plan.txt' --all",
        "plan load '\(folder)'", "plan load jiangbei-2021-2025", "plan use jiangbei-2021-2025", "plan load nowhere", "plan use nowhere",
        "plan show nowhere",
    ]

    @Test(arguments: Language.allCases, [80, nil] as [Int?])
    func plansReadWell(_ language: Language, _ width: Int?) {
        let text = session(language, width: width).transcript(Self.views)
        expectKept(text, "plan-views.\(width.map(String.init) ?? "pipe").\(language.rawValue).txt")
    }

    @Test func machinesReadTheSameInBothLanguages() {
        let lines = ["plan show --json", "plan targets --json", "plan targets --readings --csv", "plan coverage --json -q"]
        let texts = Language.allCases.map { session($0).transcript(lines) }
        #expect(texts[0] == texts[1])
        expectKept(texts[0], "plan-views.machine.txt")
    }

    @Test(arguments: Language.allCases) func theTextIsComparedClauseByClause(_ language: Language) {
        let session = session(language)
        let lines = (TestFile.text("\(Self.folder)/plan.txt") ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        var edited = ["新插入的一段。"] + lines
        edited[4] = "二、2030年每十万人口死亡人数低于2.0人。"
        edited.removeAll { $0.hasPrefix("四") }
        session.add("same.txt", lines.joined(separator: "\n"))
        session.add("edited.txt", edited.joined(separator: "\n"))
        let views = ["same.txt", "edited.txt", "edited.txt --all", "nowhere.txt"].map { "plan check --text \($0)" }
        expectKept(session.transcript(views), "plan-check.\(language.rawValue).txt")
        #expect(session.run("plan check --text same.txt").code == 0)
        #expect(session.run("plan check --text edited.txt").code == 1)
        #expect(session.run("plan check --text nowhere.txt").code == 66)
    }

    @Test func twoPlansDifferWithCodeOne() {
        let session = session(.en)
        session.output("plan load jiangbei-2021-2025")
        #expect(
            session.run("plan diff qingya-2026-2030 qingya-2026-2030")
                == .init(code: 0, out: "indicator  difference  field  qingya-2026-2030  qingya-2026-2030\n", err: ""))
        let result = session.run("plan diff qingya-2026-2030 jiangbei-2021-2025 --csv")
        #expect(result.code == 1)
        let kinds = result.out.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
        #expect(kinds.filter { $0 == "removed" }.count == 11)
        #expect(kinds.filter { $0 == "added" }.count == 100)
    }

    @Test func aTargetWithoutItsValueIsRefusedByName() {
        let session = TestSession(.nothing)
        session.output("init --office 7700012")
        let copy = TestFolder()
        for name in ["clause", "code", "indicator", "milestone", "office", "plan", "region", "target"] {
            let text = TestFile.text("\(Self.folder)/\(name).csv") ?? ""
            copy.write(text.split(separator: "le,6,absolute").joined(separator: "le,,absolute"), to: "\(name).csv")
        }
        let before = content(session)
        let result = session.run("plan load \(copy.path)")
        #expect(result.code == 65)
        #expect(result.err.contains("S01"))
        #expect(result.err.contains("value"))
        #expect(content(session) == before)
    }

    /// A load adds and changes; it takes nothing away, and says so.
    @Test func whatIsNotInTheFolderIsTold() {
        let session = session(.en)
        let copy = TestFolder()
        for name in ["clause", "code", "indicator", "office", "plan", "region", "target"] {
            copy.write(TestFile.text("\(Self.folder)/\(name).csv") ?? "", to: "\(name).csv")
        }
        #expect(session.run("plan load \(copy.path)").err == "")
        let milestones = (TestFile.text("\(Self.folder)/milestone.csv") ?? "").split(separator: "\n")
        copy.write(milestones.dropLast().joined(separator: "\n") + "\n", to: "milestone.csv")
        let before = content(session)
        let result = session.run("plan load \(copy.path)")
        let list = "jbem milestone list --where plan=qingya-2026-2030"
        #expect(result.code == 0)
        #expect(result.err == "milestone: 1 more in the store than in the folder, left as they are (\(list))\n")
        #expect(content(session) == before)
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// What people and machines read of the indicators.
@Suite struct KpiOutputTests {
    private static let core = ["T01", "T02", "T03", "T04", "T05", "T06"]

    private static func views(_ options: String) -> [String] {
        ["kpi \(options)", "kpi show T02 \(options)", "kpi forecast T02 \(options)"]
            + ["T01", "T02", "T03"].map { "kpi explain \($0) \(options)" }
    }

    private static let jiangbei = views("--period 2023 --as-of 2024-01-31")
    private static let sample =
        views("--as-of 2023-08-15") + ["kpi list T01 T02 --by region --period 2025 --as-of 2026-06-30"]
        + core.map { "kpi explain \($0) --as-of 2026-06-30" }

    @Test(arguments: Language.allCases, [80, nil] as [Int?])
    func theRealDistrictReadsWell(_ language: Language, _ width: Int?) {
        let session = KpiStore.jiangbei.session(language, width: width)
        expectKept(session.transcript(Self.jiangbei), "kpi-jiangbei.\(width.map(String.init) ?? "pipe").\(language.rawValue).txt")
    }

    @Test(arguments: Language.allCases, [80, nil] as [Int?])
    func theSampleDistrictReadsWell(_ language: Language, _ width: Int?) {
        let session = KpiStore.sample.session(language, width: width)
        expectKept(session.transcript(Self.sample), "kpi-sample.\(width.map(String.init) ?? "pipe").\(language.rawValue).txt")
    }

    @Test(arguments: Language.allCases) func allIndicatorsReadWell(_ language: Language) {
        let session = KpiStore.jiangbei.session(language, width: 80)
        let lines = ["kpi list --all --as-of 2024-01-31", "kpi explain T28 --as-of 2024-01-31", "kpi explain T41 --as-of 2024-01-31"]
        expectKept(session.transcript(lines), "kpi-all.\(language.rawValue).txt")
    }

    @Test func machinesReadTheSameInBothLanguages() {
        let lines =
            Self.views("--period 2023 --as-of 2024-01-31 --json") + [
                "kpi list --all --as-of 2024-01-31 --csv", "kpi T02 --as-of 2024-01-31 --jsonl", "kpi check --as-of 2024-01-31 --json",
            ]
        let texts = Language.allCases.map { KpiStore.jiangbei.session($0).transcript(lines) }
        #expect(texts[0] == texts[1])
        expectKept(texts[0], "kpi.machine.txt")
    }

    @Test func noLineIsWiderThanTheTerminal() {
        for language in Language.allCases {
            let session = KpiStore.sample.session(language, width: 80)
            for line in ["kpi --as-of 2023-08-15", "kpi --all --as-of 2026-06-30", "kpi explain T06 --as-of 2026-06-30"] {
                let wide = session.run(line).out.split(separator: "\n").filter { cells($0) > 80 }
                #expect(wide.isEmpty, "\(line): \(wide.first ?? "")")
            }
        }
    }

    /// Cells of a line: Chinese signs and full-width forms take two; good enough for these texts.
    private func cells(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0x9FFF).contains($1.value) || (0xFF00...0xFF60).contains($1.value) ? 2 : 1) }
    }

    @Test func everyBindingRedNamesTheOfficeThatAnswers() {
        let out = KpiStore.sample.session().run("kpi --as-of 2023-08-15").out
        let red = out.split(separator: "\n").filter {
            $0.hasPrefix("T0") && $0.contains("约束性") && ($0.contains("偏离目标") || $0.contains("未达到"))
        }
        #expect(red.count == 2)
        for id in red.map({ $0.prefix(3) }) {
            let alarm = out.split(separator: "\n").first { $0.hasPrefix(id) && $0.contains("责任单位") }
            #expect(alarm?.contains("云岭区应急管理局（虚构）") == true, "\(id)")
        }
    }

    @Test(arguments: [("kpi show T99", "T09"), ("kpi explain T1", "T01"), ("kpi list TO2", "T02")])
    func anUnknownIndicatorSuggestsACloseOne(_ line: String, _ close: String) {
        let session = KpiStore.jiangbei.session(.en)
        let result = session.run(line)
        #expect(result.code == 66)
        #expect(result.err.contains("has no indicator"))
        #expect(result.err.contains(close))
    }

    @Test func idsAreAcceptedInAnyCase() {
        let session = KpiStore.jiangbei.session()
        #expect(session.output("kpi t02 --as-of 2024-01-31") == session.output("kpi T02 --as-of 2024-01-31"))
        #expect(session.output("指标 list T02 --as-of 2024-01-31") == session.output("kpi list T02 --as-of 2024-01-31"))
    }

    @Test func aStoreWithoutAPlanSaysHowToGetOne() {
        let result = TestSession(.office, language: .en).run("kpi")
        #expect(result.code == 78)
        #expect(result.err.contains("plan load"))
    }
}

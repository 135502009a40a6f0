import JBEMCore
import JBEMTestSupport
import Testing

/// Every generic verb of every noun, as people and machines meet it.
@Suite struct GenericVerbTests {
    static let nouns = Catalog.schemas.map(\.noun)

    /// A record of each noun that every test store has.
    private static let examples: [String: String] = [
        "code": "'accident_type fire'", "region": "500105009", "office": "500105009", "accident-rule": "'general larger deaths'",
        "clock-rule": "'accident.settling road_traffic'", "figure": "FG-2", "person": "PE-1", "accident": "AC-1",
        "accident-report": "AR-2", "disaster": "DS-1", "disaster-report": "DR-2", "victim": "VI-1", "hazard": "HZ-1", "hazard-step": "HS-2",
        "closing": "CL-2", "plan": "t-2021",
        "clause": "t-2021/L20",
        "indicator": "t-2021/I1", "target": "t-2021/I1/single_year", "milestone": "t-2021/I1/M1",
        "risk-factor": "'lec.classic likelihood 0.5'", "risk-band": "'lec.classic extreme'", "hazmat-class": "W5.4",
        "hazmat-substance": "氯",
        "risk": "RK-1", "risk-substance": "RS-2", "holiday": "2024-10-12", "duty": "DU-1", "phone-check": "PC-2", "notice-board": "NB-1",
        "equipment": "EQ-1", "campaign": "CP-1", "inspect-form": "'site.daily 1'",
        "inspect-item": "'site.daily 1 2'", "inspect-rule": "risk.red", "draw": "SJ-2025-1", "draw-candidate": "DC-5",
        "draw-result": "DT-1",
        "inspect": "IN-1", "inspect-answer": "IA-1", "item": "TENT", "warehouse": "KD-QU", "lot": "L-T1", "movement": "DB-1",
        "posting": "'L-T1 KD-QU DB-1'", "norm": "DE-1", "scenario": "QJ-1", "need": "QJ-1/江边小学/TENT", "leg": "KD-QU/KD-GYQ",
        "contract": "CN-1",
    ]

    static func name(_ noun: String) -> String { examples[noun] ?? "?" }

    private static func lines(_ noun: String, options: String) -> [String] {
        let verbs = Catalog.schema(noun)!.verbs
        var lines = ["\(noun) list --limit 3\(options)"]
        // `plan show` is a domain verb with tests of its own.
        if verbs.contains(.show), noun != "plan" { lines.append("\(noun) show \(name(noun))\(options)") }
        if verbs.contains(.history) { lines.append("\(noun) history \(name(noun))\(options)") }
        return lines
    }

    @Test(arguments: nouns, Language.allCases) func listShowAndHistoryReadWellOnATerminal(noun: String, language: Language) {
        let session = TestSession(.few, language: language, width: 80)
        Golden.check(session.transcript(Self.lines(noun, options: "")), "\(noun).\(language.rawValue).txt")
    }

    @Test(arguments: nouns) func machinesReadTheSameInBothLanguages(noun: String) {
        let lines = Self.lines(noun, options: " --json") + ["\(noun) export --limit 3"]
        let texts = Language.allCases.map { TestSession(.few, language: $0).transcript(lines) }
        #expect(texts[0] == texts[1])
        Golden.check(texts[0], "\(noun).machine.txt")
    }

    @Test(arguments: nouns) func everyVerbOfTheSchemaIsACommand(noun: String) {
        let session = TestSession(.few)
        let help = session.output("\(noun) --help")
        for verb in Catalog.schema(noun)!.verbs where verb != .void {
            #expect(help.contains("\n  \(verb.rawValue) "), "\(verb.rawValue) is missing in the help")
            #expect(session.run("\(noun) \(verb.rawValue) --help").code == 0)
        }
        let missing = Set(RecordVerb.allCases).subtracting(Catalog.schema(noun)!.verbs).subtracting([.void])
        for verb in missing { #expect(session.run("\(noun) \(verb.rawValue)").code == 64) }
    }

    /// A key is never translated, renamed or removed: scripts rely on it.
    @Test func theKeysOfJSONAreKept() throws {
        let session = TestSession(.few)
        let keys = try Self.nouns.map { noun in
            let list = try StrictJSON.parse(session.output("\(noun) list --limit 1 --json"))
            let names = list.array?.first?.object?.members.map(\.name) ?? []
            return "\(noun): \(names.joined(separator: " "))\n"
        }
        Golden.check(keys.joined(separator: "\n"), "json-keys.txt")
    }

    @Test(arguments: nouns) func theFieldsOfAListCanBeChosen(noun: String) {
        let session = TestSession(.few)
        let schema = Catalog.schema(noun)!
        let names = schema.fields.prefix(2).map(\.name)
        let header = (schema.identity == .issued ? ["id"] : []) + names
        let text = session.output("\(noun) list --limit 1 --csv --fields \(names.joined(separator: ","))")
        #expect(text.split(separator: "\n").first.map(String.init) == header.joined(separator: ","))
        #expect(text.split(separator: "\n").count == 2)
    }
}

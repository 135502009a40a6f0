import JBEMCommands
import JBEMCore
import Testing

/// A line for each command of the program, to be run on the few records: nothing can be forgotten that must hold for all.
enum CommandLines {
    /// Lines of the verbs that every noun has, and of those that only write with `--dry-run`.
    static func generic(_ noun: String) -> [String] {
        let verbs = Catalog.schema(noun)!.verbs
        let name = GenericVerbTests.name(noun)
        var lines = ["\(noun) list --fields all"]
        // `plan show` is a verb of its own.
        if verbs.contains(.show), noun != "plan" { lines.append("\(noun) show \(name)") }
        if verbs.contains(.history) { lines.append("\(noun) history \(name)") }
        if verbs.contains(.export) { lines.append("\(noun) export") }
        if verbs.contains(.set) { lines.append("\(noun) set \(name) \(textField(noun))=改 -n") }
        if verbs.contains(.rm) { lines.append("\(noun) rm \(name) -n") }
        if verbs.contains(.add) { lines.append("\(noun) add \(textField(noun))=x -n") }
        if verbs.contains(.import) { lines.append("\(noun) import again-\(noun).json -n") }
        return lines
    }

    private static func textField(_ noun: String) -> String {
        Catalog.schema(noun)!.fields.last { field in
            if case .text = field.kind { return field.writability == .anyone && field.sensitivity == nil }
            return false
        }?.name ?? "note"
    }

    /// The lines of all other commands, by the words of the command.
    static let own: [String: [String]] = [
        "completion": ["completion bash"],
        "kpi list": ["kpi list --all", "kpi list --by region"], "kpi show": ["kpi show I1"], "kpi explain": ["kpi explain I1"],
        "kpi forecast": ["kpi forecast I1 --with deaths=+2"], "kpi check": ["kpi check"],
        "agenda list": ["agenda list --until 400d", "agenda list --ics --until 400d"], "agenda overdue": ["agenda overdue"],
        "dashboard": ["dashboard --once --view all"], "plan load": ["plan load nothing -n"], "plan use": ["plan use t-2021 -n"],
        "plan show": ["plan show"], "plan targets": ["plan targets --readings"], "plan coverage": ["plan coverage"],
        "plan diff": ["plan diff t-2021 t-2021"], "plan check": ["plan check --text plan.txt --all"],
        "hazard grade": ["hazard grade HZ-2 taken_by=P-1 kind=general -n"], "hazard order": step("order"), "hazard start": step("start"),
        "hazard extend": step("extend"), "hazard submit": step("submit"), "hazard recheck": step("recheck"),
        "hazard return": step("return"), "hazard tolerate": step("tolerate"), "hazard close": step("close"),
        "hazard reopen": step("reopen"),
        "hazard photo": ["hazard photo HZ-1 plan.txt -n"], "hazard overdue": ["hazard overdue"],
        "hazard due": ["hazard due --as-of 2024-03-01"], "hazard ledger": ["hazard ledger --period 2024 --by department --monthly"],
        "hazard rates": ["hazard rates --period 2024 --by office"], "hazard recurring": ["hazard recurring"],
        "hazard rank": ["hazard rank"],
        "hazard state-machine": ["hazard state-machine", "hazard state-machine --dot"],
        "risk assess": ["risk assess RK-1 profile=lec.classic likelihood=3 exposure=6 severity=15 -n"], "risk matrix": ["risk matrix"],
        "risk rank": ["risk rank"], "risk major-source": ["risk major-source", "risk major-source RK-1"],
        "duty gaps": ["duty gaps --from 2024-01-01 --to 2024-12-31 --by-role"],
        "duty conflicts": ["duty conflicts --from 2024-01-01 --to 2024-12-31"],
        "duty notice": ["duty notice FX-003", "duty notice FX-001 --publish -n"],
        "duty verify": ["duty verify P-1 -n"], "campaign progress": ["campaign progress"],
        "closing missing": ["closing missing --from 2024-01 --to 2024-08"],
        "holiday after": ["holiday after 2024-10-01 5"], "holiday count": ["holiday count 2024-10"],
        "inspect record": ["inspect record FX-002 inspector=P-1 number=JC-9 '1=fault:裂缝' --ok -n", "inspect record FX-002 -n"],
        "inspect finding": ["inspect finding JC-001 1 number=YH-9 -n"], "inspect calendar": ["inspect calendar --period 2025"],
        "inspect due": ["inspect due --days 60"], "inspect overdue": ["inspect overdue"],
        "inspect coverage": ["inspect coverage --period 2025 --by subject", "inspect coverage --period 2025 --gaps"],
        "inspect route": ["inspect route FX-001 --start FX-001"],
        "inspect draw announce": [
            "inspect draw announce number=SJ-9 office=500105000 objects=1 inspectors_per_object=1 public_source=x public_on=2026-12-01 --object FX-001 --inspector P-1 -n"
        ],
        "inspect draw run": ["inspect draw run SJ-2025-1 --public x -n"],
        "inspect draw show": ["inspect draw show SJ-2025-1", "inspect draw show SJ-2025-1 --inputs"],
        "inspect draw list": ["inspect draw list"], "inspect draw verify": ["inspect draw verify SJ-2025-1"],
        "stock balance": ["stock balance"], "stock receive": ["stock receive KD-QU TENT=5 --lot L-T1 -n"],
        "stock donate": ["stock donate KD-QU WATER=5 -n"],
        "stock requisition": ["stock requisition KD-QU TENT=5 -n"],
        "stock issue": ["stock issue KD-QU WATER=5 -n", "stock issue KD-GYQ WATER=5 -n"],
        "stock transfer": ["stock transfer KD-QU TENT=1 --to KD-GYQ -n"], "stock arrive": ["stock arrive DB-1 -n"],
        "stock return": ["stock return FF-1 WATER=1 -n"], "stock recover": ["stock recover KD-QU TENT=1 -n"],
        "stock repack": ["stock repack KD-QU TENT=1 WATER=1 -n"], "stock dispose": ["stock dispose KD-QU TENT=1 reason=旧 -n"],
        "stock count": ["stock count KD-QU TENT=1 reason=盘 --lot L-T1 -n"],
        "stock adjust": ["stock adjust KD-QU TENT=-1 reason=错 --lot L-T1 -n"],
        "stock ledger": ["stock ledger --period 2024"], "stock trace": ["stock trace L-W1"], "stock expiring": ["stock expiring"],
        "stock shortage": ["stock shortage"], "stock cover": ["stock cover --people 100"], "stock capacity": ["stock capacity"],
        "stock allocate": ["stock allocate QJ-1 --explain", "stock allocate QJ-1"], "stock rebalance": ["stock rebalance"],
        "stock place": ["stock place QJ-1 --sets 1 --within 30km"], "stock check": ["stock check"],
        "stock label": ["stock label L-W1", "stock label KD-QU --of warehouse --svg"], "stock export": ["stock export"],
        "init": ["init"], "import": ["import --batch /nowhere -n"], "log list": ["log list --limit 0"], "log show": ["log show 2"],
        "log verify": ["log verify --replay"], "log head": ["log head"], "undo": ["undo -n", "undo 2 -n"], "redo": ["redo -n"],
        "query": ["query 'SELECT * FROM hazard JOIN person'", "query 'SELECT * FROM change'"], "store info": ["store info"],
        "store check": ["store check"],
        "store doctor": ["store doctor"], "store backup make": ["store backup make"],
        "store backup verify": ["store backup verify /nowhere"], "store restore": ["store restore /nowhere -y"],
        "store migrate": ["store migrate"],
        "store purge-personal": ["store purge-personal --before 2020-01-01 -n -y"], "help": ["help hazard list", "help import"],
    ]

    private static func step(_ verb: String) -> [String] {
        [
            "hazard \(verb) HZ-1 taken_by=P-1 evidence=x reason=x deadline=2026-12-31 until=2026-12-31 approved_by=P-2 unit=x person=P-2 measures=x -n"
        ]
    }

    /// Tells whether a line is one of a command of its own.
    static func isOwn(_ line: String) -> Bool { own.values.contains { $0.contains(line) } }

    static var all: [String] { Catalog.schemas.flatMap { generic($0.noun) } + own.sorted { $0.key < $1.key }.flatMap(\.value) }
}

@Suite struct CommandLinesTests {
    @Test func everyCommandHasALine() {
        let covered = Set(
            CommandLines.all.map { line in line.split(separator: " ").map(String.init) }.flatMap { words in
                (1...3).map { words.prefix($0).joined(separator: " ") }
            })
        let paths = CommandTree.paths.map { $0.joined(separator: " ") }
        #expect(paths.filter { !covered.contains($0) }.isEmpty)
        #expect(paths.count > 400)
        #expect(CommandLines.own.keys.filter { !paths.contains($0) }.isEmpty)
    }
}

import JBEMCommands
import JBEMCore
import JBEMOutput
import JBEMTestSupport
import Testing

/// Texts that would act on a terminal stand in every text field of every noun: nothing of them reaches it, whatever command is run.
@Suite struct TerminalTests {
    /// Stores that it takes until each field had every payload that it has room for.
    private static let rounds = 3
    private static let nouns = Catalog.schemas.map(\.noun)

    private func check(_ result: TestSession.Result, _ line: String, own: Set<Unicode.Scalar> = ["\n"]) {
        let found = TerminalPayload.faults(in: result.out, own: own) + TerminalPayload.faults(in: result.err)
        if let first = found.first { Issue.record("\(line): \(first), \(found.count) in all") }
        if result.code == 70 { Issue.record("\(line): \(result.err.prefix(200))") }
    }

    @Test func nothingOfThePayloadsArrives() {
        let records = HostileRecords(TerminalPayload.all)
        for round in 0..<Self.rounds {
            let session = records.session(language: round % 2 == 0 ? .zh : .en, width: 80)
            session.add("plan.txt", TerminalPayload.all.joined(separator: "\n"))
            if round == 0 {
                for noun in Self.nouns { session.add("again-\(noun).json", session.run("\(noun) export --json --limit 2").out) }
            }
            for line in round == 0 ? CommandLines.all : Self.nouns.map({ "\($0) list --fields all" }) {
                // A tab in a document is a character of its text, and moves nothing but the cursor.
                check(
                    session.run(records.words(line)), line,
                    own: line.hasSuffix("export") || line.hasSuffix("--inputs") ? ["\n", "\t"] : ["\n"])
            }
        }
        // Keys are too short for some; all other fields had them all.
        let holes = records.placed.filter { $0.value.count < TerminalPayload.all.count }.map(\.key)
        #expect(holes.filter { !Self.isShort($0) && !$0.hasPrefix("inspect-") }.isEmpty)
        #expect(records.placed.count >= 140)
        #expect(TerminalPayload.all.count >= 40)
    }

    private static func isShort(_ name: String) -> Bool {
        let parts = name.split(separator: ".").map(String.init)
        guard let field = Catalog.schema(parts[0])?.field(parts[1]), case .text(let max) = field.kind else { return false }
        return max <= 80
    }

    @Test func noFormatLetsThemThrough() {
        let records = HostileRecords.terminal.records
        let session = HostileRecords.terminal.session(width: 80)
        let formats = OutputFormat.allCases.filter { $0 != .table }.map(\.rawValue)
        for (index, noun) in Self.nouns.enumerated() {
            let line = "\(noun) list --fields all --format \(formats[index % formats.count])"
            check(session.run(records.words(line)), line, own: ["\n", "\t"])
        }
        for format in formats {
            for line in [
                "hazard list --fields all", "hazard show HZ-1", "log list", "query 'SELECT * FROM hazard'", "kpi explain I1",
                "inspect draw show SJ-2025-1 --inputs", "duty notice FX-001",
            ] {
                check(session.run(records.words(line + " --format \(format)")), "\(line) \(format)", own: ["\n", "\t"])
            }
        }
    }

    /// With colours on, escape sequences are the program's own, and none is broken: without them each line is what it is without colours.
    @Test func coloursAreOurs() {
        let records = HostileRecords.terminal.records
        let session = HostileRecords.terminal.session(width: 80)
        var count = 0
        for line in [
            "hazard list", "hazard show HZ-1", "hazard overdue", "kpi list --all", "kpi explain I1", "dashboard --once --view all",
            "agenda", "store check",
        ] {
            for width in [80, 52, 33, 26] {
                let words = records.words("\(line) --width \(width)")
                let (plain, coloured) = (session.run(words + ["--color", "never"]), session.run(words + ["--color", "always"]))
                let bare = TerminalPayload.withoutLooks(coloured.out)
                count += coloured.out.split(separator: "\u{1B}").count - 1
                check(.init(code: coloured.code, out: bare, err: coloured.err), line)
                #expect(bare == plain.out, "\(line) \(width)")
            }
        }
        #expect(count > 20)
    }

    @Test(arguments: [nil, 80]) func columnsStayAligned(width: Int?) {
        let records = HostileRecords.terminal.records
        let session = HostileRecords.terminal.session(width: width)
        var tables = 0
        for schema in Catalog.schemas {
            guard let names = records.names[schema.noun], names.count > 1, let key = schema.naturalKey.first,
                let text = schema.fields.last(where: { field in
                    if case .text(let max) = field.kind {
                        return max >= 60 && field.name != key && !field.isDerived && field.sensitivity == nil
                    }
                    return false
                })
            else { continue }
            let lines = session.output("\(schema.noun) list --fields \(text.name),\(key)").split(separator: "\n")
            let starts = names.keys.map { name -> Int in
                let places = lines.compactMap { line in
                    line.firstRange(of: name + "·").map { TerminalPayload.cells(line[..<$0.lowerBound]) }
                }
                return places.first ?? -1
            }
            if Set(starts).count != 1 || starts[0] <= 0 { Issue.record("\(schema.noun) \(starts)") }
            tables += 1
        }
        #expect(tables > 10)
    }

    @Test func programsGetTheExactTexts() throws {
        let records = HostileRecords.terminal.records
        let session = HostileRecords.terminal.session()
        for noun in Self.nouns {
            let rows = try #require(StrictJSON.parse(session.output("\(noun) export --json")).array)
            let texts = Set(rows.flatMap { $0.object!.members.compactMap(\.value.string) })
            let missing = Set(records.values[noun, default: []].map(PersonalPattern.masked)).subtracting(texts)
            if let first = missing.first { Issue.record("\(noun): \(missing.count), \(first.debugDescription)") }
        }
    }

    /// What is typed comes back in messages.
    @Test func argumentsAreQuotedVisibly() throws {
        let session = TestSession(.few, width: 80)
        let shared = try Set(CommandTree.inputs(of: ["log", "head"]).options)
        let paths = CommandTree.paths.filter {
            Catalog.schema($0[0]) == nil || $0[0] == "accident" || $0.count > 2 || CommandLines.own[$0.joined(separator: " ")] != nil
        }
        var (runs, index) = (0, 0)
        func run(_ words: [String]) {
            session.language = runs % 2 == 0 ? .zh : .en
            check(session.run(words), "\(words)")
            runs += 1
        }
        for path in paths {
            let (options, arguments) = try CommandTree.inputs(of: path)
            func payload() -> String {
                index += 1
                return "x" + TerminalPayload.all[index % TerminalPayload.all.count] + "y"
            }
            let fixed = path == ["dashboard"] ? ["--once"] : []
            run(path + fixed + (0..<max(1, arguments)).map { _ in payload() })
            run(path + fixed + ["--\(payload())"])
            // What these name would be written.
            for option in options where !shared.contains(option) && !["--rejects", "--to"].contains(option) {
                run(path + fixed + [option, payload()] + (0..<arguments).map { _ in payload() })
            }
        }
        for option in shared.subtracting(["--output"]) { run(["log", "list", option, "x" + TerminalPayload.all.joined()]) }
        #expect(runs > 400)
    }

    @Test(arguments: 0..<11) func filesAndConditionsAreQuotedVisibly(part: Int) {
        let payload = TerminalPayload.all.enumerated().filter { $0.offset % 11 == part }.map(\.element).joined()
        let session = TestSession(.few, width: 80)
        let cell = "\"x\(payload)y\""
        session.add("a\(payload).csv", "case_no,occurred_on,\(cell)\nA,2024,1\n")
        session.add(
            "b.csv",
            "case_no,occurred_on,region,office,title,sector,is_production,note\n\(cell),\(cell),\(cell),\(cell),\(cell),\(cell),\(cell),\n")
        session.add("c.json", "[{\(JSONText.quoted("x" + payload)):1,\"case_no\":\"A\"}]")
        session.add(
            "d.json", "[{\"case_no\":\(JSONText.quoted("x" + payload)),\"occurred_on\":\(JSONText.quoted("x" + payload))}] \(payload)")
        let lines = [
            ["accident", "import", "a\(payload).csv"], ["accident", "import", "b.csv", "-v"], ["accident", "import", "c.json", "--json"],
            ["accident", "import", "d.json"], ["accident", "import", "nothing\(payload).csv"],
            ["accident", "import", "b.csv", "--map", "x\(payload)=note"],
            ["accident", "list", "--where", "x\(payload)=1"], ["accident", "list", "--where", "occurred_on>\(payload)z"],
            ["accident", "list", "--where", "sector=x\(payload)y"], ["accident", "list", "--sort", "x\(payload)y"],
            ["accident", "set", "AC-1", "x\(payload)y=1"], ["accident", "set", "AC-1", "sector=x\(payload)y", "--json"],
            ["query", "SELECT 'x\(payload)' AS \(cell)"], ["query", "SELECT x\(payload)y"], ["x\(payload)y"], ["accident", "x\(payload)y"],
            ["accident", "set", "AC-1", "note=x\(payload)y", "--note", "x\(payload)y", "--actor", "x\(payload)y"], ["log", "list"],
            ["log", "show", "3"],
            ["undo", "-n"], ["accident", "list", "--db", "x\(payload)y"],
        ]
        for line in lines { check(session.run(line), "\(line)") }
    }

    /// Half of a surrogate pair is no character, and U+0000 ends texts in other programs: neither comes in.
    @Test func whatIsNoTextIsRefused() {
        let session = TestSession(.few, width: 80)
        let head = Array("number,name\nP-9,x".utf8)
        session.files["half.csv"] = head + [0xED, 0xA0, 0x80] + Array("y\n".utf8)
        session.files["zero.csv"] = head + [0] + Array("y\n".utf8)
        session.add("half.json", #"[{"number":"P-9","name":"x\ud800y"}]"#)
        session.add("zero.json", #"[{"number":"P-9","name":"x\u0000y"}]"#)
        for file in ["half.csv", "zero.csv", "half.json", "zero.json"] {
            let result = session.run("person import \(file) --encoding utf-8")
            #expect(result.code == 65, "\(file): \(result.out)\(result.err)")
            check(result, file)
        }
        check(session.run(["person", "set", "PE-1", "note=a\u{0}b"]), "NUL")
        check(session.run("person show PE-1"), "NUL")
    }
}

import JBEMCore
import JBEMTestSupport
import Testing

/// Random draws: announced, run, shown, recomputed by another program.
@Suite struct InspectDrawTests {
    private static let announce =
        "inspect draw announce number=SJ-9 office=500105000 objects=2 inspectors_per_object=1 public_source=某日开奖号 public_on=2026-11-25 "
        + "--object FX-001 --object FX-002 --object TS-001 --inspector P-1 --inspector P-2 --conflict P-1=FX-002:曾任职"

    private static func announced(_ language: Language = .en) -> TestSession {
        let session = TestSession(.few, language: language)
        session.output(announce)
        return session
    }

    private static func drawn() -> TestSession {
        let session = announced()
        session.now = Instant(rfc3339: "2026-11-25T14:00:00Z")!
        session.output("inspect draw run SJ-9 --public '01 02 03+04'")
        return session
    }

    /// Reads what `draw show --inputs --json` prints and says the order that it gives; knows nothing of the program.
    private static let script = """
        import hashlib, json, sys
        sha = lambda *parts: hashlib.sha256("\\n".join(parts).encode()).hexdigest()
        given = json.load(open(sys.argv[1], encoding="utf-8"))
        lines = [line.split("\\t") for line in given["canonical"].split("\\n")]
        terms = {line[0]: line[1] for line in lines if len(line) == 2}
        objects = [" ".join(line[1:]) for line in lines if line[0] == "object"]
        inspectors = [line[1] for line in lines if line[0] == "inspector"]
        conflicts = {(line[1], " ".join(line[2:4])) for line in lines if line[0] == "conflict"}
        commitment = sha(given["canonical"])
        seed = sha(commitment, given["public_value"])
        print(commitment, seed)
        for thing in sorted(objects, key=lambda o: sha(seed, o))[:int(terms["objects"])]:
            free = [i for i in inspectors if (i, thing) not in conflicts]
            print(thing, *sorted(free, key=lambda i: sha(seed, thing, i))[:int(terms["inspectors_per_object"])])
        """

    @Test(arguments: ["SJ-9", "SJ-2025-1"]) func anotherProgramRepeatsTheDraw(_ name: String) throws {
        let session = Self.drawn()
        let folder = TestFolder()
        let inputs = session.output("inspect draw show \(name) --inputs --json -q")
        let end = SpawnedProcess(
            "/usr/bin/python3", [folder.write(Self.script, to: "draw.py"), folder.write(inputs, to: "inputs.json")],
            environment: ["PYTHONIOENCODING": "utf-8"]
        ).wait()
        let given = try #require(try StrictJSON.parse(inputs).object)
        let rows = (given["results"]?.array ?? []).compactMap(\.object).map { row in
            ([row["object"]?.string ?? ""] + (row["inspectors"]?.array ?? []).compactMap(\.string)).joined(separator: " ")
        }
        let head = "\(given["commitment"]?.string ?? "") \(given["seed"]?.string ?? "")"
        #expect(!rows.isEmpty)
        #expect(end.out == ([head] + rows).joined(separator: "\n") + "\n", "\(end.err)")
        #expect(session.run("inspect draw verify \(name)").code == 0)
    }

    @Test func aDrawWaitsForItsDayAndIsRunOnce() {
        let session = Self.announced()
        let early = session.run("inspect draw run SJ-9 --public '01 02 03+04'")
        #expect(early.code == 65 && early.err.contains("2026-11-25"))
        #expect(session.output("inspect draw verify SJ-9").contains("nothing was drawn yet"))
        session.now = Instant(rfc3339: "2026-11-25T14:00:00Z")!
        #expect(session.run("inspect draw run SJ-9 --public ' '").code == 64)
        session.output("inspect draw run SJ-9 --public '01 02 03+04'")
        let again = session.run("inspect draw run SJ-9 --public '05 06 07+08'")
        #expect(again.code == 65 && again.err.contains("not drawn again"))
    }

    /// The commitment is over what was announced: the smallest later change of it is refused.
    @Test func whatWasAnnouncedStays() {
        let session = Self.drawn()
        let renamed = session.output("draw export").replacing("某日开奖号", with: "另一日开奖号")
        let added = session.output("draw-candidate export").split(separator: "\n")[0] + "\n,SJ-9,9,inspector,,,P-1,\n"
        for (name, text, word) in [("draw", renamed, "fixed once"), ("draw-candidate", String(added), "fixed once announced")] {
            session.add("in.csv", text)
            let result = session.run("\(name) import in.csv")
            #expect(result.code == 65 && result.err.contains(word), "\(name): \(result.out)\(result.err)")
        }
        for line in ["draw set SJ-9 objects=1", "draw add number=x", "draw-candidate rm DC-6", "draw-result rm DT-1"] {
            #expect(session.run(line).code == 64, "\(line)")
        }
    }

    /// A row that was changed behind the program's back shows.
    @Test func verificationFindsAChangedRow() {
        let session = Self.drawn()
        let change = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            db.execute("UPDATE draw_result SET person = (SELECT id FROM person WHERE id <> draw_result.person) WHERE position = 2 AND draw = \\
                (SELECT id FROM draw WHERE number = 'SJ-9')")
            db.commit()
            """
        let folder = TestFolder()
        let end = SpawnedProcess("/usr/bin/python3", [folder.write(change, to: "change.py"), session.storePath]).wait()
        #expect(end.code == 0, "\(end.err)")
        let result = session.run("inspect draw verify SJ-9")
        #expect(result.code == 1 && result.out.contains("no. 2: stored"), "\(result.out)\(result.err)")
    }

    @Test(arguments: [
        ("public_on=2026-11-25", "public_on=2026-11-23", 65, "after the announcement"), ("objects=2", "objects=4", 65, "fewer than the 4"),
        ("inspectors_per_object=1", "inspectors_per_object=2", 65, "FX-002"), ("--object FX-002 ", "", 65, "no candidate"),
        ("--inspector P-2", "--inspector P-9", 66, "P-9"), ("P-1=FX-002:曾任职", "P-1:FX-002", 64, "--conflict"),
        ("--object FX-001", "--object FX-001 --object FX-001", 64, "twice"), ("--object FX-001", "--where level=red", 64, "not both"),
        ("office=500105000", "office=500105000 announced_on=2026-01-01", 64, "announced_on"),
    ])
    func whatCannotBeAnnouncedIsRefused(_ old: String, _ new: String, _ code: Int32, _ word: String) {
        let session = TestSession(.few, language: .en)
        let before = session.output("log head")
        let result = session.run(Self.announce.replacing(old, with: new))
        #expect(result.code == code && result.err.contains(word), "\(result.code): \(result.err)")
        #expect(session.output("log head") == before)
    }

    @Test func candidatesMayBeChosenByAFilter() {
        let session = TestSession(.few, language: .en)
        let line = String(Self.announce.split(separator: " --object")[0]) + " --where region=500105001 --inspector P-1"
        #expect(session.output(line.replacing("objects=2", with: "objects=1")).contains("1 objects, 1 inspectors"))
        // Equipment out of use is no candidate.
        let second = line.replacing("SJ-9", with: "SJ-10").replacing("--where region=500105001", with: "--noun equipment")
        #expect(session.output(second.replacing("objects=2", with: "objects=1")).contains("1 objects, 1 inspectors"))
    }
}

import Glibc
import JBEMCore
import JBEMOutput
import JBEMTestSupport
import Testing

/// Telephone, ID-card and bank-card numbers stand in every text field of every noun and in the private fields: no command, format,
/// message or file shows one of them without `--reveal`.
@Suite struct SecretTests {
    /// As people write them.
    static let written = [
        "13912345678", "+8613812345679", "tel13712345670x", "136 1234 5671", "135-1234-5672", "１３４１２３４５６７３", "999101197409229013",
        "11010519491231002X", "6222021234567894", "6228 4804 0256 4890 018", "999101 19850101 1234",
    ]
    private static let guarded = ["13900000001", "13900000002", "13511112222", "999101197409229013", "999101199001015678"]
    /// The digits to look for.
    private static let digits = Set(guarded + written.map(plain)).map { $0.filter { $0.isNumber || $0 == "X" } }.map {
        $0.hasPrefix("86") && $0.count == 13 ? String($0.dropFirst(2)) : $0
    }

    /// A text without what may stand within a number or break it: blanks, hyphens, line ends; digits in ASCII.
    private static func plain(_ text: String) -> String {
        var (bytes, result) = (Array(text.utf8), [UInt8]())
        result.reserveCapacity(bytes.count)
        bytes += [0, 0]
        var index = 0
        while index < bytes.count - 2 {
            let byte = bytes[index]
            if byte == 0xEF, bytes[index + 1] == 0xBC, (0x90...0x99).contains(bytes[index + 2]) {
                result.append(bytes[index + 2] - 0x60)
                index += 3
                continue
            }
            if byte != 0x20, byte != 0x2D, byte != 0x0A, byte != 0x0D { result.append(byte) }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func found(in text: String) -> [String] {
        let text = plain(text)
        return digits.filter { digits in digits.withCString { number in text.withCString { strstr($0, number) != nil } } }
    }

    private func check(_ result: TestSession.Result, _ line: String) {
        let found = Self.found(in: result.out) + Self.found(in: result.err)
        if !found.isEmpty { Issue.record("\(line): \(found)") }
        if result.code == 70 { Issue.record("\(line): \(result.err.prefix(200))") }
    }

    private func store() -> TestSession {
        let session = HostileRecords.numbers.session()
        session.output("person set PE-2 '--note' 号码13511112222 phone=王五13511112222")
        session.output("victim set VI-2 id_number=999101199001015678")
        session.add("plan.txt", Self.written.joined(separator: "\n"))
        for noun in Catalog.schemas.map(\.noun) { session.add("again-\(noun).json", session.run("\(noun) export --json --limit 2").out) }
        return session
    }

    @Test func whatPeopleWriteIsKnown() {
        #expect(Self.digits.count == 15)
        for text in Self.written { #expect(Self.found(in: PersonalPattern.masked("x \(text)，")).isEmpty, "\(text)") }
    }

    @Test func noCommandShowsANumber() {
        let records = HostileRecords.numbers.records
        let session = store()
        let formats = OutputFormat.allCases
        for (index, line) in CommandLines.all.enumerated() {
            if CommandLines.isOwn(line) { check(session.run(records.words(line)), line) }
            // Every command in one format after the other; those that do not have it say so.
            let format = " --format \(formats[index % formats.count].rawValue)"
            check(session.run(records.words(line + format)), line + format)
        }
        #expect(records.placed.count >= 140)
        #expect(records.placed.allSatisfy { $0.value.count > 1 || $0.key.hasSuffix("unit") || $0.key.hasSuffix("symbol") })
    }

    @Test(arguments: OutputFormat.allCases) func noFormatAndNoFileShowsANumber(format: OutputFormat) {
        let records = HostileRecords.numbers.records
        let session = store()
        for noun in ["person", "victim", "hazard", "accident", "equipment", "movement", "code"] {
            for verb in ["list --fields all", "export"] {
                check(session.run("\(noun) \(verb) --format \(format.rawValue)"), "\(noun) \(verb) \(format)")
            }
        }
        for line in ["kpi explain I1", "dashboard --once --view all", "store info", "plan show", "log show 3", "person show PE-2"] {
            check(session.run(records.words("\(line) --format \(format.rawValue)")), "\(line) \(format)")
        }
        for line in [
            "person export", "hazard ledger --period 2024", "agenda --until 400d", "dashboard --once --view all",
            "query 'SELECT * FROM person'",
        ] {
            let path = session.folder.file("out-\(line.count).\(format.rawValue)")
            check(session.run(records.words(line) + ["--format", format.rawValue, "-o", path]), line)
            #expect(Self.found(in: TestFile.text(path) ?? "").isEmpty, "\(line) -o")
        }
        guard format == .table else { return }
        for (line, name) in [("agenda --ics --until 400d", "a.ics"), ("stock export", "a.journal"), ("stock label L-W1", "a.svg")] {
            let path = session.folder.file(name)
            session.run(records.words(line) + ["-o", path])
            #expect(TestFile.text(path).map { Self.found(in: $0).isEmpty } ?? false, "\(line)")
        }
    }

    @Test(arguments: [
        written[0], written[6], written[1...3].joined(separator: "、"), written[4...5].joined(separator: "、"),
        written[7...].joined(separator: "、"),
    ])
    func messagesDoNotRepeatANumber(number: String) {
        let session = TestSession(.few)
        session.add("a.csv", "number,name,phone,id_number,office,\(number)\nP-9,x,\(number),\(number),\(number),\n")
        session.add(
            "b.csv",
            "case_no,occurred_on,region,office,title,sector,is_production\n\(number),\(number),\(number),\(number),x,\(number),\(number)\n")
        session.add("c.json", "[{\"number\":\"\(number)\",\"\(number)\":1}]")
        let lines = [
            ["person", "import", "a.csv"], ["person", "import", "a.csv", "--map", "\(number)="], ["accident", "import", "b.csv"],
            ["accident", "import", "b.csv", "--json"], ["person", "import", "c.json"], ["person", "import", "\(number).csv"],
            ["person", "add", "number=\(number)"],
            ["person", "add", "number=P-9", "name=\(number)", "phone=\(number)", "office=\(number)"],
            ["person", "set", "PE-1", "id_number=\(number)9", "name="], ["person", "set", "\(number)", "name=x"],
            ["person", "show", number],
            ["person", number], [number], ["person", "list", "--where", "\(number)=1"], ["person", "list", "--where", "phone=\(number)"],
            ["person", "list", "--where", "created_on>\(number)"], ["person", "list", "--sort", number],
            ["person", "list", "--fields", number],
            ["person", "list", "--limit", number], ["accident", "set", "AC-1", "sector=\(number)", "--json"],
            ["query", "SELECT '\(number)' FROM x"],
            ["query", "SELECT * FROM person WHERE note = '\(number)' AND"], ["stock", "issue", number, "TENT=1"], ["kpi", "show", number],
            ["duty", "notice", number], ["log", "show", number], ["store", "restore", number], ["help", number],
            ["person", "set", "PE-1", "note=\(number)", "phone=\(number)", "--note", number, "--actor", number], ["log", "list"],
            ["undo", "-n"], ["undo"],
            ["redo"], ["log", "list", "--json"],
        ]
        for line in lines { check(session.run(line), "\(line)") }
    }

    @Test func revealedNumbersAreSeen() {
        let session = store()
        for line in ["person list --fields all", "person show PE-2", "person export"] {
            #expect(session.output("\(line) --reveal --reason 核对").contains("王五13511112222"))
        }
    }

    @Test func numbersThatAreNoneStay() {
        let hash = "a" + String(repeating: "13912345678b", count: 5)
        for text in [
            hash, "HZ-500105000-42", "2021-2022-2023-2024", "2024-03-05 08:30", "139123456789", "12912345678", "0.13912345678e",
            "11010519491331002X",
            "5a6b13912345678c-0000-4000-8000-13912345678a",
        ] where text != "0.13912345678e" { #expect(PersonalPattern.masked(text) == text) }
        let once = PersonalPattern.masked(Self.written.joined(separator: "，"))
        #expect(PersonalPattern.masked(once) == once)
    }
}

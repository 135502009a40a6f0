import JBEMCore
import JBEMTestSupport
import Testing

/// A hazard's way from the command line, as people and machines meet it.
@Suite struct HazardCommandTests {
    /// Every step of a major hazard, with what is refused on the way.
    private static let way = [
        "hazard add number=YH-9 title=临边护栏缺失 found_on=2024年3月5日 discovery=检查 region=华新街街道 office=500105001 cost=3",
        "hazard close HZ-3 by=P-1 evidence=x", "hazard grade HZ-3 by=P-1 kind=重大 taken_on=2024-03-06",
        "hazard grade HZ-3 by=P-1 kind=重大 list=construction taken_on=2024-03-06",
        "hazard order HZ-3 by=P-1 unit=甲公司 person=P-2 measures=补装 deadline=2024-03-20 taken_on=2024-03-06",
        "hazard order HZ-3 by=P-1 unit=甲公司 person=P-2 measures=补装 deadline=2024-03-20 taken_on=2024-03-06 funds=3.5 contingency=停用",
        "hazard extend YH-9 by=P-2 approved_by=P-2 deadline=2024-04-01 reason=雨 taken_on=2024-03-10",
        "hazard tolerate YH-9 by=P-2 approved_by=P-1 until=2024-05-01 reason=雨 taken_on=2024-03-10",
        "hazard start YH-9 by=P-2 taken_on=2024-04-10", "hazard start YH-9 by=P-2 taken_on=2024-05-10",
        "hazard submit YH-9 by=P-2 taken_on=2024-05-11", "hazard submit YH-9 by=P-2 taken_on=2024-05-11 --file 验收申请.txt",
        "hazard recheck YH-9 by=P-2 taken_on=2024-05-12 evidence=复查单1", "hazard recheck YH-9 by=P-1 taken_on=2024-05-12 evidence=复查单1",
        "hazard close YH-9 by=P-1 taken_on=2024-05-13 evidence=销号单",
        "hazard close YH-9 by=P-1 taken_on=2024-05-13 evidence=销号单 supervision_no=督1 reported_department_on=2024-03-07 reported_workers_on=2024-03-08",
        "hazard photo YH-9 验收申请.txt",
    ]

    private static let questions = [
        "hazard show YH-9", "hazard list", "hazard list --as-of 2024-04-01", "hazard overdue", "hazard overdue --as-of 2024-03-15",
        "hazard due --as-of 2024-03-05", "hazard ledger --period 2024", "hazard ledger --period 2024Q1 --monthly",
        "hazard ledger --by office",
        "hazard rates --period 2024", "hazard rates --period 2023 --by department", "hazard rank", "hazard rank --budget 1",
        "hazard recurring", "hazard state-machine", "hazard state-machine --dot", "hazard-step list --where hazard=YH-9",
    ]

    private static func walked(_ language: Language, width: Int? = nil) -> (TestSession, String) {
        let session = TestSession(.few, language: language, width: width)
        session.add("验收申请.txt", "abc")
        return (session, session.transcript(way))
    }

    @Test(arguments: Language.allCases) func theWayAndTheQuestionsReadWell(_ language: Language) {
        let (session, text) = Self.walked(language, width: 80)
        expectKept(text + "\n" + session.transcript(Self.questions), "hazard-way.\(language.rawValue).txt")
    }

    @Test func machinesReadTheSameInBothLanguages() {
        let lines = ["ledger --period 2024", "rates --period 2024", "overdue --as-of 2024-03-15", "rank", "recurring", "state-machine"]
        let texts = Language.allCases.map { language in
            Self.walked(language).0.transcript(lines.flatMap { ["hazard \($0) --json -q", "hazard \($0) --csv -q"] })
        }
        #expect(texts[0] == texts[1])
        expectKept(texts[0], "hazard-questions.machine.txt")
    }

    /// SHA-256 of "abc", FIPS 180-2.
    @Test func aFileAsEvidenceIsKeptWithItsDigest() {
        let (session, _) = Self.walked(.en)
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(
            session.output("hazard-step list --where hazard=YH-9 --where step=submit --json").contains("\"evidence_sha256\":\"\(digest)\""))
        #expect(session.output("hazard show YH-9 --json").contains("\"photo_sha256\":\"\(digest)\""))
    }

    @Test func aLimitDoesNotPassForTheTotal() {
        let session = TestSession(.few, language: .en)
        #expect(session.run("hazard overdue --limit 1").err == "1 overdue as of 2026-11-23 (--limit: there may be more)\n")
        #expect(session.run("hazard overdue --limit 2").err == "1 overdue as of 2026-11-23\n")
    }

    /// Steps are undone from the end, never out of the middle.
    @Test func onlyTheNewestStepCanBeTakenBack() throws {
        let (session, _) = Self.walked(.en)
        let log = session.output("log list --json")
        let changes = try #require(try StrictJSON.parse(log).array)
        let start = try #require(changes.first { $0.object?["action"]?.string == "hazard start" }?.object?["change"]?.number)
        let refused = session.run("undo \(start)")
        #expect(refused.code == 65)
        let before = session.output("hazard list --json")
        #expect(session.run("undo").code == 0 && session.run("undo").code == 0)
        #expect(session.output("hazard show YH-9 --json").contains("\"state\":\"rechecked\""))
        #expect(session.run("redo").code == 0 && session.run("redo").code == 0)
        #expect(session.output("hazard list --json") == before)
        #expect(session.run("log verify --replay").code == 0)
    }

    @Test(arguments: [
        ("hazard set HZ-1 stage=closed", 64, "grade|order"), ("hazard grade HZ-9 by=P-1 kind=general", 66, "HZ-9"),
        ("hazard grade HZ-1 by=P-9 kind=general", 65, "P-9"), ("hazard order HZ-1 by=P-1 hazard=HZ-2", 64, "hazard"),
        (
            "hazard add number=YH-8 title=x found_on=2024-03-01 discovery=检查 region=500105001 office=500105001 recurrence_of=HZ-1", 65,
            "closed"
        ),
        ("hazard rm HZ-1", 65, "refer"), ("hazard-step add hazard=HZ-1", 64, "add"), ("hazard rank --budget many", 64, "--budget"),
        ("hazard ledger --by colour", 64, "colour"), ("hazard due --days -1", 64, "days"),
        (
            "hazard add number=YH-7 title=x found_on=2024-03-01 discovery=检查 region=500105001 office=500105001 photo_sha256=12", 65,
            "SHA-256"
        ),
    ])
    func whatCannotBeIsRefused(_ line: String, _ code: Int32, _ word: String) {
        let session = TestSession(.few, language: .en)
        let before = session.output("log head")
        let result = session.run(line)
        #expect(result.code == code && result.err.contains(word), "\(result.code): \(result.err)")
        #expect(session.output("log head") == before)
    }
}

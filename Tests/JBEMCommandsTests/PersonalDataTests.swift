import JBEMCore
import JBEMTestSupport
import Synchronization
import Testing

/// Telephone, ID-card and bank-card numbers are masked everywhere unless revealed for a reason that is in the journal first.
@Suite struct PersonalDataTests {
    private static let formats = ["table", "plain", "md", "csv", "tsv", "json", "jsonl", "html"]
    private static let secrets = ["13900000001", "13900000002", "13900000003", "999101197409229013", "6222021234567894"]

    @Test(arguments: formats) func numbersAreMaskedInEveryFormat(format: String) {
        let session = TestSession(.few)
        session.output("person set PE-1 note='卡 6222021234567894，手机13900000001。证999101197409229013'")
        var texts = ["person list --fields all", "person export", "person show PE-1", "person history PE-1", "log list", "log show 3"].map {
            session.run("\($0) --format \(format)")
        }
        texts.append(session.run(["query", "SELECT * FROM person", "--format", format]))
        for result in texts {
            #expect(result.code == 0, "\(result.err)")
            for secret in Self.secrets { #expect(!(result.out + result.err).contains(secret), "\(secret) in \(result.out)") }
        }
        let mark = format == "md" ? "139\\*\\*\\*\\*0001" : "139****0001"
        #expect(texts[0].out.contains(mark))
    }

    @Test func argumentsAreMaskedBeforeTheyAreKept() {
        let session = TestSession(.few)
        session.output("person set PE-1 phone=13812345678 note=打13912345678找人 --note 来电13712345678")
        let log = session.output("log list --limit 1 --json") + session.output("log list --limit 1")
        #expect(log.contains("phone=138****5678 note=打139****5678找人"))
        for secret in ["13812345678", "13912345678", "13712345678"] { #expect(!log.contains(secret)) }
    }

    @Test func revealingNeedsAReason() {
        let session = TestSession(.few)
        expectRefusal(session, "person show PE-1 --reveal", code: 64, ["jbem: --reveal 须同时给出 --reason"])
        expectRefusal(session, "person list --reveal --lang en", code: 64, ["jbem: --reveal needs --reason"])
    }

    @Test func revealingIsInTheJournalBeforeTheNumberIsSeen() throws {
        let session = TestSession(.few)
        let shown = session.output("person show PE-1 --reveal --reason 核对电话")
        #expect(shown.contains("13900000001"))
        #expect(shown.contains("999101197409229013"))
        let entry = try StrictJSON.parse(session.output("log list --limit 1 --json")).array?.first?.object
        #expect(entry?["kind"]?.string == "reveal")
        #expect(entry?["action"]?.string == "person show")
        #expect(entry?["note"]?.string == "核对电话")
        #expect(session.output("log verify --replay --json").contains("\"sound\":true"))
        // A refused output file shows nothing: the journal has no entry either, or had it first.
        let path = session.folder.write("mine", to: "out.csv")
        let before = content(session)
        #expect(session.run("person show PE-1 --reveal --reason 再看 -o \(path)").code == 73)
        #expect(content(session) == before)
    }

    /// The text goes out only after the journal has the entry: a sink that looks sees it.
    @Test func theJournalIsAheadOfTheOutput() {
        let session = TestSession(.few)
        let path = session.storePath
        let journal = SharedText()
        session.onOutput = {
            let newest = TestSession(.nothing).output("log list --limit 1 --json --db \(path)")
            journal.add(newest)
        }
        let shown = session.output("person list --reveal --reason 值班 --json")
        #expect(shown.contains("13900000001"))
        #expect(journal.text.contains("\"kind\":\"reveal\""))
    }

    @Test func aRevealCannotBeUndone() {
        let session = TestSession(.few)
        session.output("person show PE-1 --reveal --reason 核对")
        #expect(session.run("undo 3").err.hasPrefix("jbem: 第 3 号改动（reveal）不能撤销"))
    }

    @Test func equalityFindsByTheWholeNumberOnly() {
        let session = TestSession(.few)
        #expect(session.output("person list --where phone=13900000001 --csv").contains("P-1"))
        #expect(!session.output("person list --where phone=13900000001 --csv").contains("P-2"))
        // Pieces of a number must not be guessable.
        #expect(!session.output("person list --where phone~00000001 --csv").contains("P-1"))
        #expect(!session.output("person list --where phone>13900000001 --csv").contains("P-2"))
    }

    @Test func theCheckDigitOfIDNumbersIsChecked() {
        expectRefusal(
            TestSession(.few), "person set PE-2 id_number=999101197409229014", code: 65, ["jbem: id_number: 身份证号的校验位不对（GB 11643）"])
    }
}

/// A text that closures add to.
private final class SharedText: Sendable {
    private let kept = Mutex("")

    var text: String { kept.withLock { $0 } }

    func add(_ text: String) { kept.withLock { $0 += text } }
}

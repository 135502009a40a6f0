import JBEMCore
import JBEMTestSupport
import Testing

/// Terms of responsibility from the command line.
@Suite struct DutyTests {
    @Test(arguments: Language.allCases) func theQuestionsReadWell(_ language: Language) {
        let session = TestSession(.few, language: language, width: 80)
        expectKept(
            session.transcript([
                "duty gaps --from 2024-05-01 --to 2024-08-31", "duty gaps --from 2024-05-01 --to 2024-08-31 --by-role", "duty conflicts",
                "duty notice FX-003 --on 2024-03-01", "duty notice FX-003 --on 2024-03-01 --publish",
                "duty notice FX-003 --on 2024-03-01 --publish",
                "duty notice FX-003 --on 2024-08-01", "notice-board list", "duty verify P-1", "duty verify P-1 --on 2027-01-01",
                "duty verify P-2 --failed", "duty gaps", "phone-check list",
            ]), "duty-questions.\(language.rawValue).txt")
    }

    @Test func machinesReadTheSameInBothLanguages() {
        let lines = ["gaps --from 2024-05-01 --to 2024-08-31 --by-role", "conflicts", "notice FX-003 --on 2024-03-01"]
        let texts = Language.allCases.map { language in
            TestSession(.few, language: language).transcript(lines.flatMap { ["duty \($0) --json -q", "duty \($0) --csv -q"] })
        }
        #expect(texts[0] == texts[1])
        expectKept(texts[0], "duty-questions.machine.txt")
    }

    @Test(arguments: [
        ("number=D-9 person=P-1 role=patrol office=500105001 valid_from=2024-01-01", "risk: is required for this role"),
        (
            "number=D-9 person=P-1 role=grid region=500105001 risk=FX-003 office=500105001 valid_from=2024-01-01",
            "risk: does not belong to this role"
        ),
        (
            "number=D-9 person=P-1 role=patrol risk=FX-003 office=500105001 valid_from=2024-02-01 valid_to=2024-01-01",
            "valid_to: 2024-01-01 is before"
        ),
        ("number=D-9 person=P-7 role=patrol risk=FX-003 office=500105001 valid_from=2024-02-01", "person: there is no person \"P-7\""),
        ("number=D-9 person=P-1 role=掌门 risk=FX-003 office=500105001 valid_from=2024-02-01", "role: "),
    ]) func whatDoesNotFitIsRefused(_ line: String, _ message: String) {
        let session = TestSession(.few, language: .en)
        let before = session.output("log list --json")
        let result = session.run("duty add \(line)")
        #expect(result.code == 65 && result.err.contains(message), "\(result.err)")
        #expect(session.output("log list --json") == before)
    }

    @Test func aPersonOutOfTermIsRefused() {
        let session = TestSession(.few, language: .en)
        session.output("person set P-2 valid_from=2024-01-01 valid_to=2024-04-30")
        let duty = session.run("duty add number=D-9 person=P-2 role=patrol risk=FX-003 office=500105001 valid_from=2024-05-01")
        #expect(
            duty.code == 65 && duty.err.contains("Zoë 乙 (P-2) is out of term on 2024-05-01 (in office from 2024-01-01 to 2024-04-30)"),
            "\(duty.err)")
        let step = session.run("hazard grade HZ-2 by=P-2 kind=general taken_on=2024-05-02")
        #expect(step.code == 65 && step.err.contains("out of term"), "\(step.err)")
        #expect(session.run("duty add number=D-9 person=P-2 role=patrol risk=FX-003 office=500105001 valid_from=2024-04-30").code == 0)
    }

    /// A new number is not the one that was verified.
    @Test func changingTheNumberEndsItsVerification() {
        let session = TestSession(.few, language: .en)
        #expect(session.output("duty verify P-1").contains("is verified, good until 2027-02-20"))
        #expect(!session.output("duty gaps --region 500105001 --csv -q").contains("RK-"), "P-1 is reachable")
        session.now = Instant(rfc3339: "2026-11-24T08:00:00Z")!
        session.output("person set P-1 phone=13900000009")
        #expect(session.output("person show P-1 --json").contains("\"phone_changed_on\":\"2026-11-24\""))
        #expect(session.output("duty gaps --region 500105001 --csv -q").contains("unverified"))
        // The same number again changes nothing.
        let log = session.output("log list --json")
        session.output("person set P-1 phone=13900000009")
        #expect(session.output("log list --json") == log)
    }

    @Test func aNumberIsRevealedWithAReasonAndLogged() {
        let session = TestSession(.few, language: .en)
        #expect(session.run("duty notice FX-003 --reveal").code == 64)
        #expect(session.output("duty notice FX-003 --on 2024-03-01").contains("139****0001"))
        #expect(session.output("duty notice FX-003 --on 2024-03-01 --reveal --reason 上墙").contains("13900000001"))
        #expect(session.output("log list --json").contains("\"kind\":\"reveal\""))
        // The hash is that of the masked board.
        let masked = session.output("duty notice FX-003 --on 2024-03-01 --csv -q").split(separator: ",")
        let shown = session.output("duty notice FX-003 --on 2024-03-01 --csv -q --reveal --reason 上墙").split(separator: ",")
        #expect(masked == shown)
    }

    @Test func aBoardIsPublishedInTheOrderOfItsDays() {
        let session = TestSession(.few, language: .en)
        #expect(session.run("duty notice FX-003 --publish --on 2030-01-01").code == 65)
        #expect(session.run("duty notice FX-003 --publish --on 2024-03-01").code == 0)
        #expect(session.run("duty notice FX-003 --publish --on 2024-02-01").code == 65)
        session.add("in.csv", "risk,version,made_on,sha256,content\nFX-003,9,2025-01-01,deadbeef,{}\n")
        let forged = session.run("notice-board import in.csv")
        #expect(forged.code == 65 && forged.err.contains("not the SHA-256 of the content"), "\(forged.err)")
    }

    /// A call of before the number changed proves nothing about the new one.
    @Test func verifyPromisesOnlyWhatTheStoreGrants() {
        let session = TestSession(.few, language: .en)
        session.output("person set P-1 phone=13900000009")
        #expect(session.output("duty verify P-1 --on 2026-11-01").contains("noted, but the number has changed, failed or run out since"))
        #expect(session.output("duty verify P-1").contains("good until 2027-02-20"))
        #expect(session.run("duty verify P-1 --on 2025").code == 64)
    }

    @Test func gapsCanEndACronJob() {
        let session = TestSession(.few, language: .en)
        #expect(session.run("duty gaps --exit-status").code == 1)
        #expect(session.run("duty gaps --from 2024-03-01 --to 2024-02-01").code == 64)
        #expect(session.run("duty gaps --region 不存在").code == 66)
    }
}

import JBEMTestSupport
import Testing

/// Personal numbers do not reach the journal in the clear.
@Suite struct JournalMaskTests {
    @Test func argumentsAndNotesAreMaskedBeforeTheyAreKept() {
        let session = TestSession(.few)
        session.output("person set PE-1 phone=13812345678 note=打13912345678找人 --note 来电13712345678")
        let log = session.output("log list --limit 1 --json") + session.output("log list --limit 1")
        #expect(log.contains("phone=138****5678 note=打139****5678找人"))
        #expect(log.contains("来电137****5678"))
        for secret in ["13812345678", "13912345678", "13712345678"] { #expect(!log.contains(secret)) }
    }
}

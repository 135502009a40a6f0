import JBEMTestSupport
import Testing

/// Personal data of the past can be dropped from the journal, and the chain still holds.
@Suite struct PurgeTests {
    @Test func theJournalForgetsAndTheRecordsStay() {
        let session = TestSession(.few)
        session.output("person set PE-1 phone=13900000009")
        #expect(session.run("store purge-personal --before 2026-12-01").code == 64, "no reason, no --yes")
        #expect(session.run("store purge-personal --before 2026-12-01 --yes").code == 64, "no reason")
        let dry = session.output("store purge-personal --before 2026-12-01 --note 到期 --dry-run")
        #expect(dry.contains("2 次改动的个人信息已从日志清除（试运行，未写入）"))
        session.output("store purge-personal --before 2026-12-01 --note 到期 --yes")
        #expect(session.output("log list --limit 1 --json").contains(#""note":"到期""#))
        #expect(session.output("log list --limit 1").contains("清除个人信息"))
        session.output("log verify --replay")
        #expect(session.output("person show PE-1 --reveal --reason 核对 --json").contains("13900000009"))
        // What is gone cannot be brought back, and nothing else is done in its place.
        let before = session.output("log head")
        #expect(session.run("undo 3").code == 65)
        #expect(session.output("log head") == before)
        #expect(session.output("store purge-personal --before 2026-12-01 --note 再来 --yes").hasPrefix("0 次改动"))
        #expect(!TestFile.bytes(session.storePath)!.contains("13900000001"), "the number before the change is in no page any more")
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool {
        let needle = Array(text.utf8)
        return indices.contains { self[$0] == needle[0] && Array(self[$0...].prefix(needle.count)) == needle }
    }
}

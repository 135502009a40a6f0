import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

/// Backups that are proven, restores that lose nothing, and the doctor that asks for both.
@Suite struct BackupTests {
    private func backup(_ session: TestSession, _ options: String = "") throws -> String {
        let report = try StrictJSON.parse(session.output("store backup --json \(options)"))
        return try #require(report.object?["path"]?.string)
    }

    private func content(_ session: TestSession) -> [String] {
        FewRecords.nouns.map { session.output("\($0) export --reveal --reason 核对 -q") }
    }

    @Test func aBackupRestoresEverythingSomewhereElse() throws {
        let (source, target) = (TestSession(.few), TestSession(.nothing))
        let file = try backup(source)
        #expect(TestFile.mode(file) == 0o600 && TestFile.mode(source.folder.file("backups")) == 0o700)
        #expect(source.output("store backup verify \(file)").contains("备份完好"))
        target.output("store restore \(file) --yes")
        #expect(TestFile.mode(target.storePath) == 0o600)
        #expect(content(target) == content(source))
        target.output("log verify --replay")
        // It goes on as a store: changes, undo, the next backup.
        target.output("person add number=P-9 name=新 office=500105000")
        target.output("undo")
        _ = try backup(target)
    }

    @Test func aRestoreKeepsWhatWasThereAndIssuesNoNumberTwice() throws {
        let session = TestSession(.office)
        session.output("person add number=P-1 name=甲 office=500105000")
        let file = try backup(session)
        session.output("person add number=P-2 name=乙 office=500105000")
        let report = try StrictJSON.parse(session.output("store restore \(file) --yes --json"))
        let former = try #require(report.object?["former"]?.string)
        #expect(session.run("person show P-2").code == 66)
        #expect(session.output("person add number=P-3 name=丙 office=500105000").contains("PE-3"), "PE-2 was somebody else")
        session.output("log verify --replay")
        session.now = Instant(rfc3339: "2026-11-23T09:00:00Z")!
        session.output("store restore \(former) --yes")
        #expect(session.output("person show P-2 --json").contains("PE-500105000-2"))
        #expect(session.run("person show P-3").code == 66)
        session.output("log verify --replay")
    }

    @Test func oldBackupsGoInTwoSteps() throws {
        let session = TestSession(.office)
        let folder = session.folder.file("elsewhere")
        var files: [String] = []
        for minute in 0..<5 {
            session.now = Instant(rfc3339: "2026-11-23T08:0\(minute):00Z")!
            files.append(try backup(session, "--to \(folder) --keep 2"))
            let names = TestFolder.names(folder)
            #expect(names.filter { $0.hasSuffix(".backup") }.count == min(minute + 1, 2))
            // What the last run put aside this one removed.
            #expect(names.filter { $0.hasSuffix(".expired") }.count == (minute < 2 ? 0 : 1))
        }
        #expect(TestFile.bytes(files[4]) != nil && TestFile.bytes(files[3]) != nil && TestFile.bytes(files[0]) == nil)
        #expect(session.run("store backup --keep 0").code == 64)
    }

    @Test func aBackupOfAnotherStoreIsRefused() throws {
        let session = TestSession(.office)
        let foreign = TestSession(.nothing)
        // Stores of tests have numbers for names: the second of a session has another than the first of the other.
        foreign.output("init --office 500105001")
        for ending in ["", "-wal", "-shm", ".anchor"] { unlink(foreign.storePath + ending) }
        foreign.output("init --office 500105001")
        let file = try backup(foreign)
        let before = session.output("log head")
        let refused = session.run("store restore \(file) --yes")
        #expect(refused.code == 65 && refused.err.contains("是另一个存储的备份"))
        #expect(session.output("log head") == before)
        #expect(session.folder.names.allSatisfy { !$0.contains("before-restore") })
    }

    @Test func anAlteredBackupIsNotRestored() throws {
        let session = TestSession(.few)
        let file = try backup(session)
        var bytes = try #require(TestFile.bytes(file))
        let place = try #require(bytes.indices.first { Array(bytes[$0...].prefix(6)) == Array("甲某".utf8) })
        bytes[place + 2] ^= 1
        session.folder.write(bytes, to: "altered.backup")
        let altered = session.folder.file("altered.backup")
        let before = session.output("log head")
        #expect(session.run("store backup verify \(altered)").code == 1)
        let refused = session.run("store restore \(altered) --yes")
        #expect(refused.code == 65 && refused.err.contains("备份有问题，什么也没有写入"))
        #expect(session.output("log head") == before)
        #expect(session.run("store restore \(session.folder.file("none")) --yes").code == 66)
        #expect(session.run("store restore \(file)").code == 64, "without --yes")
    }

    @Test func aDamagedStoreIsPutAsideAndRestored() throws {
        let session = TestSession(.few)
        let expected = content(session)
        let file = try backup(session)
        session.folder.write([UInt8](repeating: 7, count: 5000), to: "jbem.db")
        chmod(session.storePath, 0o600)
        #expect(session.run("person list").code == 65)
        #expect(session.output("store restore \(file) --yes").contains("jbem.db.damaged-"))
        #expect(content(session) == expected)
        session.output("log verify --replay")
    }

    @Test func theDoctorIsContentWithAHealthyStoreOnly() throws {
        let session = TestSession(.office)
        #expect(session.run("store doctor").code == 1 && session.run("store doctor").out.contains("从未备份"))
        let file = try backup(session)
        let healthy = session.run("store doctor -q")
        #expect(healthy.code == 0 && healthy.out.isEmpty && healthy.err.isEmpty, "\(healthy)")
        chmod(session.storePath, 0o644)
        #expect(session.run("store doctor -q").out.contains("别人可读"))
        chmod(session.storePath, 0o600)
        unlink(file)
        #expect(session.run("store doctor -q").out.contains("已不在"))
        _ = try backup(session)
        session.now = Instant(rfc3339: "2026-12-23T08:00:00Z")!
        #expect(session.run("store doctor --json -q").out.contains(#""check":"backup","state":"broken""#), "a month old")
        session.now = Instant(rfc3339: "2020-01-01T08:00:00Z")!
        #expect(session.run("store doctor -q").out.contains("晚于现在"))
    }

    @Test func aStoreCanBeMarkedForReadingOnly() {
        let session = TestSession(.few)
        session.environment["JBEM_READONLY"] = "1"
        for line in ["person add number=P-9 name=甲 office=500105000", "undo", "store migrate", "store restore x --yes"] {
            let result = session.run(line)
            #expect(result.code == 77 && result.err.contains("JBEM_READONLY"), "\(line): \(result)")
        }
        #expect(session.run("person list").code == 0 && session.run("store backup").code == 0)
    }
}

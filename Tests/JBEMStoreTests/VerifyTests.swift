import GRDB
import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMStore

/// The change chain names the first entry that was tampered with, and how.
@Suite struct VerifyTests {
    @Test func aChainThatWasLeftAloneIsSound() throws {
        let box = try chain()
        let found = try box.store.verify(replay: true)
        #expect(found.isSound && found.broken == nil && found.differences == [])
        #expect(found.changes == 6)
        #expect(found.head?.id == 6)
        #expect(try found.replayedRows == box.store.read(StoreDump.rowCount))
    }

    @Test func withoutReplayTheRowsAreNotCompared() throws {
        let found = try chain().store.verify(replay: false)
        #expect(found.isSound && found.differences == nil && found.replayedRows == nil)
    }

    @Test func anEmptyStoreIsSound() throws {
        let found = try TemporaryStore(.nothing).store.verify(replay: true)
        #expect(found.isSound && found.changes == 0 && found.head == nil && found.replayedRows == 0)
    }

    /// Every column of the entry is under the hash.
    @Test(arguments: [
        "store_uuid = 'x'", "at = '2030-01-01T00:00:00Z'", "actor = 'li'", "os_user = 'x'", "host = 'x'", "kind = 'import'", "action = 'x'",
        "arguments = 'x'", "note = 'x'", "schema_version = 99", "tables = 'office'", "rows = 99", "undoes = 2",
    ])
    func anAlteredEntryIsNamed(assignment: String) throws {
        let box = try chain()
        try tamper(box, "UPDATE change SET \(assignment) WHERE id = 3")
        let found = try box.store.verify(replay: true)
        #expect(found.broken?.change == 3)
        #expect(found.broken?.reason.en == "the entry was altered")
        #expect(!found.isSound)
    }

    @Test func alteredContentIsNamed() throws {
        let box = try chain()
        try tamper(
            box,
            "UPDATE change_data SET bytes = CAST(replace(CAST(bytes AS TEXT), '甲3', '乙3') AS BLOB) WHERE change_id = 3 AND part = 'public'")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 3)
        #expect(broken?.reason.en == "its public content was altered")
    }

    @Test func alteredPersonalContentIsNamed() throws {
        let box = try chain()
        try tamper(box, "UPDATE change_data SET bytes = x'00' WHERE change_id = 4 AND part = 'private'")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 4)
        #expect(broken?.reason.en == "its private content was altered")
    }

    /// Content exchanged together with its digest shows in the hash of the entry.
    @Test func contentWithAFittingDigestIsAnAlteredEntry() throws {
        let box = try chain()
        try tamper(
            box, "UPDATE change_data SET bytes = x'0102', digest = '\(ChangeChain.digest([1, 2]))' WHERE change_id = 3 AND part = 'public'")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 3)
        #expect(broken?.reason.en == "the entry was altered")
    }

    @Test func missingContentIsNamed() throws {
        let box = try chain()
        try tamper(box, "UPDATE change_data SET bytes = NULL WHERE change_id = 5 AND part = 'public'")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 5)
        #expect(broken?.reason.en == "its public content is missing")
    }

    @Test func aDroppedPartIsAnAlteredEntry() throws {
        let box = try chain()
        try tamper(box, "DELETE FROM change_data WHERE change_id = 4 AND part = 'private'")
        #expect(try box.store.verify(replay: false).broken?.change == 4)
    }

    @Test func aMissingEntryIsNamed() throws {
        let box = try chain()
        try tamper(box, "DELETE FROM change WHERE id = 3")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 4)
        #expect(broken?.reason.en == "change 3 is missing")
    }

    @Test func aMissingFirstEntryIsNamed() throws {
        let box = try chain()
        try tamper(box, "DELETE FROM change WHERE id = 1")
        #expect(try box.store.verify(replay: false).broken?.reason.en == "change 1 is missing")
    }

    /// Closing the gap by renumbering does not help: the next entry follows another hash.
    @Test func aRemovedEntryWithRenumberedFollowersIsNamed() throws {
        let box = try chain()
        try tamper(
            box, "DELETE FROM change_data WHERE change_id = 3", "DELETE FROM change WHERE id = 3",
            "UPDATE change_data SET change_id = change_id - 1 WHERE change_id > 3", "UPDATE change SET id = id - 1 WHERE id > 3")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 3)
        #expect(broken?.reason.en == "it does not follow the hash of the entry before")
    }

    @Test func exchangedEntriesAreNamed() throws {
        let box = try chain()
        for table in ["change_data SET change_id", "change SET id"] {
            let column = table.split(separator: " ").last!
            try tamper(
                box, "UPDATE \(table) = 100 WHERE \(column) = 3", "UPDATE \(table) = 3 WHERE \(column) = 4",
                "UPDATE \(table) = 4 WHERE \(column) = 100")
        }
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 3)
        #expect(broken?.reason.en == "it does not follow the hash of the entry before")
    }

    @Test func exchangedHashesAreNamed() throws {
        let box = try chain()
        try tamper(
            box, "CREATE TABLE kept AS SELECT id, hash FROM change",
            "UPDATE change SET hash = (SELECT hash FROM kept WHERE kept.id = 7 - change.id) WHERE id IN (3, 4)")
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 3)
        #expect(broken?.reason.en == "the entry was altered")
    }

    @Test func aJournalCutOffAtItsEndIsSeenByTheAnchor() throws {
        let box = try chain()
        try tamper(box, "DELETE FROM change_data WHERE change_id > 4", "DELETE FROM change WHERE id > 4")
        let found = try box.store.verify(replay: false)
        #expect(found.broken?.change == 5)
        #expect(found.broken?.reason.en == "the .anchor file knows change 6, the store does not")
        // Without the anchor nothing is left to tell.
        unlink(box.path + ".anchor")
        #expect(try box.store.verify(replay: false).isSound)
    }

    /// Who rewrites the chain and its anchor is still told by a copy of the anchor that was kept elsewhere.
    @Test func aCopyOfTheAnchorKeptElsewhereTells() throws {
        let box = try chain()
        let copy = try #require(TestFile.text(box.path + ".anchor"))
        #expect(try box.store.verify(replay: false, anchorCopy: copy).isSound)
        // Lines of a restore take back what came after the change that it names.
        let lines = copy.split(separator: "\n")
        let longer = copy + "9 \(String(repeating: "0", count: 64))\n" + lines.last! + " restored\n"
        #expect(try box.store.verify(replay: false, anchorCopy: longer).isSound)
        try tamper(box, "DELETE FROM change_data WHERE change_id > 4", "DELETE FROM change WHERE id > 4")
        unlink(box.path + ".anchor")
        let cut = try box.store.verify(replay: false, anchorCopy: copy).broken
        #expect(cut?.change == 5 && cut?.reason.en == "the file of --anchor knows it, the store does not")
        try tamper(box, "UPDATE change SET actor = 'nobody' WHERE id = 3")
        try Tampering.rechain(box)
        #expect(try box.store.verify(replay: false).isSound, "nothing beside the store tells")
        let rebuilt = try box.store.verify(replay: false, anchorCopy: copy).broken
        #expect(rebuilt?.change == 3 && rebuilt?.reason.en == "it differs from the file of --anchor")
        #expect(throws: Failure.self) { try box.store.verify(replay: false, anchorCopy: "") }
    }

    /// A writer of the file can rebuild the chain; the anchor outside still tells.
    @Test func aRebuiltChainDiffersFromTheAnchor() throws {
        let box = try chain()
        try tamper(box, "UPDATE change SET actor = 'nobody' WHERE id = 5")
        try Tampering.rechain(box)
        let broken = try box.store.verify(replay: false).broken
        #expect(broken?.change == 6)
        #expect(broken?.reason.en == "it differs from the .anchor file")
    }

    @Test func aRowChangedBesideTheJournalIsFoundByReplay() throws {
        let box = try chain()
        try tamper(box, "UPDATE person SET name = '丙' WHERE number = '3'")
        #expect(try box.store.verify(replay: false).isSound)
        let found = try box.store.verify(replay: true)
        #expect(!found.isSound && found.broken == nil)
        #expect(found.differences?.count == 1)
        #expect(found.differences?.first?.hasPrefix("person: ") == true)
    }

    @Test(arguments: [
        "DELETE FROM person WHERE number = '3'", "INSERT INTO person_private (id, phone) VALUES (7, '1')", "DELETE FROM setting",
    ])
    func aRowLostOrAddedBesideTheJournalIsFoundByReplay(sql: String) throws {
        let box = try chain()
        try tamper(box, sql)
        #expect(try box.store.verify(replay: true).differences?.count == 1)
    }

    /// Not the row beside it, which is the same on both sides.
    @Test(arguments: [
        ("DELETE FROM person WHERE number = '3'", "person: PE-990000000-2"),
        ("UPDATE region SET code = '990001a' WHERE code = '990003'", "region: 990001a"),
        ("UPDATE region SET name = '丙' WHERE code = '990002'", "region: 990002"),
        ("DELETE FROM region WHERE code = '990002'", "region: 990002"),
    ])
    func theRowThatDiffersIsNamed(sql: String, name: String) throws {
        let box = try chain()
        try tamper(box, sql)
        #expect(try box.store.verify(replay: true).differences == [name])
    }

    @Test func theHashIsTheDocumentedOne() throws {
        let box = try chain()
        let change = try box.change(1)
        #expect(change.previousHash == String(repeating: "0", count: 64))
        let parts = try box.store.read { try ChangeData.parts(of: 1, in: $0) }
        var bytes = Array("jbem-change-1\0".utf8) + Array(change.previousHash.utf8)
        let fields = [
            "1", change.storeUUID, change.at, change.actor, change.osUser, change.host, change.kind, change.action, change.arguments,
            change.note ?? "", "\(change.schemaVersion)", change.tables, "\(change.rows)", "",
        ]
        for field in fields + parts.flatMap({ [$0.name, $0.digest] }) {
            let length = UInt64(field.utf8.count)
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) } + Array(field.utf8)
        }
        #expect(ChangeChain.digest(bytes) == change.hash)
    }

    /// Six changes: the world, four people (the last two with a phone), a setting.
    private func chain() throws -> TemporaryStore {
        let box = try TemporaryStore()
        for number in 2...5 {
            let phone = number > 3 ? "1380000000\(number)" : nil
            try box.add(
                Person.schema, SampleRow.person("\(number)", name: "甲\(number)", phone: phone), revealed: phone.map { ["phone": $0] } ?? [:]
            )
        }
        try box.perform { try Setting.plan.set("a", in: $0) }
        return box
    }

    /// Writes past every guard, as someone with the file and `sqlite3` could.
    private func tamper(_ box: TemporaryStore, _ statements: String...) throws {
        try Tampering.run(box, statements)
    }
}

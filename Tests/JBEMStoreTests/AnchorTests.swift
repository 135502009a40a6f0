import GRDB
import Glibc
import JBEMCore
import Testing

@testable import JBEMStore

/// The head kept outside the store: a store that lost commits is refused, one that is ahead is healed.
@Suite struct AnchorTests {
    @Test func everyChangeIsAppendedToTheAnchor() throws {
        let box = try TemporaryStore()
        for number in 1...3 { try box.add(Person.schema, SampleRow.person("\(number)")) }
        let expected = try box.store.read { try ChangeLog.list(in: $0).reversed().map { "\($0.id) \($0.hash)" } }
        #expect(try lines(box) == expected)
    }

    @Test func aCopyWithoutItsLogIsBehindAndRefused() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let copy = box.folder + "/copy.db"
        try TemporaryFolder.copy(box.path, to: copy)
        try TemporaryFolder.copy(box.path + ".anchor", to: copy + ".anchor")
        for access in [Store.Access.read, .write] {
            let failure = #expect(throws: Failure.self) { try Store.open(copy, for: access) }
            #expect(failure?.kind == .data && failure?.kind.exitCode == 65)
            #expect(failure?.message.en.contains("behind") == true)
            #expect(failure?.hints.first?.en.contains("-wal") == true)
        }
        // With its log it is whole.
        try TemporaryFolder.copy(box.path, to: copy)
        try TemporaryFolder.copy(box.path + "-wal", to: copy + "-wal")
        unlink(copy + "-shm")
        #expect(try Store.open(copy, for: .read).read(StoreDump.text) == box.dump())
    }

    /// A checkpoint moved some changes into the main file; the later ones are only in the log.
    @Test func aCopyThatLostOnlyTheLastCommitsIsRefused() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        try box.store.checkpoint()
        try box.add(Person.schema, SampleRow.person("2"))
        let copy = box.folder + "/copy.db"
        try TemporaryFolder.copy(box.path, to: copy)
        let kept = try Store.open(copy, for: .read).read { try ChangeLog.head($0)?.id }
        #expect(kept == 2, "without an anchor nothing tells that change 3 is lost")
        try TemporaryFolder.copy(box.path + ".anchor", to: copy + ".anchor")
        let failure = #expect(throws: Failure.self) { try Store.open(copy, for: .read) }
        #expect(failure?.message.en.contains("change 3") == true)
    }

    @Test func anotherStoreUnderTheSameAnchorIsRefused() throws {
        let box = try TemporaryStore()
        let other = try TemporaryStore()
        try other.add(Person.schema, SampleRow.person("1"))
        try other.store.checkpoint()
        try TemporaryFolder.copy(other.path, to: box.folder + "/jbem2.db")
        try TemporaryFolder.copy(box.path + ".anchor", to: box.folder + "/jbem2.db.anchor")
        // The same world, the same first change: what differs is in its time only after the first change.
        _ = try Store.open(box.folder + "/jbem2.db", for: .read)
        try box.perform { try Setting.plan.set("a", in: $0) }
        try TemporaryFolder.copy(box.path + ".anchor", to: box.folder + "/jbem2.db.anchor")
        #expect(throws: Failure.self) { try Store.open(box.folder + "/jbem2.db", for: .read) }
    }

    /// A process that died between COMMIT and the anchor.
    @Test func aStoreOneAheadIsOpenedAndHealedByTheNextWriter() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let all = try lines(box)
        try write(all.dropLast().map { $0 + "\n" }.joined(), box)
        try box.reopen()
        #expect(try box.store.verify(replay: true).isSound)
        #expect(try lines(box) == Array(all.dropLast()), "reading heals nothing")
        try box.add(Person.schema, SampleRow.person("2"))
        let healed = try lines(box)
        #expect(healed.count == 3 && healed[1] == all[1])
        #expect(healed[2].hasPrefix("3 "))
    }

    @Test func aLineTornByACrashIsPassedOver() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let all = try lines(box)
        try write(all[0] + "\n" + all[1].prefix(20), box)
        try box.reopen()
        try box.add(Person.schema, SampleRow.person("2"))
        try box.reopen()
        #expect(try Anchor(storePath: box.path).head()?.id == 3)
    }

    @Test func aStoreWithoutAnchorGetsOneAtTheNextChange() throws {
        let box = try TemporaryStore()
        unlink(box.path + ".anchor")
        try box.reopen()
        try box.add(Person.schema, SampleRow.person("1"))
        #expect(try Anchor(storePath: box.path).head()?.id == 2)
    }

    @Test func aDryRunAndARefusedChangeLeaveTheAnchor() throws {
        let box = try TemporaryStore()
        let before = try lines(box)
        try box.perform(dryRun: true) { try box.insert(SampleRow.person("1"), of: Person.schema, in: $0) }
        #expect(throws: Failure.self) {
            try box.perform { db in
                try box.insert(SampleRow.person("1"), of: Person.schema, in: db)
                try box.insert(SampleRow.person("1"), of: Person.schema, in: db)
            }
        }
        #expect(try lines(box) == before)
    }

    @Test func manyLinesAreReadFromTheEnd() throws {
        let box = try TemporaryStore(.nothing)
        let hash = String(repeating: "a", count: 64)
        try write((1...500).map { "\($0) \(hash)\n" }.joined(), box)
        #expect(try Anchor(storePath: box.path).head() == ChangeHead(id: 500, hash: hash))
    }

    private func lines(_ box: TemporaryStore) throws -> [String] {
        String(decoding: try RepositoryData.bytes(box.path + ".anchor"), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func write(_ text: String, _ box: TemporaryStore) throws {
        let file = try #require(fopen(box.path + ".anchor", "w"))
        fputs(text, file)
        fclose(file)
    }
}

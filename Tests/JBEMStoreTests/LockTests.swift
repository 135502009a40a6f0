import GRDB
import Glibc
import JBEMCore
import Testing

@testable import JBEMStore

/// One writer at a time, and "busy" names it.
@Suite struct LockTests {
    @Test func aSecondWriterIsToldWhoHoldsTheStore() throws {
        let box = try TemporaryStore()
        let other = try box.another()
        let failure = try box.perform { db in
            let failure = #expect(throws: Failure.self) { try other.perform(box.action(by: "li")) { _ in } }
            try box.insert(SampleRow.person("1"), of: Person.schema, in: db)
            return failure
        }.value
        #expect(failure?.kind == .busy && failure?.kind.exitCode == 75)
        #expect(failure?.message.en == "the store is busy (process \(getpid()))")
        #expect(failure?.message.zh.contains("（进程 \(getpid())）") == true)
        // Free again.
        _ = try other.perform(box.action(by: "li")) { try box.insert(SampleRow.person("2"), of: Person.schema, in: $0) }
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test(.enabled(if: access("/usr/bin/flock", X_OK) == 0)) func theLockOfAnotherProcessIsRespected() throws {
        let box = try TemporaryStore()
        let child = try Child(["/usr/bin/flock", "--no-fork", box.path + ".lock", "sleep", "30"])
        defer { child.end() }
        // The helper does not write its number into the file as jbem does; put it there for it.
        let text = "\(child.number)\n"
        var failure: Failure?
        for _ in 0..<200 where failure == nil {
            try write(text, to: box.path + ".lock")
            do { try box.perform { _ in } } catch let error as Failure { failure = error }
            usleep(10_000)
        }
        #expect(failure?.kind == .busy)
        #expect(failure?.message.en == "the store is busy (process \(child.number))")
        // Readers are not held up.
        #expect(try box.head() == 1)
        child.end()
        try box.add(Person.schema, SampleRow.person("1"))
    }

    @Test func aWriterWaitsAsLongAsItWasTold() throws {
        let box = try TemporaryStore()
        let path = box.path
        let waited = try StoreLock.holding(storePath: path, timeout: 0) {
            let start = ContinuousClock.now
            #expect(throws: Failure.self) { try StoreLock.holding(storePath: path, timeout: 0.3) {} }
            return ContinuousClock.now - start
        }
        #expect(waited >= .milliseconds(300))
        #expect(waited < .seconds(5))
    }

    @Test func theLockIsFreedByAnError() throws {
        struct Stop: Error {}
        let box = try TemporaryStore()
        #expect(throws: Stop.self) { try StoreLock.holding(storePath: box.path, timeout: 0) { throw Stop() } }
        #expect(try StoreLock.holding(storePath: box.path, timeout: 0) { 42 } == 42)
    }

    @Test func aLinkInPlaceOfTheLockFileIsNotFollowed() throws {
        let box = try TemporaryStore()
        unlink(box.path + ".lock")
        #expect(symlink("/dev/null", box.path + ".lock") == 0)
        #expect(throws: Failure.self) { try box.add(Person.schema, SampleRow.person("1")) }
        #expect(try box.head() == 1)
    }

    /// Somebody who writes without our lock holds SQLite's own.
    @Test func aForeignWriterIsBusyToo() throws {
        let box = try TemporaryStore()
        let raw = try RawConnection.queue(box.path)
        try raw.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let failure = #expect(throws: Failure.self) { try box.perform { _ in } }
            #expect(failure?.kind == .busy)
            try db.execute(sql: "ROLLBACK")
        }
        try box.add(Person.schema, SampleRow.person("1"))
    }

    @Test func aReaderSeesOneSnapshotWhileAnotherWrites() throws {
        let box = try TemporaryStore()
        let other = try box.another(for: .read)
        try other.read { db in
            let before = try StoreDump.text(db)
            try box.add(Person.schema, SampleRow.person("1"))
            #expect(try StoreDump.text(db) == before)
        }
        #expect(try other.read(StoreDump.text) == box.dump())
    }

    @Test func twoStoresOnOneFileMakeOneChain() throws {
        let box = try TemporaryStore()
        let other = try box.another()
        for number in 1...10 {
            let store = number.isMultiple(of: 2) ? other : box.store
            _ = try store.perform(box.action()) { try box.insert(SampleRow.person("\(number)"), of: Person.schema, in: $0) }
        }
        #expect(try box.head() == 11)
        #expect(try other.verify(replay: true).isSound)
    }

    private func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_TRUNC)
        defer { close(descriptor) }
        #expect(Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count)
    }
}

/// A process of its own, ended at the latest with the value.
final class Child {
    let number: pid_t
    private var isOver = false

    init(_ arguments: [String]) throws {
        var number: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        guard posix_spawn(&number, arguments[0], nil, nil, &words, environ) == 0 else {
            throw Failure(.unavailable, Localized(verbatim: arguments[0]))
        }
        self.number = number
    }

    func end() {
        guard !isOver else { return }
        isOver = true
        kill(number, SIGKILL)
        waitpid(number, nil, 0)
    }

    deinit { end() }
}

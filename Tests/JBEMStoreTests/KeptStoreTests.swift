import GRDB
import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMStore

/// A store that is kept open notices what others do to it.
@Suite struct KeptStoreTests {
    @Test func aCommitOfAnotherConnectionIsNoticedOnce() throws {
        let box = try TemporaryStore()
        let watch = StoreWatch(box.path)
        #expect(try watch.look(), "the first look")
        #expect(try !watch.look())
        let raw = try RawConnection.queue(box.path)
        try raw.write { try $0.execute(sql: "INSERT INTO setting (key, value) VALUES ('x', '1')") }
        #expect(try watch.look())
        #expect(try !watch.look())
    }

    @Test func anotherFileInItsPlaceIsAnotherStore() throws {
        let (box, other) = (try TemporaryStore(), try TemporaryStore())
        let kept = KeptStore(box.path, lockTimeout: 1)
        let first = try kept.store()
        #expect(try kept.store() === first)
        for suffix in ["", "-wal", "-shm", ".anchor"] {
            unlink(box.path + suffix)
            rename(other.path + suffix, box.path + suffix)
        }
        #expect(try kept.store() !== first)
    }

    @Test func aStoreThatWentAwayIsSaidUntilItIsBack() throws {
        let box = try TemporaryStore()
        let watch = StoreWatch(box.path)
        _ = try watch.look()
        rename(box.path, box.path + ".away")
        for _ in 0..<2 {
            let failure = #expect(throws: Failure.self) { try watch.look() }
            #expect(failure?.kind == .notFound)
        }
        rename(box.path + ".away", box.path)
        #expect(try watch.look())
    }

    @Test func aStoreThatANewerProgramUpgradedIsSaid() throws {
        let box = try TemporaryStore()
        let kept = KeptStore(box.path, lockTimeout: 1)
        let watch = StoreWatch(box.path)
        _ = (try kept.store(), try watch.look())
        let raw = try RawConnection.queue(box.path)
        try raw.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 999") }
        #expect(#expect(throws: Failure.self) { try kept.store() }?.kind == .newerStore)
        #expect(#expect(throws: Failure.self) { try watch.look() }?.kind == .newerStore)
    }

    @Test func beforeAWriteTheAnchorIsLookedAtAgain() throws {
        let box = try TemporaryStore()
        let kept = KeptStore(box.path, lockTimeout: 1)
        let first = try kept.store()
        #expect(try kept.store(for: .write) === first)
        try Anchor(storePath: box.path).append(ChangeHead(id: 999, hash: ChangeChain.origin))
        #expect(#expect(throws: Failure.self) { try kept.store(for: .write) }?.kind == .data)
    }

    @Test func anotherStructureIsLookedAtAnew() throws {
        let box = try TemporaryStore()
        let kept = KeptStore(box.path, lockTimeout: 1)
        _ = try kept.store()
        let raw = try RawConnection.queue(box.path)
        try raw.writeWithoutTransaction { try $0.execute(sql: "ALTER TABLE person RENAME COLUMN number TO other") }
        #expect(#expect(throws: Failure.self) { try kept.store(for: .write) }?.kind == .data)
    }

    @Test(.enabled(if: access("/usr/bin/perl", X_OK) == 0)) func aBusyStoreIsLookedAtLater() throws {
        let box = try TemporaryStore()
        try box.store.queue.close()
        // Another process has the file for itself, as SQLite locks it (512 bytes from 2³⁰ on).
        let ready = box.folder + "/ready"
        let script = """
            use Fcntl; open(F, '+<', "\(box.path)") or die; my $l = pack('ssx4qqlx4', F_WRLCK, 0, 0x40000000, 512, 0);
            fcntl(F, F_SETLKW, $l) or die; open(R, '>', "\(ready)"); close(R); sleep 60;
            """
        let other = SpawnedProcess("/usr/bin/perl", ["-e", script])
        while access(ready, F_OK) != 0, other.isRunning { usleep(10_000) }
        let watch = StoreWatch(box.path)
        let begun = ContinuousClock.now
        #expect(try !watch.look(), "not known yet")
        #expect(ContinuousClock.now - begun < .seconds(5), "it waits for nobody")
        other.signal(SIGKILL)
        _ = other.wait()
        #expect(try watch.look())
    }
}

import JBEMTestSupport
import Testing

/// How often a change waits for the disk: for the log and for the anchor, and for the folder where the log was empty.
@Suite(.enabled(if: ProcessScene.hasStrace, "strace is not installed")) struct SyncTests {
    @Test func anAdditionWaitsTwice() {
        let scene = ProcessScene()
        _ = scene.run("init --office 500105000")
        _ = scene.run("person add number=A name=甲 office=500105000")
        #expect(scene.waits("person add number=B name=甲 office=500105000") == ["jbem.db-wal", "jbem.db.anchor"])
        // As the shell of SQLite leaves it: the name of the log has to be durable before it holds anything, and its head is synced apart.
        let emptied = SpawnedProcess("/usr/bin/sqlite3", [scene.place + "/jbem.db", "PRAGMA wal_checkpoint(TRUNCATE)"], environment: [:])
        #expect(emptied.wait().code == 0)
        let folder = String(scene.place.split(separator: "/").last!)
        #expect(
            scene.waits("person add number=C name=甲 office=500105000")
                == [folder, "jbem.db-wal", "jbem.db-wal", "jbem.db.anchor"])
        #expect(scene.count("person") == 3)
    }
}

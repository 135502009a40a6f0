import Glibc
import JBEMTestSupport
import Testing

/// Restores that are killed at moments around the one that counts; random moments, and those of backups, are in `KillTests`.
@Suite struct BackupProcessTests {
    private func persons(_ scene: ProcessScene) -> String { scene.run("query 'SELECT count(*) FROM person' --format plain").out }

    @Test(.enabled(if: ProcessScene.hasStrace, "strace is not installed")) func aKilledRestoreIsBeforeOrAfter() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        #expect(scene.run("store backup").code == 0)
        let name = TestFolder.names(scene.folder.file("backups"))[0]
        let file = "\(scene.folder.file("backups"))/\(name)"
        var (before, after) = (0, 0)
        let moments =
            [1, 300, 900, 1100, 1300].map { ("pwrite64", $0) } + [4, 10, 14, 16, 18, 19, 20, 21, 22, 23, 24].map { ("fdatasync", $0) }
        for (round, (call, number)) in moments.enumerated() {
            #expect(scene.run("person add number=P-\(round) name=甲 office=500105000").code == 0)
            let end = scene.run("store restore \(file) --yes", with: .kill(call, number))
            let count = persons(scene)
            #expect(count == "1\n" || count == "0\n", "\(call) \(number): \(count)")
            #expect(!end.out.contains("已恢复") || count == "0\n", "\(number): acknowledged and not there")
            #expect(scene.run("log verify --replay").code == 0, "\(call) \(number)")
            if count == "1\n" { before += 1 } else { after += 1 }
            // Whole again for the next, whose time must be another: it names a file.
            sleep(1)
            #expect(scene.run("store restore \(file) --yes").code == 0)
            #expect(persons(scene) == "0\n")
            sleep(1)
        }
        #expect(before > 0 && after > 0, "\(before) \(after)")
        // No number was given out twice on the way.
        #expect(scene.run("person add number=LAST name=乙 office=500105000").out.contains("PE-\(moments.count + 1)"))
    }
}

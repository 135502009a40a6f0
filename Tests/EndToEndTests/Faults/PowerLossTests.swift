import Glibc
import JBEMTestSupport
import Testing

/// The power goes: what was acknowledged is on the disk, and at most one change more.
///
/// A disk of ext4 on a file, which is cut off without writing anything that was not synced.
@Suite(.serialized, .enabled(if: OwnFileSystem.hasDisks, "needs root and loop devices")) struct PowerLossTests {
    @Test func whatWasAcknowledgedIsOnTheDisk() throws {
        var dice = TestSeed.generator
        let disk = try OwnFileSystem(.disk(64))
        let scene = ProcessScene(in: disk.path)
        #expect(scene.run("init").code == 0)
        var (total, acknowledged) = (0, 0)
        for round in 0..<Tier.count(40, long: 300) {
            let process = scene.startAdding(0..<100_000, "person add number=R\(round)-% name=甲 office=500105000 --json")
            process.waitForOutput(lines: Int.random(in: 1...3, using: &dice))
            usleep(UInt32.random(in: 0..<100_000, using: &dice))
            // Counted before: what is acknowledged after the power has gone cannot be.
            let before = process.output.split(separator: "\n").count { $0.hasSuffix("}") }
            disk.losePower()
            let end = process.wait()
            let told = end.out.split(separator: "\n").count { $0.hasSuffix("}") }
            try disk.restart()
            let number = "CAST(substr(number, instr(number, '-') + 1) AS INTEGER)"
            let kept =
                scene.number(
                    "SELECT iif(coalesce(max(\(number)), -1) = count(*) - 1, count(*), -1) FROM person WHERE number LIKE 'R\(round)-%'")
                ?? -2
            let story = "\(TestSeed.remedy), round \(round): \(before)…\(told) acknowledged, \(kept) kept, ended with \(end.code)"
            #expect(end.code != 0, "\(story)")
            #expect(told <= kept && kept <= told + 1, "\(story)")
            total += max(0, kept)
            acknowledged += told
            if round % 10 == 9 || TestSeed.isLongTier {
                #expect(scene.run("log verify --replay").code == 0, "\(story)")
                #expect(scene.count("person") == total, "\(story)")
            }
        }
        #expect(acknowledged >= 40, "\(acknowledged) of \(total)")
    }

    /// At once after each acknowledgement: of a backup, a restore, an import, the making of a store.
    @Test func whatIsDoneIsDone() throws {
        let disk = try OwnFileSystem(.disk(64))
        let scene = ProcessScene(in: disk.path)
        let file = scene.accidents(300)
        for round in 0..<Tier.count(3, long: 20) {
            #expect(scene.run("init").code == 0)
            try losePower(disk)
            #expect(scene.run("log verify --replay").code == 0, "init")
            #expect(scene.run("accident import \(file)").code == 0)
            try losePower(disk)
            #expect(scene.count("accident") == 300)
            #expect(scene.run("store backup --to \(disk.path)/b\(round)").code == 0)
            try losePower(disk)
            let backup = try #require(TestFolder.names(disk.path + "/b\(round)").last { $0.hasSuffix(".backup") })
            #expect(scene.run("store backup verify \(disk.path)/b\(round)/\(backup)").code == 0, "round \(round)")
            #expect(scene.run("accident rm E-1 --yes").code == 0)
            #expect(scene.run("store restore \(disk.path)/b\(round)/\(backup) --yes").code == 0)
            try losePower(disk)
            #expect(scene.count("accident") == 300, "round \(round)")
            #expect(scene.run("log verify --replay").code == 0, "round \(round)")
            #expect(scene.run("store doctor --quiet").code == 0, "round \(round)")
            for name in TestFolder.names(disk.path) where name.hasPrefix("jbem.db") { unlink("\(disk.path)/\(name)") }
        }
    }

    private func losePower(_ disk: OwnFileSystem) throws {
        disk.losePower()
        try disk.restart()
    }
}

import Glibc
import JBEMTestSupport
import Testing

/// Processes that are killed at random moments: what was acknowledged is there, once; what was not is whole or not there.
///
/// 200 kills (1,000 in the long tier) and 50 of the runs that clean up after one.
@Suite(.serialized, .enabled(if: ProcessScene.hasStrace, "strace is not installed")) struct KillTests {

    /// Opens without repair, and the journal makes the rows; in the short tier that is looked at now and then.
    private func expectSound(_ scene: ProcessScene, _ story: String, replay: Bool = true, at place: SourceLocation = #_sourceLocation) {
        guard replay || TestSeed.isLongTier else { return }
        let end = scene.run("log verify --replay")
        #expect(end.code == 0, "\(story): \(end.out)\(end.err)", sourceLocation: place)
    }

    private func made() -> ProcessScene {
        let scene = ProcessScene()
        scene.environment["JBEM_LANG"] = "en"
        #expect(scene.run("init").code == 0)
        return scene
    }

    @Test func additionsThatWereAcknowledgedAreThere() {
        var dice = TestSeed.generator
        let scene = made()
        var (total, acknowledged) = (0, 0)
        for round in 0..<Tier.count(100, long: 500) {
            let process = scene.startAdding(0..<100_000, "person add number=R\(round)-% name=甲 office=500105000 --json")
            // Some before the first is there, the others in full swing.
            process.waitForOutput(lines: Int.random(in: 0...4, using: &dice))
            usleep(UInt32.random(in: 0..<100_000, using: &dice))
            process.signal(SIGKILL)
            let told = process.wait().out.split(separator: "\n").count { $0.hasSuffix("}") }
            // Those from the first on, not any others.
            let number = "CAST(substr(number, instr(number, '-') + 1) AS INTEGER)"
            let kept =
                scene.number(
                    "SELECT iif(coalesce(max(\(number)), -1) = count(*) - 1, count(*), -1) FROM person WHERE number LIKE 'R\(round)-%'")
                ?? -2
            let story = "\(TestSeed.remedy), round \(round): \(told) acknowledged, \(kept) kept"
            #expect(told <= kept && kept <= told + 1, "\(story)")
            expectSound(scene, story, replay: round % 10 == 9)
            total += kept
            acknowledged += told
        }
        #expect(acknowledged > 100, "\(acknowledged) of \(total)")
        #expect(scene.count("person") == total)
        #expect(scene.number("SELECT count(DISTINCT id) FROM person") == total)
    }

    @Test func anImportIsWholeOrNotThere() {
        var dice = TestSeed.generator
        let scene = made()
        let count = 20_000
        let file = scene.accidents(count)
        let empty = scene.files()
        let start = ContinuousClock.now
        #expect(scene.run("accident import \(file)").code == 0)
        let time = UInt32((ContinuousClock.now - start) / .microseconds(1))
        let clean = scene.run("accident export").out
        #expect(clean.split(separator: "\n").count == count + 1)
        scene.take(empty)
        var (whole, none) = (0, 0)
        for round in 0..<Tier.count(20, long: 100) {
            // Every other one in the last tenth, where the journal is written, the transaction ends and the log is emptied.
            let late = round.isMultiple(of: 2)
            let process = scene.start("accident import \(file) --quiet")
            usleep(UInt32.random(in: (late ? time * 8 / 10 : 0)..<time, using: &dice))
            process.signal(SIGKILL)
            let end = process.wait()
            let kept = scene.count("accident")
            let story = "\(TestSeed.remedy), round \(round): \(kept ?? -1) rows"
            #expect(kept == 0 || kept == count, "\(story)")
            if end.code == 0 { #expect(kept == count, "\(story): acknowledged") }
            expectSound(scene, story, replay: round % 10 == 9)
            if kept == count { whole += 1 } else { none += 1 }
            // The same once more: the state of one clean run, after whatever the killed one left.
            if round % 5 == 4 {
                #expect(scene.run("accident import \(file)").code == 0)
                #expect(scene.run("accident export").out == clean, "\(story): not the state of a clean run")
                #expect(scene.number("SELECT count(*) FROM change WHERE kind = 'import'") == 1, "\(story)")
            }
            if kept == count || round % 5 == 4 { scene.take(empty) }
        }
        #expect(none > 0, "\(whole) whole, \(none) none")
    }

    /// A store whose log is due: the next writer moves it into the main file and dies on the way.
    @Test func aCheckpointLosesNothing() {
        var dice = TestSeed.generator
        let scene = made()
        let file = scene.accidents(20_000)
        #expect(scene.run("accident import \(file)", with: .kill("pwrite64", 1, on: scene.store)).code != 0)
        let due = scene.files()
        #expect(due["jbem.db-wal"]!.count > 4 << 20, "the log is not due")
        let pages = due["jbem.db-wal"]!.count / 4120
        for round in 0..<Tier.count(20, long: 100) {
            scene.take(due)
            let call = ["pwrite64", "pwrite64", "pwrite64", "fdatasync", "ftruncate"][round % 5]
            let number = call == "pwrite64" ? Int.random(in: 1...pages / 2, using: &dice) : 1
            let isLog = call == "ftruncate"
            let end = scene.run(
                "person add number=K name=甲 office=500105000", with: .kill(call, number, on: scene.store + (isLog ? "-wal" : "")))
            let story = "\(TestSeed.remedy), round \(round): \(call) \(number), ended with \(end.code)"
            #expect(scene.count("accident") == 20_000, "\(story)")
            let person = scene.count("person")
            #expect(person == 1 || end.out.isEmpty && person == 0, "\(story): \(person ?? -1)")
            // Whoever comes next finishes it.
            #expect(scene.run("person add number=L name=乙 office=500105000").code == 0, "\(story)")
            expectSound(scene, story, replay: round % 10 == 9)
        }
    }

    @Test func aMigrationIsOldOrNew() throws {
        var dice = TestSeed.generator
        let scene = made()
        let store = try #require(ReleasedStore.all.first)
        try store.unpack(to: scene.place)
        let old = scene.files()
        var (older, newer) = (0, 0)
        for round in 0..<Tier.count(20, long: 100) {
            scene.take(old)
            let call = ["pwrite64", "fdatasync", "fsync", "openat"][round % 4]
            let number = Int.random(in: 1...[300, 6, 4, 60][round % 4], using: &dice)
            let end = scene.run("store migrate", with: .kill(call, number))
            let after = scene.run("person list --csv")
            let story = "\(TestSeed.remedy), round \(round): \(call) \(number) ended with \(end.code), then \(after.code) \(after.err)"
            #expect(after.code == 0 || after.code == 78, "\(story)")
            if after.code == 0 { newer += 1 } else { older += 1 }
            let again = scene.run("store migrate")
            #expect(again.code == 0, "\(story): \(again.err)")
            expectSound(scene, story)
        }
        #expect(older > 0 && newer > 0, "\(older) old, \(newer) new")
    }

    @Test func aBackupIsSoundOrNone() {
        var dice = TestSeed.generator
        let scene = made()
        #expect(scene.run("accident import \(scene.accidents(300))").code == 0)
        let folder = scene.folder.file("backups")
        for round in 0..<Tier.count(20, long: 100) {
            let call = ["pwrite64", "fsync", "rename", "openat"][round % 4]
            let number = Int.random(in: 1...[400, 3, 1, 60][round % 4], using: &dice)
            let end = scene.run("store backup --to \(folder)", with: .kill(call, number))
            let story = "\(TestSeed.remedy), round \(round): \(call) \(number) ended with \(end.code)"
            for name in TestFolder.names(folder) where name.hasSuffix(".backup") {
                let verified = scene.run("store backup verify \(folder)/\(name)")
                #expect(verified.code == 0, "\(story): \(verified.out)\(verified.err)")
                unlink("\(folder)/\(name)")
            }
            expectSound(scene, story, replay: round % 10 == 9)
        }
        // What was left half done is gone after the next one.
        #expect(scene.run("store backup --to \(folder)").code == 0)
        #expect(TestFolder.names(folder).count == 1, "\(TestFolder.names(folder))")
    }

    @Test func aRestoreIsBeforeOrAfter() throws {
        var dice = TestSeed.generator
        let scene = made()
        #expect(scene.run("accident import \(scene.accidents(300))").code == 0)
        let folder = scene.folder.file("backups")
        #expect(scene.run("store backup --to \(folder)").code == 0)
        let backup = "\(folder)/\(try #require(TestFolder.names(folder).first))"
        #expect(scene.run("accident import \(scene.accidents(200, from: 1000))").code == 0)
        let before = scene.files()
        var (old, new) = (0, 0)
        for round in 0..<Tier.count(20, long: 100) {
            scene.take(before)
            let call = ["pwrite64", "fdatasync", "ftruncate", "pread64"][round % 4]
            let number = Int.random(in: 1...[1500, 24, 8, 3000][round % 4], using: &dice)
            let end = scene.run("store restore \(backup) --yes", with: .kill(call, number))
            let count = scene.count("accident")
            let story = "\(TestSeed.remedy), round \(round): \(call) \(number) ended with \(end.code): \(count ?? -1) rows"
            #expect(count == 300 || count == 500, "\(story)")
            if end.code == 0 { #expect(count == 300, "\(story): acknowledged") }
            if count == 300 { new += 1 } else { old += 1 }
            expectSound(scene, story, replay: round % 5 == 4)
        }
        #expect(old > 0 && new > 0, "\(old) old, \(new) new")
    }

    @Test func aStoreIsMadeWholeOrNotAtAll() {
        var dice = TestSeed.generator
        var (whole, none) = (0, 0)
        for round in 0..<Tier.count(16, long: 80) {
            let scene = ProcessScene()
            let call = ["pwrite64", "fdatasync", "rename", "openat"][round % 4]
            let number = Int.random(in: 1...[300, 6, 1, 90][round % 4], using: &dice)
            let end = scene.run("init", with: .kill(call, number))
            let regions = scene.count("region")
            let story = "\(TestSeed.remedy), round \(round): \(call) \(number) ended with \(end.code), \(regions ?? -1) regions"
            if regions == nil {
                none += 1
                #expect(end.code != 0 && scene.run("init").code == 0, "\(story)")
            } else {
                whole += 1
            }
            #expect(scene.count("region") == 14, "\(story)")
            expectSound(scene, story)
            let others = TestFolder.names(scene.place).filter { $0.contains(".making") }
            #expect(regions != nil || others.isEmpty, "\(story): \(others)")
        }
        #expect(none > 0, "\(whole) whole, \(none) none")
    }

    /// A log to read again, an anchor to bring up to date, a half-made backup to remove: killed while doing so.
    @Test func cleaningUpCanBeKilled() {
        var dice = TestSeed.generator
        let scene = made()
        let file = scene.accidents(300)
        let died = scene.run("accident import \(file)", with: .kill("write", 1, on: scene.store + ".anchor"))
        #expect(died.code != 0 && died.out.isEmpty)
        let left = scene.files()
        let calls = "pread64,pwrite64,fdatasync,ftruncate,mmap,openat,flock,write,fcntl,lseek,read,close"
        for round in 0..<Tier.count(50, long: 250) {
            if round % 10 == 0 { scene.take(left) }
            let number = Int.random(in: 1...700, using: &dice)
            let line = round.isMultiple(of: 2) ? "person add number=C\(round) name=甲 office=500105000" : "person list --csv"
            let end = scene.run(line, with: .kill(calls, number))
            let story = "\(TestSeed.remedy), round \(round): call \(number) of \(line) ended with \(end.code)"
            #expect(scene.count("accident") == 300, "\(story)")
            let kept = scene.number("SELECT count(*) FROM person WHERE number = 'C\(round)'") ?? -1
            #expect(kept == 1 || kept == 0 && (end.code != 0 || !round.isMultiple(of: 2)), "\(story)")
            expectSound(scene, story, replay: round % 10 == 9)
        }
    }
}

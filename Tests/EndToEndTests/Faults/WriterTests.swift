import Glibc
import JBEMTestSupport
import Testing

/// Many who write at once, and one who stops in the middle.
@Suite(.serialized) struct WriterTests {
    private static let person = "person add number=W%d-% name=甲 office=500105000 --quiet --json --lock-timeout 120"

    /// Eight processes adding 250 records each (16 × 2,000 in the long tier), four readers, one who backs up; the log is moved into the main file
    /// by whoever finds it large.
    @Test func everyRecordOfManyWritersIsThere() throws {
        let (writers, each) = (Tier.count(8, long: 16), Tier.count(250, long: 2000))
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let adding = (0..<writers).map { writer in
            scene.startAdding(0..<each, Self.person.split(separator: "%d").joined(separator: "\(writer)"))
        }
        var (reads, backups, smallest) = (0, 0, Int.max)
        var largest = 0
        while adding.contains(where: \.isRunning) {
            let readers = (0..<4).map { _ in scene.start("query 'SELECT count(*) FROM person' --format plain") }
            let backup = reads % 20 == 0 ? scene.start("store backup --to \(scene.folder.path)/b\(reads) --lock-timeout 120") : nil
            for reader in readers {
                let end = reader.wait()
                #expect(end.code == 0, "\(end.err)")
                reads += 1
            }
            if let end = backup?.wait() {
                #expect(end.code == 0, "\(end.err)")
                backups += 1
            }
            usleep(50_000)
            let size = TestFile.size(scene.store + "-wal") ?? 0
            (smallest, largest) = (min(smallest, size), max(largest, size))
        }
        var longest = 0
        for (writer, process) in adding.enumerated() {
            let end = process.wait()
            #expect(end.code == 0, "writer \(writer): \(end.err)")
            #expect(end.out.split(separator: "\n").count { $0.hasSuffix("}") } == each)
            longest = max(longest, Int(end.err.dropLast()) ?? 0)
        }
        #expect(scene.count("person") == writers * each)
        #expect(scene.number("SELECT count(DISTINCT number) FROM person") == writers * each)
        #expect(scene.number("SELECT max(id) FROM change") == writers * each + 1)
        #expect(scene.run("log verify --replay").code == 0)
        #expect(largest > smallest && largest < 8 << 20, "the log was never moved: \(smallest)…\(largest) bytes")
        Tier.report(
            "\(writers) writers × \(each) records, \(reads) readings, \(backups) backups: the longest wait of a writer was \(longest) ms")
    }

    /// A writer that is stopped with the lock in its hand: the others end with 75 and name it; when it goes on, nothing is lost.
    @Test func aStoppedWriterIsNamed() throws {
        let scene = ProcessScene()
        scene.environment["JBEM_LANG"] = "en"
        #expect(scene.run("init").code == 0)
        let writer = scene.startAdding(0..<100_000, "person add number=S-% name=甲 office=500105000 --quiet --json")
        defer {
            writer.signal(SIGCONT)
            writer.signal(SIGKILL)
            _ = writer.wait()
        }
        var others: [SpawnedProcess.End] = []
        for attempt in 0..<200 where others.isEmpty {
            usleep(20_000)
            writer.signal(SIGSTOP)
            // Stopped between two changes it has no lock: then once more.
            let first = scene.run("person add number=P\(attempt) name=乙 office=500105000 --lock-timeout 0")
            if first.code == 75 {
                let start = ContinuousClock.now
                others = (0..<3).map {
                    scene.start("person add number=O\($0) name=乙 office=500105000 --lock-timeout \(Tier.count(2, long: 15))")
                }
                .map { $0.wait() }
                #expect(ContinuousClock.now - start >= .seconds(2))
            } else {
                writer.signal(SIGCONT)
            }
        }
        #expect(others.count == 3)
        for end in others {
            #expect(end.code == 75)
            #expect(end.err.contains("(process \(writer.pid))"), "\(end.err)")
        }
        #expect(scene.run("person list --limit 1 --csv").code == 0, "readers are not held up")
        writer.signal(SIGCONT)
        #expect(scene.run("person add number=LAST name=乙 office=500105000").code == 0)
        writer.signal(SIGKILL)
        let told = writer.wait().out.split(separator: "\n").count { $0.hasSuffix("}") }
        let kept = scene.number("SELECT count(*) FROM person WHERE number LIKE 'S-%'") ?? -1
        #expect(told <= kept && kept <= told + 1)
        #expect(scene.run("log verify --replay").code == 0)
    }
}

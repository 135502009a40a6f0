import Glibc
import JBEMTestSupport
import Testing

/// Disks that are full: the work ends with 74 and says where and how much room there is, or it is done; nothing is there in part, and it
/// goes on when there is room again.
@Suite(.serialized, .enabled(if: OwnFileSystem.isPossible, "needs root")) struct DiskFullTests {
    struct Work: Sendable, CustomTestStringConvertible {
        let line: String
        /// The state that a query of one number sees before and after.
        let seen: String
        let (before, after): (Int, Int)
        /// KiB that the work needs at most.
        let needs: Int
        /// The schema version of the store that it begins with; the newest unless it is a migration.
        var version: Int?

        var testDescription: String { line }

        static let all = [
            Work(line: "accident import FILE", seen: "SELECT count(*) FROM accident", before: 3, after: 2003, needs: 900),
            Work(line: "person add number=N name=甲 office=500105000", seen: "SELECT count(*) FROM person", before: 1, after: 2, needs: 160),
            Work(line: "store backup --to MOUNT/b", seen: "SELECT count(*) FROM person", before: 1, after: 1, needs: 1000),
            Work(line: "code export -o MOUNT/codes.csv", seen: "SELECT count(*) FROM person", before: 1, after: 1, needs: 120),
            Work(line: "store migrate", seen: "SELECT count(*) FROM person", before: 1, after: 1, needs: 1500, version: 1),
        ]
    }

    @Test(arguments: Work.all) func isDoneOrNotAtAll(work: Work) throws {
        let released = try #require(ReleasedStore.all.last { work.version == nil || $0.version == work.version })
        let (sizes, most) = (40, 1 << 20)
        let disk = try OwnFileSystem(.memory(most))
        let scene = ProcessScene(in: disk.path)
        scene.environment["JBEM_LANG"] = "en"
        try released.unpack(to: disk.path)
        let used = TestFolder.names(disk.path).reduce(0) { $0 + ((TestFile.size("\(disk.path)/\($1)") ?? 0) + 4095) / 4096 * 4 }
        let files = scene.files()
        let line = work.line.replacing("FILE", with: scene.accidents(2000, from: 100)).replacing("MOUNT", with: disk.path)
        var (done, full) = (0, 0)
        for size in 0..<sizes {
            scene.take(files)
            for name in TestFolder.names(disk.path + "/b") { unlink("\(disk.path)/b/\(name)") }
            unlink(disk.path + "/codes.csv")
            try disk.resize(kibibytes: used + 4 + work.needs * size / (sizes - 1))
            let end = scene.run(line)
            try disk.resize(kibibytes: most)
            let story = "\(work.needs * size / (sizes - 1)) KiB: \(end.code) \(end.err)"
            let isWritten = end.err.contains("is written, but not noted")
            if end.code == 0 { done += 1 } else { full += 1 }
            if end.code != 0 {
                #expect(end.code == 74, "\(story)")
                #expect(end.err.contains(disk.path) && end.err.contains("bytes are left"), "\(story)")
            }
            if work.version == nil || end.code == 0 {
                #expect(scene.number(work.seen) == (end.code == 0 || isWritten ? work.after : work.before), "\(story)")
                if size % 4 == 0 { #expect(scene.run("log verify --replay").code == 0, "\(story)") }
            } else {
                #expect(scene.run("person list").code == 78, "\(story)")
            }
            for name in TestFolder.names(disk.path + "/b") where end.code != 0 { Issue.record("\(name) was left, \(story)") }
            if end.code != 0 { #expect(!TestFile.isFile(disk.path + "/codes.csv"), "\(story)") }
            if end.code != 0, !isWritten, size % 4 == 0 {
                let again = scene.run(line)
                #expect(again.code == 0, "there is room again: \(again.err)")
                #expect(scene.number(work.seen) == work.after, "\(story)")
            }
        }
        #expect(done > 0 && full > 0, "\(done) done, \(full) full")
        Tier.report("\(work.line): \(full) of \(sizes) sizes were too small")
    }
}

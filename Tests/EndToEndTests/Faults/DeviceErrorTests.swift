import Glibc
import JBEMTestSupport
import Testing

/// A device that fails at the n-th write or sync, once or from then on, n = 1, 2, 3 … until the work is done: never half of it, never a
/// success that is none.
@Suite(.serialized, .enabled(if: ProcessScene.hasStrace, "strace is not installed")) struct DeviceErrorTests {
    struct Work: Sendable, CustomTestStringConvertible {
        let line: String
        let seen: String
        let (before, after): (Int, Int)

        var testDescription: String { line }

        static let all = [
            Work(line: "person add number=N name=甲 office=500105000", seen: "SELECT count(*) FROM person", before: 1, after: 2),
            Work(line: "accident import FILE", seen: "SELECT count(*) FROM accident", before: 3, after: 43),
            // The removal of a person.
            Work(line: "undo", seen: "SELECT count(*) FROM person", before: 1, after: 2),
            Work(line: "code export -o MOUNT/codes.csv", seen: "SELECT count(*) FROM person", before: 1, after: 1),
            Work(line: "store backup --to MOUNT/b", seen: "SELECT count(*) FROM person", before: 1, after: 1),
        ]
    }

    @Test(arguments: Work.all, ["", "+"]) func isDoneOrNotAtAll(work: Work, sticky: String) throws {
        let scene = ProcessScene()
        scene.environment["JBEM_LANG"] = "en"
        scene.environment["JBEM_ACTOR"] = "fixture"
        try ReleasedStore.all.last!.unpack(to: scene.place)
        let files = scene.files()
        let line = work.line.replacing("FILE", with: scene.accidents(40, from: 100)).replacing("MOUNT", with: scene.place)
        var tried = 0
        for call in ["pwrite64,write", "fsync,fdatasync", "ftruncate,rename,unlink"] {
            var number = 1
            while true {
                scene.take(files)
                for name in TestFolder.names(scene.place + "/b") { unlink("\(scene.place)/b/\(name)") }
                unlink(scene.place + "/codes.csv")
                let fault = ProcessScene.Fault(calls: call, action: "error=EIO:when=\(number)\(sticky)")
                let end = scene.run(line, with: fault)
                guard scene.hadFault else {
                    #expect(end.code == 0, "\(call) \(number): \(end.err)")
                    break
                }
                let story = "\(call) \(number)\(sticky): \(end.code) \(end.err)"
                let isKnown = !end.err.contains("whether this change was kept is not known")
                let isWritten = end.err.contains("is written, but not noted")
                let state = scene.number(work.seen)
                if end.code == 0 {
                    #expect(state == work.after, "\(story): \(state ?? -1)")
                } else {
                    #expect(end.code == 74 || end.code == 73, "\(story)")
                    let possible = isWritten ? [work.after] : isKnown ? [work.before] : [work.before, work.after]
                    #expect(state.map(possible.contains) == true, "\(story): \(state ?? -1)")
                }
                if number % 5 == 1 || TestSeed.isLongTier { #expect(scene.run("log verify --replay").code == 0, "\(story)") }
                for name in TestFolder.names(scene.place + "/b") where name.hasSuffix(".backup") && number % 5 == 1 {
                    #expect(scene.run("store backup verify \(scene.place)/b/\(name)").code == 0, "\(story)")
                }
                tried += 1
                // Long runs of pages differ in nothing; the long tier tries them all.
                number += TestSeed.isLongTier || number < 9 ? 1 : number < 60 ? 13 : 151
            }
        }
        Tier.report("\(work.line)\(sticky): \(tried) failures of the device")
    }
}

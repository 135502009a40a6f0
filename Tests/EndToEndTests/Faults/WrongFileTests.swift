import Glibc
import JBEMTestSupport
import Testing

/// Things that are not a store, where a store should be: each is refused with a message of its own, at once, and stays as it is.
@Suite struct WrongFileTests {
    struct Wrong: Sendable, CustomTestStringConvertible {
        let name: String
        let code: Int32
        /// A part of the message.
        let says: String
        let make: @Sendable (ProcessScene) -> Void

        init(_ name: String, _ code: Int32, _ says: String, _ make: @escaping @Sendable (ProcessScene) -> Void) {
            (self.name, self.code, self.says, self.make) = (name, code, says, make)
        }

        var testDescription: String { name }
    }

    private static func bytes(_ bytes: [UInt8]) -> @Sendable (ProcessScene) -> Void {
        { TestFile.write(bytes, to: $0.store) }
    }

    private static func store(_ change: @escaping @Sendable (inout [UInt8]) -> Void) -> @Sendable (ProcessScene) -> Void {
        { scene in
            _ = scene.run("init")
            var bytes = TestFile.bytes(scene.store)!
            change(&bytes)
            TestFile.write(bytes, to: scene.store)
        }
    }

    private static func shell(_ line: String) -> @Sendable (ProcessScene) -> Void {
        { scene in
            let end = SpawnedProcess("/bin/sh", ["-c", line, scene.store], environment: ["PATH": "/usr/bin:/bin"]).wait()
            #expect(end.code == 0, "\(end.err)")
        }
    }

    static let all: [Wrong] = [
        Wrong("an empty file", 65, "is empty", bytes([])),
        Wrong("a text", 65, "no SQLite file", bytes(Array("number,name\n1,甲\n".utf8))),
        Wrong("a compressed file", 65, "no SQLite file", bytes([0x1F, 0x8B, 8, 0] + [UInt8](repeating: 7, count: 5000))),
        Wrong("a database of another program", 65, "not a jbem store", shell("sqlite3 \"$0\" 'CREATE TABLE person (x)'")),
        Wrong("a store cut off in the middle", 65, "damaged") { scene in
            store { $0.removeLast($0.count / 2) }(scene)
        },
        Wrong("a header alone", 65, "damaged", store { $0.removeLast($0.count - 100) }),
        Wrong(
            "a store with a first page of zeros", 65, "no SQLite file",
            store { $0.replaceSubrange(0..<4096, with: [UInt8](repeating: 0, count: 4096)) }),
        Wrong("a store of a newer program", 76, "newer than this program", store { $0.replaceSubrange(60..<64, with: [0, 0, 3, 0xE7]) }),
        Wrong(
            "a store with the mark of another program", 65, "not a jbem store", store { $0.replaceSubrange(68..<72, with: [0, 0, 0, 1]) }),
        Wrong("a folder", 77, "is not a regular file", shell("mkdir \"$0\"")),
        Wrong("a link", 77, "is not a regular file", shell("ln -s /etc/passwd \"$0\"")),
        Wrong("a pipe", 77, "is not a regular file", shell("mkfifo \"$0\"")),
        Wrong("a log in the place of the store", 65, "no SQLite file") { scene in
            _ = scene.run("init")
            _ = scene.run("person add number=1 name=甲 office=500105000")
            rename(scene.store + "-wal", scene.store)
        },
        Wrong(
            "a file that everyone may write", 77, "writable by everyone",
            { scene in
                _ = scene.run("init")
                chmod(scene.store, 0o666)
            }),
    ]

    @Test(arguments: all) func isRefusedAndStays(wrong: Wrong) {
        let scene = ProcessScene()
        scene.environment["JBEM_LANG"] = "en"
        wrong.make(scene)
        let isFile = TestFile.isFile(scene.store)
        let before = isFile ? TestFile.bytes(scene.store) : nil
        for line in [
            "person list", "person add number=X name=乙 office=500105000", "store migrate", "store check", "query 'SELECT 1'",
            "store backup",
        ] {
            let end = scene.run(line)
            #expect(end.code == wrong.code, "\(line): \(end.code) \(end.err)")
            #expect(end.err.contains(wrong.says), "\(line): \(end.err)")
            #expect(end.err.contains(scene.store), "\(line) does not name the file: \(end.err)")
            #expect(end.out.isEmpty)
        }
        #expect(TestFile.isFile(scene.store) == isFile)
        if isFile { #expect(TestFile.bytes(scene.store) == before) }
    }

    /// Every schema version that was ever in use comes up to date, with what was in it.
    @Test(arguments: ReleasedStore.all) func aStoreOfAnEarlierProgramMigrates(released: ReleasedStore) throws {
        let scene = ProcessScene()
        scene.environment["JBEM_LANG"] = "en"
        try released.unpack(to: scene.place)
        let newest = ReleasedStore.all.last!.version
        if released.version < newest { #expect(scene.run("person list").code == 78) }
        let end = scene.run("store migrate")
        #expect(end.code == 0, "\(end.err)")
        #expect(scene.number("SELECT count(*) FROM accident WHERE title IN ('虚构的第1起', '改过的标题', '虚构的第3起')") == 3)
        #expect(scene.run("person show F-1 --reveal --reason test --csv").out.contains("13900000001"))
        #expect(scene.run("log verify --replay").code == 0)
        #expect(scene.run("store check").code == 0)
        #expect(scene.run("accident set E-1 title=新的").code == 0 && scene.run("undo").code == 0)
        let backups = TestFolder.names(scene.place).filter { $0.contains(".before-v") }
        #expect(backups.count == (released.version < newest ? 1 : 0))
    }
}

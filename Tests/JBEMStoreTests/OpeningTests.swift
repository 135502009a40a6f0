import GRDB
import Glibc
import JBEMCore
import Testing

@testable import JBEMStore

/// What a store file must be like to be opened, and the settings every connection has.
@Suite struct OpeningTests {
    @Test func noStoreIsNotFoundAndSaysHowToMakeOne() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let failure = #expect(throws: Failure.self) { try Store.open(folder + "/none.db", for: .read) }
        #expect(failure?.kind == .notFound && failure?.kind.exitCode == 66)
        #expect(failure?.hints.first?.en.contains("jbem init") == true)
        #expect(TemporaryFolder.names(in: folder) == [], "looking for a store must not make one")
    }

    @Test func aSymbolicLinkIsNotFollowed() throws {
        let box = try TemporaryStore()
        let link = box.folder + "/link.db"
        #expect(symlink(box.path, link) == 0)
        let failure = #expect(throws: Failure.self) { try Store.open(link, for: .read) }
        #expect(failure?.kind == .permission && failure?.kind.exitCode == 77)
    }

    @Test func aFolderIsNoStore() throws {
        let box = try TemporaryStore(.nothing)
        #expect(throws: Failure.self) { try Store.open(box.folder, for: .read) }
    }

    @Test(arguments: [0o602, 0o666, 0o777] as [mode_t]) func aWorldWritableStoreIsRefused(mode: mode_t) throws {
        let box = try TemporaryStore()
        chmod(box.path, mode)
        let failure = #expect(throws: Failure.self) { try box.another(for: .read) }
        #expect(failure?.kind == .permission)
        #expect(failure?.hints.first?.en == "run chmod o-w")
        chmod(box.path, 0o664)
        _ = try box.another(for: .read)
    }

    @Test func anotherDatabaseIsNoStore() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let path = folder + "/other.db"
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
        }
        let failure = #expect(throws: Failure.self) { try Store.open(path, for: .read) }
        #expect(failure?.kind == .data)
        #expect(failure?.message.en.contains("not a jbem store") == true)
    }

    @Test func rubbishIsNoStore() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let path = folder + "/rubbish.db"
        try TemporaryFolder.copy(RepositoryData.root + "/Package.swift", to: path)
        let failure = #expect(throws: Failure.self) { try Store.open(path, for: .read) }
        #expect(failure?.kind == .data)
    }

    @Test func aStoreIsForItsOwnerAloneUnlessShared() throws {
        let folder = try TemporaryFolder.make()
        let birth = { Store.Birth(uuid: "u", office: 1, isSample: false, createdAt: Instant(seconds: 0), isShared: $0) }
        for (name, isShared, mode, folderMode) in [("own", false, 0o600, 0o700), ("shared", true, 0o660, 0o2770)]
            as [(String, Bool, mode_t, mode_t)]
        {
            let path = "\(folder)/\(name)/deep/jbem.db"
            do {
                let store = try Store.create(path, birth: birth(isShared)) { _ in }.store
                _ = try store.perform(Action(name: "t", origin: .init(at: Instant(seconds: 0), actor: "a", osUser: "u", host: "h"))) { db in
                    try Setting.plan.set("a", in: db)
                }
            }
            for suffix in ["", "-wal", ".lock", ".anchor"] {
                #expect(permissions(path + suffix) & ~mode & 0o777 == 0, "\(name)\(suffix)")
            }
            // What goes missing is made anew as private, or as shared, as the store.
            for suffix in [".lock", ".anchor"] { unlink(path + suffix) }
            _ = try Store.open(path, for: .write).perform(
                Action(name: "t", origin: .init(at: Instant(seconds: 0), actor: "a", osUser: "u", host: "h"))
            ) { db in try Setting.plan.set("b", in: db) }
            for suffix in [".lock", ".anchor"] { #expect(permissions(path + suffix) & 0o777 == mode, "\(name)\(suffix)") }
            #expect(permissions(path) == mode)
            #expect(permissions("\(folder)/\(name)/deep") == folderMode)
            #expect(permissions(path + "-wal") == mode)
            TemporaryFolder.remove("\(folder)/\(name)/deep")
            rmdir("\(folder)/\(name)")
        }
        TemporaryFolder.remove(folder)
    }

    @Test func aStoreIsNotMadeOverAnother() throws {
        let box = try TemporaryStore()
        let dump = try box.dump()
        let birth = Store.Birth(uuid: "u", office: 1, isSample: false, createdAt: Instant(seconds: 0))
        let failure = #expect(throws: Failure.self) { try Store.create(box.path, birth: birth) { _ in } }
        #expect(failure?.kind == .cannotCreate && failure?.kind.exitCode == 73)
        #expect(try box.dump() == dump)
    }

    @Test(arguments: [0, -1, 1_000_000_000] as [Int64]) func officeNumbersHaveAtMostNineDigits(office: Int64) throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let birth = Store.Birth(uuid: "u", office: office, isSample: false, createdAt: Instant(seconds: 0))
        let failure = #expect(throws: Failure.self) { try Store.create(folder + "/jbem.db", birth: birth) { _ in } }
        #expect(failure?.kind == .usage)
        #expect(TemporaryFolder.names(in: folder) == [])
    }

    /// Somebody removed the file and forgot the log beside it.
    @Test func aLogThatWasLeftBehindIsNotReadIntoANewStore() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        try box.store.queue.close()
        unlink(box.path)
        #expect(access(box.path + "-wal", F_OK) == 0)
        let birth = Store.Birth(uuid: "u", office: 1, isSample: false, createdAt: Instant(seconds: 0))
        let store = try Store.create(box.path, birth: birth) { _ in }.store
        #expect(try store.identity.uuid == "u" && store.read(StoreDump.rowCount) == 0)
        #expect(try store.structureFindings().isEmpty)
    }

    /// The structure of a new store is known by its digest, so that opening has not to make one for comparison.
    @Test func theDigestIsThatOfTheNewestVersion() throws {
        let digest = try TemporaryStore(.nothing).store.read(Store.structureDigest)
        #expect(digest == Migration.structureDigest)
    }

    @Test func aDamagedNameOfAColumnIsRefused() throws {
        let box = try TemporaryStore()
        try box.store.queue.close()
        try RawConnection.queue(box.path).inDatabase {
            try $0.execute(sql: "ALTER TABLE change RENAME COLUMN schema_version TO schema_versiom")
        }
        let failure = #expect(throws: Failure.self) { try box.another(for: .read) }
        #expect(failure?.kind == .data && failure?.details.map(\.reason.en) == ["table change is not as this program makes it"])
    }

    @Test func furtherTablesDoNotHinder() throws {
        let box = try TemporaryStore()
        try RawConnection.queue(box.path).inDatabase { try $0.execute(sql: "CREATE TABLE mine (a); CREATE INDEX mine_a ON mine (a)") }
        #expect(try box.another(for: .read).structureFindings().count == 2)
    }

    @Test func whatWasFixedAtBirthIsRead() throws {
        let box = try TemporaryStore(.nothing)
        let identity = try box.another(for: .read).identity
        #expect(identity.uuid == "00000000-0000-4000-8000-000000000001" && identity.office == 990_000_000 && identity.isSample)
        #expect(identity.createdAt == "2024-01-01T00:00:00Z")
        #expect(box.store.schemaVersion == Migration.all.last!.version)
    }

    @Test func aFailedCreationLeavesNoStore() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let broken = Migration.all + [Migration(version: 99, title: "broken", sql: "CREATE TABLE region (x)")]
        let birth = Store.Birth(uuid: "u", office: 1, isSample: false, createdAt: Instant(seconds: 0))
        #expect(throws: Failure.self) { try Store.create(folder + "/jbem.db", birth: birth, steps: broken) { _ in } }
        #expect(access(folder + "/jbem.db", F_OK) != 0 && access(folder + "/jbem.db-wal", F_OK) != 0)
    }

    @Test(arguments: [
        ("synchronous", "2"), ("foreign_keys", "1"), ("journal_mode", "wal"), ("wal_autocheckpoint", "0"), ("cell_size_check", "1"),
        ("mmap_size", "0"), ("trusted_schema", "0"), ("application_id", "\(0x4A42_454D)"), ("encoding", "UTF-8"),
    ])
    func everyConnectionHasThePragma(name: String, value: String) throws {
        let box = try TemporaryStore()
        for store in [box.store, try box.another(for: .read), try box.another(for: .write)] {
            #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA \(name)") } == value)
            let inside = try store.perform(box.action()) { try String.fetchOne($0, sql: "PRAGMA \(name)") }
            #expect(inside.value == value)
        }
    }

    @Test(arguments: [
        "INSERT INTO sqlite_schema (type, name, tbl_name, sql) VALUES ('view', 'v', 'v', 'CREATE VIEW v AS SELECT 1')",
        "SELECT load_extension('x')",
    ])
    func connectionsAreHardened(sql: String) throws {
        let box = try TemporaryStore()
        #expect(throws: Failure.self) {
            try box.perform { db in
                try db.execute(sql: "PRAGMA writable_schema = ON")
                try db.execute(sql: sql)
            }
        }
    }

    /// The write-ahead log is kept when the last connection closes: a checkpoint there would be outside the lock.
    @Test func closingMakesNoCheckpoint() throws {
        let box = try TemporaryStore()
        do {
            let other = try box.another()
            _ = try other.perform(box.action()) { try box.insert(SampleRow.person("1"), of: Person.schema, in: $0) }
        }
        let before = try RepositoryData.bytes(box.path + "-wal").count
        try box.reopen()
        #expect(before > 0)
        #expect(try RepositoryData.bytes(box.path + "-wal").count == before)
    }

    @Test func aLogAboveFourMebibytesIsCheckpointed() throws {
        let box = try TemporaryStore()
        let note = String(repeating: "长", count: 400)
        var largest = 0
        for batch in 0..<6 {
            try box.perform(.import) { db in
                for number in 0..<600 {
                    var row = SampleRow.person("\(batch)-\(number)")
                    row[Person.note] = note
                    try box.insert(row, of: Person.schema, in: db)
                }
            }
            largest = max(largest, try RepositoryData.bytes(box.path + "-wal").count)
        }
        #expect(largest > 1 << 20, "the log must have grown at all")
        #expect(largest <= 4 << 20)
        #expect(try RepositoryData.bytes(box.path).count > 4 << 20)
        #expect(try box.store.verify(replay: true).isSound)
    }

    private func permissions(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o7777
    }
}

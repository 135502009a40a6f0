import GRDB
import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMStore

/// A disk that gives back other bits than it was given: what changes a value or drops a commit is found.
@Suite struct BitFlipTests {
    /// What is not found: numbers and marks that nothing else in the store depends on.
    private static let unprotected: Set<String> = ["sequence", "store", "agenda_memory", "sqlite_stat1"]

    @Test func everyFlippedBitThatMattersIsFound() throws {
        var dice = TestSeed.generator
        let origin = try filled()
        let truth = try content(origin.path)
        let files = try ["", "-wal"].map { try RepositoryData.bytes(origin.path + $0) }
        #expect(files.allSatisfy { $0.count > 100_000 })
        let anchor = try RepositoryData.bytes(origin.path + ".anchor")
        var (changed, harmless, unprotected) = (0, 0, 0)
        for round in 0..<Tier.count(300, long: 5000) {
            let place = round % 5 < 3 ? 0 : 1
            var bytes = files
            let (at, bit) = (Int.random(in: 0..<bytes[place].count, using: &dice), UInt8.random(in: 0..<8, using: &dice))
            bytes[place][at] ^= 1 << bit
            let folder = TestFolder()
            let look = TestFolder()
            for target in [folder, look] {
                for (suffix, bytes) in [("", bytes[0]), ("-wal", bytes[1]), (".anchor", anchor)] {
                    target.write(bytes, to: "jbem.db" + suffix)
                }
            }
            let differing = try content(look.file("jbem.db")).filter { truth[$0.key] != $0.value }.map(\.key)
            let isFound = isFound(folder.file("jbem.db"))
            if differing.isEmpty {
                harmless += 1
            } else if Set(differing).isSubset(of: Self.unprotected), !isFound {
                unprotected += 1
            } else {
                changed += 1
                #expect(
                    isFound,
                    "\(TestSeed.remedy), round \(round): bit \(bit) of byte \(at) of \(["the store", "the log"][place]) changes \(differing)"
                )
            }
        }
        Tier.report("\(changed) flipped bits changed something, \(harmless) nothing, \(unprotected) what nothing protects")
        // A test that never hits anything would show nothing.
        let isTelling = changed > Tier.count(100, long: 1000) && unprotected < Tier.count(5, long: 80)
        #expect(isTelling, "\(changed) changed, \(harmless) harmless, \(unprotected) unprotected")
    }

    @Test func noHealthyStoreIsAccused() throws {
        for seed in UInt64(1)...50 {
            var walk = RandomWalk(try TemporaryStore(), seed: seed &* TestSeed.number)
            for _ in 0..<Tier.count(8, long: 60) { try walk.step() }
            try RawConnection.queue(walk.box.path).inDatabase { db in
                if seed.isMultiple(of: 3) { _ = try db.checkpoint(.passive) }
            }
            #expect(try findings(walk.box.another(for: .read)) == [], "seed \(seed &* TestSeed.number)")
        }
    }

    /// What `store check` looks at.
    private func findings(_ store: Store) throws -> [String] {
        let verification = try store.verify(replay: true)
        return try store.read { try RecordStore.integrityFindings($0) + RecordStore.referenceFindings($0) }
            + store.structureFindings().map(\.en) + (verification.broken.map { [$0.reason.en] } ?? []) + (verification.differences ?? [])
    }

    private func isFound(_ path: String) -> Bool {
        do {
            chmod(path, 0o600)
            return try !findings(Store.open(path, for: .read, lockTimeout: 0)).isEmpty
        } catch is Failure {
            return true
        } catch {
            return error is DatabaseError
        }
    }

    /// Every value of every table as SQLite gives it, by table; what cannot be read counts as another value.
    private func content(_ path: String) throws -> [String: String] {
        var content: [String: String] = [:]
        do {
            try RawConnection.queue(path).inDatabase { db in
                content["schema"] = try rows("sqlite_schema", of: ["type", "name", "tbl_name", "sql"], db)
                content["version"] = try String.fetchOne(db, sql: "PRAGMA user_version")
                for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'") {
                    let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
                    content[table] = (try? rows(table, of: columns, db)) ?? "unreadable"
                }
            }
        } catch is DatabaseError {
            content["file"] = "unreadable"
        }
        return content
    }

    private func rows(_ table: String, of columns: [String], _ db: Database) throws -> String? {
        let list = columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
        return try String.fetchOne(db, sql: "SELECT group_concat(\(list), char(10)) FROM \"\(table)\" NOT INDEXED")
    }

    /// Changes in the main file and in the log, with texts, numbers and personal values.
    private func filled() throws -> TemporaryStore {
        let box = try TemporaryStore()
        for half in 0..<2 {
            for change in 0..<8 {
                try box.perform { db in
                    for number in 0..<12 {
                        let key = "\(half)-\(change)-\(number)"
                        let row = SampleRow.person(key, name: "某人\(key)", phone: number == 0 ? "13800001234" : nil)
                        try box.insert(row, of: Person.schema, revealed: number == 0 ? ["phone": "13800001234"] : [:], in: db)
                        try box.insert(SampleRow.accident("A-\(key)"), of: Accident.schema, in: db)
                    }
                }
            }
            if half == 0 { try box.store.checkpoint() }
        }
        return box
    }
}

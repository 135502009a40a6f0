import GRDB
import Glibc
import JBEMCore
import JBEMStore
import Testing

/// Bringing an older store up to date, and stores of other versions.
@Suite struct MigrationTests {
    @Test func anOlderStoreIsNotReadButSaysWhatToDo() throws {
        let box = try TemporaryStore()
        let failure = #expect(throws: Failure.self) { try box.another(for: .read, steps: NextMigration.steps) }
        #expect(failure?.kind == .configuration && failure?.kind.exitCode == 78)
        #expect(failure?.hints.first?.en == "run jbem store migrate")
        #expect(try box.another(for: .read).schemaVersion == NextMigration.version - 1, "reading must not migrate")
    }

    @Test func aNewerStoreIsNotOpened() throws {
        let box = try TemporaryStore(steps: NextMigration.steps)
        for access in [Store.Access.read, .write] {
            let failure = #expect(throws: Failure.self) { try box.another(for: access, steps: Migration.all) }
            #expect(failure?.kind == .newerStore && failure?.kind.exitCode == 76)
            #expect(failure?.hints.first?.en == "upgrade jbem")
        }
    }

    @Test func aWriterMigratesAndWhatItDoesToRowsIsAChange() throws {
        let box = try filled()
        let (head, before) = (try box.head(), try box.dump())
        try box.reopen(steps: NextMigration.steps)
        #expect(box.store.schemaVersion == NextMigration.version)
        let change = try box.change(head + 1)
        #expect(try box.head() == head + 1)
        #expect(change.kind == "migration" && change.tables == "person" && change.rows == 2)
        #expect(change.schemaVersion == Int64(NextMigration.version) && change.arguments == "v\(NextMigration.version)")
        let ranks = try box.store.read { try String.fetchAll($0, sql: "SELECT post || '/' || rank_note FROM person ORDER BY id") }
        #expect(ranks == ["值班员/moved", "值班员/moved"])
        #expect(try box.dump() != before)
        let found = try box.store.verify(replay: true)
        #expect(found.broken?.reason == nil)
        #expect(found.differences == [])
        // The anchor knows it.
        _ = try box.another(for: .read)
    }

    @Test func theBackupBesideIsTheStoreOfBefore() throws {
        let box = try filled()
        let before = try box.dump()
        try box.reopen(steps: NextMigration.steps)
        let backup = try Store.open("\(box.path).before-v\(NextMigration.version)", for: .read)
        #expect(backup.schemaVersion == NextMigration.version - 1)
        #expect(try backup.read(StoreDump.text) == before)
        #expect(try backup.verify(replay: true).isSound)
    }

    @Test func migratingAgainDoesNothing() throws {
        let box = try filled()
        let first = try Store.migrate(box.path, lockTimeout: TemporaryStore.patience, steps: NextMigration.steps)
        #expect(first == (NextMigration.version - 1, NextMigration.version))
        try box.reopen(steps: NextMigration.steps)
        let head = try box.head()
        let second = try Store.migrate(box.path, lockTimeout: TemporaryStore.patience, steps: NextMigration.steps)
        #expect(second == (NextMigration.version, NextMigration.version))
        #expect(try box.head() == head)
    }

    @Test func aMigrationThatFailsLeavesTheStoreAsItWas() throws {
        let box = try filled()
        let dump = try box.dump()
        let broken =
            Migration.all + [
                Migration(version: NextMigration.version, title: "broken", sql: NextMigration.sql) { db in
                    try db.execute(sql: "UPDATE accident SET occurred_on = '2030-01-01'")
                }
            ]
        // The invariants hold for migrations, too.
        let failure = #expect(throws: Failure.self) { try box.another(for: .write, steps: broken) }
        #expect(failure?.kind == .data)
        try box.reopen()
        #expect(try box.dump() == dump)
        #expect(box.store.schemaVersion == NextMigration.version - 1)
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test func aSchemaStepWithoutRowsWritesNoChange() throws {
        let box = try filled()
        let head = try box.head()
        try box.reopen(steps: Migration.all + [Migration(version: NextMigration.version, title: "t", sql: NextMigration.sql)])
        #expect(try box.head() == head)
        #expect(try box.store.verify(replay: true).isSound)
    }

    /// Migrating would write a new head over the lost one.
    @Test func aStoreBehindItsAnchorIsNotMigrated() throws {
        let box = try filled()
        let copy = box.folder + "/copy.db"
        try TemporaryFolder.copy(box.path, to: copy)
        try TemporaryFolder.copy(box.path + ".anchor", to: copy + ".anchor")
        let failure = #expect(throws: Failure.self) {
            try Store.migrate(copy, lockTimeout: TemporaryStore.patience, steps: NextMigration.steps)
        }
        #expect(failure?.kind == .data)
        #expect(symlink(box.path, box.folder + "/link.db") == 0)
        let link = #expect(throws: Failure.self) {
            try Store.migrate(box.folder + "/link.db", lockTimeout: TemporaryStore.patience, steps: NextMigration.steps)
        }
        #expect(link?.kind == .permission)
        let newer = try TemporaryStore(steps: NextMigration.steps)
        #expect(#expect(throws: Failure.self) { try Store.migrate(newer.path, lockTimeout: TemporaryStore.patience) }?.kind == .newerStore)
    }

    @Test func undoAcrossAMigrationOfTheSameTableIsRefused() throws {
        let box = try filled()
        try box.reopen(steps: NextMigration.steps)
        let dump = try box.dump()
        let failure = #expect(throws: Failure.self) { try box.undo(by: "wang") }
        #expect(failure?.kind == .data)
        #expect(failure?.message.en.contains("migration") == true)
        #expect(try box.dump() == dump)
    }

    @Test func theMigrationItselfCannotBeUndone() throws {
        let box = try filled()
        try box.reopen(steps: NextMigration.steps)
        let failure = #expect(throws: Failure.self) { try box.undo(try box.head()) }
        #expect(failure?.kind == .data)
    }

    @Test func undoAcrossAMigrationOfAnotherTableWorks() throws {
        let box = try filled()
        let id = try box.add(Figure.schema, figure(), by: "li")
        try box.reopen(steps: NextMigration.steps)
        try box.undo(by: "li")
        #expect(try box.stored(Figure.schema, id) == nil)
    }

    /// The column came, but no row was touched: old changesets are narrower than the table and still fit.
    @Test func undoAcrossAnAppendedColumnWorks() throws {
        let box = try filled()
        let id = try #require(try box.store.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM person") })
        try box.remove(Person.schema, id)
        try box.reopen(steps: Migration.all + [Migration(version: NextMigration.version, title: "t", sql: NextMigration.sql)])
        try box.undo()
        let note = try box.store.read { try String.fetchOne($0, sql: "SELECT rank_note FROM person WHERE id = ?", arguments: [id]) }
        #expect(note == "none")
        #expect(try box.store.verify(replay: true).isSound)
    }

    /// Rows from before the column must not be recorded as if it were empty in them.
    @Test func theDefaultOfAnAppendedColumnSurvivesUndo() throws {
        let box = try filled()
        try box.reopen(steps: Migration.all + [Migration(version: NextMigration.version, title: "t", sql: NextMigration.sql)])
        let dump = try box.dump()
        try box.perform { try $0.execute(sql: "UPDATE person SET rank_note = 'x' WHERE number = '1'") }
        try box.perform { try $0.execute(sql: "DELETE FROM person WHERE number = '2'") }
        try box.undo()
        try box.undo()
        #expect(try box.dump() == dump)
        #expect(try box.store.verify(replay: true).differences == [])
    }

    @Test func changesAfterTheMigrationAreUndone() throws {
        let box = try filled()
        try box.reopen(steps: NextMigration.steps)
        let dump = try box.dump()
        try box.perform { try $0.execute(sql: "UPDATE person SET rank_note = 'x'") }
        #expect(try box.dump() != dump)
        try box.undo()
        #expect(try box.dump() == dump)
    }

    private func filled() throws -> TemporaryStore {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1"))
        try box.add(AccidentReport.schema, SampleRow.report(of: accident))
        for number in 1...2 {
            try box.add(Person.schema, SampleRow.person("\(number)", phone: "13800001234"), revealed: ["phone": "13800001234"])
        }
        return box
    }

    private func figure() -> RecordRow {
        var row = RecordRow()
        row[Figure.measure] = "gdp"
        row[Figure.period] = .year(2020)
        row[Figure.region] = "990000"
        row[Figure.value] = 1
        row[Figure.unit] = "yuan"
        row[Figure.status] = "final"
        row[Figure.publishedOn] = CalendarDate(iso: "2021-03-01")
        row[Figure.source] = "年鉴"
        return row
    }
}

/// A step that the program does not have: it appends a column to a recorded table and changes rows.
enum NextMigration {
    static let version = Migration.all.last!.version + 1
    static let sql = "ALTER TABLE person ADD COLUMN rank_note TEXT DEFAULT 'none';"

    static let steps =
        Migration.all + [
            Migration(version: version, title: "rank note", sql: sql) { db in
                try db.execute(sql: "UPDATE person SET post = '值班员', rank_note = 'moved'")
            }
        ]
}

import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// Two thousand operations of two people with a migration in the middle, after which the journal still tells everything.
@Suite struct RandomWalkTests {
    @Test(arguments: [20_240_601] as [UInt64]) func theJournalTellsEverythingAfterARandomWalk(seed: UInt64) throws {
        let box = try TemporaryStore()
        var walk = RandomWalk(box, seed: seed)
        var dumps: [Int64: String] = [:]
        for number in 0..<2000 {
            if number == 1000 { try migrate(box) }
            try walk.step()
            if number.isMultiple(of: 100) { dumps[try box.head()] = try box.dump() }
        }
        dumps[try box.head()] = try box.dump()

        #expect(walk.faults == [])
        #expect(walk.operations.values.reduce(0, +) == 2000)
        #expect(RandomWalk.Operation.allCases.allSatisfy { walk.operations[$0, default: 0] >= 50 })
        // The walk must have been in the way of itself, in every way there is.
        let count = { (outcome: RandomWalk.Outcome) in walk.outcomes[outcome, default: 0] }
        #expect(count(.changed) >= 1000)
        #expect(count(.fieldConflict) >= 40)
        #expect(count(.recordConflict) >= 5)
        #expect(count(.referenceConflict) >= 5)
        #expect(count(.invariantOnUndo) >= 2)
        #expect(count(.migrationConflict) >= 5)
        #expect(count(.constraint) >= 20)
        #expect(count(.invariant) >= 10)
        #expect(count(.dry) >= 20)
        let kinds = try box.store.read {
            try String.fetchAll($0, sql: "SELECT kind FROM change").reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(kinds["undo", default: 0] >= 100)
        #expect(kinds["redo", default: 0] >= 40)
        #expect(kinds["import", default: 0] >= 80)
        #expect(kinds["migration"] == 1)

        try box.reopen()
        let found = try box.store.verify(replay: true)
        #expect(found.broken?.reason == nil)
        #expect(found.differences == [])
        #expect(found.changes == Int(try box.head()))
        #expect(try found.replayedRows == box.store.read(StoreDump.rowCount))
        #expect(try RecordStoreCheck.findings(box) == [])
        try rebuild(box, comparing: dumps)
    }

    private func migrate(_ box: TemporaryStore) throws {
        let head = try box.head()
        try box.reopen(steps: NextMigration.steps)
        #expect(try box.change(head + 1).kind == "migration")
        #expect(try box.change(head + 1).rows > 0)
    }

    /// Rebuilds the tables row by row, without the session extension's own way of applying, and compares at every kept moment.
    private func rebuild(_ box: TemporaryStore, comparing dumps: [Int64: String]) throws {
        let rebuilt = try JournalRebuild(steps: NextMigration.steps)
        var compared = 0
        try box.store.read { db in
            for change in try ChangeLog.list(in: db).reversed() {
                try rebuilt.apply(change, in: db)
                guard let dump = dumps[change.id] else { continue }
                compared += 1
                #expect(try rebuilt.dump() == dump, "after change \(change.id)")
            }
        }
        #expect(compared == dumps.count && compared >= 20)
    }
}

/// The record tables made again from the journal, one SQL statement a row.
struct JournalRebuild {
    private let queue: DatabaseQueue
    private let steps: [Migration]

    init(steps: [Migration]) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        queue = try DatabaseQueue(configuration: configuration)
        self.steps = steps
    }

    func dump() throws -> String { try queue.read(StoreDump.text) }

    func apply(_ change: Change, in db: Database) throws {
        try queue.writeWithoutTransaction { copy in
            let version = try Int.fetchOne(copy, sql: "PRAGMA user_version") ?? 0
            for step in steps where step.version > version && step.version <= Int(change.schemaVersion) {
                try copy.execute(sql: step.sql)
                try copy.execute(sql: "PRAGMA user_version = \(step.version)")
            }
            let rows = try ChangeData.parts(of: change.id, in: db).flatMap { try Changeset(bytes: $0.bytes ?? []).rows() }
            // Keys that a change frees and takes again: removals first.
            for operation in [RowChange.Operation.delete, .update, .insert] {
                for row in rows where row.operation == operation { try apply(row, to: copy) }
            }
        }
    }

    private func apply(_ row: RowChange, to copy: Database) throws {
        let columns = try copy.columns(in: row.table).map { "\"\($0.name)\"" }
        let keys = try copy.primaryKey(row.table).columns.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
        let new = row.new.sorted { $0.key < $1.key }
        switch row.operation {
        case .insert:
            let names = new.map { columns[$0.key] }.joined(separator: ", ")
            let marks = new.map { _ in "?" }.joined(separator: ", ")
            try copy.execute(sql: "INSERT INTO \(row.table) (\(names)) VALUES (\(marks))", arguments: StatementArguments(new.map(\.value)))
        case .update:
            let assignments = new.map { "\(columns[$0.key]) = ?" }.joined(separator: ", ")
            try copy.execute(
                sql: "UPDATE \(row.table) SET \(assignments) WHERE \(keys)", arguments: StatementArguments(new.map(\.value) + row.key))
        case .delete:
            try copy.execute(sql: "DELETE FROM \(row.table) WHERE \(keys)", arguments: StatementArguments(row.key))
        }
        guard copy.changesCount == 1 else { throw Failure(.data, Localized(verbatim: "\(row)")) }
    }
}

/// What SQLite itself finds wrong with a store.
enum RecordStoreCheck {
    static func findings(_ box: TemporaryStore) throws -> [String] {
        try box.store.read { try RecordStore.integrityFindings($0) + RecordStore.referenceFindings($0) }
    }
}

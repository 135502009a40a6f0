import GRDB
import JBEMCore
import JBEMStore
import Testing

/// One change: recorded, checked, chained, or nothing at all.
@Suite struct PerformTests {
    @Test func aChangeKeepsWhoWhatAndWhen() throws {
        let box = try TemporaryStore()
        let before = try box.head()
        var action = box.action(by: "li", name: "person add")
        action.arguments = ["number=1", "name=a b"]
        action.note = "说明"
        let result = try box.store.perform(action) { db in
            try box.insert(SampleRow.person("1", phone: "13800001234"), of: Person.schema, revealed: ["phone": "13800001234"], in: db)
        }
        let change = try box.change(before + 1)
        #expect(change == result.change)
        #expect(change.actor == "li" && change.action == "person add" && change.kind == "command" && change.note == "说明")
        #expect(change.arguments == "number=1 'name=a b'")
        #expect(change.at == action.origin.at.description && change.host == "test" && change.osUser == "nobody")
        #expect(change.storeUUID == box.store.identity.uuid && change.schemaVersion == Int64(box.store.schemaVersion))
        #expect(change.tables == "person,person_private")
        #expect(change.rows == 1 && result.rows == 1, "private rows are not counted")
        #expect(change.undoes == nil)
        #expect(try change.previousHash == box.change(before).hash)
    }

    @Test func aChangeThatChangesNothingIsNotWritten() throws {
        let box = try TemporaryStore()
        let id = try box.add(Person.schema, SampleRow.person("1", name: "李四"))
        let head = try box.head()
        let same = try box.perform(.import) { try box.update(id, of: Person.schema, ["name": .text("李四")], in: $0) }
        #expect(same.change == nil && same.rows == 0)
        // There and back inside one change is no change either.
        let back = try box.perform { db in
            try box.update(id, of: Person.schema, ["name": .text("王五")], in: db)
            try box.update(id, of: Person.schema, ["name": .text("李四")], in: db)
        }
        #expect(back.change == nil && back.rows == 0)
        #expect(try box.head() == head)
    }

    @Test func aRevealIsWrittenThoughItChangesNothing() throws {
        let box = try TemporaryStore()
        let head = try box.head()
        let result = try box.perform(.reveal) { _ in }
        #expect(result.change?.kind == "reveal" && result.rows == 0)
        #expect(try box.head() == head + 1)
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test func aDryRunCountsRowsAndLeavesNothing() throws {
        let box = try TemporaryStore()
        let (head, dump) = (try box.head(), try box.dump())
        let result = try box.perform(dryRun: true) { db in
            let id = try box.insert(SampleRow.accident("A-1"), of: Accident.schema, in: db)
            try box.insert(SampleRow.report(of: id), of: AccidentReport.schema, in: db)
            try box.insert(SampleRow.person("1", phone: "13800001234"), of: Person.schema, revealed: ["phone": "13800001234"], in: db)
        }
        #expect(result.isDryRun && result.change == nil)
        #expect(result.rows == 3)
        #expect(try box.head() == head)
        #expect(try box.dump() == dump)
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test func aDryRunChecksTheInvariants() throws {
        let box = try TemporaryStore()
        let failure = #expect(throws: Failure.self) {
            try box.perform(dryRun: true) { db in
                let id = try box.insert(SampleRow.accident("A-1", on: "2024-03-05"), of: Accident.schema, in: db)
                try box.insert(SampleRow.report(of: id, at: "2024-03-01T04:00:00Z"), of: AccidentReport.schema, in: db)
            }
        }
        #expect(failure?.kind == .data)
    }

    @Test func anErrorInTheBodyLeavesNothing() throws {
        struct Stop: Error {}
        let box = try TemporaryStore()
        let (head, dump) = (try box.head(), try box.dump())
        #expect(throws: Stop.self) {
            try box.perform { db in
                try box.insert(SampleRow.person("1", phone: "13800001234"), of: Person.schema, revealed: ["phone": "13800001234"], in: db)
                throw Stop()
            }
        }
        #expect(try box.head() == head)
        #expect(try box.dump() == dump)
        // The lock is free again.
        try box.add(Person.schema, SampleRow.person("1"))
    }

    @Test func aRowCountThatIsNotTheExpectedOneIsABug() throws {
        let box = try TemporaryStore()
        let dump = try box.dump()
        let failure = #expect(throws: Failure.self) {
            try box.store.perform(box.action(), expectedRows: 2) { try box.insert(SampleRow.person("1"), of: Person.schema, in: $0) }
        }
        #expect(failure?.kind == .bug)
        #expect(try box.dump() == dump)
    }

    @Test func constraintsAreFaultsOfTheData() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let dump = try box.dump()
        var orphan = SampleRow.person("2")
        orphan[Person.office] = "123"
        for row in [SampleRow.person("1"), orphan] {
            let failure = #expect(throws: Failure.self) { try box.add(Person.schema, row) }
            #expect(failure?.kind == .data && failure?.kind.exitCode == 65)
        }
        #expect(try box.dump() == dump)
    }

    @Test func settingsAreRecordedAndUndone() throws {
        let box = try TemporaryStore()
        try box.perform { try Setting.plan.set("a", in: $0) }
        try box.perform { try Setting.plan.set("b", in: $0) }
        #expect(try box.perform { try Setting.plan.set("b", in: $0) }.change == nil)
        try box.undo()
        #expect(try box.store.read { try Setting.plan.value($0) } == "a")
        try box.undo()
        #expect(try box.store.read { try Setting.plan.value($0) } == nil)
    }

    @Test func readingCannotWrite() throws {
        let box = try TemporaryStore()
        let failure = #expect(throws: Failure.self) { try box.store.read { try $0.execute(sql: "DELETE FROM office") } }
        #expect(failure?.kind == .permission)
    }

    // MARK: History

    @Test func historyNamesTheFieldsByTheirPosition() throws {
        let box = try TemporaryStore()
        let id = try box.add(Person.schema, SampleRow.person("1", name: "甲"))
        try box.add(Person.schema, SampleRow.person("2", name: "乙"))
        let set = try #require(try box.set(Person.schema, id, ["post": .text("组长")]))
        try box.remove(Person.schema, id)
        let history = try box.store.read { try ChangeLog.history(table: "person", key: [.integer(id)], in: $0) }
        #expect(history.map(\.row.operation) == [.insert, .update, .delete])
        #expect(history[1].change == set)
        let columns = ["id"] + Person.schema.storedFields.map(\.name)
        let post = try #require(columns.firstIndex(of: "post"))
        #expect(history[1].row.old[post] == .null && history[1].row.new == [post: .text("组长")])
        #expect(history[0].row.new[columns.firstIndex(of: "name")!] == .text("甲"))
        #expect(history[2].row.old[post] == .text("组长"))
    }

    @Test func logsAreListedNewestFirst() throws {
        let box = try TemporaryStore()
        let first = try box.head()
        for number in 1...4 { try box.add(Person.schema, SampleRow.person("\(number)")) }
        let ids = { (since: Int64?, limit: Int?) in try box.store.read { try ChangeLog.list(since: since, limit: limit, in: $0).map(\.id) }
        }
        #expect(try ids(nil, nil) == Array((1...first + 4).reversed()))
        #expect(try ids(first + 1, nil) == [first + 4, first + 3, first + 2])
        #expect(try ids(first, 2) == [first + 4, first + 3])
        let missing = #expect(throws: Failure.self) { try box.change(first + 5) }
        #expect(missing?.kind == .notFound)
    }
}

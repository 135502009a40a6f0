import GRDB
import JBEMCore
import JBEMStore
import Testing

/// Undo and redo: which change they take, and that they put back exactly what was there.
@Suite struct UndoTests {
    @Test func undoTakesTheNewestChangeOfThisActor() throws {
        let box = try TemporaryStore()
        let mine = try box.add(Person.schema, SampleRow.person("1"), by: "wang")
        let theirs = try box.add(Person.schema, SampleRow.person("2"), by: "li")
        let undo = try box.undo(by: "wang")
        #expect(undo.value.actor == "wang" && undo.change?.undoes == undo.value.id && undo.change?.kind == "undo")
        #expect(undo.rows == 1)
        #expect(try box.stored(Person.schema, mine) == nil)
        #expect(try box.stored(Person.schema, theirs) != nil)
    }

    @Test func undoGoesBackStepByStepAndEndsAtTheFirst() throws {
        let box = try TemporaryStore()
        var dumps = [try box.dump()]
        let id = try box.add(Person.schema, SampleRow.person("1", name: "甲"))
        dumps.append(try box.dump())
        for name in ["乙", "丙", "丁"] {
            try box.set(Person.schema, id, ["name": .text(name)])
            dumps.append(try box.dump())
        }
        for dump in dumps.dropLast().reversed() {
            try box.undo()
            #expect(try box.dump() == dump)
        }
        // What `init` brought is nobody's to undo.
        let failure = #expect(throws: Failure.self) { try box.undo() }
        #expect(failure?.kind == .notFound && failure?.kind.exitCode == 66)
        for dump in dumps.dropFirst() {
            try box.redo()
            #expect(try box.dump() == dump)
        }
        #expect(throws: Failure.self) { try box.redo() }
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test func undoOfAnUndoIsRedo() throws {
        let box = try TemporaryStore()
        let id = try box.add(Person.schema, SampleRow.person("1"))
        let dump = try box.dump()
        let undo = try #require(try box.undo().change)
        #expect(try box.stored(Person.schema, id) == nil)
        let redo = try #require(try box.undo(undo.id).change)
        #expect(redo.kind == "redo" && redo.undoes == undo.id)
        #expect(try box.dump() == dump)
        // The change stands again, so it can be undone again.
        #expect(try box.undo().value.id == undo.undoes)
    }

    @Test func undoOfARedoTakesTheChangeBackForGood() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let earlier = try box.head()
        let id = try box.add(Person.schema, SampleRow.person("2"))
        try box.undo()
        let redo = try #require(try box.redo().change)
        let again = try #require(try box.undo(redo.id).change)
        #expect(try box.stored(Person.schema, id) == nil)
        // The change is undone now: the next undo is of the one before it, and redo brings it back.
        try box.undo(again.id)
        #expect(try box.stored(Person.schema, id) != nil)
        try box.undo(try box.head())
        #expect(try box.undo().value.id == earlier)
    }

    @Test func redoIsPossibleOnlyIfNoOrdinaryChangeFollowed() throws {
        let box = try TemporaryStore()
        let first = try box.add(Person.schema, SampleRow.person("1"))
        try box.undo()
        try box.add(Person.schema, SampleRow.person("2"), by: "wang")
        let failure = #expect(throws: Failure.self) { try box.redo() }
        #expect(failure?.kind == .notFound)
        #expect(try box.stored(Person.schema, first) == nil)
    }

    @Test func anImportEndsTheRedoAsWell() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        try box.undo()
        try box.perform(.import) { try box.insert(SampleRow.person("2"), of: Person.schema, in: $0) }
        #expect(throws: Failure.self) { try box.redo() }
    }

    @Test func changesOfOthersDoNotEndTheRedo() throws {
        let box = try TemporaryStore()
        let first = try box.add(Person.schema, SampleRow.person("1"), by: "wang")
        try box.undo(by: "wang")
        try box.add(Person.schema, SampleRow.person("2"), by: "li")
        #expect(throws: Failure.self) { try box.redo(by: "li") }
        try box.redo(by: "wang")
        #expect(try box.stored(Person.schema, first) != nil)
    }

    @Test func aChangeIsUndoneOnce() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let id = try box.head()
        let undo = try #require(try box.undo(id).change)
        let failure = #expect(throws: Failure.self) { try box.undo(id) }
        #expect(failure?.kind == .data)
        #expect(failure?.message.en.contains("undone by change \(undo.id)") == true)
        #expect(throws: Failure.self) { try box.undo() }
    }

    @Test(arguments: [Action.Kind.`init`, .reveal]) func someKindsCannotBeUndone(kind: Action.Kind) throws {
        let box = try TemporaryStore()
        try box.perform(kind) { try box.insert(SampleRow.person("1"), of: Person.schema, in: $0) }
        let failure = #expect(throws: Failure.self) { try box.undo(try box.head()) }
        #expect(failure?.kind == .data)
        #expect(failure?.message.en.contains(kind.rawValue) == true)
    }

    @Test func undoOfAChangeThatIsNotThere() throws {
        let box = try TemporaryStore()
        let failure = #expect(throws: Failure.self) { try box.undo(99) }
        #expect(failure?.kind == .notFound)
    }

    @Test func aDryUndoCountsAndLeavesNothing() throws {
        let box = try TemporaryStore()
        try box.perform { db in
            for number in 1...7 { try box.insert(SampleRow.person("\(number)"), of: Person.schema, in: db) }
        }
        let (head, dump) = (try box.head(), try box.dump())
        let result = try box.undo(dryRun: true)
        #expect(result.isDryRun && result.rows == 7 && result.change == nil)
        #expect(try box.head() == head)
        #expect(try box.dump() == dump)
    }

    @Test func undoPutsTheRemovedRowBackWithItsPersonalPart() throws {
        let box = try TemporaryStore()
        let id = try box.add(Person.schema, SampleRow.person("1", phone: "13800001234"), revealed: ["phone": "13800001234"])
        let dump = try box.dump()
        try box.remove(Person.schema, id)
        #expect(try box.store.read { try RecordStore.revealed(id, of: Person.schema, in: $0) } == [:])
        try box.undo()
        #expect(try box.dump() == dump)
        #expect(try box.store.read { try RecordStore.revealed(id, of: Person.schema, in: $0) } == ["phone": "13800001234"])
    }

    @Test func undoOfAPurgedPersonalPartIsRefused() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1", phone: "13800001234"), revealed: ["phone": "13800001234"])
        let id = try box.head()
        let raw = try DatabaseQueue(path: box.path)
        try raw.writeWithoutTransaction {
            try $0.execute(sql: "UPDATE change_data SET bytes = NULL WHERE change_id = \(id) AND part = 'private'")
        }
        let dump = try box.dump()
        let failure = #expect(throws: Failure.self) { try box.undo() }
        #expect(failure?.kind == .data)
        #expect(try box.dump() == dump)
        // The chain still holds: the digest of the part stayed.
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test func parentAndChildAreUndoneTogether() throws {
        let box = try TemporaryStore()
        let dump = try box.dump()
        try box.perform { db in
            let id = try box.insert(SampleRow.accident("A-1"), of: Accident.schema, in: db)
            for moment in ["2024-03-05T04:00:00Z", "2024-03-06T04:00:00Z"] {
                try box.insert(SampleRow.report(of: id, "follow_up", at: moment), of: AccidentReport.schema, in: db)
            }
        }
        let after = try box.dump()
        #expect(try box.undo().rows == 3)
        #expect(try box.dump() == dump)
        try box.redo()
        #expect(try box.dump() == after)
    }

    @Test func undoOfAThousandRowImportRestoresTheDumpOfBefore() throws {
        let box = try TemporaryStore()
        try box.perform(.import) { db in
            for number in 1...400 {
                try upsert(number, name: "旧\(number)", phone: number.isMultiple(of: 2) ? "1380000\(1000 + number)" : nil, box, db)
            }
        }
        let before = try box.dump()
        let result = try box.perform(.import) { db in
            // 300 old rows get other values, 700 rows are new.
            for number in 101...1100 { try upsert(number, name: "新\(number)", phone: "1390000\(1000 + number)", box, db) }
        }
        #expect(result.rows == 1000)
        let after = try box.dump()
        #expect(after != before && after.contains("13900002100"))
        let undo = try box.undo()
        #expect(undo.rows == 1000)
        #expect(try box.dump() == before)
        #expect(try box.redo().rows == 1000)
        #expect(try box.dump() == after)
        #expect(try box.store.verify(replay: true).isSound)
    }

    private func upsert(_ number: Int, name: String, phone: String?, _ box: TemporaryStore, _ db: Database) throws {
        let revealed = phone.map { ["phone": $0] } ?? [:]
        let row = SampleRow.person("\(number)", name: name, phone: phone)
        guard let stored = try RecordStore.findStored(Person.schema, key: [.text("\(number)")], in: db) else {
            try box.insert(row, of: Person.schema, revealed: revealed, in: db)
            return
        }
        try box.update(stored.id!, of: Person.schema, ["name": .text(name), "phone": row["phone"]], revealed: revealed, in: db)
    }
}

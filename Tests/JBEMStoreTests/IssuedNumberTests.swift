import GRDB
import JBEMCore
import JBEMStore
import Testing

/// An issued id never means two records.
@Suite struct IssuedNumberTests {
    private let first = RecordID(office: TemporaryStore.office, sequence: 1)!.number

    @Test func idsAreOfficeTimesTenMillionPlusSequence() throws {
        let box = try TemporaryStore()
        #expect(try box.add(Person.schema, SampleRow.person("1")) == 990_000_000 * 10_000_000 + 1)
        #expect(try box.add(Person.schema, SampleRow.person("2")) == first + 1)
        // Each table counts for itself.
        #expect(try box.add(Accident.schema, SampleRow.accident("A-1")) == first)
    }

    @Test func anUndoneIdIsNotIssuedAgain() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        try box.undo()
        #expect(try box.add(Person.schema, SampleRow.person("2")) == first + 1)
        try box.undo()
        try box.redo()
        #expect(try box.add(Person.schema, SampleRow.person("3")) == first + 2)
    }

    @Test func aRemovedIdIsNotIssuedAgain() throws {
        let box = try TemporaryStore()
        try box.remove(Person.schema, try box.add(Person.schema, SampleRow.person("1")))
        #expect(try box.add(Person.schema, SampleRow.person("1")) == first + 1)
    }

    @Test func aDryRunNeverLowersTheSequence() throws {
        let box = try TemporaryStore()
        let kept = try box.add(Person.schema, SampleRow.person("1"))
        let before = try next(box)
        try box.perform(dryRun: true) { db in
            for number in 2...5 { try box.insert(SampleRow.person("\(number)"), of: Person.schema, in: db) }
        }
        #expect(try next(box) >= before)
        #expect(try box.add(Person.schema, SampleRow.person("2")) > kept)
    }

    @Test func anInsertTakenBackInsideItsChangeUsesItsIdUp() throws {
        let box = try TemporaryStore()
        let result = try box.perform { db in
            let id = try box.insert(SampleRow.person("1"), of: Person.schema, in: db)
            let row = try #require(try RecordStore.findStored(Person.schema, id: id, in: db))
            try RecordStore.delete(row, of: Person.schema, in: db)
            return id
        }
        #expect(result.change == nil)
        #expect(try box.add(Person.schema, SampleRow.person("1")) == result.value + 1)
    }

    @Test func theNumbersOfAnOfficeCanBeUsedUp() throws {
        let box = try TemporaryStore()
        try box.perform { db in
            try db.execute(
                sql: "INSERT INTO sequence (name, office, next) VALUES ('person', ?, ?)",
                arguments: [TemporaryStore.office, RecordID.sequenceRange.upperBound])
        }
        #expect(try box.add(Person.schema, SampleRow.person("1")) == first - 1 + 9_999_999)
        let failure = #expect(throws: Failure.self) { try box.add(Person.schema, SampleRow.person("2")) }
        #expect(failure?.kind == .data)
    }

    /// The journal holds the records, not the sequence: rebuilding from it does not need it.
    @Test func theSequenceIsNotRecorded() throws {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1"))
        let tables = try box.store.read { try ChangeLog.list(in: $0).flatMap { $0.tables.split(separator: ",") } }
        #expect(!tables.contains("sequence") && tables.contains("person"))
    }

    private func next(_ box: TemporaryStore) throws -> Int64 {
        try box.store.read { try Int64.fetchOne($0, sql: "SELECT next FROM sequence WHERE name = 'person'") } ?? 0
    }
}

import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// Changes that are recorded in parts, and inserts whose changeset the program writes by itself.
@Suite struct LargeChangeTests {
    /// The same records, once seen by the session extension and once written by the recorder.
    @Test(arguments: [1, 40]) func insertsAreRecordedAsTheSessionExtensionWould(seed: Int64) throws {
        func rows(bulk: Bool) throws -> [String] {
            let box = try TemporaryStore()
            let change = try box.store.performLarge(box.action(.command, by: "wang")) { db, recorder in
                let people = RecordTable(Person.schema, recorder: bulk ? recorder : nil, in: db)
                let rules = RecordTable(RiskFactor.schema, recorder: bulk ? recorder : nil, in: db)
                for index in seed..<seed + 30 {
                    // Texts around the lengths where a second byte of length is needed, and numbers of either sign.
                    var person = SampleRow.person("\(index)", name: String(repeating: "名", count: Int(index)))
                    person[Person.note] = index % 3 == 0 ? nil : String(repeating: "a", count: 120 + Int(index))
                    _ = try people.insert(person, revealed: ["phone": "1390000\(1000 + index)"], office: TemporaryStore.office)
                    // A key of three columns.
                    var factor = RecordRow()
                    factor["profile"] = .text("p\(index)")
                    factor["factor"] = .text("l")
                    factor["value"] = .integer(index)
                    for name in ["symbol", "zh", "en"] { factor[name] = .text("") }
                    factor["is_verified"] = .integer(0)
                    _ = try rules.insert(factor, revealed: [:], office: TemporaryStore.office)
                }
                try people.finish(office: TemporaryStore.office)
            }.change
            let parts = try box.store.read { try ChangeData.parts(of: change!.id, in: $0) }
            #expect(parts.map(\.name) == ["public", "private"] && change?.rows == 60)
            return try parts.flatMap { try Changeset(bytes: $0.bytes!).rows() }.map { row in
                "\(row.table) \(row.operation) \(row.key) \(row.old) "
                    + row.new.keys.sorted().map { "\($0)=\(row.new[$0]!)" }.joined(separator: " ")
            }.sorted()
        }
        #expect(try rows(bulk: true) == rows(bulk: false))
    }

    /// The middle part changes rows of the first, the last one again: neither order may be left.
    @Test func aChangeInPartsIsUndoneRedoneAndReplayed() throws {
        let box = try TemporaryStore()
        let before = try box.dump()
        var ids: [Int64] = []
        let change = try box.store.performLarge(box.action(.command, by: "wang")) { db, recorder in
            let table = RecordTable(Accident.schema, recorder: recorder, in: db)
            for index in 1...5 {
                var row = SampleRow.accident("A-\(index)")
                Accident.schema.derive(&row)
                if let first = ids.first { row[Accident.duplicateOf] = first }
                ids.append(try table.insert(row, revealed: [:], office: TemporaryStore.office)!)
            }
            // Inserted and changed within one part: one row.
            try box.update(ids[1], of: Accident.schema, ["title": .text("甲")], in: db)
            try recorder.cut()
            try box.update(ids[1], of: Accident.schema, ["title": .text("乙")], in: db)
            try box.update(ids[2], of: Accident.schema, ["title": .text("乙")], in: db)
            try recorder.cut()
            try recorder.cut()
            try box.update(ids[1], of: Accident.schema, ["title": .text("丙")], in: db)
            try table.finish(office: TemporaryStore.office)
        }.change
        let after = try box.dump()
        #expect(change?.rows == 8 && change?.tables == "accident")
        #expect(
            try box.store.read { try ChangeData.parts(of: change!.id, in: $0) }.map(\.name) == ["public", "public.00001", "public.00002"])
        #expect(try box.store.read { try ChangeLog.history(table: "accident", key: [.integer(ids[1])], in: $0) }.count == 3)
        try box.undo()
        #expect(try box.dump() == before)
        try box.redo()
        #expect(try box.dump() == after)
        #expect(try box.store.verify(replay: true).isSound)
        // The numbers that were taken ahead came back.
        #expect(try box.add(Accident.schema, SampleRow.accident("A-6")) == ids[4] + 1)
    }

    @Test func aPartThatWasAlteredIsFound() throws {
        let box = try TemporaryStore()
        _ = try box.store.performLarge(box.action(.command, by: "wang")) { db, recorder in
            try box.insert(SampleRow.person("1"), of: Person.schema, in: db)
            try recorder.cut()
            try box.insert(SampleRow.person("2", name: "李四"), of: Person.schema, in: db)
        }
        #expect(try box.store.verify(replay: true).isSound)
        try box.store.queue.writeWithoutTransaction { db in
            try db.execute(sql: "DROP TRIGGER change_data_is_append_only_update")
            try db.execute(sql: "UPDATE change_data SET bytes = x'00' WHERE part = 'public.00001'")
        }
        #expect(try box.store.verify(replay: false).broken != nil)
    }
}

import GRDB
import JBEMCore
import JBEMStore
import Testing

/// What stands in the way of an undo, field by field; a refused undo changes nothing.
@Suite struct UndoConflictTests {
    @Test func otherFieldsChangedSinceAreNoConflict() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"))
        try box.set(Accident.schema, id, ["title": .text("甲")], by: "wang")
        try box.set(Accident.schema, id, ["note": .text("乙"), "place": .text("丙")], by: "li")
        try box.undo(by: "wang")
        let row = try #require(try box.stored(Accident.schema, id))
        #expect(row[Accident.title] == "事故A-1")
        #expect(row[Accident.note] == "乙" && row[Accident.place] == "丙")
    }

    @Test func theSameFieldChangedSinceIsListed() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"))
        try box.set(Accident.schema, id, ["title": .text("甲"), "place": .text("桥"), "note": .text("一")], by: "wang")
        try box.set(Accident.schema, id, ["title": .text("乙"), "note": .text("二"), "industry": .text("C")], by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.map(\.location.field) == ["title", "note"])
        #expect(failure.details.map(\.location.file) == ["accident AC-990000000-1", "accident AC-990000000-1"])
        #expect(failure.details.first?.reason.en == "now \"乙\", then \"甲\"")
    }

    @Test func aFieldSetToTheOldValueAgainIsStillAConflict() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"))
        try box.set(Accident.schema, id, ["title": .text("甲")], by: "wang")
        try box.set(Accident.schema, id, ["title": .text("事故A-1")], by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.map(\.location.field) == ["title"])
    }

    @Test func aFieldChangedThereAndBackIsNoConflict() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"))
        try box.set(Accident.schema, id, ["title": .text("甲")], by: "wang")
        try box.set(Accident.schema, id, ["title": .text("乙")], by: "li")
        try box.undo(by: "li")
        try box.undo(by: "wang")
        #expect(try box.stored(Accident.schema, id)?[Accident.title] == "事故A-1")
    }

    @Test func undoOfAnInsertWhoseRowWasChangedIsRefused() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"), by: "wang")
        try box.set(Accident.schema, id, ["place": .text("桥")], by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.map(\.location.field) == ["place"])
        #expect(failure.details.first?.reason.en == "now \"桥\", then —")
    }

    @Test func undoOfAnInsertWhoseRowIsReferredToIsRefused() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"), by: "wang")
        try box.add(AccidentReport.schema, SampleRow.report(of: id), by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.count == 1)
        #expect(failure.details.first?.reason.en == "records of accident_report would refer to records of accident that are not there")
    }

    @Test func undoOfAnUpdateOfARemovedRowIsRefused() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"), by: "li")
        try box.set(Accident.schema, id, ["title": .text("甲")], by: "wang")
        try box.remove(Accident.schema, id, by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.map(\.location.file) == ["accident AC-990000000-1"])
        #expect(failure.details.first?.reason.en == "the record is gone")
    }

    @Test func undoOfARemovalIsRefusedWhereTheKeyIsTakenAgain() throws {
        let box = try TemporaryStore()
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"), by: "li")
        try box.remove(Accident.schema, id, by: "wang")
        try box.add(Accident.schema, SampleRow.accident("A-1"), by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.count == 1)
    }

    @Test func undoOfARemovalIsRefusedWhereTheRowItRefersToIsGone() throws {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1"), by: "li")
        let report = try box.add(AccidentReport.schema, SampleRow.report(of: accident), by: "li")
        try box.remove(AccidentReport.schema, report, by: "wang")
        try box.remove(Accident.schema, accident, by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.first?.reason.en == "records of accident_report would refer to records of accident that are not there")
    }

    @Test func aNaturalKeyIsNamedInAConflict() throws {
        let box = try TemporaryStore()
        try box.perform(by: "wang") { db in try db.execute(sql: "UPDATE office SET name = '甲' WHERE code = '990001000'") }
        try box.perform(by: "li") { db in try db.execute(sql: "UPDATE office SET name = '乙' WHERE code = '990001000'") }
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.map(\.location) == [.init(file: "office 990001000", field: "name")])
    }

    /// One row in the way keeps the whole change in place.
    @Test func aPartialUndoDoesNotHappen() throws {
        let box = try TemporaryStore()
        let ids = try (1...5).map { try box.add(Accident.schema, SampleRow.accident("A-\($0)")) }
        try box.perform { db in
            for id in ids { try box.update(id, of: Accident.schema, ["title": .text("甲")], in: db) }
        }
        try box.set(Accident.schema, ids[3], ["title": .text("乙")], by: "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        #expect(failure.details.map(\.location.file) == ["accident AC-990000000-4"])
    }

    @Test func aConflictInThePersonalPartIsRefusedToo() throws {
        let box = try TemporaryStore()
        let id = try box.add(Person.schema, SampleRow.person("1", phone: "13800001234"), revealed: ["phone": "13800001234"])
        let set = { (number: String, actor: String) in
            try box.perform(by: actor) { db in
                try box.update(id, of: Person.schema, ["phone": .text(Sensitivity.phone.mask(number))], revealed: ["phone": number], in: db)
            }
        }
        // The masked copies are the same; only the personal part tells them apart.
        _ = try set("13899991234", "wang")
        _ = try set("13877771234", "li")
        let failure = try refusal(box) { try box.undo(by: "wang") }
        let words = failure.details.map { "\($0.location.text) \($0.reason.zh) \($0.reason.en)" }.joined()
        #expect(words.contains("phone"))
        #expect(!words.contains("13877771234") && !words.contains("13899991234"), "a conflict must not reveal personal values")
    }

    /// Runs an undo that must be refused as bad data (65) and must leave everything as it was.
    @discardableResult
    private func refusal(
        _ box: TemporaryStore, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
    ) throws -> Failure {
        let (head, dump) = (try box.head(), try box.dump())
        let failure = try #require(
            #expect(throws: Failure.self, sourceLocation: sourceLocation) { try body() }, sourceLocation: sourceLocation)
        #expect(failure.kind == .data && failure.kind.exitCode == 65, sourceLocation: sourceLocation)
        #expect(!failure.hints.isEmpty, sourceLocation: sourceLocation)
        #expect(try box.head() == head, sourceLocation: sourceLocation)
        #expect(try box.dump() == dump, sourceLocation: sourceLocation)
        #expect(try box.store.verify(replay: true).isSound, sourceLocation: sourceLocation)
        return failure
    }
}

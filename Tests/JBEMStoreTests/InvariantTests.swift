import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// What must hold between records, checked before every commit.
@Suite struct InvariantTests {
    @Test func aReportBeforeItsAccidentIsRefusedWhole() throws {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        let (head, dump) = (try box.head(), try box.dump())
        let failure = #expect(throws: Failure.self) {
            try box.perform { db in
                try box.insert(SampleRow.person("1"), of: Person.schema, in: db)
                try box.insert(SampleRow.report(of: accident, at: "2024-03-04T15:59:59Z"), of: AccidentReport.schema, in: db)
            }
        }
        #expect(failure?.kind == .data && failure?.kind.exitCode == 65)
        #expect(failure?.details.map(\.location.file) == ["A-1"])
        #expect(failure?.details.first?.reason.en.contains("2024-03-04") == true)
        #expect(try box.head() == head)
        #expect(try box.dump() == dump)
        // 00:00 local of the day itself is not before it.
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, at: "2024-03-04T16:00:00Z"))
    }

    @Test func movingAnAccidentBehindItsReportIsRefused() throws {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, at: "2024-03-05T04:00:00Z"))
        let failure = #expect(throws: Failure.self) { try box.set(Accident.schema, accident, ["occurred_on": .text("2024-03-06")]) }
        #expect(failure?.kind == .data)
        #expect(try box.stored(Accident.schema, accident)?[Accident.occurredOn] == CalendarDate(iso: "2024-03-05"))
    }

    @Test func undoObeysTheInvariants() throws {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        let moved = try #require(try box.set(Accident.schema, accident, ["occurred_on": .text("2024-03-01")]))
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, at: "2024-03-03T04:00:00Z"))
        let (head, dump) = (try box.head(), try box.dump())
        let failure = #expect(throws: Failure.self) { try box.undo(moved.id) }
        #expect(failure?.kind == .data)
        #expect(failure?.details.map(\.location.file) == ["A-1"])
        #expect(try box.head() == head)
        #expect(try box.dump() == dump)
    }

    @Test func redoObeysTheInvariants() throws {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.set(Accident.schema, accident, ["occurred_on": .text("2024-03-09")])
        try box.undo()
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, at: "2024-03-06T04:00:00Z"), by: "li")
        let dump = try box.dump()
        let failure = #expect(throws: Failure.self) { try box.redo() }
        #expect(failure?.kind == .data && failure?.details.isEmpty == false)
        #expect(try box.dump() == dump)
    }

    @Test func anAccidentIsNoDuplicateOfItselfOrOfADuplicate() throws {
        let box = try TemporaryStore()
        let ids = try ["A-1", "A-2", "A-3"].map { try box.add(Accident.schema, SampleRow.accident($0)) }
        let duplicate = { (of: Int64) -> [String: FieldValue] in
            ["exclusion": .text("duplicate"), "duplicate_of": .integer(of), "exclusion_reason": .text("重复")]
        }
        #expect(throws: Failure.self) { try box.set(Accident.schema, ids[0], duplicate(ids[0])) }
        try box.set(Accident.schema, ids[0], duplicate(ids[1]))
        #expect(throws: Failure.self) { try box.set(Accident.schema, ids[2], duplicate(ids[0])) }
        #expect(throws: Failure.self) { try box.set(Accident.schema, ids[1], duplicate(ids[2])) }
        try box.set(Accident.schema, ids[2], duplicate(ids[1]))
    }

    @Test func aCumulativeDisasterValueFallsOnlyWithAReason() throws {
        let box = try TemporaryStore()
        let disaster = try box.add(Disaster.schema, SampleRow.disaster("D-1"))
        try box.add(DisasterReport.schema, SampleRow.report(ofDisaster: disaster, "990001", affected: 100, deaths: 1))
        let lower = { (kind: String, correction: String?) in
            SampleRow.report(
                ofDisaster: disaster, "990001", kind, at: "2024-07-02T04:00:00Z", affected: 99, deaths: 1, correction: correction)
        }
        let failure = #expect(throws: Failure.self) { try box.add(DisasterReport.schema, lower("follow_up", nil)) }
        #expect(failure?.kind == .data)
        #expect(failure?.details.count == 1)
        #expect(failure?.details.first?.reason.en == "affected falls from 100 to 99 without a correction reason")
        try box.add(DisasterReport.schema, lower("follow_up", "重复统计"))
        // Another street starts for itself.
        try box.add(DisasterReport.schema, SampleRow.report(ofDisaster: disaster, "990002", at: "2024-07-03T04:00:00Z", affected: 5))
    }

    /// Removing or inserting in the middle makes other pairs neighbours.
    @Test func aReportInsertedBetweenTwoIsComparedWithBoth() throws {
        let box = try TemporaryStore()
        let disaster = try box.add(Disaster.schema, SampleRow.disaster("D-1"))
        try box.add(DisasterReport.schema, SampleRow.report(ofDisaster: disaster, "990001", at: "2024-07-01T04:00:00Z", affected: 10))
        try box.add(
            DisasterReport.schema, SampleRow.report(ofDisaster: disaster, "990001", "follow_up", at: "2024-07-03T04:00:00Z", affected: 20))
        let between = { (affected: Int64) in
            SampleRow.report(ofDisaster: disaster, "990001", "follow_up", at: "2024-07-02T04:00:00Z", affected: affected)
        }
        #expect(throws: Failure.self) { try box.add(DisasterReport.schema, between(9)) }
        #expect(throws: Failure.self) { try box.add(DisasterReport.schema, between(21)) }
        try box.add(DisasterReport.schema, between(15))
    }

    @Test func aDisasterReportBeforeTheDisasterIsRefused() throws {
        let box = try TemporaryStore()
        let disaster = try box.add(Disaster.schema, SampleRow.disaster("D-1", on: "2024-07-01"))
        let failure = #expect(throws: Failure.self) {
            try box.add(DisasterReport.schema, SampleRow.report(ofDisaster: disaster, "990001", at: "2024-06-30T04:00:00Z"))
        }
        #expect(failure?.details.map(\.location.file) == ["D-1"])
    }

    /// Violations that were there before are not the fault of a change elsewhere: only touched rows are checked.
    @Test func untouchedRowsAreNotChecked() throws {
        let box = try TemporaryStore()
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.add(AccidentReport.schema, SampleRow.report(of: accident))
        let raw = try DatabaseQueue(path: box.path)
        try raw.writeWithoutTransaction { try $0.execute(sql: "UPDATE accident SET occurred_on = '2025-01-01' WHERE id = \(accident)") }
        try box.add(Accident.schema, SampleRow.accident("A-2"))
        #expect(throws: Failure.self) { try box.set(Accident.schema, accident, ["title": .text("甲")]) }
    }

    /// What went before the invariant was there, or by another program, is found by a check of the whole store.
    @Test func codesInNoListAreFound() throws {
        let box = try TemporaryStore(.rules)
        try box.add(Accident.schema, SampleRow.accident("A-1"))
        #expect(try box.store.read { try CodeInvariant.findings($0) }.isEmpty)
        try RawConnection.run(["DELETE FROM code WHERE list = 'accident_sector' AND code = 'construction'"], on: box.path)
        let found = try box.store.read { try CodeInvariant.findings($0) }
        #expect(found.map(\.en) == ["accident sector=construction: no code of the list accident_sector (records: 1)"])
    }

    /// Ids that follow each other are written together, and none is left out or made up.
    @Test(arguments: [1, 2, 999, 1000, 1001, 2345]) func runsOfRowsAreNoted(count: Int64) throws {
        try TemporaryStore().store.queue.writeWithoutTransaction { db in
            var rows = TouchedRows()
            let first: Int64 = 5_001_050_000_000_007
            for id in first..<first + count { try rows.add("accident", key: .integer(id), next: nil, in: db) }
            try rows.writeRun(in: db)
            let row = try #require(try Row.fetchOne(db, sql: "SELECT count(*), min(id), max(id), max(name || next) FROM touched"))
            #expect([row[0], row[1], row[2]] == [count, first, first + count - 1] && row[3] == "accident")
        }
    }
}

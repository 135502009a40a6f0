import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// A month declared complete: what it vouches for, and what makes it stale.
@Suite struct ClosingTests {
    private static let emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    @Test(arguments: ["accident", "disaster"]) func aZeroReportVouchesForNothing(noun: String) throws {
        let box = try TemporaryStore(.rules)
        let row = try #require(try box.find(Closing.schema, try box.add(Closing.schema, closing(noun))))
        #expect(row[Closing.count] == 0 && row[Closing.digest] == Self.emptyDigest && row[Closing.isStale] == false)
    }

    @Test func countAndDigestAreThoseOfItsRows() throws {
        let box = try TemporaryStore(.rules)
        for (caseNo, day, street) in [
            ("A-1", "2024-03-01", "990001"), ("A-2", "2024-03-31", "990001"), ("A-3", "2024-02-29", "990001"),
            ("A-4", "2024-04-01", "990001"),
            ("A-5", "2024-03-15", "990002"),
        ] {
            try box.add(Accident.schema, SampleRow.accident(caseNo, on: day, street: street))
        }
        let own = try #require(try box.find(Closing.schema, try box.add(Closing.schema, closing("accident"))))
        #expect(own[Closing.count] == 2)
        let whole = SampleRow.closing("990000000", "accident", "2024-03", on: "2024-04-05", overriding: true)
        let all = try #require(try box.find(Closing.schema, try box.add(Closing.schema, whole)))
        #expect(all[Closing.count] == 3)
        #expect(own[Closing.digest] != all[Closing.digest] && own[Closing.digest]?.utf8.count == 64)
        let disasters = try #require(try box.find(Closing.schema, try box.add(Closing.schema, closing("disaster"))))
        #expect(disasters[Closing.count] == 0)
    }

    @Test func aLaterReportMakesItStaleFromItsDayOn() throws {
        let (box, accident, id) = try closed()
        #expect(try isStale(box, id) == false)
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, "follow_up", at: "2024-04-20T04:00:00Z", deaths: 1))
        #expect(try isStale(box, id, asOf: "2024-04-05") == false)
        #expect(try isStale(box, id, asOf: "2024-04-19") == false)
        #expect(try isStale(box, id, asOf: "2024-04-20") == true)
        #expect(try isStale(box, id) == true)
    }

    /// A report that is dated before the closing was not there when it was declared.
    @Test func aBackdatedReportMakesItStaleAtOnce() throws {
        let (box, accident, id) = try closed()
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, "follow_up", at: "2024-03-08T04:00:00Z", deaths: 1))
        #expect(try isStale(box, id, asOf: "2024-04-05") == true)
    }

    @Test(
        arguments: [
            ["occurred_on": .text("2024-03-04")], ["region": .text("990002")], ["sector": .text("fire")], ["regime": .text("geology")],
            ["is_production": .integer(0)], ["exclusion": .text("other"), "exclusion_reason": .text("依据")],
            ["occurred_on": .text("2024-02-28")],
            ["office": .text("990002000")],
        ] as [[String: FieldValue]])
    func aChangeThatCouldChangeANumberMakesItStale(values: [String: FieldValue]) throws {
        let (box, accident, id) = try closed()
        try box.set(Accident.schema, accident, values, by: "li")
        #expect(try isStale(box, id) == true)
        try box.undo(by: "li")
        #expect(try isStale(box, id) == false, "taken back, the rows are those of the closing again")
    }

    @Test(arguments: ["deaths", "missing", "serious_injuries", "minor_injuries", "direct_loss", "burnt_area"])
    func everyValueOfAReportIsVouchedFor(field: String) throws {
        let (box, _, id) = try closed()
        let report = try #require(try box.store.read { try Int64.fetchOne($0, sql: "SELECT id FROM accident_report") })
        try box.set(AccidentReport.schema, report, [field: .integer(9)])
        #expect(try isStale(box, id) == true)
    }

    @Test func aTitleIsNotVouchedFor() throws {
        let (box, accident, id) = try closed()
        try box.set(Accident.schema, accident, ["title": .text("甲"), "note": .text("乙")])
        #expect(try isStale(box, id) == false)
    }

    @Test func anAccidentAddedOrRemovedMakesItStale() throws {
        let (box, _, id) = try closed()
        let second = try box.add(Accident.schema, SampleRow.accident("A-2", on: "2024-03-31"))
        #expect(try isStale(box, id) == true)
        try box.remove(Accident.schema, second)
        #expect(try isStale(box, id) == false)
        try box.perform { db in
            try db.execute(sql: "DELETE FROM accident_report")
            try db.execute(sql: "DELETE FROM accident")
        }
        #expect(try isStale(box, id) == true)
    }

    @Test func otherMonthsAndOfficesDoNotMatter() throws {
        let (box, _, id) = try closed()
        let whole = try box.add(Closing.schema, SampleRow.closing("990000000", "accident", "2024-03", on: "2024-04-05", overriding: true))
        try box.add(Accident.schema, SampleRow.accident("A-2", on: "2024-04-01"))
        try box.add(Accident.schema, SampleRow.accident("A-3", on: "2023-03-05"))
        try box.add(Disaster.schema, SampleRow.disaster("D-1", on: "2024-03-05"))
        #expect(try isStale(box, id) == false)
        #expect(try isStale(box, whole) == false)
        try box.add(Accident.schema, SampleRow.accident("A-4", on: "2024-03-05", street: "990002"))
        #expect(try isStale(box, id) == false)
        #expect(try isStale(box, whole) == true, "the district vouches for every office")
    }

    @Test(arguments: ["affected", "deaths", "missing", "direct_loss"]) func disastersAreVouchedForAsWell(field: String) throws {
        let box = try TemporaryStore(.rules)
        let disaster = try box.add(Disaster.schema, SampleRow.disaster("D-1", on: "2024-03-10"))
        let report = SampleRow.report(ofDisaster: disaster, "990001", at: "2024-03-10T04:00:00Z")
        let reportID = try box.add(DisasterReport.schema, report)
        let id = try box.add(Closing.schema, closing("disaster"))
        #expect(try box.find(Closing.schema, id)?[Closing.count] == 1)
        #expect(try isStale(box, id) == false)
        try box.set(DisasterReport.schema, reportID, [field: .integer(9)])
        #expect(try isStale(box, id) == true)
        try box.undo()
        try box.add(DisasterReport.schema, SampleRow.report(ofDisaster: disaster, "990002", at: "2024-04-20T04:00:00Z"))
        #expect(try isStale(box, id, asOf: "2024-04-19") == false)
        #expect(try isStale(box, id, asOf: "2024-04-20") == true)
    }

    @Test func aNewClosingVouchesForTheRowsOfNow() throws {
        let (box, accident, old) = try closed()
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, "follow_up", at: "2024-04-20T04:00:00Z", deaths: 1))
        let new = try box.add(Closing.schema, SampleRow.closing("990001000", "accident", "2024-03", on: "2024-04-21"))
        #expect(try isStale(box, old) == true)
        #expect(try isStale(box, new) == false)
    }

    /// One accident of March with a report, closed on 5 April.
    private func closed() throws -> (TemporaryStore, accident: Int64, closing: Int64) {
        let box = try TemporaryStore(.rules)
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.add(AccidentReport.schema, SampleRow.report(of: accident))
        return (box, accident, try box.add(Closing.schema, closing("accident")))
    }

    private func closing(_ noun: String) -> RecordRow { SampleRow.closing("990001000", noun, "2024-03", on: "2024-04-05") }

    private func isStale(_ box: TemporaryStore, _ id: Int64, asOf: String = "2026-01-01") throws -> Bool? {
        try box.find(Closing.schema, id, asOf: asOf)?[Closing.isStale]
    }
}

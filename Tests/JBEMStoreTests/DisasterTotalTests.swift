import GRDB
import JBEMCore
import JBEMStore
import Testing

/// The losses of a disaster: the district's own row, or the sum of its streets, never both.
@Suite struct DisasterTotalTests {
    /// A verified report may not claim more dead than the list names in its region.
    @Test func theVerifiedDeadAreNamed() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", affected: 100, deaths: 2)
        let refused = #expect(throws: Failure.self) {
            try report(box, id, "990001", "verified", at: "2024-07-08T04:00:00Z", affected: 100, deaths: 2)
        }
        #expect(refused?.details.first?.reason.zh == "核报死亡 2 人，一览表上只有 0 人；先登记 victim（遇难失踪人员）")
        for (number, fate, region) in [(1, "dead", "990001"), (2, "missing", "990001"), (3, "dead", "990002")] as [(Int64, String, String)]
        {
            try victim(box, id, number, fate, region)
        }
        #expect(throws: Failure.self) {
            try report(box, id, "990001", "verified", at: "2024-07-08T04:00:00Z", affected: 100, deaths: 2)
        }
        let last = try victim(box, id, 4, "dead", "990001")
        try report(box, id, "990001", "verified", at: "2024-07-08T04:00:00Z", affected: 100, deaths: 2)
        try report(box, id, "990000", "verified", at: "2024-07-09T04:00:00Z", affected: 130, deaths: 3)
        // What the reports stand on cannot be taken away any more.
        #expect(throws: Failure.self) { try box.set(Victim.schema, last, ["fate": .text("missing")]) }
        #expect(throws: Failure.self) {
            try box.perform { try $0.execute(sql: "DELETE FROM victim WHERE id = ?", arguments: [last]) }
        }
    }

    @discardableResult
    private func victim(_ box: TemporaryStore, _ disaster: Int64, _ number: Int64, _ fate: String, _ region: String) throws -> Int64 {
        var row = RecordRow()
        row[Victim.disaster] = disaster
        row[Victim.number] = number
        row[Victim.name] = "遇难者\(number)"
        row[Victim.fate] = fate
        row[Victim.happenedOn] = CalendarDate(iso: "2024-07-02")
        row[Victim.region] = region
        return try box.add(Victim.schema, row)
    }

    @Test func withoutReportsThereIsNoTotal() throws {
        let (box, id) = try disaster()
        let row = try #require(try box.find(Disaster.schema, id))
        #expect(row[Disaster.affected] == nil && row[Disaster.deaths] == nil && row[Disaster.isVerifiedReport] == false)
    }

    @Test func streetsAreAddedUp() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", affected: 100, deaths: 1, missing: 2, loss: 5)
        try report(box, id, "990002", affected: 30, deaths: 0, missing: nil, loss: 7)
        let row = try #require(try box.find(Disaster.schema, id))
        #expect(row[Disaster.affected] == 130 && row[Disaster.deaths] == 1 && row[Disaster.missing] == 2 && row[Disaster.directLoss] == 12)
    }

    @Test func theDistrictAloneIsTheTotal() throws {
        let (box, id) = try disaster()
        try report(box, id, "990000", affected: 70)
        #expect(try affected(box, id) == 70)
    }

    /// Unverified, the district's figure is one of the same people: the streets hold, and the two are never added.
    @Test func streetsWinOverAnUnverifiedDistrict() throws {
        let (box, id) = try disaster()
        try report(box, id, "990000", affected: 70)
        try report(box, id, "990001", affected: 100)
        try report(box, id, "990002", affected: 30)
        #expect(try affected(box, id) == 130)
        try report(box, id, "990000", "follow_up", at: "2024-07-05T04:00:00Z", affected: 500)
        #expect(try affected(box, id) == 130)
    }

    @Test func theVerifiedDistrictWinsOverTheStreets() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", affected: 100)
        try report(box, id, "990002", affected: 30)
        try report(box, id, "990000", "verified", at: "2024-07-09T04:00:00Z", affected: 120)
        #expect(try affected(box, id) == 120)
        #expect(try box.find(Disaster.schema, id)?[Disaster.isVerifiedReport] == true)
        // As of the day before, it was not there.
        #expect(try affected(box, id, asOf: "2024-07-08") == 130)
        #expect(try box.find(Disaster.schema, id, asOf: "2024-07-08")?[Disaster.isVerifiedReport] == false)
        // Later street reports do not come on top.
        try report(box, id, "990003", at: "2024-07-10T04:00:00Z", affected: 9)
        #expect(try affected(box, id) == 120)
    }

    @Test func aVerifiedStreetIsStillOnlyAStreet() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", "verified", affected: 100)
        try report(box, id, "990002", affected: 30)
        #expect(try affected(box, id) == 130)
        #expect(try box.find(Disaster.schema, id)?[Disaster.isVerifiedReport] == false, "one part is not verified yet")
        try report(box, id, "990002", "verified", at: "2024-07-03T04:00:00Z", affected: 31)
        #expect(try affected(box, id) == 131)
        #expect(try box.find(Disaster.schema, id)?[Disaster.isVerifiedReport] == true)
    }

    @Test func theNewestReportOfEachStreetCounts() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", affected: 10)
        try report(box, id, "990001", "follow_up", at: "2024-07-03T04:00:00Z", affected: 40)
        try report(box, id, "990002", at: "2024-07-02T04:00:00Z", affected: 5)
        for (day, total) in [("2024-06-30", nil), ("2024-07-01", 10), ("2024-07-02", 15), ("2024-07-03", 45)] as [(String, Int64?)] {
            #expect(try affected(box, id, asOf: day) == total, "\(day)")
        }
    }

    @Test func theAsOfDayEndsAtLocalMidnight() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", at: "2024-07-02T15:59:59Z", affected: 1)
        try report(box, id, "990001", "follow_up", at: "2024-07-02T16:00:00Z", affected: 2)
        #expect(try affected(box, id, asOf: "2024-07-01") == nil)
        #expect(try affected(box, id, asOf: "2024-07-02") == 1)
        #expect(try affected(box, id, asOf: "2024-07-03") == 2)
    }

    @Test func atTheSameMomentTheVerifiedReportHolds() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", "verified", affected: 7)
        try report(box, id, "990001", "follow_up", affected: 7)
        try report(box, id, "990001", "initial", affected: 7)
        #expect(try box.find(Disaster.schema, id)?[Disaster.isVerifiedReport] == true)
    }

    @Test func aCorrectedReportLowersTheTotal() throws {
        let (box, id) = try disaster()
        try report(box, id, "990001", affected: 10)
        try report(box, id, "990001", "follow_up", at: "2024-07-03T04:00:00Z", affected: 4, correction: "重复统计")
        #expect(try affected(box, id) == 4)
    }

    @Test func disastersAreKeptApart() throws {
        let (box, id) = try disaster()
        let other = try box.add(Disaster.schema, SampleRow.disaster("D-2"))
        try report(box, id, "990001", affected: 10)
        try report(box, other, "990001", affected: 3)
        try report(box, other, "990000", "verified", affected: 4)
        #expect(try affected(box, id) == 10)
        #expect(try affected(box, other) == 4)
    }

    /// A disaster of one street: its own row is the whole.
    @Test func aStreetCanBeTheWhole() throws {
        let box = try TemporaryStore()
        let id = try box.add(Disaster.schema, SampleRow.disaster("D-1", region: "990001"))
        try report(box, id, "990001", affected: 10)
        #expect(try affected(box, id) == 10)
    }

    private func disaster() throws -> (TemporaryStore, Int64) {
        let box = try TemporaryStore()
        return (box, try box.add(Disaster.schema, SampleRow.disaster("D-1")))
    }

    private func report(
        _ box: TemporaryStore, _ id: Int64, _ region: String, _ kind: String = "initial", at moment: String = "2024-07-01T04:00:00Z",
        affected: Int64, deaths: Int64 = 0, missing: Int64? = nil, loss: Int64 = 0, correction: String? = nil
    ) throws {
        let row = SampleRow.report(
            ofDisaster: id, region, kind, at: moment, affected: affected, deaths: deaths, missing: missing, loss: loss,
            correction: correction)
        try box.add(DisasterReport.schema, row)
    }

    private func affected(_ box: TemporaryStore, _ id: Int64, asOf: String = "2026-01-01") throws -> Int64? {
        try box.find(Disaster.schema, id, asOf: asOf)?[Disaster.affected]
    }
}

import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// Who has not declared which month, and which months are closed for the district.
@Suite struct MissingClosingTests {
    private static let offices = ["990001000", "990002000", "990003000"]

    @Test func everyReportingOfficeOwesEveryMonthAndNoun() throws {
        let box = try TemporaryStore(.rules)
        let missing = try missing(box, "2024-02/2024-03")
        #expect(
            missing
                == ["2024-02", "2024-03"].flatMap { month in
                    ["accident", "disaster"].flatMap { noun in Self.offices.map { "\(month) \(noun) \($0)" } }
                })
        let first = try #require(try entries(box, "2024-03").first)
        #expect(first.name == Localized("单位990001000", "单位990001000") && !first.isStale)
    }

    @Test func aClosingSettlesOneOfficeNounAndMonth() throws {
        let box = try TemporaryStore(.rules)
        try close(box, "990001000")
        #expect(try missing(box, "2024-03", "accident") == ["990002000", "990003000"])
        #expect(try missing(box, "2024-03", "disaster") == Self.offices)
        #expect(try missing(box, "2024-02", "accident") == Self.offices)
        // It was not there before its day.
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-04-04") == Self.offices)
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-04-05") == ["990002000", "990003000"])
    }

    @Test func aMonthIsOwedOnlyWhenItIsOver() throws {
        let box = try TemporaryStore(.rules)
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-03-31") == [])
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-04-01") == Self.offices)
        #expect(try missing(box, "2024", asOf: "2024-03-15").count == 2 * 2 * 3, "January and February")
        #expect(try missing(box, "2025", asOf: "2024-03-15") == [])
    }

    @Test func monthsGoOnOverTheTurnOfTheYear() throws {
        let box = try TemporaryStore(.rules)
        let months = try entries(box, "2023-11/2024-02").map(\.month)
        #expect(months == ["2023-11", "2023-12", "2024-01", "2024-02"].flatMap { Array(repeating: $0, count: 6) })
    }

    @Test func aStaleClosingIsMissingAndSaysSo() throws {
        let box = try TemporaryStore(.rules)
        for office in Self.offices { try close(box, office) }
        #expect(try missing(box, "2024-03", "accident") == [])
        let accident = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05", street: "990002"))
        let stale = try entries(box, "2024-03").filter { $0.noun == "accident" }
        #expect(stale.map(\.office) == ["990002000"] && stale.first?.isStale == true)
        try close(box, "990002000", on: "2024-04-10")
        #expect(try missing(box, "2024-03", "accident") == [])
        // A report of 20 April opens it from that day on.
        try box.add(AccidentReport.schema, SampleRow.report(of: accident, at: "2024-04-20T04:00:00Z"))
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-04-19") == [])
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-04-20") == ["990002000"])
    }

    // MARK: Validity

    /// Offices owe the months in which they were in force, those of their first and last day included.
    @Test func officesOweTheMonthsOfTheirTime() throws {
        let box = try TemporaryStore(.rules)
        try box.perform { db in
            try db.execute(sql: "UPDATE office SET valid_from = '2024-02-29' WHERE code = '990001000'")
            try db.execute(sql: "UPDATE office SET valid_to = '2024-03-01' WHERE code = '990002000'")
            try db.execute(sql: "UPDATE office SET is_reporting = 0 WHERE code = '990003000'")
        }
        let owed = try missing(box, "2024-01/2024-04").filter { $0.contains("accident") }
        #expect(
            owed == [
                "2024-01 accident 990002000", "2024-02 accident 990001000", "2024-02 accident 990002000", "2024-03 accident 990001000",
                "2024-03 accident 990002000", "2024-04 accident 990001000",
            ])
    }

    @Test(arguments: [Region.schema.noun, Office.schema.noun]) func aValidityDoesNotEndBeforeItBegins(noun: String) throws {
        let schema = try #require(Catalog.schema(noun))
        var row = noun == "region" ? SampleRow.region("1", "street", parent: nil) : SampleRow.office("1", region: "1")
        row["valid_from"] = .text("2024-03-02")
        row["valid_to"] = .text("2024-03-01")
        #expect(schema.rules.flatMap { $0(row) }.map(\.location.field) == ["valid_to"])
        row["valid_to"] = .text("2024-03-02")
        #expect(schema.rules.flatMap { $0(row) } == [])
    }

    // MARK: The district

    @Test func theDistrictCanCloseForAll() throws {
        let box = try TemporaryStore(.rules)
        try close(box, "990000000", on: "2024-04-06", overriding: true)
        #expect(try missing(box, "2024-03", "accident") == [])
        #expect(try missing(box, "2024-03", "disaster") == Self.offices)
        #expect(try missing(box, "2024-03", "accident", asOf: "2024-04-05") == Self.offices)
    }

    @Test func aStaleClosingOfTheDistrictFallsBackToTheOffices() throws {
        let box = try TemporaryStore(.rules)
        try close(box, "990001000")
        try close(box, "990000000", overriding: true)
        try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05", street: "990002"))
        #expect(try missing(box, "2024-03", "accident") == ["990002000", "990003000"])
    }

    /// An office's own closing and the one it makes for the district are two things.
    @Test func anOwnClosingDoesNotReplaceTheOneForTheDistrict() throws {
        let box = try TemporaryStore(.rules)
        try close(box, "990000000", on: "2024-04-06", overriding: true)
        try close(box, "990000000", on: "2024-04-07")
        #expect(try missing(box, "2024-03", "accident") == [])
        // And the other way round: the stale one for the region leaves the own one in place.
        let other = try TemporaryStore(.rules)
        try close(other, "990001000", on: "2024-04-06")
        try close(other, "990001000", on: "2024-04-07", overriding: true)
        try other.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05", street: "990002"))
        #expect(try missing(other, "2024-03", "accident") == ["990002000", "990003000"])
    }

    /// A closing for a region says nothing about its neighbours.
    @Test func aStreetDoesNotCloseForTheDistrict() throws {
        let box = try TemporaryStore(.rules)
        try close(box, "990001000", overriding: true)
        #expect(try missing(box, "2024-03", "accident") == ["990002000", "990003000"])
        #expect(try closedMonths(box) == [])
    }

    // MARK: Closed months

    @Test func aMonthIsClosedWhenEveryOfficeClosedIt() throws {
        let box = try TemporaryStore(.rules)
        for office in Self.offices.dropLast() { try close(box, office) }
        #expect(try closedMonths(box) == [])
        try close(box, "990003000", on: "2024-04-08")
        #expect(try closedMonths(box) == ["2024-03"])
        #expect(try closedMonths(box, asOf: "2024-04-07") == [])
        try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        #expect(try closedMonths(box) == [])
    }

    /// Where no office has to report, only the district's word closes a month, as long as it is not stale.
    @Test func withoutReportingOfficesTheDistrictCloses() throws {
        let box = try TemporaryStore(.rules)
        try box.perform { try $0.execute(sql: "UPDATE office SET is_reporting = 0") }
        try close(box, "990001000")
        #expect(try closedMonths(box) == [])
        try close(box, "990000000", overriding: true)
        #expect(try closedMonths(box) == ["2024-03"])
        try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        #expect(try closedMonths(box) == [])
    }

    private func close(_ box: TemporaryStore, _ office: String, on day: String = "2024-04-05", overriding: Bool = false) throws {
        try box.add(Closing.schema, SampleRow.closing(office, "accident", "2024-03", on: day, overriding: overriding))
    }

    private func entries(_ box: TemporaryStore, _ period: String, asOf: String = "2024-12-31") throws -> [MissingClosing] {
        let period = try #require(DatePeriod(period))
        return try box.store.read { try ClosingStatus.missing(period, asOf: CalendarDate(iso: asOf)!, in: $0) }
    }

    private func missing(_ box: TemporaryStore, _ period: String, asOf: String = "2024-12-31") throws -> [String] {
        try entries(box, period, asOf: asOf).map { "\($0.month) \($0.noun) \($0.office)" }
    }

    private func missing(_ box: TemporaryStore, _ month: String, _ noun: String, asOf: String = "2024-12-31") throws -> [String] {
        try entries(box, month, asOf: asOf).filter { $0.noun == noun }.map(\.office)
    }

    private func closedMonths(_ box: TemporaryStore, asOf: String = "2024-12-31") throws -> Set<String> {
        try box.store.read {
            try ClosingStatus.closedMonths(
                Territory("990000", in: $0), years: 2024...2024, asOf: CalendarDate(iso: asOf)!, in: $0)["accident"] ?? []
        }
    }
}

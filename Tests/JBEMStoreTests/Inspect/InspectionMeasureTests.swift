import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// Done ÷ due of the plan's indicators on inspections, counted by hand.
@Suite struct InspectionMeasureTests {
    private static let district = "990000"

    private static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

    private let box: TemporaryStore
    private let person: Int64

    init() throws {
        box = try TemporaryStore(.rules)
        var row = RecordRow()
        row[Person.number] = "P-1"
        row[Person.name] = "甲"
        row[Person.office] = "990001000"
        person = try box.add(Person.schema, row)
    }

    private func equipment(
        _ number: String, isKey: Bool, from: String, to: String? = nil, registered: String? = nil, region: String = "990001"
    )
        throws -> Int64
    {
        var row = RecordRow()
        row[Equipment.number] = number
        row[Equipment.kind] = "lift"
        row[Equipment.name] = number
        row[Equipment.region] = region
        row[Equipment.office] = "990001000"
        row[Equipment.unit] = "某单位"
        row[Equipment.isKey] = isKey
        row[Equipment.inUseFrom] = Self.day(from)
        row[Equipment.inUseTo] = to.map(Self.day)
        row[Equipment.registeredOn] = registered.map(Self.day)
        row[Equipment.registrationNo] = registered.map { _ in "证\(number)" }
        return try box.add(Equipment.schema, row)
    }

    private func risk(_ number: String, likelihood: Int64, severity: Int64, assessed: String?, region: String = "990001") throws -> Int64 {
        var row = RecordRow()
        row[Risk.pointNo] = number
        row[Risk.name] = number
        row[Risk.category] = "fire"
        row[Risk.region] = region
        row[Risk.office] = "990001000"
        row[Risk.profile] = "ls.a"
        row[Risk.likelihood] = likelihood * 100
        row[Risk.severity] = severity * 100
        row[Risk.assessedOn] = assessed.map(Self.day)
        return try box.add(Risk.schema, row)
    }

    private func visit(_ field: Field<Int64>, _ id: Int64, _ purpose: String, _ days: String...) throws {
        for day in days {
            var row = RecordRow()
            row[Inspection.number] = "\(field.name) \(id) \(purpose) \(day)"
            row[field] = id
            row[Inspection.purpose] = purpose
            row[Inspection.visitedOn] = Self.day(day)
            row[Inspection.inspector] = person
            row[Inspection.result] = "ok"
            try box.add(Inspection.schema, row)
        }
    }

    /// Monthly checks of key equipment: in use on 2024-03-15, so owed from April; out of use on 2024-11-20, so not in November.
    @Test func keyChecksCountMonthsInUse() throws {
        let key = try equipment("1", isKey: true, from: "2024-03-15", to: "2024-11-20")
        _ = try equipment("2", isKey: false, from: "2020-01-01")
        try visit(Inspection.equipment, key, "routine", "2024-03-20", "2024-04-01", "2024-05-31", "2024-05-02", "2024-07-01", "2025-01-01")
        try visit(Inspection.equipment, key, "special", "2024-06-15")
        func count(_ period: String, _ asOf: String) throws -> InspectionCount? {
            try self.count("inspect.special_equipment_check_rate", DatePeriod(period)!, asOf)
        }
        #expect(try count("2024", "2025-12-31") == InspectionCount(done: 3, due: 7))
        #expect(try count("2024-06", "2025-12-31") == InspectionCount(done: 0, due: 1))
        #expect(try count("2024-01-01/2024-05-30", "2024-05-30") == InspectionCount(done: 1, due: 1))
        #expect(try count("2024", "2024-05-30") == nil, "a year that is not over has no rate")
        #expect(try count("2023", "2025-12-31") == nil)
        // A street without equipment has no rate.
        #expect(try self.count("inspect.special_equipment_check_rate", .year(2024), "2025-01-01", in: "990002") == nil)
    }

    @Test func registrationsAreThoseOfTheDay() throws {
        _ = try equipment("1", isKey: false, from: "2020-01-01", registered: "2024-06-30")
        _ = try equipment("2", isKey: false, from: "2024-07-01", registered: "2024-07-10")
        _ = try equipment("3", isKey: true, from: "2020-01-01", to: "2024-12-31", registered: "2020-02-01")
        _ = try equipment("4", isKey: true, from: "2020-01-01", region: "990002")
        func count(_ region: String, _ on: String) throws -> InspectionCount? {
            try self.count("asset.special_equipment_registered_rate", DatePeriod(Self.day(on), Self.day(on)), on, in: region)
        }
        #expect(try count(Self.district, "2024-06-29") == InspectionCount(done: 1, due: 3))
        #expect(try count(Self.district, "2024-06-30") == InspectionCount(done: 2, due: 3))
        #expect(try count(Self.district, "2024-07-01") == InspectionCount(done: 2, due: 4))
        #expect(try count(Self.district, "2025-01-01") == InspectionCount(done: 2, due: 3))
        #expect(try count("990003", "2025-01-01") == nil)
    }

    /// Yearly: a test on either side of the turn of the year belongs to its own year.
    @Test func testsCountYears() throws {
        let lift = try equipment("1", isKey: false, from: "2022-05-01")
        try visit(Inspection.equipment, lift, "test", "2023-12-31", "2025-01-01")
        func count(_ year: Int) throws -> InspectionCount? {
            try self.count("inspect.special_equipment_tested_rate", .year(year), "2026-12-31")
        }
        #expect(try count(2022) == nil)
        #expect(try count(2023) == InspectionCount(done: 1, due: 1))
        #expect(try count(2024) == InspectionCount(done: 0, due: 1))
        #expect(try count(2025) == InspectionCount(done: 1, due: 1))
    }

    /// ls.a: 5×5 = 25 is red (daily), 4×4 = 16 orange or whatever the bands say; the cycle follows the level.
    @Test func riskChecksCountWhatWasDue() throws {
        let red = try risk("R-1", likelihood: 5, severity: 5, assessed: "2024-12-01")
        let level = try #require(try box.find(Risk.schema, red)?[Risk.level])
        #expect(level == "red")
        _ = try risk("R-2", likelihood: 5, severity: 5, assessed: nil)
        try visit(Inspection.risk, red, "routine", "2025-01-01", "2025-01-02", "2025-01-04", "2025-02-01")
        func count(_ period: String, _ asOf: String = "2026-01-01") throws -> InspectionCount? {
            try self.count("inspect.hazard_check_rate", DatePeriod(period)!, asOf)
        }
        #expect(try count("2025-01") == InspectionCount(done: 3, due: 31))
        #expect(try count("2025-01-01/2025-01-04", "2025-01-04") == InspectionCount(done: 3, due: 4))
        #expect(try count("2024") == nil, "visits were entered from 2025 on")
        #expect(try count("2024-11") == nil, "nothing was asked for before the first assessment")
    }

    /// The counts behind a rate of a period; `nil` where the records say nothing.
    private func count(
        _ measure: String, _ period: DatePeriod, _ asOf: String, in region: String = district
    ) throws -> InspectionCount? {
        try box.store.read { db in
            let rates = try #require(RateMeasure.of(measure)).rates(
                [period], asOf: Self.day(asOf), settling: { $0 }, try Territory(region, in: db), in: db)
            return rates.first.map { InspectionCount(done: $0.count, due: $0.total ?? 0) }
        }
    }
}

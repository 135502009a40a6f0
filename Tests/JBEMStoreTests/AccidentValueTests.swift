import GRDB
import JBEMCore
import JBEMStore
import Testing

/// The values of an accident: those of its newest report as of a day, settled or not, counted or not.
@Suite struct AccidentValueTests {
    @Test func theNewestReportAsOfADayHolds() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        for (kind, moment, deaths) in [
            ("initial", "2024-03-05T04:00:00Z", 1), ("follow_up", "2024-03-06T04:00:00Z", 3), ("final", "2024-04-10T04:00:00Z", 2),
        ] as [(String, String, Int64)] {
            try box.add(AccidentReport.schema, SampleRow.report(of: id, kind, at: moment, deaths: deaths, loss: deaths * 1_000_000))
        }
        let expected: [(String, Int64?, String?)] = [
            ("2024-03-04", nil, nil), ("2024-03-05", 1, "general"), ("2024-03-06", 3, "larger"), ("2024-04-09", 3, "larger"),
            ("2024-04-10", 2, "general"), ("2030-01-01", 2, "general"),
        ]
        for (day, deaths, grade) in expected {
            let row = try #require(try box.find(Accident.schema, id, asOf: day))
            #expect(row[Accident.deaths] == deaths && row[Accident.grade] == grade, "\(day)")
            #expect(row[Accident.directLoss] == deaths.map { $0 * 1_000_000 }, "\(day)")
        }
    }

    /// A day ends at 24:00 local time, not at midnight UTC.
    @Test func theAsOfDayEndsAtLocalMidnight() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, at: "2024-03-06T15:59:59Z", deaths: 1))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, "follow_up", at: "2024-03-06T16:00:00Z", deaths: 2))
        #expect(try box.find(Accident.schema, id, asOf: "2024-03-05")?[Accident.deaths] == nil)
        #expect(try box.find(Accident.schema, id, asOf: "2024-03-06")?[Accident.deaths] == 1)
        #expect(try box.find(Accident.schema, id, asOf: "2024-03-07")?[Accident.deaths] == 2)
    }

    @Test func theOrderOfEntryDoesNotMatter() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, "follow_up", at: "2024-03-08T04:00:00Z", deaths: 2))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, "initial", at: "2024-03-05T04:00:00Z", deaths: 1))
        #expect(try box.find(Accident.schema, id)?[Accident.deaths] == 2)
    }

    /// At the same moment the kind decides: final over follow-up over initial.
    @Test func atTheSameMomentTheKindDecides() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        var last: Int64?
        for (kind, deaths) in [("initial", 5), ("final", 7), ("follow_up", 6)] as [(String, Int64)] {
            try box.add(AccidentReport.schema, SampleRow.report(of: id, kind, at: "2024-03-05T04:00:00Z", deaths: deaths))
            last = try box.find(Accident.schema, id)?[Accident.deaths]
            #expect(last == (kind == "initial" ? 5 : 7))
        }
    }

    /// A later follow-up corrects even a final report: reports are dated, not ranked.
    @Test func aLaterReportOfAnyKindHolds() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, "final", at: "2024-03-05T04:00:00Z", deaths: 1))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, "follow_up", at: "2024-03-09T04:00:00Z", deaths: 2))
        #expect(try box.find(Accident.schema, id)?[Accident.deaths] == 2)
    }

    @Test func aReportConcernsItsOwnAccidentOnly() throws {
        let box = try TemporaryStore(.rules)
        let ids = try ["A-1", "A-2"].map { try box.add(Accident.schema, SampleRow.accident($0)) }
        try box.add(AccidentReport.schema, SampleRow.report(of: ids[0], deaths: 1))
        #expect(try box.find(Accident.schema, ids[1])?[Accident.deaths] == nil)
    }

    // MARK: Settling

    @Test(arguments: [
        ("construction", "2024-03-05", "2024-04-04"), ("road_traffic", "2024-03-05", "2024-03-12"), ("fire", "2024-12-28", "2025-01-04"),
        ("hazmat", "2024-01-30", "2024-02-29"), ("other", "2023-01-30", "2023-03-01"),
    ])
    func casualtiesSettleThirtyOrSevenDaysLater(sector: String, day: String, settles: String) throws {
        let box = try TemporaryStore(.rules)
        var row = SampleRow.accident("A-1", on: day)
        row[Accident.sector] = sector
        let id = try box.add(Accident.schema, row)
        let last = CalendarDate(iso: settles)!
        let before = try #require(try box.find(Accident.schema, id, asOf: last.adding(days: -1).description))
        let after = try #require(try box.find(Accident.schema, id, asOf: settles))
        #expect(before[Accident.settlesOn] == last)
        #expect(before[Accident.isProvisional] == true)
        #expect(after[Accident.isProvisional] == false)
    }

    /// The days come from the rules; 30 is what holds where the rules were never loaded.
    @Test func theDaysOfSettlingAreData() throws {
        let bare = try TemporaryStore(.offices)
        let plain = try bare.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        #expect(try bare.find(Accident.schema, plain)?[Accident.settlesOn] == CalendarDate(iso: "2024-04-04"))
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        try box.perform {
            try $0.execute(sql: "UPDATE clock_rule SET amount = 10 WHERE topic = 'accident.settling' AND applies_to = 'default'")
        }
        #expect(try box.find(Accident.schema, id)?[Accident.settlesOn] == CalendarDate(iso: "2024-03-15"))
    }

    /// Decree 493, article 29: 60 days, extended by 60 at most; technical appraisal (article 27) is not counted.
    @Test func theInvestigationIsDueAfterSixtyDays() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: "2024-03-05"))
        let row = try #require(try box.find(Accident.schema, id))
        #expect(row[Accident.investigationDueOn] == CalendarDate(iso: "2024-05-04"))
        #expect(row[Accident.investigationLatestOn] == CalendarDate(iso: "2024-07-03"))
        // Before the decree of 2007 the limit is not known.
        let old = try box.add(Accident.schema, SampleRow.accident("A-2", on: "2007-05-31"))
        #expect(try box.find(Accident.schema, old)?[Accident.investigationDueOn] == nil)
    }

    // MARK: Counting

    @Test(
        arguments: [
            (true, nil, true, "counts"), (false, nil, false, "not_production"), (true, "reclassified", false, "reclassified"),
            (true, "natural_cause", false, "natural_cause"), (true, "other", false, "other"), (true, "duplicate", false, "duplicate"),
            // The exclusion says more than that it was no production.
            (false, "natural_cause", false, "natural_cause"), (true, "not_production", false, "not_production"),
        ] as [(Bool, String?, Bool, String)])
    func whatCountsAndWhyNot(isProduction: Bool, exclusion: String?, counts: Bool, reason: String) throws {
        let box = try TemporaryStore(.rules)
        let first = try box.add(Accident.schema, SampleRow.accident("A-1"))
        var row = SampleRow.accident("A-2")
        row[Accident.isProduction] = isProduction
        row[Accident.exclusion] = exclusion
        row[Accident.exclusionReason] = exclusion.map { _ in "依据" }
        row[Accident.duplicateOf] = exclusion == "duplicate" ? first : nil
        let found = try #require(try box.find(Accident.schema, try box.add(Accident.schema, row)))
        #expect(found[Accident.counts] == counts)
        #expect(found[Accident.countsReason] == reason)
    }

    @Test func everyReasonIsInItsCodeList() throws {
        let codes = try TemporaryStore(.rules).store.read { try CodeBook.read($0) }
        let reasons = Set(codes.entries("counts_reason").map(\.code))
        #expect(reasons.isSuperset(of: ["counts", "not_production"]))
        #expect(reasons.isSuperset(of: codes.entries("accident_exclusion").map(\.code)))
    }

    /// A grade of the rules that no code list has would be shown as bare text.
    @Test func everyGradeIsInACodeList() throws {
        let box = try TemporaryStore(.rules)
        let codes = try box.store.read { try CodeBook.read($0) }
        let grades = try box.store.read { try Row.fetchAll($0, sql: "SELECT DISTINCT regime, grade FROM accident_rule") }
        #expect(grades.count == 16)
        for row in grades {
            let list = row["regime"] == "geology" ? "geology_grade" : "accident_grade"
            #expect(codes.entry(list, code: row["grade"]) != nil, "\(row)")
        }
    }
}

import GRDB
import JBEMCore
import JBEMStore
import Testing

/// The grade that casualties and loss give, by the rules in Data/rules, at every boundary and just below it.
@Suite struct AccidentGradeTests {
    /// Deaths, serious injuries, direct loss in 分 and burnt forest in hectares × 10⁴.
    struct Toll: Sendable, CustomStringConvertible {
        var deaths: Int64 = 0
        var injuries: Int64 = 0
        var loss: Int64 = 0
        var burnt: Int64?

        var description: String { "(\(deaths), \(injuries), \(loss)分\(burnt.map { ", \($0)" } ?? ""))" }
    }

    /// 万元 in 分.
    static let wan: Int64 = 1_000_000
    /// Hectares × 10⁴.
    static let hectare: Int64 = 10_000

    // The vectors printed in the standards notes, then each boundary with the value below it.
    @Test func generalRegime() throws {
        try check(
            "general",
            [
                (Toll(loss: 1000 * Self.wan), "larger"), (Toll(deaths: 2, injuries: 10), "larger"), (Toll(deaths: 3), "larger"),
                (Toll(deaths: 9, injuries: 50), "major"), (Toll(deaths: 10), "major"), (Toll(loss: 9_999_990_000), "major"),
                (Toll(loss: 10_000 * Self.wan), "extraordinary"), (Toll(deaths: 29, injuries: 100), "extraordinary"),
                (Toll(deaths: 2, injuries: 9, loss: 999_990_000), "general"),
            ] + people(below: "general") + [
                (Toll(), "general"), (Toll(loss: 1), "general"),
                (Toll(loss: 1000 * Self.wan - 1), "general"), (Toll(loss: 5000 * Self.wan - 1), "larger"),
                (Toll(loss: 5000 * Self.wan), "major"),
                (Toll(loss: 10_000 * Self.wan - 1), "major"), (Toll(loss: 90_000 * Self.wan), "extraordinary"),
            ])
    }

    /// The same bands, but the lowest grade begins at 1万元: below everything there is no grade.
    @Test func specialEquipment() throws {
        try check(
            "special_equipment",
            people(below: nil) + [
                (Toll(), nil), (Toll(loss: Self.wan - 1), nil), (Toll(loss: Self.wan), "general"),
                (Toll(loss: 1000 * Self.wan - 1), "general"), (Toll(loss: 1000 * Self.wan), "larger"),
                (Toll(loss: 5000 * Self.wan - 1), "larger"),
                (Toll(loss: 5000 * Self.wan), "major"), (Toll(loss: 10_000 * Self.wan - 1), "major"),
                (Toll(loss: 10_000 * Self.wan), "extraordinary"),
            ])
    }

    /// Burnt forest in place of loss, which does not count here.
    @Test func forestFire() throws {
        try check(
            "forest_fire",
            people(below: nil) + [
                (Toll(), nil), (Toll(loss: 90_000 * Self.wan), nil), (Toll(burnt: 0), "general"),
                (Toll(burnt: Self.hectare - 1), "general"), (Toll(burnt: Self.hectare), "larger"),
                (Toll(burnt: 100 * Self.hectare - 1), "larger"), (Toll(burnt: 100 * Self.hectare), "major"),
                (Toll(burnt: 1000 * Self.hectare - 1), "major"), (Toll(burnt: 1000 * Self.hectare), "extraordinary"),
                (Toll(deaths: 3, burnt: 100 * Self.hectare), "major"), (Toll(deaths: 30, burnt: 0), "extraordinary"),
            ])
    }

    /// A tenth of the loss bands, grades of its own, and injuries do not count.
    @Test func geology() throws {
        try check(
            "geology",
            [
                (Toll(), "small"), (Toll(deaths: 2), "small"), (Toll(deaths: 3), "medium"), (Toll(deaths: 9), "medium"),
                (Toll(deaths: 10), "large"), (Toll(deaths: 29), "large"), (Toll(deaths: 30), "extra_large"), (Toll(injuries: 100), "small"),
                (Toll(loss: 100 * Self.wan - 1), "small"), (Toll(loss: 100 * Self.wan), "medium"),
                (Toll(loss: 500 * Self.wan - 1), "medium"),
                (Toll(loss: 500 * Self.wan), "large"), (Toll(loss: 1000 * Self.wan - 1), "large"),
                (Toll(loss: 1000 * Self.wan), "extra_large"),
            ])
    }

    /// Every threshold of a criterion that reports carry is one of those above: a new rule needs a new case.
    @Test func noThresholdIsForgotten() throws {
        let box = try TemporaryStore(.rules)
        let counts = try box.store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT regime, count(*) AS n FROM accident_rule
                    WHERE criterion IN ('deaths', 'serious_injuries', 'direct_loss', 'burnt_area') GROUP BY regime ORDER BY regime
                    """
            ).map { "\($0["regime"] as String) \($0["n"] as Int)" }
        }
        #expect(counts == ["forest_fire 12", "general 12", "geology 8", "special_equipment 12"])
    }

    @Test func anAccidentWithoutAReportHasNoGrade() throws {
        let box = try TemporaryStore(.rules)
        let row = try #require(try box.find(Accident.schema, try box.add(Accident.schema, SampleRow.accident("A-1"))))
        #expect(row[Accident.grade] == nil && row[Accident.deaths] == nil)
    }

    /// A rule grades accidents of its own time, first and last day included.
    @Test(
        arguments: [("2007-05-31", nil), ("2007-06-01", "larger"), ("2030-12-31", "larger"), ("2031-01-01", "general")]
            as [(String, String?)])
    func rulesHaveTheirTime(day: String, grade: String?) throws {
        let box = try TemporaryStore(.rules)
        try box.perform { db in
            try db.execute(sql: "UPDATE accident_rule SET valid_to = '2030-12-31' WHERE regime = 'general' AND grade = 'larger'")
        }
        let id = try box.add(Accident.schema, SampleRow.accident("A-1", on: day))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, at: "\(day)T04:00:00Z", deaths: 3))
        #expect(try box.find(Accident.schema, id, asOf: "2040-01-01")?[Accident.grade] == grade)
    }

    /// The rules are data: a changed threshold grades anew.
    @Test func aChangedRuleGradesAnew() throws {
        let box = try TemporaryStore(.rules)
        let id = try box.add(Accident.schema, SampleRow.accident("A-1"))
        try box.add(AccidentReport.schema, SampleRow.report(of: id, deaths: 3))
        try box.perform { db in
            try db.execute(
                sql: "UPDATE accident_rule SET at_least = 40000 WHERE regime = 'general' AND grade = 'larger' AND criterion = 'deaths'")
        }
        #expect(try box.find(Accident.schema, id)?[Accident.grade] == "general")
    }

    /// The bands of deaths and injuries that three of the regulations share.
    private func people(below: String?) -> [(Toll, String?)] {
        [
            (Toll(deaths: 1), "general"), (Toll(deaths: 2), "general"), (Toll(deaths: 3), "larger"), (Toll(deaths: 9), "larger"),
            (Toll(deaths: 10), "major"), (Toll(deaths: 29), "major"), (Toll(deaths: 30), "extraordinary"),
            (Toll(injuries: 0), below), (Toll(injuries: 1), "general"), (Toll(injuries: 9), "general"), (Toll(injuries: 10), "larger"),
            (Toll(injuries: 49), "larger"), (Toll(injuries: 50), "major"), (Toll(injuries: 99), "major"),
            (Toll(injuries: 100), "extraordinary"),
        ]
    }

    private func check(_ regime: String, _ cases: [(Toll, String?)], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let box = try TemporaryStore(.rules)
        let ids = try box.perform(.import) { db in
            try cases.enumerated().map { number, item in
                var row = SampleRow.accident("A-\(number)")
                row[Accident.regime] = regime
                let id = try box.insert(row, of: Accident.schema, in: db)
                let toll = item.0
                let report = SampleRow.report(of: id, deaths: toll.deaths, injuries: toll.injuries, loss: toll.loss, burnt: toll.burnt)
                try box.insert(report, of: AccidentReport.schema, in: db)
                return id
            }
        }.value
        for (id, (toll, grade)) in zip(ids, cases) {
            let row = try #require(try box.find(Accident.schema, id), sourceLocation: sourceLocation)
            #expect(row[Accident.grade] == grade, "\(regime) \(toll)", sourceLocation: sourceLocation)
        }
    }
}

import GRDB
import JBEMCore
import JBEMStore
import Testing

/// The level that a list shows, computed in SQL, is the one that an assessment explains, computed in Core.
@Suite struct RiskLevelTests {
    @Test(arguments: [("lec.classic", 7 * 6 * 6), ("ls.a", 25), ("ls.b", 25), ("mes", 3 * 6 * 5)])
    func everyCombinationAgrees(_ key: String, _ combinations: Int) throws {
        let box = try TemporaryStore(.rules)
        let profile = try #require(try box.store.read { try RiskReports.profile(key, in: $0) })
        var sets: [[String: Rational]] = [[:]]
        for factor in profile.factors {
            sets = sets.flatMap { set in factor.steps.map { step in set.merging([factor.name: step.value]) { $1 } } }
        }
        #expect(sets.count == combinations)
        let ids = try box.perform { db in
            try sets.enumerated().map { index, set in
                try RecordStore.insert(row(index, key, set), of: Risk.schema, revealed: [:], office: TemporaryStore.office, in: db)
            }
        }.value
        for (id, set) in zip(ids, sets) {
            let number = try #require(id)
            let stored = try #require(try box.find(Risk.schema, number))
            let assessment = try #require(try profile.assess(set))
            #expect(stored[Risk.score].map { Rational(scaled: $0, places: RiskScale.score) } == assessment.score, "\(assessment.formula)")
            #expect(stored[Risk.level] == assessment.band?.level, "\(assessment.formula)")
        }
    }

    private func row(_ index: Int, _ profile: String, _ values: [String: Rational]) -> RecordRow {
        var row = RecordRow()
        row[Risk.pointNo] = "R-\(index)"
        row[Risk.name] = "风险点\(index)"
        row[Risk.category] = "fire"
        row[Risk.region] = "990001"
        row[Risk.office] = "990001000"
        row[Risk.profile] = profile
        for (name, field) in Risk.factors {
            row[field] = values[name].flatMap { ($0 / Rational(scaled: 1, places: RiskScale.factor)).int }.map(Int64.init)
        }
        return row
    }
}

/// The code lists of hazards say what the machine says.
@Suite struct HazardCodeTests {
    @Test func statesAndStepsHaveTheLabelsOfTheMachine() throws {
        let codes = try TemporaryStore(.rules).store.read { try CodeBook.read($0) }
        #expect(codes.entries("hazard_state").map(\.code) == HazardState.allCases.map(\.rawValue))
        #expect(codes.entries("hazard_state").map(\.label) == HazardState.allCases.map(\.label))
        #expect(codes.entries("hazard_step").map(\.code) == HazardAction.allCases.map(\.rawValue))
        #expect(codes.entries("hazard_step").map(\.label) == HazardAction.allCases.map(\.label))
    }
}

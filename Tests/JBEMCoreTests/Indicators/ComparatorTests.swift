import Testing

@testable import JBEMCore

@Suite struct ComparatorTests {
    @Test(arguments: [
        ("18", Comparator.atMost, "18.2", true), ("19", .atMost, "18.2", false), ("18.2", .atMost, "18.2", true),
        ("0.018", .lessThan, "0.018", false), ("0.017999999999999999999", .lessThan, "0.018", true),
        ("5000", .lessThan, "5000", false), ("4999.999999", .lessThan, "5000", true),
        ("100", .equal, "100", true), ("99.999999999999", .equal, "100", false),
        ("75", .atLeast, "75", true), ("74.999999999999999", .atLeast, "75", false),
        ("1.5", .moreThan, "1.5", false), ("1.500000000000000001", .moreThan, "1.5", true),
        ("7", .none, "0", true),
    ])
    func boundariesAreExact(value: String, comparator: Comparator, limit: String, holds: Bool) {
        #expect(comparator.holds(Fixture.number(value), Fixture.number(limit)) == holds)
    }

    @Test(arguments: [
        (Comparator.lessThan, "5", true), (.lessThan, "4.99", false), (.atMost, "5", false), (.atMost, "5.01", true), (.equal, "5", false),
        (.equal, "6", true), (.atLeast, "9", false), (.moreThan, "9", false), (.none, "9", false),
    ])
    func aGrowingCountBreaksOnlyCaps(comparator: Comparator, value: String, isBroken: Bool) {
        #expect(comparator.isBroken(byAtLeast: Fixture.number(value), Rational(5)) == isBroken)
    }

    @Test func greatestWholeRespectsStrictness() {
        #expect(Comparator.atMost.greatestWhole(Fixture.number("18.2")) == Rational(18))
        #expect(Comparator.lessThan.greatestWhole(Fixture.number("18.2")) == Rational(18))
        // 0.018 × 1000 = 18 exactly: 18 deaths are not less.
        #expect(Comparator.lessThan.greatestWhole(Fixture.number("0.018") * Rational(1000)) == Rational(17))
        #expect(Comparator.lessThan.greatestWhole(Fixture.number("0.018") * Rational(1744)) == Rational(31))
        #expect(Comparator.atLeast.greatestWhole(Rational(3)) == nil)
    }
}

@Suite struct TargetColumnsTests {
    @Test func baselineOfASpanIsAsLongAsTheSpan() {
        #expect(Fixture.t01.readings[0].baselinePeriod == .year(2020))
        #expect(Fixture.t01.readings[1].baselinePeriod == .years(2016, 2020))
        #expect(Fixture.t01.readings[1].window == .span(2021...2025))
    }

    @Test func cyclesTakeThePlansYears() throws {
        let reading = try Reading(Fixture.columns("reported", "x", window: "each", "eq", "100", cycle: "month"), planYears: 2021...2025)
        #expect(reading.window == .each(.month, 2021...2025))
    }

    @Test func columnsThatDoNotFitAreNamed() {
        func field(_ change: (inout TargetColumns) -> Void) -> String? {
            var columns = Fixture.columns("ratio", "a", over: "b", window: "mean", "le", "1", aggregation: "ratio_of_sums")
            change(&columns)
            do throws(Fault) {
                _ = try Reading(columns, planYears: 2021...2025)
                return nil
            } catch {
                return error.location.field
            }
        }
        #expect(field { _ in } == nil)
        #expect(field { $0.formula = "sum" } == "formula")
        #expect(field { $0.numerator = nil } == "numerator")
        #expect(field { $0.denominator = nil } == "denominator")
        #expect(field { $0.scale = .zero } == "scale")
        #expect(field { $0.window = "week" } == "window")
        #expect(field { $0.fromYear = nil } == "from_year")
        #expect(field { $0.toYear = 2020 } == "to_year")
        #expect(field { $0.aggregation = "median" } == "aggregation")
        #expect(field { $0.comparator = "≤" } == "comparator")
        #expect(field { $0.value = nil } == "value")
        #expect(field { $0.relation = "of_baseline" } == "baseline_year")
        #expect(field { $0.relation = "of_plan" } == "relation")
        #expect(field { $0.model = "normal" } == "model")
        #expect(field { $0.window = "each" } == "cycle")
    }
}

@Suite struct IndicatorCatalogTests {
    @Test func aliasesAreFollowedAndCirclesLeadNowhere() {
        let catalog = IndicatorCatalog([
            Fixture.t02, Fixture.indicator("T41", [], aliasOf: "T02"), Fixture.indicator("A", [], aliasOf: "B"),
            Fixture.indicator("B", [], aliasOf: "A"),
        ])
        #expect(catalog.resolved("T41")?.id == "T02")
        #expect(catalog.resolved("A") == nil)
        #expect(catalog.resolved("T99") == nil)
        #expect(catalog.roots.count == 4)
    }

    @Test func asksForTheMeasuresAndYearsOfItsReadings() {
        let catalog = IndicatorCatalog([Fixture.t01, Fixture.t03, Fixture.t05])
        #expect(catalog.measures == ["accident.deaths", "economy.gdp", "disaster.deaths", "population.resident"])
        #expect(catalog.recordYears(on: Fixture.date("2024-05-01")) == 2016...2024)
        #expect(IndicatorCatalog([Fixture.t03]).recordYears(on: Fixture.date("2024-05-01")) == 2019...2024)
    }
}

@testable import JBEMCore

/// Short ways to write evidence and the first six indicators of the plan in tests.
enum Fixture {
    static func date(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

    static func number(_ text: String) -> Rational { Rational(text)! }

    static func figure(
        _ measure: String, _ period: String, _ value: String, _ status: FigureFact.Status = .final, on published: String? = nil
    ) -> FigureFact {
        let days = DatePeriod(period)!
        let day = published.map(date) ?? days.last.adding(days: 16)
        return FigureFact(
            measure: measure, period: days, region: "500105", value: number(value), status: status, publishedOn: day, source: "test",
            key: "\(measure)@\(period)@\(day)@\(status.rawValue)")
    }

    /// Yearly figures from `first` on.
    static func yearly(_ measure: String, from first: Int, _ values: [String], _ status: FigureFact.Status = .final) -> [FigureFact] {
        values.enumerated().map { figure(measure, String(first + $0.offset), $0.element, status) }
    }

    /// Months of one year from January on; those after `closed` are open.
    static func months(_ year: Int, _ values: [Int], closed: Int, settled: String? = nil) -> [RecordMonth] {
        values.enumerated().map { index, value in
            RecordMonth(
                year, index + 1, value: Rational(value), isClosed: index < closed, settledOn: value > 0 ? settled.map(date) : nil,
                rows: (0..<value).map { "AC-\(year)-\(index + 1)-\($0)" })
        }
    }

    static func moment(_ asOf: String, period: String? = nil, assumed: [String: Rational] = [:]) -> AssessmentMoment {
        AssessmentMoment(asOf: date(asOf), period: period.flatMap { DatePeriod($0) }, assumed: assumed)
    }

    static func indicator(_ id: String, _ readings: [TargetColumns], parent: String? = nil, aliasOf: String? = nil) -> Indicator {
        Indicator(
            id: id, parent: parent, name: Localized("指标\(id)", "indicator \(id)"), nature: .binding, unit: Localized(verbatim: ""),
            clause: "L1", aliasOf: aliasOf, readings: readings.map { try! Reading($0, planYears: 2021...2025) })
    }

    static func columns(
        _ formula: String, _ numerator: String? = nil, over denominator: String? = nil, scale: String = "1", window: String,
        _ comparator: String, _ value: String?, aggregation: String? = nil, cycle: String? = nil, model: String = "none",
        baseline: Int? = nil, deadline: String = "2025-12-31", id: String = "main", chosen: Bool = true
    ) -> TargetColumns {
        var columns = TargetColumns(reading: id, formula: formula, window: window, comparator: comparator)
        columns.isChosen = chosen
        columns.numerator = numerator
        columns.denominator = denominator
        columns.scale = number(scale)
        columns.aggregation = aggregation
        columns.cycle = cycle
        columns.value = value.map(number)
        columns.model = model
        columns.deadline = date(deadline)
        if window == "span" || window == "mean" { (columns.fromYear, columns.toYear) = (2021, 2025) }
        if let baseline { (columns.relation, columns.baselineYear) = ("of_baseline", baseline) }
        return columns
    }

    static let t01 = indicator(
        "T01",
        [
            columns("measure", "accident.deaths", window: "year", "le", "0.91", model: "gamma_poisson", baseline: 2020),
            columns(
                "measure", "accident.deaths", window: "span", "le", "0.91", model: "gamma_poisson", baseline: 2016, id: "five_year_total",
                chosen: false),
        ])
    static let t02 = indicator(
        "T02",
        [
            columns("measure", "accident.count.larger", window: "span", "le", "1", model: "gamma_poisson"),
            columns(
                "measure", "accident.count.larger_or_above", window: "span", "le", "1", model: "gamma_poisson", id: "larger_or_above",
                chosen: false),
        ])
    static let t03 = indicator(
        "T03",
        [
            columns("ratio", "accident.deaths", over: "economy.gdp", window: "year", "lt", "0.018", model: "gamma_poisson")
        ])
    static let t04 = indicator(
        "T04",
        [
            columns(
                "ratio", "disaster.direct_loss", over: "economy.gdp", scale: "0.01", window: "mean", "le", "0.5",
                aggregation: "ratio_of_sums",
                model: "heavy_tailed"),
            columns(
                "ratio", "disaster.direct_loss", over: "economy.gdp", scale: "0.01", window: "mean", "le", "0.5",
                aggregation: "mean_of_ratios",
                model: "heavy_tailed", id: "mean_of_ratios", chosen: false),
        ])
    static let t05 = indicator(
        "T05",
        [
            columns(
                "ratio", "disaster.deaths", over: "population.resident", scale: "100", window: "mean", "le", "1",
                aggregation: "ratio_of_sums",
                model: "gamma_poisson"),
            columns(
                "ratio", "disaster.deaths", over: "population.resident", scale: "100", window: "mean", "le", "1",
                aggregation: "mean_of_ratios",
                model: "gamma_poisson", id: "mean_of_ratios", chosen: false),
        ])
    static let t06 = indicator(
        "T06",
        [
            columns(
                "ratio", "disaster.affected", over: "population.resident", scale: "10", window: "mean", "lt", "5000",
                aggregation: "ratio_of_sums", model: "heavy_tailed")
        ])

    /// Assesses the chosen reading (or the named one) of `indicator` among `family`.
    static func assess(
        _ indicator: Indicator, _ moment: AssessmentMoment, figures: [FigureFact] = [], records: [String: [RecordMonth]] = [:],
        milestones: [String: [MilestoneFact]] = [:], family: [Indicator] = [], reading: String? = nil, rates: [String: [ComputedRate]] = [:]
    ) -> Assessment {
        let book = EvidenceBook(figures: figures, records: records.mapValues { RecordSeries($0) }, milestones: milestones, rates: rates)
        let catalog = IndicatorCatalog([indicator] + family)
        let chosen = reading.flatMap { id in indicator.readings.first { $0.id == id } } ?? indicator.chosen!
        return IndicatorAssessment.assess(indicator, reading: chosen, in: catalog, from: book, at: moment)
    }
}

package import GRDB
package import JBEMCore

/// Collects what the store knows as of a day for the indicators of a plan.
package struct EvidenceStore {
    let plan: PlanDocument
    let asOf: CalendarDate
    let db: Database
    private let whole: Territory
    private let years: ClosedRange<Int>
    /// Noun to its closed months.
    private let closed: [String: Set<String>]
    private let parts: [MeasureSource: MeasureParts]
    /// What is asked for.
    private let measures: Set<String>

    /// - Parameters:
    ///   - indicators: whose evidence is wanted, with that of their parts; `nil` for those of the whole plan.
    ///   - asOf: documents dated later are left out.
    package init(_ plan: PlanDocument, of indicators: [Indicator]? = nil, asOf: CalendarDate, in db: Database) throws {
        (self.plan, self.asOf, self.db) = (plan, asOf, db)
        let whole = try Territory(plan.region, in: db)
        let years = plan.catalog.recordYears(on: asOf)
        let measures = plan.catalog.measures(of: indicators ?? plan.catalog.indicators)
        (self.whole, self.years, self.measures) = (whole, years, measures)
        closed = try ClosingStatus.closedMonths(whole, years: years, asOf: asOf, in: db)
        parts = try MeasureSource.allCases.reduce(into: [:]) { parts, source in
            let own = MeasureDefinition.all.filter { $0.source == source && measures.contains($0.code) }
            parts[source] = try MeasureParts(source, own, years: years, asOf: asOf, in: db)
        }
    }

    /// - Parameter region: takes the records of one part of the territory only; figures then have to be of that part.
    package func book(region: String? = nil) throws -> EvidenceBook {
        let territory = try region.map { try Territory($0, in: db) } ?? whole
        let records = parts.reduce(into: [String: RecordSeries]()) { records, entry in
            let months = closed[entry.key.schema.noun] ?? []
            records.merge(entry.value.series(territory, years: years, asOf: asOf, closed: months)) { first, _ in first }
        }
        let codes = try CodeBook.read(db, lists: ["measure"])
        let measures = codes.entries("measure")
        let labels = Dictionary(uniqueKeysWithValues: measures.map { ($0.code, $0.label) })
        let kinds = measures.reduce(into: [String: MeasureKind]()) { $0[$1.code] = $1.number.flatMap(MeasureKind.init) }
        return EvidenceBook(
            figures: try figures(territory), records: records, milestones: plan.milestones, labels: labels, kinds: kinds,
            rates: try rates(territory))
    }

    /// What the records give for the rates that the plan asks for, in the periods that its readings and trends look at.
    private func rates(_ territory: Territory) throws -> [String: [ComputedRate]] {
        let (clocks, calendar) = (try ClockRules(in: db), try WorkingCalendar.read(db))
        func settling(_ day: CalendarDate) -> CalendarDate { clocks.due("closing.month", from: day, calendar)?.day ?? day }
        return try measures.compactMap(RateMeasure.of).reduce(into: [:]) { rates, measure in
            let periods = plan.catalog.periods(of: measure.code, on: asOf, years: years)
            rates[measure.code] = try measure.rates(periods, asOf: asOf, settling: settling, territory, in: db)
        }
    }

    private func figures(_ territory: Territory) throws -> [FigureFact] {
        let places = Figure.value.definition.kind.decimalPlaces
        return try Row.fetchAll(
            db, sql: "SELECT * FROM figure WHERE published_on <= ? ORDER BY measure, period, published_on, id",
            arguments: [asOf.description]
        )
        .compactMap { row in
            let region: String = row["region"]
            guard territory.whole.contains(region), let period = DatePeriod(row["period"] as String),
                let published = CalendarDate(iso: row["published_on"] as String), let id = RecordID(number: row["id"])
            else { return nil }
            return FigureFact(
                measure: row["measure"], period: period, region: region, value: Rational(scaled: row["value"], places: places),
                status: FigureFact.Status(rawValue: row["status"]) ?? .preliminary, publishedOn: published, source: row["source"],
                key: id.text(prefix: Figure.schema.prefix))
        }
    }
}

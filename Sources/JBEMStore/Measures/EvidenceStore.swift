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
    /// Measure to what the records say of it.
    private let parts: [String: [Part]]

    /// - Parameter asOf: documents dated later are left out.
    package init(_ plan: PlanDocument, asOf: CalendarDate, in db: Database) throws {
        (self.plan, self.asOf, self.db) = (plan, asOf, db)
        whole = try Territory(plan.region, in: db)
        years = plan.catalog.recordYears(on: asOf)
        closed = try ClosingStatus.closedMonths(whole, years: years, asOf: asOf, in: db)
        parts = try plan.catalog.measures.compactMap(MeasureDefinition.of)
            .reduce(into: [:]) { $0[$1.code] = try Self.parts($1, asOf: asOf, in: db) }
    }

    /// - Parameter region: takes the records of one part of the territory only; figures then have to be of that part.
    package func book(region: String? = nil) throws -> EvidenceBook {
        let territory = try region.map { try Territory($0, in: db) } ?? whole
        var records: [String: RecordSeries] = [:]
        for code in plan.catalog.measures.sorted() {
            guard let definition = MeasureDefinition.of(code) else { continue }
            records[code] = series(definition, territory)
        }
        let codes = try CodeBook.read(db)
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
        return try plan.catalog.measures.compactMap(RateMeasure.of).reduce(into: [:]) { rates, measure in
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

    /// A part of a record that counts in a measure.
    private struct Part {
        let id: String
        let month: String
        let home: String
        let region: String
        let isTotal: Bool
        let value: Int64
        let settlesOn: CalendarDate?
    }

    private static func parts(_ measure: MeasureDefinition, asOf: CalendarDate, in db: Database) throws -> [Part] {
        let sql = "SELECT * FROM (\(measure.sql)) WHERE value <> 0 AND day <= :as_of ORDER BY day, id"
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": asOf.description]).compactMap { row in
            guard let id = RecordID(number: row["id"]) else { return nil }
            let settles: String? = row["settles_on"]
            return Part(
                id: id.text(prefix: measure.prefix), month: String((row["day"] as String).prefix(7)), home: row["home"],
                region: row["region"],
                isTotal: row["is_total"], value: row["value"], settlesOn: settles.flatMap { CalendarDate(iso: $0) })
        }
    }

    private struct Month {
        var value: Int64 = 0
        var settledOn: CalendarDate?
        var rows: [String] = []
    }

    private func series(_ measure: MeasureDefinition, _ territory: Territory) -> RecordSeries {
        var months: [String: Month] = [:]
        for part in parts[measure.code] ?? [] where territory.all.contains(part.region) {
            // Of a record that reaches beyond the territory, what was reported for its parts inside counts.
            guard part.isTotal || !territory.all.contains(part.home) else { continue }
            var month = months[part.month] ?? Month()
            month.value += part.value
            if month.rows.last != part.id { month.rows.append(part.id) }
            if let settles = part.settlesOn { month.settledOn = max(month.settledOn ?? settles, settles) }
            months[part.month] = month
        }
        let all = years.flatMap { year in (1...12).map { (year, $0) } }
        return RecordSeries(
            all.compactMap { year, number in
                let period = DatePeriod.month(year, number)
                guard period.first <= asOf else { return nil }
                let key = period.description
                let month = months[key] ?? Month()
                return RecordMonth(
                    year, number, value: Rational(scaled: month.value, places: measure.places),
                    isClosed: closed[measure.noun]?.contains(key) ?? false, settledOn: month.settledOn, rows: month.rows)
            })
    }
}

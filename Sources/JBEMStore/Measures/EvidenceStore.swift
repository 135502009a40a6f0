package import GRDB
package import JBEMCore

/// Collects what the store knows as of a day for the indicators of a plan.
package enum EvidenceStore {
    /// - Parameters:
    ///   - asOf: documents dated later are left out.
    ///   - region: takes the records of one part of the territory only; figures then have to be of that part.
    package static func book(_ plan: PlanDocument, asOf: CalendarDate, region: String? = nil, in db: Database) throws -> EvidenceBook {
        let territory = try Territory(region ?? plan.region, in: db)
        let years = plan.catalog.recordYears(on: asOf)
        var records: [String: RecordSeries] = [:]
        var closed: [String: Set<String>] = [:]
        for code in plan.catalog.measures.sorted() {
            guard let definition = MeasureDefinition.of(code) else { continue }
            let months = try closed[definition.noun] ?? ClosingStatus.closedMonths(of: definition.noun, years: years, asOf: asOf, in: db)
            closed[definition.noun] = months
            records[code] = try series(definition, territory, years: years, closed: months, asOf: asOf, in: db)
        }
        let codes = try CodeBook.read(db)
        let measures = codes.entries("measure")
        let labels = Dictionary(uniqueKeysWithValues: measures.map { ($0.code, $0.label) })
        let kinds = measures.reduce(into: [String: MeasureKind]()) { $0[$1.code] = $1.number.flatMap(MeasureKind.init) }
        return EvidenceBook(
            figures: try figures(territory, asOf: asOf, in: db), records: records, milestones: plan.milestones, labels: labels, kinds: kinds
        )
    }

    private static func figures(_ territory: Territory, asOf: CalendarDate, in db: Database) throws -> [FigureFact] {
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

    private struct Month {
        var value: Int64 = 0
        var settledOn: CalendarDate?
        var rows: [String] = []
    }

    private static func series(
        _ measure: MeasureDefinition, _ territory: Territory, years: ClosedRange<Int>, closed: Set<String>, asOf: CalendarDate,
        in db: Database
    ) throws -> RecordSeries {
        var months: [String: Month] = [:]
        let sql = "SELECT * FROM (\(measure.sql)) WHERE value <> 0 AND day <= :as_of ORDER BY day, id"
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: ["as_of": asOf.description])
        while let row = try cursor.next() {
            guard territory.all.contains(row["region"]) else { continue }
            let day: String = row["day"]
            var month = months[String(day.prefix(7))] ?? Month()
            month.value += row["value"] as Int64
            if let id = RecordID(number: row["id"]) { month.rows.append(id.text(prefix: measure.prefix)) }
            if let text: String = row["settles_on"], let settles = CalendarDate(iso: text) {
                month.settledOn = max(month.settledOn ?? settles, settles)
            }
            months[String(day.prefix(7))] = month
        }
        let all = years.flatMap { year in (1...12).map { (year, $0) } }
        return RecordSeries(
            all.compactMap { year, number in
                let period = DatePeriod.month(year, number)
                guard period.first <= asOf else { return nil }
                let key = period.description
                let month = months[key] ?? Month()
                return RecordMonth(
                    year, number, value: Rational(scaled: month.value, places: measure.places), isClosed: closed.contains(key),
                    settledOn: month.settledOn, rows: month.rows)
            })
    }
}

internal import GRDB
internal import JBEMCore

/// The parts of the records of one source that add to measures, as of a day.
struct MeasureParts {
    private struct Part {
        let id: Int64
        let month: String
        let settlesOn: CalendarDate?
        let home: String
        let region: String
        let isTotal: Bool
    }

    private let source: MeasureSource
    private let measures: [MeasureDefinition]
    private var parts: [Part] = []
    /// For each part the value of each measure.
    private var values: [Int64] = []

    init(
        _ source: MeasureSource, _ measures: [MeasureDefinition], years: ClosedRange<Int>, asOf: CalendarDate, in db: Database
    ) throws {
        (self.source, self.measures) = (source, measures)
        guard !measures.isEmpty else { return }
        let arguments: StatementArguments = [
            "first": DatePeriod.year(years.lowerBound).first.description, "as_of": asOf.description,
        ]
        let rows = try Row.fetchCursor(db, sql: source.sql(measures), arguments: arguments)
        while let row = try rows.next() {
            let settles: String? = row[5]
            parts.append(
                Part(
                    id: row[0], month: String((row[1] as String).prefix(7)), settlesOn: settles.flatMap { CalendarDate(iso: $0) },
                    home: row[2], region: row[3], isTotal: row[4]))
            for index in measures.indices { values.append(row[6 + index]) }
        }
    }

    private struct Month {
        var value: Int64 = 0
        var settledOn: CalendarDate?
        var rows: [String] = []
        var lastID: Int64?
    }

    /// The months of each measure in a territory.
    ///
    /// - Parameter closed: the months that are complete.
    func series(
        _ territory: Territory, years: ClosedRange<Int>, asOf: CalendarDate, closed: Set<String>
    ) -> [String: RecordSeries] {
        var months: [[String: Month]] = Array(repeating: [:], count: measures.count)
        for (index, part) in parts.enumerated() where territory.all.contains(part.region) {
            // Of a record that reaches beyond the territory, what was reported for its parts inside counts.
            guard part.isTotal || !territory.all.contains(part.home) else { continue }
            for measure in measures.indices where values[index * measures.count + measure] != 0 {
                add(part, values[index * measures.count + measure], to: &months[measure][part.month, default: Month()])
            }
        }
        return Dictionary(
            uniqueKeysWithValues: measures.enumerated().map { index, measure in
                (measure.code, series(measure, months[index], years: years, asOf: asOf, closed: closed))
            })
    }

    private func add(_ part: Part, _ value: Int64, to month: inout Month) {
        month.value += value
        if month.lastID != part.id, let id = RecordID(number: part.id) { month.rows.append(id.text(prefix: source.schema.prefix)) }
        month.lastID = part.id
        if let settles = part.settlesOn { month.settledOn = max(month.settledOn ?? settles, settles) }
    }

    private func series(
        _ measure: MeasureDefinition, _ months: [String: Month], years: ClosedRange<Int>, asOf: CalendarDate, closed: Set<String>
    ) -> RecordSeries {
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

/// An official number as evidence.
package struct FigureFact: Sendable, Hashable {
    package enum Status: String, Sendable, CaseIterable {
        case final, preliminary
    }

    package var measure: String
    package var period: DatePeriod
    package var region: String
    /// In the measure's unit, exact.
    package var value: Rational
    package var status: Status
    package var publishedOn: CalendarDate
    package var source: String
    /// The record's id in machine form.
    package var key: String

    package init(
        measure: String, period: DatePeriod, region: String, value: Rational, status: Status, publishedOn: CalendarDate,
        source: String, key: String
    ) {
        self.measure = measure
        self.period = period
        self.region = region
        self.value = value
        self.status = status
        self.publishedOn = publishedOn
        self.source = source
        self.key = key
    }
}

/// What the records of one month say of a measure.
package struct RecordMonth: Sendable, Hashable {
    /// Exactly one calendar month.
    package var month: DatePeriod
    package var value: Rational
    /// Whether every reporting office has closed the month and nothing changed since.
    package var isClosed: Bool
    /// The first day on which the month's counts are settled: 30 (road and fire 7) days after its last event; `nil` without events.
    package var settledOn: CalendarDate?
    /// Ids of the rows that make the value.
    package var rows: [String]

    package init(
        _ year: Int, _ month: Int, value: Rational, isClosed: Bool, settledOn: CalendarDate? = nil, rows: [String] = []
    ) {
        self.month = .month(year, month)
        self.value = value
        self.isClosed = isClosed
        self.settledOn = settledOn
        self.rows = rows
    }

    /// Whether the month says anything at all: a closing, an event or a value.
    var isInformative: Bool { isClosed || !rows.isEmpty || !value.isZero }
}

/// The records of a measure, month by month.
package struct RecordSeries: Sendable, Hashable {
    package var months: [RecordMonth]

    package init(_ months: [RecordMonth]) {
        self.months = months.sorted { $0.month.first < $1.month.first }
    }
}

/// Everything a store knows of one measure as of a day.
package struct MeasureFacts: Sendable, Hashable {
    package var figures: [FigureFact]
    /// Figures of the measures in `MeasureRules.widerClasses(of:)`.
    package var widerFigures: [FigureFact]
    package var records: RecordSeries?
    /// What the records give for a rate or state, period by period.
    package var rates: [ComputedRate]
    /// How values combine; `nil` for what `MeasureRules` says.
    package var kind: MeasureKind?

    package init(
        figures: [FigureFact] = [], widerFigures: [FigureFact] = [], records: RecordSeries? = nil, rates: [ComputedRate] = [],
        kind: MeasureKind? = nil
    ) {
        self.kind = kind
        self.rates = rates
        self.figures = figures
        self.widerFigures = widerFigures
        self.records = records
    }
}

/// A dated step of an indicator as evidence.
package struct MilestoneFact: Sendable, Hashable {
    package var id: String
    package var name: Localized
    package var dueOn: CalendarDate?
    package var doneOn: CalendarDate?
    package var evidence: String?

    package init(id: String, name: Localized, dueOn: CalendarDate? = nil, doneOn: CalendarDate? = nil, evidence: String? = nil) {
        self.id = id
        self.name = name
        self.dueOn = dueOn
        self.doneOn = doneOn
        self.evidence = evidence
    }
}

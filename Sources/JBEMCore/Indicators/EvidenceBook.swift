/// All that a store knows as of a day and an assessment may ask for.
///
/// The supplier leaves out documents dated after the as-of day, and figures of other territories.
package struct EvidenceBook: Sendable {
    private let figures: [String: [FigureFact]]
    private let records: [String: RecordSeries]
    private let milestones: [String: [MilestoneFact]]
    private let labels: [String: Localized]
    private let kinds: [String: MeasureKind]
    private let rates: [String: [ComputedRate]]

    /// Makes the book; `records`, `labels`, `kinds` and `rates` by measure, `milestones` by indicator.
    package init(
        figures: [FigureFact] = [], records: [String: RecordSeries] = [:], milestones: [String: [MilestoneFact]] = [:],
        labels: [String: Localized] = [:], kinds: [String: MeasureKind] = [:], rates: [String: [ComputedRate]] = [:]
    ) {
        self.rates = rates
        self.kinds = kinds
        self.figures = Dictionary(grouping: figures, by: \.measure)
        self.records = records
        self.milestones = milestones
        self.labels = labels
    }

    /// The evidence of one measure, with the figures of its wider classes.
    package func facts(of measure: String) -> MeasureFacts {
        MeasureFacts(
            figures: figures[measure] ?? [],
            widerFigures: MeasureRules.widerClasses(of: measure).flatMap { figures[$0] ?? [] },
            records: records[measure], rates: rates[measure] ?? [], kind: kind(of: measure))
    }

    /// How the values of a measure combine.
    package func kind(of measure: String) -> MeasureKind { kinds[measure] ?? MeasureRules.kind(of: measure) }

    func isAdditive(_ measure: String) -> Bool { kind(of: measure).isAdditive }

    func isCount(_ measure: String) -> Bool { kind(of: measure) == .count }

    package func milestones(of indicator: String) -> [MilestoneFact] { milestones[indicator] ?? [] }

    /// The measure's name for people; its code if it has none.
    package func label(of measure: String) -> Localized { labels[measure] ?? Localized(verbatim: measure) }
}

/// Finds the best evidence of a measure for a period.
///
/// Ranks, best first: the final figure for exactly the period; final figures that tile it; records, if the period is closed; a
/// preliminary figure for exactly the period; figures (and closed months where figures are lacking) that tile it; open records as a lower
/// bound; nothing. A period of several years is put together year by year, with figures over whole years of it where they rank higher. No
/// day is counted twice.
package enum MeasureEvidence {
    /// Resolves an additive measure over `period`, or a state or rate for exactly `period`.
    ///
    /// - Parameters:
    ///   - measure: a code of the list of measures.
    ///   - period: whole months, quarters or years.
    ///   - facts: what is known of the measure.
    ///   - servesSpans: whether figures over several years may take part.
    ///   - asOf: the day whose documents count; decides what is settled.
    package static func resolve(
        _ measure: String, over period: DatePeriod, servesSpans: Bool, from facts: MeasureFacts, asOf: CalendarDate
    ) -> Evidence {
        var resolver = EvidenceResolver(measure: measure, period: period, servesSpans: servesSpans, facts: facts, asOf: asOf)
        return (facts.kind ?? MeasureRules.kind(of: measure)).isAdditive ? resolver.additive() : resolver.level()
    }

    /// Finds the newest state of a measure known on `day`: the figure or the computed state whose period ends last, not after `day`.
    package static func state(of measure: String, on day: CalendarDate, from facts: MeasureFacts, asOf: CalendarDate) -> Evidence {
        let period = DatePeriod(day, day)
        var resolver = EvidenceResolver(measure: measure, period: period, servesSpans: true, facts: facts, asOf: asOf)
        return resolver.state(on: day)
    }
}

/// The order of two ways to cover a period; the smaller wins.
struct EvidenceCost: Comparable {
    var gapDays = 0
    var preliminaryDays = 0
    var recordDays = 0
    var indirectPieces = 0
    var pieces = 0

    static func < (left: EvidenceCost, right: EvidenceCost) -> Bool {
        if left.gapDays != right.gapDays { return left.gapDays < right.gapDays }
        if left.preliminaryDays != right.preliminaryDays { return left.preliminaryDays < right.preliminaryDays }
        if left.recordDays != right.recordDays { return left.recordDays < right.recordDays }
        if left.indirectPieces != right.indirectPieces { return left.indirectPieces < right.indirectPieces }
        return left.pieces < right.pieces
    }

    static func + (left: EvidenceCost, right: EvidenceCost) -> EvidenceCost {
        EvidenceCost(
            gapDays: left.gapDays + right.gapDays, preliminaryDays: left.preliminaryDays + right.preliminaryDays,
            recordDays: left.recordDays + right.recordDays, indirectPieces: left.indirectPieces + right.indirectPieces,
            pieces: left.pieces + right.pieces)
    }
}

/// One resolution under way: collects candidates, chooses, and remembers what it did not use.
struct EvidenceResolver {
    let measure: String
    let period: DatePeriod
    let servesSpans: Bool
    let facts: MeasureFacts
    let asOf: CalendarDate
    var unused: [UnusedFigure] = []

    init(measure: String, period: DatePeriod, servesSpans: Bool, facts: MeasureFacts, asOf: CalendarDate) {
        self.measure = measure
        self.period = period
        self.servesSpans = servesSpans
        self.facts = facts
        self.asOf = asOf
    }

    /// Keeps one figure a period, the newest of the best status, of those published by the as-of day.
    mutating func current(_ figures: [FigureFact]) -> [FigureFact] {
        let visible = figures.filter { $0.publishedOn <= asOf }
        let groups = Dictionary(grouping: visible) { [$0.measure, $0.period.description] }
        var kept: [FigureFact] = []
        for group in groups.values {
            let ranked = group.sorted { left, right in
                if left.status != right.status { return left.status == .final }
                if left.publishedOn != right.publishedOn { return left.publishedOn > right.publishedOn }
                return left.key < right.key
            }
            kept.append(ranked[0])
            unused += ranked.dropFirst().filter { $0.period.overlaps(period) }.map { UnusedFigure(figure: $0, reason: .superseded) }
        }
        return kept.sorted { ($0.period.first, $0.period.last, $0.measure) < ($1.period.first, $1.period.last, $1.measure) }
    }

    func evidence(pieces: [EvidencePiece], findings: [EvidenceFinding] = []) -> Evidence {
        let ordered = pieces.sorted { ($0.period.first, $0.period.last) < ($1.period.first, $1.period.last) }
        let exact = ordered.filter(\.isExact)
        let settledOn = exact.compactMap(\.settledOn).max()
        let isPreliminary = exact.contains { $0.kind == .preliminaryFigure }
        let order = unused.sorted { ($0.figure.period.first, $0.figure.key) < ($1.figure.period.first, $1.figure.key) }
        return Evidence(
            measure: measure, period: period, kind: EvidenceResolver.kind(of: ordered), pieces: ordered,
            covered: DatePeriod.merged(exact.map(\.period)), unusedFigures: order, findings: findings,
            isProvisional: isPreliminary || settledOn.map { $0 > asOf } ?? false, settledOn: settledOn)
    }

    private static func kind(of pieces: [EvidencePiece]) -> Evidence.Kind {
        let kinds = Set(pieces.map(\.kind))
        if kinds.isEmpty { return .missing }
        if kinds.contains(.openRecords) { return .openRecords }
        if kinds.contains(.computed) { return .computed }
        let hasRecords = kinds.contains(.closedRecords)
        if hasRecords { return kinds.count == 1 ? .closedRecords : .combined }
        if pieces.count > 1 { return .tiledFigures }
        return kinds.contains(.finalFigure) ? .finalFigure : .preliminaryFigure
    }
}

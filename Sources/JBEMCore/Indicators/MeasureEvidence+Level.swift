extension EvidenceResolver {
    /// A state or rate: the figure for exactly the period, or the state on its last day; nothing is added up.
    ///
    /// A final figure ranks before what the records give, and that before a preliminary one.
    mutating func level() -> Evidence {
        let computed = facts.rates.first { $0.period == period } ?? facts.rates.first { $0.period == DatePeriod(period.last, period.last) }
        let figures = current(facts.figures).filter { $0.period.overlaps(period) }
        let ranked = figures.filter { $0.period == period || ($0.period.last == period.last && period.contains($0.period)) }
            .sorted { rank($0) < rank($1) }
        let computedPiece = computed.flatMap { piece(of: $0, over: period) }
        let best = ranked.first { $0.status == .final || computedPiece == nil }
        for figure in figures where figure != best {
            unused.append(UnusedFigure(figure: figure, reason: ranked.contains(figure) ? .outranked : .otherDay))
        }
        guard let best else {
            var found = evidence(pieces: computedPiece.map { [$0] } ?? [])
            found.isNotApplicable = computed?.total == 0
            return found
        }
        return evidence(pieces: [piece(of: best, over: period)], findings: disagreement(best, computed))
    }

    private func disagreement(_ figure: FigureFact, _ computed: ComputedRate?) -> [EvidenceFinding] {
        guard let computed, let value = computed.value, figure.status == .final, value != figure.value else { return [] }
        return [EvidenceFinding(figure: figure, period: computed.period, recorded: value, isClosed: computed.settledOn <= asOf)]
    }

    /// The figure whose period ends last, not after `day`.
    mutating func state(on day: CalendarDate) -> Evidence {
        let known = current(facts.figures).filter { $0.period.last <= day }
        let best = known.max { left, right in
            if left.period.last != right.period.last { return left.period.last < right.period.last }
            return rank(left) > rank(right)
        }
        unused += known.filter { $0 != best }.map {
            UnusedFigure(figure: $0, reason: $0.period.last == best?.period.last ? .outranked : .otherDay)
        }
        let computed = facts.rates.filter { $0.period.first == $0.period.last && $0.period.last <= day && $0.value != nil }
            .max { $0.period.last < $1.period.last }
        if let computed,
            best.map({ $0.period.last < computed.period.last || ($0.period.last == computed.period.last && $0.status != .final) }) ?? true
        {
            if let best {
                unused.append(UnusedFigure(figure: best, reason: best.period.last == computed.period.last ? .outranked : .otherDay))
            }
            return evidence(pieces: piece(of: computed, over: computed.period).map { [$0] } ?? [])
        }
        guard let best else { return evidence(pieces: []) }
        return evidence(pieces: [piece(of: best, over: DatePeriod(best.period.last, best.period.last))])
    }

    private func rank(_ figure: FigureFact) -> Int {
        (figure.status == .final ? 0 : 2) + (figure.period == period ? 0 : 1)
    }

    private func piece(of rate: ComputedRate, over part: DatePeriod) -> EvidencePiece? {
        guard let value = rate.value else { return nil }
        var piece = EvidencePiece(period: part, value: value, kind: .computed, settledOn: rate.settledOn, rows: rate.rows)
        piece.rate = rate
        return piece
    }

    func piece(of figure: FigureFact, over part: DatePeriod) -> EvidencePiece {
        EvidencePiece(
            period: part, value: figure.value, kind: figure.status == .final ? .finalFigure : .preliminaryFigure, figure: figure)
    }
}

extension EvidenceResolver {
    /// A state or rate: the figure for exactly the period, or the state on its last day; nothing is added up.
    mutating func level() -> Evidence {
        let figures = current(facts.figures).filter { $0.period.overlaps(period) }
        let ranked = figures.filter { $0.period == period || ($0.period.last == period.last && period.contains($0.period)) }
            .sorted { rank($0) < rank($1) }
        let best = ranked.first
        for figure in figures where figure != best {
            unused.append(UnusedFigure(figure: figure, reason: ranked.contains(figure) ? .outranked : .otherDay))
        }
        return evidence(pieces: best.map { [piece(of: $0, over: period)] } ?? [])
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
        guard let best else { return evidence(pieces: []) }
        return evidence(pieces: [piece(of: best, over: DatePeriod(best.period.last, best.period.last))])
    }

    private func rank(_ figure: FigureFact) -> Int {
        (figure.status == .final ? 0 : 2) + (figure.period == period ? 0 : 1)
    }

    func piece(of figure: FigureFact, over part: DatePeriod) -> EvidencePiece {
        EvidencePiece(
            period: part, value: figure.value, kind: figure.status == .final ? .finalFigure : .preliminaryFigure, figure: figure)
    }
}

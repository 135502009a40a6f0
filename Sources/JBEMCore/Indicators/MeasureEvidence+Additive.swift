/// A figure that may stand for a part of the period.
struct FigureCandidate: Hashable {
    /// The days it stands for, inside the period.
    var part: DatePeriod
    var figure: FigureFact
    /// From a wider class.
    var isIndirect: Bool

    var isFinal: Bool { figure.status == .final }

    var cost: EvidenceCost {
        EvidenceCost(preliminaryDays: isFinal ? 0 : part.days, indirectPieces: isIndirect ? 1 : 0, pieces: 1)
    }

    var piece: EvidencePiece {
        EvidencePiece(period: part, value: figure.value, kind: isFinal ? .finalFigure : .preliminaryFigure, figure: figure)
    }
}

/// The best way to cover one part of the period.
struct EvidenceSolution {
    var pieces: [EvidencePiece]
    var cost: EvidenceCost
}

extension EvidenceResolver {
    /// A measure that adds up: years and figures over several years compete for the cheapest cover.
    mutating func additive() -> Evidence {
        let candidates = figureCandidates()
        let blocks = period.years.compactMap { period.intersection(.year($0)) }
        var best: [EvidenceSolution] = [EvidenceSolution(pieces: [], cost: EvidenceCost())]
        for end in 1...blocks.count {
            let block = solve(blocks[end - 1], candidates)
            var choice = EvidenceSolution(pieces: best[end - 1].pieces + block.pieces, cost: best[end - 1].cost + block.cost)
            for start in 0..<(end - 1) {
                let part = DatePeriod(blocks[start].first, blocks[end - 1].last)
                for candidate in candidates where candidate.part == part {
                    let cost = best[start].cost + candidate.cost
                    if cost < choice.cost {
                        choice = EvidenceSolution(pieces: best[start].pieces + [candidate.piece], cost: cost)
                    }
                }
            }
            best.append(choice)
        }
        let pieces = best[blocks.count].pieces
        noteUnused(candidates, pieces)
        return evidence(pieces: pieces, findings: findings(candidates))
    }

    /// The figures that may take part, each cut to the period; zero may be cut anywhere, other values not at all.
    private mutating func figureCandidates() -> [FigureCandidate] {
        var result: [FigureCandidate] = []
        for figure in current(facts.figures) + current(facts.widerFigures) {
            guard let common = figure.period.intersection(period) else { continue }
            let isIndirect = figure.measure != measure
            if isIndirect, !figure.value.isZero {
                unused.append(UnusedFigure(figure: figure, reason: .widerNotZero))
            } else if figure.period.years.count > 1, !servesSpans {
                unused.append(UnusedFigure(figure: figure, reason: .severalYears))
            } else if figure.value.isZero {
                result += yearParts(common).map { FigureCandidate(part: $0, figure: figure, isIndirect: isIndirect) }
            } else if common == figure.period {
                result.append(FigureCandidate(part: common, figure: figure, isIndirect: isIndirect))
            } else {
                unused.append(UnusedFigure(figure: figure, reason: .reachesBeyond))
            }
        }
        return result
    }

    /// Cuts days into a leading part year, the whole years together, and a trailing part year (as the period has them).
    private func yearParts(_ days: DatePeriod) -> [DatePeriod] {
        let blocks = days.years.compactMap { period.intersection(.year($0)) }
        let whole = blocks.filter { days.contains($0) }
        var parts = blocks.compactMap { block in days.contains(block) ? nil : days.intersection(block) }
        if let first = whole.first, let last = whole.last { parts.append(DatePeriod(first.first, last.last)) }
        // Every whole year alone too, so that better evidence of one year does not waste the zero of the others.
        if whole.count > 1 { parts += whole }
        return parts
    }

    private mutating func noteUnused(_ candidates: [FigureCandidate], _ pieces: [EvidencePiece]) {
        let used = Set(pieces.compactMap { $0.figure?.key })
        let covered = DatePeriod.merged(pieces.filter(\.isExact).map(\.period))
        var noted: Set<String> = []
        for candidate in candidates where !used.contains(candidate.figure.key) {
            guard noted.insert(candidate.figure.key).inserted else { continue }
            let isCovered = covered.contains { $0.contains(candidate.part) }
            unused.append(UnusedFigure(figure: candidate.figure, reason: isCovered ? .outranked : .untiled))
        }
    }

    /// Final figures against the records of the same days.
    private func findings(_ candidates: [FigureCandidate]) -> [EvidenceFinding] {
        var result: [EvidenceFinding] = []
        var seen: Set<String> = []
        for candidate in candidates where candidate.isFinal {
            let days = candidate.figure.value.isZero ? candidate.figure.period.intersection(period) : candidate.part
            guard let days, seen.insert(candidate.figure.key).inserted else { continue }
            let months = (facts.records?.months ?? []).filter { days.contains($0.month) && $0.isInformative }
            guard !months.isEmpty else { continue }
            let recorded = months.map(\.value).total()
            let isClosed = days.isTiled(by: months.filter(\.isClosed).map(\.month))
            let differs = isClosed ? recorded != candidate.figure.value : recorded > candidate.figure.value
            if differs {
                result.append(EvidenceFinding(figure: candidate.figure, period: days, recorded: recorded, isClosed: isClosed))
            }
        }
        return result
    }
}

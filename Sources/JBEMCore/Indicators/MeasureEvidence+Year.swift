extension EvidenceResolver {
    /// The best cover of one calendar year, or of the part of it that the period has.
    func solve(_ block: DatePeriod, _ all: [FigureCandidate]) -> EvidenceSolution {
        let candidates = all.filter { block.contains($0.part) }
        let exact = candidates.filter { $0.part == block }.sorted { $0.cost < $1.cost }
        let months = closedMonths(in: block)
        if let figure = exact.first(where: \.isFinal) { return solution([figure.piece]) }
        if let tiles = tiling(of: block, by: candidates.filter(\.isFinal).map(\.piece)) { return solution(tiles) }
        if block.isTiled(by: months.map(\.month)) { return solution([piece(ofClosed: months)]) }
        if let figure = exact.first { return solution([figure.piece]) }
        if let tiles = tiling(of: block, by: candidates.map(\.piece)) { return solution(tiles) }
        let monthly = months.map { piece(ofClosed: [$0]) }
        if let tiles = tiling(of: block, by: candidates.map(\.piece) + monthly) { return solution(tiles) }
        return partial(block, candidates, months)
    }

    private func solution(_ pieces: [EvidencePiece], gapDays: Int = 0) -> EvidenceSolution {
        var cost = EvidenceCost(gapDays: gapDays, pieces: pieces.count)
        for piece in pieces {
            if piece.kind == .preliminaryFigure { cost.preliminaryDays += piece.period.days }
            if piece.kind == .closedRecords { cost.recordDays += piece.period.days }
            if let figure = piece.figure, figure.measure != measure { cost.indirectPieces += 1 }
        }
        return EvidenceSolution(pieces: pieces, cost: cost)
    }

    /// The leading days that are certain, and the records of the rest as a lower bound.
    ///
    /// In a year that is over only closed months count: its figures must tile it. In the running year figures of its first days count too,
    /// because "so far" is all there is to ask for.
    private func partial(_ block: DatePeriod, _ candidates: [FigureCandidate], _ months: [RecordMonth]) -> EvidenceSolution {
        let isRunning = block.wholeYear == nil
        let figures = isRunning ? candidates.map(\.piece) : []
        let leading = longestLead(of: block, by: figures + months.map { piece(ofClosed: [$0]) })
        let reached = leading.last.map { $0.period.last.adding(days: 1) } ?? block.first
        let rest = (facts.records?.months ?? []).filter { month in
            month.isInformative && month.month.first >= reached && block.contains(month.month.first)
        }
        var pieces = joined(leading)
        if let first = rest.first, let last = rest.last {
            let days = DatePeriod(first.month.first, min(last.month.last, block.last))
            pieces.append(
                EvidencePiece(
                    period: days, value: rest.map(\.value).total(), kind: .openRecords, settledOn: rest.compactMap(\.settledOn).max(),
                    rows: rest.flatMap(\.rows)))
        }
        return solution(pieces, gapDays: max(0, reached.days(to: block.last) + 1))
    }

    private func closedMonths(in block: DatePeriod) -> [RecordMonth] {
        (facts.records?.months ?? []).filter { $0.isClosed && block.contains($0.month) }
    }

    func piece(ofClosed months: [RecordMonth]) -> EvidencePiece {
        EvidencePiece(
            period: DatePeriod(months[0].month.first, months[months.count - 1].month.last), value: months.map(\.value).total(),
            kind: .closedRecords, settledOn: months.compactMap(\.settledOn).max(), rows: months.flatMap(\.rows))
    }

    /// Pieces that cover `block` without gap or overlap, the cheapest such choice.
    private func tiling(of block: DatePeriod, by pieces: [EvidencePiece]) -> [EvidencePiece]? {
        let reach = chains(from: block, by: pieces)
        return reach[block.last.adding(days: 1)].map { joined($0.pieces) }
    }

    /// The pieces that cover the most days from the beginning of `block` without gap or overlap.
    private func longestLead(of block: DatePeriod, by pieces: [EvidencePiece]) -> [EvidencePiece] {
        let reach = chains(from: block, by: pieces)
        return reach.max { $0.key < $1.key }?.value.pieces ?? []
    }

    /// For every day that some chain of pieces reaches, the cheapest chain.
    private func chains(from block: DatePeriod, by pieces: [EvidencePiece]) -> [CalendarDate: EvidenceSolution] {
        var reach = [block.first: EvidenceSolution(pieces: [], cost: EvidenceCost())]
        for piece in pieces.sorted(by: { $0.period.first < $1.period.first }) {
            guard let before = reach[piece.period.first] else { continue }
            let next = piece.period.last.adding(days: 1)
            let cost = before.cost + solution([piece]).cost
            if let known = reach[next], !(cost < known.cost) { continue }
            reach[next] = EvidenceSolution(pieces: before.pieces + [piece], cost: cost)
        }
        return reach
    }

    /// Joins neighbouring closed months to one piece.
    private func joined(_ pieces: [EvidencePiece]) -> [EvidencePiece] {
        var result: [EvidencePiece] = []
        for piece in pieces {
            if piece.kind == .closedRecords, let previous = result.last, previous.kind == .closedRecords {
                result[result.count - 1] = EvidencePiece(
                    period: DatePeriod(previous.period.first, piece.period.last), value: previous.value + piece.value,
                    kind: .closedRecords, settledOn: [previous.settledOn, piece.settledOn].compactMap(\.self).max(),
                    rows: previous.rows + piece.rows)
            } else {
                result.append(piece)
            }
        }
        return result
    }
}

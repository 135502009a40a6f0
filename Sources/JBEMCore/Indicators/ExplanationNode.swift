/// One step of the way from a value back to its rows, figures and clause.
package struct ExplanationNode: Sendable, Hashable {
    package var label: Localized
    package var value: Localized?
    package var sources: [SourceReference]
    package var children: [ExplanationNode]

    package init(
        _ label: Localized, _ value: Localized? = nil, sources: [SourceReference] = [], children: [ExplanationNode] = []
    ) {
        self.label = label
        self.value = value
        self.sources = sources
        self.children = children
    }
}

/// A record or document behind a step.
package struct SourceReference: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case figure, records, milestone, clause
    }

    package let kind: Kind
    /// Ids of the records, or the clause.
    package let keys: [String]
    /// Where it was published, if it was.
    package let text: String?

    package init(_ kind: Kind, keys: [String], text: String? = nil) {
        self.kind = kind
        self.keys = keys
        self.text = text
    }
}

extension ExplanationNode {
    /// The evidence of a measure, piece by piece, with what was not used and what does not agree.
    static func evidence(_ evidence: Evidence, label: Localized) -> ExplanationNode {
        var total = evidence.kind.label
        if let value = evidence.value { total = Localized(verbatim: value.shortest(maxPlaces: 6)) + Localized("，", ", ") + total }
        var node = ExplanationNode(label + Localized("（\(evidence.period)）", " (\(evidence.period))"), total)
        for piece in evidence.pieces { node.children.append(.piece(piece)) }
        for unused in evidence.unusedFigures {
            let figure = unused.figure
            node.children.append(
                ExplanationNode(
                    Localized("未用的公布数 \(figure.measure) \(figure.period)", "figure not used: \(figure.measure) \(figure.period)"),
                    Localized(verbatim: figure.value.shortest(maxPlaces: 6)) + Localized("，", ", ") + unused.reason.label,
                    sources: [SourceReference(.figure, keys: [figure.key], text: figure.source)]))
        }
        for finding in evidence.findings {
            node.children.append(
                ExplanationNode(
                    Localized("不一致", "disagreement"), finding.text,
                    sources: [SourceReference(.figure, keys: [finding.figure.key], text: finding.figure.source)]))
        }
        return node
    }

    private static func piece(_ piece: EvidencePiece) -> ExplanationNode {
        var label = piece.kind.label + Localized(" \(piece.period)", " \(piece.period)")
        var sources: [SourceReference] = []
        if let figure = piece.figure {
            label = label + Localized("：\(figure.measure)", ": \(figure.measure)")
            if figure.period != piece.period { label = label + Localized("（\(figure.period)）", " (\(figure.period))") }
            sources.append(SourceReference(.figure, keys: [figure.key], text: figure.source))
        }
        if !piece.rows.isEmpty { sources.append(SourceReference(.records, keys: piece.rows)) }
        var value = Localized(verbatim: piece.value.shortest(maxPlaces: 6))
        if let rate = piece.rate, let total = rate.total {
            value = value + Localized(verbatim: " = \(rate.count) ÷ \(total)")
            if !rate.rows.isEmpty { value = value + Localized("，未达到的见下", ", those that fell short follow") }
        }
        return ExplanationNode(label, value, sources: sources)
    }
}

extension Assessor {
    /// All sub-indicators: met only if every one that applies is met, otherwise as bad as the worst.
    func assessFamily(_ assessment: inout Assessment) {
        let members = catalog.children(of: indicator.id)
        assessment.children = members.compactMap { member in
            guard let target = catalog.resolved(member.id), let chosen = target.chosen else { return nil }
            // A family inside itself would never end.
            let above = ancestors.union([indicator.id])
            guard !above.contains(target.id) else { return nil }
            let part = Assessor(
                indicator: target, reading: chosen, catalog: catalog, book: book, moment: moment, ancestors: above)
            return part.run()
        }
        let applying = assessment.children.filter { $0.state != .notApplicable && $0.state != .noThreshold }
        let met = assessment.children.filter { $0.state == .met }
        assessment.value = assessment.children.isEmpty ? nil : Rational(met.count)
        assessment.numerator = assessment.value
        assessment.denominator = assessment.children.isEmpty ? nil : Rational(assessment.children.count)
        assessment.limit = assessment.denominator
        assessment.isProvisional = assessment.children.contains(where: \.isProvisional)
        assessment.isComplete = !assessment.children.isEmpty && assessment.children.allSatisfy(\.isComplete)
        assessment.missing = assessment.children.flatMap(\.missing)
        let counted = Localized(
            "\(met.count)／\(assessment.children.count) 个分项已达到", "\(met.count) of \(assessment.children.count) parts met")
        if let worst = applying.max(by: { $0.state.severity < $1.state.severity }) {
            let name = catalog[worst.indicator]?.name ?? Localized(verbatim: worst.indicator)
            let detail = worst.state == .met ? counted : counted + Localized("；", "; ") + name + Localized("：", ": ") + worst.state.label
            assessment.decide(worst.state, detail)
        } else if let first = assessment.children.max(by: { $0.state.severity < $1.state.severity }) {
            assessment.decide(first.state, counted)
        } else {
            let window = assessment.window
            assessment.missing = [
                MissingInput(measure: indicator.id, period: window, reason: .unknown, label: indicator.name)
            ]
            assessment.decide(.noData, Localized("没有分项", "there are no parts"))
        }
        assessment.explanation.children = assessment.children.map(\.explanation)
    }
}

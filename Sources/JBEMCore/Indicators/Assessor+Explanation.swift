extension Assessor {
    /// The steps from the value of a count or ratio back to its sources.
    func explanation(_ quantity: Quantity, _ baseline: Evidence?, _ assessment: Assessment) -> [ExplanationNode] {
        var nodes = [windowNode(quantity, assessment), formulaNode(assessment)]
        nodes.append(.evidence(quantity.numerator, label: book.label(of: quantity.numerator.measure)))
        if let counted = quantity.counted, counted != quantity.numerator {
            nodes.append(.evidence(counted, label: Localized("窗口内至今：", "in the window so far: ") + book.label(of: counted.measure)))
        }
        nodes += quantity.denominators.map { .evidence($0, label: book.label(of: $0.measure)) }
        nodes.append(limitNode(assessment, baseline))
        if let interval = assessment.interval {
            nodes.append(ExplanationNode(Localized("分子95%区间（Garwood）", "95 % interval of the numerator (Garwood)"), text(interval)))
        }
        nodes.append(probabilityNode(assessment))
        if let dispersion = assessment.dispersion, dispersion.isOverdispersed {
            nodes.append(dispersionNode(dispersion, hasProbability: assessment.probability != nil))
        }
        return nodes
    }

    private func windowNode(_ quantity: Quantity, _ assessment: Assessment) -> ExplanationNode {
        let state = quantity.isOver ? Localized("已结束", "over") : Localized("未结束", "open")
        let covered =
            assessment.covered.isEmpty
            ? Localized("无", "nothing") : Localized(verbatim: assessment.covered.map(\.description).joined(separator: ", "))
        return ExplanationNode(
            Localized("窗口 \(assessment.window)", "window \(assessment.window)"),
            state + Localized("（截至\(day)），已覆盖 ", " (as of \(day)), covered: ") + covered)
    }

    /// The formula in words, with the numbers that went in if they are given.
    func formulaNode(_ assessment: Assessment? = nil) -> ExplanationNode {
        var value: Localized?
        if let result = assessment?.value { value = Localized(verbatim: number(result)) }
        if let top = assessment?.numerator, let bottom = assessment?.denominator, let result = assessment?.value {
            var text = "\(number(top)) ÷ \(number(bottom))"
            if formula.scale != .one { text += " × \(formula.scale)" }
            value = Localized(verbatim: isMeanOfRatios ? number(result) : "\(text) = \(number(result))")
        }
        return ExplanationNode(Localized("公式：", "formula: ") + formulaText, value)
    }

    private var isMeanOfRatios: Bool {
        if case .mean(_, .meanOfRatios) = reading.window { true } else { false }
    }

    private var formulaText: Localized {
        switch formula {
        case .measure(let code), .reported(let code): return book.label(of: code)
        case .trend(let code): return book.label(of: code) + Localized("，与上年比", ", against the year before")
        case .allOf: return Localized("全部分项", "all parts")
        case .milestone: return Localized("节点", "steps")
        case .ratio(let top, let bottom, let scale):
            let factor = scale == .one ? "" : " × \(scale)"
            let ratio = book.label(of: top) + Localized(" ÷ ", " ÷ ") + book.label(of: bottom) + Localized(verbatim: factor)
            guard case .mean(_, let aggregation) = reading.window else { return ratio }
            return ratio
                + (aggregation == .ratioOfSums
                    ? Localized("（总和之比）", " (ratio of sums)") : Localized("（各年比值的平均）", " (mean of the yearly ratios)"))
        }
    }

    func limitNode(_ assessment: Assessment, _ baseline: Evidence?) -> ExplanationNode {
        guard let limit = assessment.limit else {
            let text = comparator == .none ? noThresholdReason : Localized("未知", "unknown")
            return ExplanationNode(Localized("目标", "bound"), text, children: baselineNodes(baseline))
        }
        var value = Localized(verbatim: "\(comparator.symbol) \(number(limit))")
        if let whole = assessment.boundInteger { value = value + Localized("，即至多\(whole)", ", at most \(whole)") }
        if let remaining = assessment.remaining {
            value = value + Localized("，剩余 \(number(remaining))", ", left \(number(remaining))")
        }
        if let note = assessment.remainingNote { value = value + Localized("（", " (") + note + Localized("）", ")") }
        return ExplanationNode(Localized("目标", "bound"), value, children: baselineNodes(baseline))
    }

    private func baselineNodes(_ baseline: Evidence?) -> [ExplanationNode] {
        baseline.map { [.evidence($0, label: Localized("基期", "baseline"))] } ?? []
    }

    private func probabilityNode(_ assessment: Assessment) -> ExplanationNode {
        let label = Localized("守住的概率", "probability of keeping the bound")
        guard let probability = assessment.probability else {
            let reason = assessment.probabilityReason ?? Localized("无", "none")
            return ExplanationNode(label, Localized("不给：", "none: ") + reason)
        }
        let years = real(probability.exposureYears)
        let horizon = real(probability.horizonYears)
        return ExplanationNode(
            label, Localized(verbatim: Rational(rounding: probability.value, places: 4).decimal(places: 4)),
            children: [
                ExplanationNode(
                    Localized("经验", "exposure"),
                    Localized("\(years)年\(probability.exposureCount)起（人）", "\(probability.exposureCount) counted in \(years) years")),
                ExplanationNode(
                    Localized("余下", "rest"),
                    Localized("\(horizon)年内至多\(probability.allowed)", "at most \(probability.allowed) in another \(horizon) years")),
                ExplanationNode(
                    Localized("模型", "model"), Localized("伽马—泊松，形状½", "gamma–Poisson, shape ½")),
            ])
    }

    private func dispersionNode(_ dispersion: Dispersion, hasProbability: Bool) -> ExplanationNode {
        let ratio = real(dispersion.ratio)
        let p = real(dispersion.p)
        let consequence =
            hasProbability ? Localized("概率偏于乐观", "the probability is too confident") : Localized("区间偏窄", "the interval is too narrow")
        return ExplanationNode(
            Localized("警告：年际波动大于泊松", "warning: the years vary more than Poisson counts do"),
            Localized("方差/均值 \(ratio)，p = \(p)；", "variance/mean \(ratio), p = \(p); ") + consequence)
    }

    private func number(_ value: Rational) -> String { value.shortest(maxPlaces: 6) }

    private func real(_ value: Double) -> String { Rational(rounding: value, places: 3).shortest(maxPlaces: 3) }

    private func text(_ interval: ConfidenceInterval) -> Localized {
        Localized(verbatim: "\(real(interval.lower)) – \(real(interval.upper))")
    }
}

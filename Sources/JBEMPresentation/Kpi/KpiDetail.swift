package import JBEMCore
package import JBEMOperations
package import JBEMOutput
internal import JBEMStore

/// One indicator in full: facts, forecast, and the way back to rows and clause.
package enum KpiDetail {
    package static func items(_ report: IndicatorReport, _ output: AssessIndicators.Output, _ language: Language) -> [KeyValueList.Item] {
        let (indicator, assessment) = (report.indicator, report.assessment)
        var facts: [(Localized, Localized?)] = [
            (Localized("编号", "id"), Localized(verbatim: indicator.id)), (Localized("指标", "indicator"), indicator.name),
            (Localized("性质", "nature"), NatureText.label(indicator.nature)),
            (Localized("目标", "target"), target(report)), (Localized("窗口", "window"), TargetText.window(report.reading)),
            (Localized("读法", "reading"), report.reading.label), (Localized("截至", "as of"), Localized(verbatim: output.asOf.description)),
            (Localized("现值", "value"), assessment.value.map { _ in Localized(verbatim: KpiText.value(assessment)) + unit(indicator) }),
            (Localized("期间", "period"), assessment.period.map { Localized(verbatim: $0.description) }),
            (Localized("已覆盖", "covered"), KpiText.covered(assessment).map { Localized(verbatim: $0) }),
            (Localized("分子", "numerator"), assessment.numerator.map { Localized(verbatim: KpiText.number($0)) }),
            (Localized("分母", "denominator"), assessment.denominator.map { Localized(verbatim: KpiText.number($0)) }),
            (Localized("状态", "state"), assessment.state.label), (Localized("原因", "reason"), assessment.reason),
        ]
        facts += forecastFacts(assessment)
        facts += [
            (Localized("责任单位", "responsible"), report.responsible),
            (
                Localized("条款", "clause"),
                report.clause.map { Localized("\($0.id) \($0.section)：\($0.summary.zh)", "\($0.id) \($0.section): \($0.summary.en)") }
            ),
            (Localized("说明", "note"), indicator.note),
        ]
        return facts.compactMap { label, value in value.map { KeyValueList.Item(label.text(language), $0.text(language)) } }
    }

    private static func target(_ report: IndicatorReport) -> Localized {
        let text = KpiText.target(report) + unit(report.indicator)
        guard case .ofBaseline = report.reading.bound.limit else { return text }
        return text + Localized("（", " (") + TargetText.target(report.reading) + Localized("）", ")")
    }

    private static func unit(_ indicator: Indicator) -> Localized {
        indicator.unit.zh.isEmpty ? Localized("", "") : Localized(" \(indicator.unit.zh)", " \(indicator.unit.en)")
    }

    private static func forecastFacts(_ assessment: Assessment) -> [(Localized, Localized?)] {
        [
            (
                Localized("守住的概率", "chance"),
                assessment.probability.map { Localized(verbatim: KpiText.percent($0.value)) }
                    ?? assessment.probabilityReason.map { Localized("不给：", "none: ") + $0 }
            ),
            (
                Localized("尚可", "still allowed"),
                assessment.remaining.map {
                    Localized(verbatim: KpiText.number($0))
                        + (assessment.remainingNote.map { Localized("（\($0.zh)）", " (\($0.en))") } ?? Localized("", ""))
                }
            ),
            (Localized("95%区间", "95 % interval"), assessment.interval.map { Localized(verbatim: intervalText($0)) }),
            (Localized("缺", "lacks"), assessment.missing.isEmpty ? nil : assessment.missing.map(\.text).joined()),
        ]
    }

    private static func intervalText(_ interval: ConfidenceInterval) -> String {
        "\(RealText.fixed(interval.lower, decimals: 2) ?? "?") – \(RealText.fixed(interval.upper, decimals: 2) ?? "?")"
    }

    package static func forecastItems(_ report: IndicatorReport, _ output: AssessIndicators.Output, _ language: Language) -> [KeyValueList
        .Item]
    {
        let assessment = report.assessment
        var facts: [(Localized, Localized?)] = [
            (Localized("指标", "indicator"), Localized(verbatim: "\(report.indicator.id) ") + report.indicator.name),
            (Localized("目标", "target"), target(report)), (Localized("截至", "as of"), Localized(verbatim: output.asOf.description)),
            (Localized("状态", "state"), assessment.state.label + Localized("：", ": ") + assessment.reason),
        ]
        facts += forecastFacts(assessment)
        if let chance = assessment.probability {
            let closed = chance.closedYears.map(String.init).joined(separator: " ")
            facts += [
                (
                    Localized("依据", "from"),
                    Localized(
                        "\(chance.exposureCount) 起（人）/ \(years(chance.exposureYears)) 年（已关账年份 \(closed)）",
                        "\(chance.exposureCount) counted in \(years(chance.exposureYears)) years (closed years \(closed))")
                ),
                (Localized("余下年数", "years left"), Localized(verbatim: years(chance.horizonYears))),
                (Localized("余下可发生", "allowed in them"), Localized(verbatim: String(chance.allowed - chance.known))),
                (Localized("模型", "model"), Localized("伽马—泊松（先验形状 ½）", "Gamma–Poisson (prior shape ½)")),
            ]
        }
        if let dispersion = assessment.dispersion, dispersion.isOverdispersed {
            let ratio = RealText.fixed(dispersion.ratio, decimals: 2) ?? "?"
            facts.append(
                (
                    Localized("离散警告", "over-dispersion"),
                    Localized(
                        "各年数的方差是均值的 \(ratio) 倍，一起事故多人死亡会使概率偏乐观",
                        "the yearly counts vary \(ratio) times more than Poisson; the chance is too confident")
                ))
        }
        return facts.compactMap { label, value in value.map { KeyValueList.Item(label.text(language), $0.text(language)) } }
    }

    private static func years(_ value: Double) -> String { RealText.significant(value, digits: 4) ?? "?" }

    package static func forecastJSON(_ assessment: Assessment) -> JSONValue {
        .object([
            ("probability", assessment.probability.map { .real($0.value) } ?? .null),
            ("exposure_count", .optional(assessment.probability.map { Int64($0.exposureCount) })),
            ("exposure_years", assessment.probability.map { .real($0.exposureYears) } ?? .null),
            ("horizon_years", assessment.probability.map { .real($0.horizonYears) } ?? .null),
            ("allowed", .optional(assessment.probability.map { Int64($0.allowed) })),
            ("known", .optional(assessment.probability.map { Int64($0.known) })),
            ("closed_years", .array((assessment.probability?.closedYears ?? []).map { .integer(Int64($0)) })),
            ("is_overdispersed", .bool(assessment.dispersion?.isOverdispersed ?? false)),
            ("dispersion_ratio", assessment.dispersion.map { .real($0.ratio) } ?? .null),
        ])
    }

    /// The explanation with the clause and the other readings around it.
    package static func tree(_ report: IndicatorReport, _ output: AssessIndicators.Output, _ language: Language) -> Outline.Node {
        var root = node(report.assessment.explanation, language)
        root.lines = [Outline.Line("\(report.indicator.id) \(report.indicator.name.text(language))", role: .heading)]
        let clause = report.clause.map { clause in
            let text = Localized(
                "条款 \(clause.id)（\(clause.section)）：\(clause.summary.zh)", "clause \(clause.id) (\(clause.section)): \(clause.summary.en)")
            return Outline.Node([Outline.Line(text.text(language), links: ["clause/\(clause.id)"])])
        }
        let reading = Outline.Node(
            Localized("读法：", "reading: ").text(language) + report.reading.label.text(language)
                + (report.reading.isInferred ? Localized("（推定）", " (inferred)").text(language) : ""))
        root.children = (clause.map { [$0] } ?? []) + [reading] + root.children
        if !report.alternatives.isEmpty {
            let others = report.alternatives.map { item in
                let changes =
                    switch item.changesVerdict {
                    case true?: Localized("，结论不同", ", another verdict")
                    case false?: Localized("，结论相同", ", same verdict")
                    case nil: Localized("，无从比较", ", nothing to compare")
                    }
                let value = item.assessment.value.map { " \(KpiText.number($0))" } ?? ""
                return Outline.Node(
                    (item.reading.label + Localized("：", ": ") + item.assessment.state.label + Localized(verbatim: value) + changes).text(
                        language),
                    role: item.changesVerdict == true ? .warning : nil)
            }
            root.children.append(Outline.Node(Localized("其他读法", "other readings").text(language), others))
        }
        return root
    }

    private static func node(_ step: ExplanationNode, _ language: Language) -> Outline.Node {
        var text = step.label.text(language)
        if let value = step.value { text += Localized("：", ": ").text(language) + value.text(language) }
        var lines = [Outline.Line(OutputGate.visible(text))]
        for source in step.sources where source.kind != .clause {
            let rest = source.keys.count - 12
            let more = rest > 0 ? Localized(" 等，另有\(rest)条", " and \(rest) more").text(language) : ""
            let keys = source.keys.prefix(12).joined(separator: " ") + more
            let separator = Localized("；", "; ").text(language)
            lines.append(
                Outline.Line(
                    OutputGate.visible([keys, source.text].compactMap(\.self).joined(separator: separator)), role: .muted,
                    links: source.keys))
        }
        return Outline.Node(lines, step.children.map { node($0, language) })
    }
}

package import JBEMCore
package import JBEMOperations
package import JBEMOutput

/// Values of indicators in words; rounding happens here and nowhere before.
package enum KpiText {
    /// A value as people read it: three decimals, small values six.
    package static func number(_ value: Rational) -> String {
        let size = abs(value.double)
        return value.shortest(maxPlaces: size >= 100 ? 1 : size >= 1 ? 3 : 6)
    }

    /// `≤ 18.2`: the limit worked out where the target is relative.
    package static func target(_ report: IndicatorReport) -> Localized {
        guard let limit = report.assessment.limit, report.reading.formula.numerator != nil else { return TargetText.target(report.reading) }
        if case .trend = report.reading.formula { return TargetText.target(report.reading) }
        return Localized(verbatim: "\(report.reading.bound.comparator.symbol) \(number(limit))")
    }

    /// The value, marked where it is a lower bound (`≥`) or may still change (`*`).
    package static func value(_ assessment: Assessment) -> String {
        guard let value = assessment.value else { return "—" }
        return (assessment.isLowerBound ? "≥" : "") + number(value) + (assessment.isProvisional ? "*" : "")
    }

    /// Tells whether the values of single years compare with the limit: a mean's do, a sum's do not.
    package static func isYearly(_ report: IndicatorReport) -> Bool {
        switch report.reading.window {
        case .year, .mean, .at, .each: true
        case .span: false
        }
    }

    package static func covered(_ assessment: Assessment) -> String? {
        assessment.covered.isEmpty ? nil : assessment.covered.map(\.description).joined(separator: ",")
    }

    package static func percent(_ probability: Double) -> String {
        let tenths = (probability * 1000).rounded()
        if tenths >= 1000 { return probability >= 1 ? "100%" : ">99.9%" }
        if tenths <= 0 { return probability <= 0 ? "0%" : "<0.1%" }
        return RealText.fixed(tenths / 10, decimals: 1).map { "\($0)%" } ?? ""
    }

    /// One line about a binding indicator in trouble, with the office that answers for it.
    package static func alarm(_ report: IndicatorReport) -> Localized {
        let office = report.responsible.map { Localized("；责任单位：\($0.zh)", "; responsible: \($0.en)") } ?? Localized("", "")
        let head = Localized(verbatim: "\(report.indicator.id) ") + report.indicator.name + Localized("：", ": ")
        return head + report.assessment.state.label + Localized("，", ", ") + report.assessment.reason + office
    }

    package static func role(_ state: AssessmentState) -> Style.Role? {
        switch state {
        case .met, .onTrack: .good
        case .atRisk, .pending: .warning
        case .missed, .offTrack: .bad
        case .noData: .emphasis
        case .noThreshold, .notApplicable: .muted
        }
    }
}

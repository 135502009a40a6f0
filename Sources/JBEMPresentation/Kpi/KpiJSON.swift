package import JBEMCore
package import JBEMOperations
package import JBEMOutput
internal import JBEMStore

/// Indicators as JSON: keys and meaning never change, numbers are exact decimals.
package enum KpiJSON {
    package static func value(_ report: IndicatorReport, _ output: AssessIndicators.Output) -> JSONValue {
        let (indicator, assessment) = (report.indicator, report.assessment)
        return .object(
            [
                ("id", .string(indicator.id)), ("name", .string(indicator.name.zh)), ("name_en", .string(indicator.name.en)),
                ("nature", .string(indicator.nature.rawValue)), ("unit", .string(indicator.unit.zh)),
                ("target", target(report.reading, assessment)),
                ("value", number(assessment.value)), ("numerator", number(assessment.numerator)),
                ("denominator", number(assessment.denominator)),
                ("period", .optional(assessment.period?.description)), ("covered", .optional(KpiText.covered(assessment))),
                ("state", .string(assessment.state.rawValue)), ("reason", .string(assessment.reason.zh)),
                ("reason_en", .string(assessment.reason.en)),
                ("provisional", .bool(assessment.isProvisional)),
            ] + forecast(assessment) + [
                ("is_complete", .bool(assessment.isComplete)), ("is_lower_bound", .bool(assessment.isLowerBound)),
                ("missing", .array(assessment.missing.map(missing))), ("as_of", .string(output.asOf.description)),
                ("clause", .string(indicator.clause)), ("responsible", .optional(indicator.responsible)),
                ("responsible_name", .optional(report.responsible?.zh)), ("alias_of", .optional(indicator.aliasOf)),
                ("trend", .array(assessment.trend.map(point))), ("readings", .array(report.alternatives.map(alternative))),
                ("plan", .string(output.plan.key)), ("is_sample", .bool(output.isSample)),
            ])
    }

    static func number(_ value: Rational?) -> JSONValue {
        value.flatMap { JSONValue.decimal($0.shortest(maxPlaces: 12)) } ?? .null
    }

    private static func forecast(_ assessment: Assessment) -> [(key: String, value: JSONValue)] {
        let reason = assessment.probability == nil ? assessment.probabilityReason : nil
        return [
            ("probability", assessment.probability.map { .real($0.value) } ?? .null),
            ("probability_reason", .optional(reason?.zh)), ("probability_reason_en", .optional(reason?.en)),
            ("interval", interval(assessment.interval)), ("value_interval", interval(assessment.valueInterval)),
            ("remaining", number(assessment.remaining)),
        ]
    }

    private static func interval(_ interval: ConfidenceInterval?) -> JSONValue {
        interval.map { .array([.real($0.lower), .real($0.upper)]) } ?? .null
    }

    private static func target(_ reading: Reading, _ assessment: Assessment) -> JSONValue {
        .object([
            ("comparator", .string(reading.bound.comparator.rawValue)), ("value", number(assessment.limit)),
            ("bound_integer", .optional(assessment.boundInteger.map { Int64($0) })), ("window", .string(reading.window.period.description)),
            ("deadline", .string(reading.deadline.description)), ("is_inferred", .bool(reading.isInferred)),
        ])
    }

    private static func missing(_ input: MissingInput) -> JSONValue {
        .object([
            ("measure", .string(input.measure)), ("period", .string(input.period.description)), ("reason", .string(input.reason.rawValue)),
        ])
    }

    private static func point(_ point: TrendPoint) -> JSONValue {
        .object([("year", .integer(Int64(point.year))), ("value", number(point.value)), ("provisional", .bool(point.isProvisional))])
    }

    private static func alternative(_ item: AlternativeReading) -> JSONValue {
        .object([
            ("reading", .string(item.reading.id)), ("label", .string(item.reading.label.zh)), ("label_en", .string(item.reading.label.en)),
            ("target", target(item.reading, item.assessment)), ("value", number(item.assessment.value)),
            ("state", .string(item.assessment.state.rawValue)),
            ("changes_verdict", item.changesVerdict.map { .bool($0) } ?? .null),
        ])
    }

    /// The explanation tree.
    package static func node(_ node: ExplanationNode) -> JSONValue {
        .object([
            ("label", .string(node.label.zh)), ("label_en", .string(node.label.en)), ("value", .optional(node.value?.zh)),
            ("value_en", .optional(node.value?.en)),
            (
                "sources",
                .array(
                    node.sources.map { source in
                        .object([
                            ("kind", .string(source.kind.rawValue)), ("keys", .array(source.keys.map(JSONValue.string))),
                            ("text", .optional(source.text)),
                        ])
                    })
            ), ("children", .array(node.children.map(KpiJSON.node))),
        ])
    }
}

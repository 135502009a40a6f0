/// A hazardous substance at a risk point, with the most that can be there.
package enum RiskSubstance: Noun {
    package static let risk = Field<Int64>(
        "risk", Localized("风险点", "risk point"), .reference(noun: "risk"), required: true, writable: .once, listed: true)
    package static let substance = Field<String>(
        "substance", Localized("物质", "substance"), .text(max: 120), required: true, writable: .once, aliases: ["化学品", "名称"],
        help: Localized("表1的名称、别名或CAS号；不在表1的须填类别", "name, other name or CAS number of table 1; others need their class"), listed: true)
    package static let hazmatClass = Field<String>(
        "class", Localized("类别", "class"), .key(noun: "hazmat-class"), aliases: ["危险性类别"], listed: true)
    package static let quantity = Field<Int64>(
        "quantity", Localized("数量", "quantity"), .decimal(scale: HazmatScale.quantity, range: 0...1_000_000_000_000_000),
        unit: Localized("吨", "t"), required: true, help: Localized("储罐按设计最大量", "design maximum for tanks"), listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "risk-substance", aliases: ["危险化学品存量"], prefix: "RS", label: Localized("危险化学品存量", "risk substance"), group: .risk,
        identity: .issued, naturalKey: ["risk", "substance"], order: ["risk", "substance"],
        help: Localized("风险点的危险化学品，供辨识重大危险源。", "Hazardous substances of a risk point, to identify major hazard installations.")
    ) {
        risk; substance; hazmatClass; quantity; note
    }
}

/// One threshold of an accident regime: reaching `at_least` by this criterion gives at least this grade.
package enum AccidentRule: Noun {
    package static let regime = Field<String>(
        "regime", Localized("制度", "regime"), .code(list: "accident_regime"), required: true, writable: .once, listed: true)
    package static let grade = Field<String>(
        "grade", Localized("等级", "grade"), .text(max: 40), required: true, writable: .once, listed: true)
    package static let rank = Field<Int64>("rank", Localized("级序", "rank"), .integer(1...9), required: true, listed: true)
    package static let criterion = Field<String>(
        "criterion", Localized("标准", "criterion"), .code(list: "accident_criterion"), required: true, writable: .once, listed: true)
    package static let atLeast = Field<Int64>(
        "at_least", Localized("下限", "at least"), .decimal(scale: 4, range: 0...10_000_000_000_000), required: true,
        help: Localized("含本数", "inclusive"), listed: true)
    package static let unit = Field<String>("unit", Localized("计量单位", "measured in"), .code(list: "unit"), required: true, listed: true)
    package static let documentNo = Field<String>("doc_no", Localized("文号", "document"), .text(max: 120))
    package static let clause = Field<String>("clause", Localized("条款", "clause"), .text(max: 80))
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>("valid_to", Localized("停用日期", "valid to"), .date)
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "accident-rule", aliases: ["事故等级规则"], label: Localized("事故等级规则", "accident rule"), identity: .natural,
        naturalKey: ["regime", "grade", "criterion"], order: ["regime", "rank", "criterion"],
        rules: [ValidityRule.check],
        help: Localized("各制度的事故分级界限，均含本数。", "Thresholds of the accident grades of each regime, all inclusive.")
    ) {
        regime; grade; rank; criterion; atLeast; unit; documentNo; clause; source; validFrom; validTo; isVerified
    }
}

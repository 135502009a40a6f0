/// A legal time limit as data: what it applies to, how long, and who says so.
package enum ClockRule: Noun {
    package static let topic = Field<String>(
        "topic", Localized("事项", "topic"), .code(list: "clock_topic"), required: true, writable: .once, listed: true)
    package static let appliesTo = Field<String>(
        "applies_to", Localized("适用于", "applies to"), .code(list: "clock_scope"), required: true, writable: .once, standard: "default",
        listed: true)
    package static let amount = Field<Int64>("amount", Localized("时长", "amount"), .integer(0...100_000), required: true, listed: true)
    package static let unit = Field<String>("unit", Localized("时间单位", "time unit"), .code(list: "clock_unit"), required: true, listed: true)
    package static let calendar = Field<String>(
        "calendar", Localized("日历", "calendar"), .code(list: "calendar"), required: true, standard: "natural", listed: true)
    package static let documentNo = Field<String>("doc_no", Localized("文号", "document"), .text(max: 120), listed: true)
    package static let clause = Field<String>("clause", Localized("条款", "clause"), .text(max: 80))
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>("valid_to", Localized("停用日期", "valid to"), .date)
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "clock-rule", aliases: ["时限规则"], label: Localized("时限规则", "clock rule"), identity: .natural,
        naturalKey: ["topic", "applies_to"],
        rules: [ValidityRule.check],
        help: Localized("法定时限，按事项与对象。", "Legal time limits by topic and subject.")
    ) {
        topic; appliesTo; amount; unit; calendar; documentNo; clause; source; validFrom; validTo; isVerified
    }
}

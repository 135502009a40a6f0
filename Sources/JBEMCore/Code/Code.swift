/// An entry of a code list.
package enum Code: Noun {
    package static let list = Field<String>("list", Localized("代码表", "list"), .text(max: 60), required: true, writable: .once, listed: true)
    package static let code = Field<String>("code", Localized("代码", "code"), .text(max: 80), required: true, writable: .once, listed: true)
    package static let zh = Field<String>("zh", Localized("中文", "Chinese"), .text(max: 120), required: true, listed: true)
    package static let en = Field<String>("en", Localized("英文", "English"), .text(max: 120), required: true, listed: true)
    package static let position = Field<Int64>("position", Localized("顺序", "order"), .integer(0...1_000_000), required: true, standard: 0)
    package static let number = Field<Int64>(
        "number", Localized("数值", "number"), .integer(-1_000_000_000...1_000_000_000),
        help: Localized("含义由代码表规定", "its meaning is the list's"))
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400), listed: true)
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>("valid_to", Localized("停用日期", "valid to"), .date)
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "code", aliases: ["代码"], label: Localized("代码", "code"), identity: .natural, naturalKey: ["list", "code"],
        order: ["list", "position", "code"],
        rules: [ValidityRule.check],
        help: Localized("代码表的条目。", "Entries of the code lists.")
    ) {
        list; code; zh; en; position; number; source; validFrom; validTo; isVerified
    }
}

/// A unit that reports or is responsible: a subdistrict, town, park, business district or department.
package enum Office: Noun {
    package static let code = Field<String>(
        "code", Localized("编号", "code"), .text(max: 9), required: true, writable: .once, aliases: ["单位编号", "机构代码"],
        help: Localized("九位区划代码；没有的单位用上级给的 10⁸ 以下的号", "the nine-digit division code, or a number below 10⁸ given by its parent"),
        listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 80), required: true, aliases: ["单位", "单位名称"], listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 80))
    package static let kind = Field<String>("kind", Localized("类别", "kind"), .code(list: "office_kind"), required: true, listed: true)
    package static let region = Field<String>("region", Localized("区域", "region"), .key(noun: "region"), required: true, listed: true)
    package static let parent = Field<String>("parent", Localized("上级单位", "parent"), .key(noun: "office"))
    package static let isReporting = Field<Bool>(
        "is_reporting", Localized("报送单位", "reporting"), .bool, required: true, standard: true,
        help: Localized("须按月报送（含零报告）", "must report every month, zero reports included"), listed: true)
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>("valid_to", Localized("停用日期", "valid to"), .date, listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "office", aliases: ["单位"], label: Localized("单位", "office"), identity: .natural, naturalKey: ["code"],
        rules: [ValidityRule.check, codeIsANumber],
        help: Localized("报送或负责的单位。", "Units that report or are responsible.")
    ) {
        code; name; nameEn; kind; region; parent; isReporting; validFrom; validTo; source
    }

    private static let codeIsANumber: RowRule = { record in
        guard let code = record["code"].text else { return [] }
        if code.utf8.allSatisfy({ (48...57).contains($0) }), code.utf8.first != 48, !code.isEmpty { return [] }
        return [Fault(Localized("单位编号只能是数字：“\(code)”", "an office code is a number: \"\(code)\""), at: .init(field: "code"))]
    }
}

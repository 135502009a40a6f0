/// An administrative unit with the days on which it existed and the unit that followed it.
package enum Region: Noun {
    package static let code = Field<String>(
        "code", Localized("代码", "code"), .text(max: 32), required: true, writable: .once, aliases: ["行政区划代码", "区划代码"], listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 80), required: true, aliases: ["街镇", "地区"], listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 80))
    package static let kind = Field<String>("kind", Localized("类别", "kind"), .code(list: "region_kind"), required: true, listed: true)
    package static let parent = Field<String>("parent", Localized("上级", "parent"), .key(noun: "region"), aliases: ["上级代码"], listed: true)
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>(
        "valid_to", Localized("停用日期", "valid to"), .date, help: Localized("最后有效日", "last day of validity"), listed: true)
    package static let successor = Field<String>(
        "successor", Localized("后继", "successor"), .key(noun: "region"), help: Localized("承接其职责的单位", "the unit that took over"),
        listed: true)
    package static let area = Field<Int64>(
        "area_km2", Localized("面积", "area"), .decimal(scale: 6, range: 0...10_000_000_000_000), unit: Localized("平方公里", "km²"))
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>("is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false)

    package static let schema = RecordSchema(
        noun: "region", aliases: ["区域"], label: Localized("区域", "region"), identity: .natural, naturalKey: ["code"],
        rules: [ValidityRule.check],
        help: Localized("行政区划单位，带有效期与后继单位。", "Administrative units with validity and successors.")
    ) {
        code; name; nameEn; kind; parent; validFrom; validTo; successor; area; source; isVerified
    }
}

/// The rule that a validity does not end before it begins.
package enum ValidityRule {
    package static let check: RowRule = { record in
        guard let from = record["valid_from"].text, let to = record["valid_to"].text, to < from else { return [] }
        return [Fault(Localized("停用日期 \(to) 早于启用日期 \(from)", "\(to) is before valid_from \(from)"), at: .init(field: "valid_to"))]
    }
}

/// A special campaign (专项整治): what it looks at, when, and how many visits it owes.
package enum Campaign: Noun {
    package static let number = Field<String>(
        "number", Localized("行动编号", "campaign number"), .text(max: 60), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 120), required: true, aliases: ["行动名称"], listed: true)
    package static let category = Field<String>(
        "category", Localized("风险类别", "risk category"), .code(list: "risk_category"),
        help: Localized("限于这类风险点", "only risk points of this category"), listed: true)
    package static let equipmentKind = Field<String>(
        "equipment_kind", Localized("设备种类", "equipment kind"), .code(list: "equipment_kind"),
        help: Localized("限于这种设备", "only equipment of this kind"), listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, aliases: ["范围"], listed: true)
    package static let office = Field<String>(
        "office", Localized("牵头单位", "lead office"), .key(noun: "office"), required: true, aliases: ["单位"])
    package static let firstOn = Field<CalendarDate>(
        "first_on", Localized("开始日期", "first day"), .date, required: true, listed: true)
    package static let lastOn = Field<CalendarDate>("last_on", Localized("结束日期", "last day"), .date, required: true, listed: true)
    package static let quota = Field<Int64>(
        "quota", Localized("检查次数", "quota of visits"), .integer(1...1_000_000), unit: Localized("次", "visits"), required: true, listed: true
    )
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "campaign", aliases: ["专项整治"], prefix: "CP", label: Localized("专项整治", "campaign"), group: .risk, identity: .issued,
        naturalKey: ["number"], timeField: "first_on", order: ["first_on", "id"],
        rules: [daysAreOrdered, scopeIsOneSided],
        help: Localized("专项整治：范围、起止、检查次数；进度由检查得出。", "Special campaigns: scope, days, visits owed; progress follows from the visits.")
    ) {
        number; name; category; equipmentKind; region; office; firstOn; lastOn; quota; note
    }

    private static let daysAreOrdered: RowRule = { record in
        guard let first = record[firstOn], let last = record[lastOn], last < first else { return [] }
        return [Fault(Localized("早于开始日期 \(first)", "is before first_on \(first)"), at: .init(field: lastOn.name))]
    }

    private static let scopeIsOneSided: RowRule = { record in
        guard record[category] != nil, record[equipmentKind] != nil else { return [] }
        return [
            Fault(
                Localized("风险类别与设备种类只能填一样", "a campaign has a risk category or an equipment kind, not both"),
                at: .init(field: equipmentKind.name))
        ]
    }
}

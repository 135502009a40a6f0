/// A piece of special equipment (特种设备) that somebody supervises; what it is due for follows from the inspection rules.
package enum Equipment: Noun {
    package static let number = Field<String>(
        "number", Localized("设备编号", "equipment number"), .text(max: 60), required: true, writable: .once, aliases: ["编号", "设备代码"],
        listed: true)
    package static let kind = Field<String>(
        "kind", Localized("种类", "kind"), .code(list: "equipment_kind"), required: true, aliases: ["设备种类", "设备类别"], listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 200), required: true, aliases: ["设备名称"], listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, aliases: ["街镇", "属地"], listed: true)
    package static let office = Field<String>(
        "office", Localized("监管单位", "supervising office"), .key(noun: "office"), required: true, aliases: ["监管部门"])
    package static let unit = Field<String>(
        "unit", Localized("使用单位", "user unit"), .text(max: 120), required: true, aliases: ["单位名称"])
    package static let place = Field<String>("place", Localized("地点", "place"), .text(max: 200), aliases: ["使用地点", "地址"])
    package static let isKey = Field<Bool>(
        "is_key", Localized("重点监控", "key equipment"), .bool, required: true, standard: false, aliases: ["是否重点监控"], listed: true)
    package static let registrationNo = Field<String>(
        "registration_no", Localized("使用登记证号", "registration number"), .text(max: 80), aliases: ["使用登记证编号"])
    package static let registeredOn = Field<CalendarDate>(
        "registered_on", Localized("登记日期", "registered on"), .date, aliases: ["使用登记日期"])
    package static let inUseFrom = Field<CalendarDate>(
        "in_use_from", Localized("投用日期", "in use from"), .date, required: true, aliases: ["投入使用日期"], listed: true)
    package static let inUseTo = Field<CalendarDate>(
        "in_use_to", Localized("停用日期", "in use to"), .date, aliases: ["报废日期"], help: Localized("最后一个使用日", "the last day in use"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "equipment", aliases: ["特种设备"], prefix: "EQ", label: Localized("特种设备", "equipment"), group: .risk, identity: .issued,
        naturalKey: ["number"], timeField: "in_use_from", order: ["number"],
        rules: [registrationIsWhole, useIsOrdered],
        help: Localized("特种设备：谁用、谁管、登记与投用。", "Special equipment: who uses it, who supervises it, registration and use.")
    ) {
        number; kind; name; region; office; unit; place; isKey; registrationNo; registeredOn; inUseFrom; inUseTo; note
    }

    private static let registrationIsWhole: RowRule = { record in
        guard (record[registrationNo] == nil) != (record[registeredOn] == nil) else { return [] }
        let missing = record[registrationNo] == nil ? registrationNo.name : registeredOn.name
        return [
            Fault(Localized("登记证号与登记日期须一起填", "registration number and registration day go together"), at: .init(field: missing))
        ]
    }

    private static let useIsOrdered: RowRule = { record in
        guard let from = record[inUseFrom], let to = record[inUseTo], to < from else { return [] }
        return [Fault(Localized("早于投用日期 \(from)", "is before in_use_from \(from)"), at: .init(field: inUseTo.name))]
    }
}

/// A term of responsibility: who is responsible for a point, a region, a sector or on call in an office, from when to when.
package enum Duty: Noun {
    package static let number = Field<String>(
        "number", Localized("责任编号", "duty number"), .text(max: 60), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let person = Field<Int64>(
        "person", Localized("责任人", "person"), .reference(noun: "person"), required: true, writable: .once, aliases: ["工号"], listed: true)
    package static let role = Field<String>(
        "role", Localized("责任", "role"), .code(list: "duty_role"), required: true, writable: .once, aliases: ["责任类别"], listed: true)
    package static let risk = Field<Int64>(
        "risk", Localized("风险点", "risk point"), .reference(noun: "risk"), writable: .once, aliases: ["风险点编号"],
        help: Localized("三个责任人必填", "required for the three responsible persons"), listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), writable: .once, aliases: ["街镇"],
        help: Localized("网格员、灾害信息员必填", "required for grid members and disaster informants"), listed: true)
    package static let sector = Field<String>(
        "sector", Localized("行业领域", "sector"), .code(list: "accident_sector"), writable: .once, aliases: ["行业"],
        help: Localized("行业监管责任必填", "required for the regulator of a sector"))
    package static let office = Field<String>(
        "office", Localized("单位", "office"), .key(noun: "office"), required: true,
        help: Localized("以哪个单位的名义", "the office in whose name"))
    package static let validFrom = Field<CalendarDate>(
        "valid_from", Localized("自", "from"), .date, required: true, aliases: ["起始日期", "开始日期"], listed: true)
    package static let validTo = Field<CalendarDate>(
        "valid_to", Localized("至", "to"), .date, aliases: ["截止日期", "结束日期"],
        help: Localized("当日仍有效；留空为至今", "the last day; empty means until further notice"),
        listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "duty", aliases: ["责任", "责任人"], prefix: "DU", label: Localized("责任", "duty"), group: .risk, identity: .issued,
        naturalKey: ["number"], timeField: "valid_from", order: ["number"],
        rules: [ValidityRule.check, subjectFitsTheRole],
        help: Localized(
            "谁在什么时候对什么负责：三个责任人、网格员、信息员、值班、行业监管。", "Who is responsible for what and when: points, grid, informants, on call, sectors.")
    ) {
        number; person; role; risk; region; sector; office; validFrom; validTo; note
    }

    private static let subjectFitsTheRole: RowRule = { record in
        guard let role = record[role].flatMap(DutyRole.init) else { return [] }
        let given: [(DutyRole.Subject, String, Bool)] = [
            (.point, risk.name, record[risk] != nil), (.region, region.name, record[region] != nil),
            (.sector, sector.name, record[sector] != nil),
        ]
        return given.compactMap { subject, name, isGiven in
            if subject == role.subject, !isGiven {
                return Fault(Localized("这种责任必填", "is required for this role"), at: .init(field: name))
            }
            if subject != role.subject, isGiven {
                return Fault(Localized("这种责任不填", "does not belong to this role"), at: .init(field: name))
            }
            return nil
        }
    }
}

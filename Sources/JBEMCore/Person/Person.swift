/// A person in charge or on duty; telephone and ID number are kept apart and shown masked.
package enum Person: Noun {
    package static let number = Field<String>(
        "number", Localized("工号", "staff number"), .text(max: 40), required: true, writable: .once, aliases: ["编号", "人员编号"], listed: true)
    package static let name = Field<String>("name", Localized("姓名", "name"), .text(max: 60), required: true, listed: true)
    package static let office = Field<String>(
        "office", Localized("单位", "office"), .key(noun: "office"), required: true, aliases: ["所在单位"], listed: true)
    package static let post = Field<String>("post", Localized("职务", "post"), .text(max: 80), listed: true)
    package static let phone = Field<String>(
        "phone", Localized("电话", "phone"), .text(max: 32), sensitive: .phone, aliases: ["手机", "联系电话"], listed: true)
    package static let idNumber = Field<String>(
        "id_number", Localized("身份证号", "ID number"), .text(max: 18), sensitive: .idNumber, aliases: ["身份证", "公民身份号码"])
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let validFrom = Field<CalendarDate>(
        "valid_from", Localized("任职自", "valid from"), .date, help: Localized("留空为不限", "empty means without limit"))
    package static let validTo = Field<CalendarDate>(
        "valid_to", Localized("任职至", "valid to"), .date, help: Localized("当日仍在任；留空为不限", "the last day in office; empty means without limit")
    )
    package static let phoneChangedOn = Field<CalendarDate>(
        "phone_changed_on", Localized("换号日期", "phone changed on"), .date,
        help: Localized("改电话时自动记下；此前的核实不再算数", "noted when the number changes; checks before it no longer count"), stampOf: "phone")
    // From the phone checks, by the store.
    package static let phoneVerifiedOn = Field<CalendarDate>(
        "phone_verified_on", Localized("电话核实日期", "phone verified on"), .date, writable: .derived,
        help: Localized("最近一次在现号码接通本人，其后没有未接通", "the last call that reached the person at the present number, unless a later one failed"),
        listed: true)

    package static let schema = RecordSchema(
        noun: "person", aliases: ["人员"], prefix: "PE", label: Localized("人员", "person"), identity: .issued, naturalKey: ["number"],
        rules: [idNumberIsValid, ValidityRule.check],
        help: Localized("责任人与值守人员；个人信息默认遮蔽。", "People in charge and on duty; personal data is masked.")
    ) {
        number; name; office; post; phone; idNumber; note; validFrom; validTo; phoneChangedOn
        phoneVerifiedOn
    }

    static let idNumberIsValid: RowRule = { record in
        guard let value = record["id_number"].text, !Sensitivity.isMasked(value), !CheckDigit.isIdentityCard(value) else { return [] }
        return [
            Fault(Localized("身份证号的校验位不对（GB 11643）", "the check digit of the ID number is wrong (GB 11643)"), at: .init(field: "id_number"))
        ]
    }
}

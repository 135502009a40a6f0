/// A call that showed whether a person answers at the number on file.
package enum PhoneCheck: Noun {
    package static let person = Field<Int64>(
        "person", Localized("责任人", "person"), .reference(noun: "person"), required: true, writable: .once, aliases: ["工号"], listed: true)
    package static let checkedOn = Field<CalendarDate>(
        "checked_on", Localized("核实日期", "checked on"), .date, required: true, writable: .once, listed: true)
    package static let isReached = Field<Bool>(
        "is_reached", Localized("接通本人", "reached"), .bool, required: true, aliases: ["是否接通"], listed: true)
    package static let checkedBy = Field<String>("checked_by", Localized("核实人", "checked by"), .text(max: 60), listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "phone-check", aliases: ["电话核实"], prefix: "PC", label: Localized("电话核实", "phone check"), group: .risk, identity: .issued,
        naturalKey: ["person", "checked_on"], timeField: "checked_on", order: ["checked_on", "id"],
        help: Localized("责任人的电话哪天核实过、是否接通本人。", "When a person's number was called, and whether they answered.")
    ) {
        person; checkedOn; isReached; checkedBy; note
    }
}

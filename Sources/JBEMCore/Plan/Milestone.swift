/// A dated step of an indicator, with the evidence that it was done.
package enum Milestone: Noun {
    package static let plan = Field<String>("plan", Localized("规划", "plan"), .key(noun: "plan"), required: true, writable: .once)
    package static let indicator = Field<String>(
        "indicator", Localized("指标", "indicator"), .text(max: 20), required: true, writable: .once, listed: true)
    package static let id = Field<String>("id", Localized("编号", "id"), .text(max: 40), required: true, writable: .once, listed: true)
    package static let position = Field<Int64>("position", Localized("顺序", "order"), .integer(0...100_000), required: true, standard: 0)
    package static let name = Field<String>("name", Localized("名称", "name"), .text(max: 120), required: true, listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 200))
    package static let dueOn = Field<CalendarDate>(
        "due_on", Localized("期限", "due on"), .date, help: Localized("原文没有期限则留空", "empty where the plan sets no date"), listed: true)
    package static let doneOn = Field<CalendarDate>("done_on", Localized("完成日期", "done on"), .date, listed: true)
    package static let evidence = Field<String>("evidence", Localized("证据", "evidence"), .text(max: 400), listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "milestone", aliases: ["节点"], label: Localized("节点", "milestone"), group: .oversight, identity: .natural,
        naturalKey: ["plan", "indicator", "id"], timeField: "due_on", order: ["plan", "indicator", "position", "id"],
        rules: [doneNeedsEvidence],
        help: Localized("有期限的步骤，完成须有证据。", "Dated steps; a done one needs evidence.")
    ) {
        plan; indicator; id; position; name; nameEn; dueOn; doneOn; evidence; note
    }

    private static let doneNeedsEvidence: RowRule = { record in
        guard !record[doneOn.name].isNull, record[evidence.name].isNull else { return [] }
        return [Fault(Localized("已完成的节点须填写证据", "a done milestone needs evidence"), at: .init(field: "evidence"))]
    }
}

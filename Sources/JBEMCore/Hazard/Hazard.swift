/// A hidden hazard (隐患) from its finding to its closure.
///
/// What the steps say stands in ``HazardStep``; the hazard carries their result, written by ``HazardMachine`` alone.
package enum Hazard: Noun {
    package static let number = Field<String>(
        "number", Localized("台账编号", "ledger number"), .text(max: 60), required: true, writable: .once, aliases: ["编号", "隐患编号"], listed: true
    )
    package static let title = Field<String>(
        "title", Localized("隐患", "title"), .text(max: 200), required: true, aliases: ["隐患名称", "名称", "隐患描述"], listed: true)
    package static let foundOn = Field<CalendarDate>(
        "found_on", Localized("发现日期", "found on"), .date, required: true, writable: .once, aliases: ["排查日期", "登记日期"], listed: true)
    package static let foundBy = Field<String>("found_by", Localized("发现人", "found by"), .text(max: 60), aliases: ["排查人"])
    package static let discovery = Field<String>(
        "discovery", Localized("发现方式", "discovery"), .code(list: "hazard_discovery"), required: true, aliases: ["来源"])
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, aliases: ["街镇"], listed: true)
    package static let office = Field<String>(
        "office", Localized("登记单位", "office"), .key(noun: "office"), required: true, aliases: ["单位"],
        help: Localized("在谁的清单上", "whose list it is on"))
    package static let department = Field<String>(
        "department", Localized("主管部门", "department"), .key(noun: "office"), aliases: ["监管部门"])
    package static let risk = Field<Int64>("risk", Localized("风险点", "risk point"), .reference(noun: "risk"))
    package static let place = Field<String>("place", Localized("地点", "place"), .text(max: 200), aliases: ["位置"])
    package static let basis = Field<String>(
        "basis", Localized("依据", "basis"), .text(max: 400), help: Localized("违反的条款", "the clause it offends against"))
    package static let photo = Field<String>("photo", Localized("照片", "photo"), .text(max: 400), aliases: ["图片"])
    package static let photoDigest = Field<String>(
        "photo_sha256", Localized("照片散列", "photo SHA-256"), .text(max: 64), help: Localized("十六进制 64 位", "64 hexadecimal digits"))
    package static let cost = Field<Int64>(
        "cost", Localized("估算费用", "estimated cost"), .money(.wanYuan), help: Localized("治理要花多少", "what the remedy will cost"))
    package static let recurrenceOf = Field<Int64>(
        "recurrence_of", Localized("复发自", "recurrence of"), .reference(noun: "hazard"), writable: .once)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    // The result of the steps.
    package static let stage = Field<String>(
        "stage", Localized("末步状态", "stage"), .code(list: "hazard_state"), required: true, writable: steps, standard: "registered",
        help: Localized("最后一步之后的状态", "the state after the last step"))
    package static let kind = Field<String>("kind", Localized("等级", "kind"), .code(list: "hazard_kind"), writable: steps)
    package static let list = Field<String>("list", Localized("判定标准", "judgement list"), .code(list: "hazard_list"), writable: steps)
    package static let orderedOn = Field<CalendarDate>("ordered_on", Localized("下达日期", "ordered on"), .date, writable: steps)
    package static let deadline = Field<CalendarDate>("deadline", Localized("整改期限", "deadline"), .date, writable: steps, listed: true)
    package static let firstDeadline = Field<CalendarDate>("first_deadline", Localized("最初期限", "first deadline"), .date, writable: steps)
    package static let unit = Field<String>("unit", Localized("责任单位", "responsible unit"), .text(max: 120), writable: steps)
    package static let person = Field<Int64>("person", Localized("责任人", "responsible person"), .reference(noun: "person"), writable: steps)
    package static let measures = Field<String>("measures", Localized("整改措施", "measures"), .text(max: 600), writable: steps)
    package static let funds = Field<Int64>("funds", Localized("整改资金", "funds"), .money(.wanYuan), writable: steps)
    package static let contingency = Field<String>("contingency", Localized("应急预案", "contingency plan"), .text(max: 400), writable: steps)
    package static let toleratedUntil = Field<CalendarDate>("tolerated_until", Localized("暂缓至", "tolerated until"), .date, writable: steps)
    package static let rectifiedBy = Field<Int64>(
        "rectified_by", Localized("整改人", "rectified by"), .reference(noun: "person"), writable: steps)
    package static let supervisionNo = Field<String>(
        "supervision_no", Localized("挂牌督办号", "supervision number"), .text(max: 80), writable: steps)
    package static let reportedDepartmentOn = Field<CalendarDate>(
        "reported_department_on", Localized("报监管部门日期", "reported to the department on"), .date, writable: steps)
    package static let reportedWorkersOn = Field<CalendarDate>(
        "reported_workers_on", Localized("报职代会日期", "reported to the workers on"), .date, writable: steps)
    package static let closedOn = Field<CalendarDate>("closed_on", Localized("销号日期", "closed on"), .date, writable: steps)
    package static let lastStepOn = Field<CalendarDate>("last_step_on", Localized("末步日期", "last step on"), .date, writable: steps)
    package static let stepCount = count("steps", Localized("步数", "steps"))
    package static let timesExtended = count("times_extended", Localized("延期次数", "times extended"))
    package static let timesReturned = count("times_returned", Localized("退回次数", "times returned"))
    package static let timesReopened = count("times_reopened", Localized("重开次数", "times reopened"))
    // As of a day, by the store.
    package static let state = Field<String>(
        "state", Localized("状态", "state"), .code(list: "hazard_state"), writable: .derived,
        help: Localized("暂缓到期即回到已下达", "a tolerance that has run out is an order again"), listed: true)
    package static let isOverdue = Field<Bool>("is_overdue", Localized("超期", "overdue"), .bool, writable: .derived, listed: true)

    private static let steps = Writability.operation(verb: "hazard grade|order|start|…")

    private static func count(_ name: String, _ label: Localized) -> Field<Int64> {
        Field(name, label, .count, required: true, writable: steps, standard: 0)
    }

    package static let schema = RecordSchema(
        noun: "hazard", aliases: ["隐患"], prefix: "HZ", label: Localized("隐患", "hazard"), group: .risk, identity: .issued,
        naturalKey: ["number"], timeField: "found_on", order: ["found_on", "id"],
        rules: [digestIsADigest],
        help: Localized("隐患从发现到销号；状态只由各步改变。", "Hidden hazards from finding to closure; only steps change their state.")
    ) {
        number; title; foundOn; foundBy; discovery; region; office; department; risk; place; basis; photo; photoDigest; cost; recurrenceOf;
        note
        stage; kind; list; orderedOn; deadline; firstDeadline; unit; person; measures; funds; contingency; toleratedUntil; rectifiedBy
        supervisionNo; reportedDepartmentOn; reportedWorkersOn; closedOn; lastStepOn
        stepCount; timesExtended; timesReturned; timesReopened
        state; isOverdue
    }

    private static let digestIsADigest: RowRule = { record in
        guard let text = record[photoDigest], !SHA256Text.isDigest(text) else { return [] }
        return [Fault(SHA256Text.complaint, at: .init(field: photoDigest.name))]
    }
}

/// A SHA-256 written as 64 hexadecimal digits.
package enum SHA256Text {
    package static let complaint = Localized("须为 64 位十六进制的 SHA-256", "must be a SHA-256 of 64 hexadecimal digits")

    package static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}

/// One step of a hazard's way: who did what when, on what evidence. Steps are never changed; undo takes the newest back.
package enum HazardStep: Noun {
    package static let hazard = Field<Int64>(
        "hazard", Localized("隐患", "hazard"), .reference(noun: "hazard"), required: true, writable: .once, listed: true)
    package static let number = Field<Int64>(
        "number", Localized("步序", "number"), .integer(1...10_000), required: true, writable: .once, listed: true)
    package static let step = Field<String>(
        "step", Localized("步骤", "step"), .code(list: "hazard_step"), required: true, writable: .once, listed: true)
    package static let takenOn = Field<CalendarDate>(
        "taken_on", Localized("日期", "taken on"), .date, required: true, writable: .once, listed: true)
    package static let takenBy = Field<Int64>(
        "taken_by", Localized("办理人", "taken by"), .reference(noun: "person"), required: true, writable: .once, aliases: ["by"], listed: true
    )
    package static let approvedBy = Field<Int64>(
        "approved_by", Localized("批准人", "approved by"), .reference(noun: "person"), writable: .once)
    package static let kind = Field<String>("kind", Localized("等级", "kind"), .code(list: "hazard_kind"), writable: .once)
    package static let list = Field<String>("list", Localized("判定标准", "judgement list"), .code(list: "hazard_list"), writable: .once)
    package static let unit = Field<String>("unit", Localized("责任单位", "responsible unit"), .text(max: 120), writable: .once)
    package static let person = Field<Int64>(
        "person", Localized("责任人", "responsible person"), .reference(noun: "person"), writable: .once)
    package static let measures = Field<String>("measures", Localized("整改措施", "measures"), .text(max: 600), writable: .once)
    package static let funds = Field<Int64>("funds", Localized("整改资金", "funds"), .money(.wanYuan), writable: .once)
    package static let contingency = Field<String>("contingency", Localized("应急预案", "contingency plan"), .text(max: 400), writable: .once)
    package static let deadline = Field<CalendarDate>("deadline", Localized("整改期限", "deadline"), .date, writable: .once, listed: true)
    package static let until = Field<CalendarDate>("until", Localized("暂缓至", "until"), .date, writable: .once)
    package static let evidence = Field<String>(
        "evidence", Localized("证据", "evidence"), .text(max: 400), writable: .once,
        help: Localized("文书号或文件", "a document number or a file"), listed: true)
    package static let evidenceDigest = Field<String>(
        "evidence_sha256", Localized("证据散列", "evidence SHA-256"), .text(max: 64), writable: .once)
    package static let supervisionNo = Field<String>(
        "supervision_no", Localized("挂牌督办号", "supervision number"), .text(max: 80), writable: .once)
    package static let reportedDepartmentOn = Field<CalendarDate>(
        "reported_department_on", Localized("报监管部门日期", "reported to the department on"), .date, writable: .once)
    package static let reportedWorkersOn = Field<CalendarDate>(
        "reported_workers_on", Localized("报职代会日期", "reported to the workers on"), .date, writable: .once)
    package static let reason = Field<String>("reason", Localized("原因", "reason"), .text(max: 400), writable: .once)
    package static let fromState = Field<String>(
        "from_state", Localized("原状态", "from state"), .code(list: "hazard_state"), required: true, writable: .operation(verb: "hazard"),
        standard: "registered")
    package static let toState = Field<String>(
        "to_state", Localized("新状态", "to state"), .code(list: "hazard_state"), required: true, writable: .operation(verb: "hazard"),
        standard: "registered", listed: true)
    package static let deadlineAfter = Field<CalendarDate>(
        "deadline_after", Localized("其后期限", "deadline after"), .date, writable: .operation(verb: "hazard"),
        help: Localized("这一步之后的整改期限", "the deadline that holds after the step"))

    package static let schema = RecordSchema(
        noun: "hazard-step", aliases: ["隐患步骤"], prefix: "HS", label: Localized("隐患步骤", "hazard step"), group: .risk, identity: .issued,
        naturalKey: ["hazard", "number"], timeField: "taken_on", order: ["hazard", "number"],
        verbs: [.list, .show, .import, .export, .history],
        rules: [digestIsADigest],
        help: Localized("隐患的每一步：谁、何时、凭什么；只增不改。", "Every step of a hazard: who, when, on what evidence; added, never changed.")
    ) {
        hazard; number; step; takenOn; takenBy; approvedBy; kind; list; unit; person; measures; funds; contingency; deadline; until
        evidence; evidenceDigest; supervisionNo; reportedDepartmentOn; reportedWorkersOn; reason; fromState; toState; deadlineAfter
    }

    private static let digestIsADigest: RowRule = { record in
        guard let text = record[evidenceDigest], !SHA256Text.isDigest(text) else { return [] }
        return [Fault(SHA256Text.complaint, at: .init(field: evidenceDigest.name))]
    }
}

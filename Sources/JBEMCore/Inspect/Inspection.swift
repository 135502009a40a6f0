/// A visit (检查) to a risk point or a piece of equipment; the answers to its form are ``InspectionAnswer``s.
package enum Inspection: Noun {
    package static let number = Field<String>(
        "number", Localized("检查编号", "visit number"), .text(max: 60), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let risk = Field<Int64>(
        "risk", Localized("风险点", "risk point"), .reference(noun: "risk"), writable: .once, listed: true)
    package static let equipment = Field<Int64>(
        "equipment", Localized("特种设备", "equipment"), .reference(noun: "equipment"), writable: .once, listed: true)
    package static let purpose = Field<String>(
        "purpose", Localized("目的", "purpose"), .code(list: "inspect_purpose"), required: true, writable: .once, aliases: ["检查类型"],
        listed: true)
    package static let visitedOn = Field<CalendarDate>(
        "visited_on", Localized("检查日期", "visited on"), .date, required: true, writable: .once, aliases: ["日期"], listed: true)
    package static let inspector = Field<Int64>(
        "inspector", Localized("检查人", "inspector"), .reference(noun: "person"), required: true, writable: .once, listed: true)
    package static let secondInspector = Field<Int64>(
        "second_inspector", Localized("第二检查人", "second inspector"), .reference(noun: "person"), writable: .once)
    package static let form = Field<String>(
        "form", Localized("检查表", "form"), .text(max: 40), writable: .once, help: Localized("inspect-form 的键", "the key of an inspect-form"))
    package static let formVersion = Field<Int64>(
        "form_version", Localized("检查表版本", "form version"), .integer(1...10_000), writable: .once,
        help: Localized("检查当日有效的版本", "the version in force on the day"))
    package static let result = Field<String>(
        "result", Localized("结果", "result"), .code(list: "inspect_result"), required: true, writable: .once, aliases: ["检查结果"],
        help: Localized("有答卷时与答卷一致", "agrees with the answers where there are any"), listed: true)
    package static let campaign = Field<Int64>("campaign", Localized("专项整治", "campaign"), .reference(noun: "campaign"))
    package static let draw = Field<Int64>("draw", Localized("双随机抽查", "random draw"), .reference(noun: "draw"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), writable: .derived,
        help: Localized("检查对象所在", "where the visited subject is"))

    package static let schema = RecordSchema(
        noun: "inspect", aliases: ["检查"], prefix: "IN", label: Localized("检查", "visit"), group: .risk, identity: .issued,
        naturalKey: ["number"], timeField: "visited_on", order: ["visited_on", "id"],
        rules: [hasOneSubject, formHasAVersion, inspectorsAreTwo],
        help: Localized("日常检查、定检与抽查；应查的时段由规则得出。", "Visits to risk points and equipment; what is due follows from the rules.")
    ) {
        number; risk; equipment; purpose; visitedOn; inspector; secondInspector; form; formVersion; result; campaign; draw; note
        region
    }

    private static let hasOneSubject: RowRule = { record in
        guard (record[risk] == nil) == (record[equipment] == nil) else { return [] }
        return [
            Fault(
                Localized("风险点与特种设备须填且只填一样", "give a risk point or a piece of equipment, exactly one"), at: .init(field: risk.name))
        ]
    }

    private static let formHasAVersion: RowRule = { record in
        guard (record[form] == nil) != (record[formVersion] == nil) else { return [] }
        let missing = record[form] == nil ? form.name : formVersion.name
        return [Fault(Localized("检查表与版本须一起填", "form and form_version go together"), at: .init(field: missing))]
    }

    private static let inspectorsAreTwo: RowRule = { record in
        guard let second = record[secondInspector], second == record[inspector] else { return [] }
        return [Fault(Localized("不能与检查人是同一人", "must be another person than the inspector"), at: .init(field: secondInspector.name))]
    }
}

/// The answer to one item of the form of a visit.
package enum InspectionAnswer: Noun {
    package static let inspect = Field<Int64>(
        "inspect", Localized("检查", "visit"), .reference(noun: "inspect"), required: true, writable: .once, listed: true)
    package static let item = Field<Int64>(
        "item", Localized("项", "item"), .integer(1...999), required: true, writable: .once, listed: true)
    package static let answer = Field<String>(
        "answer", Localized("答案", "answer"), .code(list: "inspect_answer"), required: true, writable: .once, listed: true)
    package static let note = Field<String>(
        "note", Localized("说明", "note"), .text(max: 400), writable: .once, help: Localized("有问题时必填", "required with a fault"), listed: true)
    package static let hazard = Field<Int64>(
        "hazard", Localized("隐患", "hazard"), .reference(noun: "hazard"), help: Localized("由此登记的隐患", "the hazard made of it"),
        listed: true)

    package static let schema = RecordSchema(
        noun: "inspect-answer", aliases: ["检查答案"], prefix: "IA", label: Localized("检查答案", "answer"), group: .risk, identity: .issued,
        naturalKey: ["inspect", "item"], order: ["inspect", "item"],
        verbs: [.list, .show, .import, .export, .history],
        rules: [faultIsExplained],
        help: Localized("检查表各项的答案；由 inspect record 写入。", "Answers to the items of a form; inspect record writes them.")
    ) {
        inspect; item; answer; note; hazard
    }

    private static let faultIsExplained: RowRule = { record in
        if record[answer] == "fault", record[note] == nil {
            return [Fault(Localized("有问题须说明是什么", "a fault needs to say what is wrong"), at: .init(field: note.name))]
        }
        guard record[hazard] != nil, record[answer] != "fault" else { return [] }
        return [Fault(Localized("只有答为“有问题”的项才有隐患", "only a fault has a hazard"), at: .init(field: hazard.name))]
    }
}

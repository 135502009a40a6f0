/// A random draw of objects and inspectors (双随机): what was announced, and what a later public value made of it.
///
/// ``commitment`` fixes everything that was announced, candidates included; see ``DrawOrder`` for the arithmetic.
package enum Draw: Noun {
    package static let number = Field<String>(
        "number", Localized("抽查编号", "draw number"), .text(max: 60), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let announcedOn = Field<CalendarDate>(
        "announced_on", Localized("公告日期", "announced on"), .date, required: true, writable: .once, listed: true)
    package static let office = Field<String>(
        "office", Localized("组织单位", "office"), .key(noun: "office"), required: true, writable: .once)
    package static let objects = Field<Int64>(
        "objects", Localized("抽取对象数", "objects to draw"), .integer(1...100_000), required: true, writable: .once, listed: true)
    package static let inspectorsPerObject = Field<Int64>(
        "inspectors_per_object", Localized("每个对象检查人数", "inspectors per object"), .integer(1...20), required: true, writable: .once)
    package static let publicSource = Field<String>(
        "public_source", Localized("公开值来源", "public source"), .text(max: 200), required: true, writable: .once,
        help: Localized("将用哪个公开值，如某日某彩种开奖号", "which public value will be used, such as the lottery numbers of a day"), listed: true)
    package static let publicOn = Field<CalendarDate>(
        "public_on", Localized("公开值日期", "public on"), .date, required: true, writable: .once, listed: true)
    package static let commitment = Field<String>(
        "commitment", Localized("承诺值", "commitment"), .text(max: 64), required: true, writable: .once,
        help: Localized("公告内容的 SHA-256", "SHA-256 of what was announced"))
    package static let publicValue = Field<String>("public_value", Localized("公开值", "public value"), .text(max: 200), listed: true)
    package static let runOn = Field<CalendarDate>("run_on", Localized("抽取日期", "run on"), .date)
    package static let seed = Field<String>("seed", Localized("种子", "seed"), .text(max: 64))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "draw", aliases: ["双随机"], prefix: "DW", label: Localized("双随机抽查", "random draw"), group: .risk, identity: .issued,
        naturalKey: ["number"], timeField: "announced_on", order: ["announced_on", "id"],
        verbs: [.list, .show, .import, .export, .history],
        rules: [valueFollowsAnnouncement, runIsWhole],
        help: Localized("双随机抽查：先公告、后抽取，任何人可复算。", "Random draws: announced first, drawn later, recomputed by anyone.")
    ) {
        number; announcedOn; office; objects; inspectorsPerObject; publicSource; publicOn; commitment; publicValue; runOn; seed; note
    }

    private static let valueFollowsAnnouncement: RowRule = { record in
        guard let announced = record[announcedOn], let on = record[publicOn], on <= announced else { return [] }
        return [
            Fault(
                Localized("须晚于公告日期 \(announced)，否则公告时可能已知", "must be after the announcement of \(announced): it may have been known"),
                at: .init(field: publicOn.name))
        ]
    }

    private static let runIsWhole: RowRule = { record in
        let given = [record[publicValue] != nil, record[runOn] != nil, record[seed] != nil]
        guard given.contains(true), given.contains(false) else { return [] }
        return [
            Fault(
                Localized("公开值、抽取日期、种子须一起有", "public value, day of the run and seed go together"),
                at: .init(field: publicValue.name))
        ]
    }
}

/// One line of what a draw announced: an object, an inspector, or a pair that is in conflict.
package enum DrawCandidate: Noun {
    package static let draw = Field<Int64>(
        "draw", Localized("抽查", "draw"), .reference(noun: "draw"), required: true, writable: .once, listed: true)
    package static let number = Field<Int64>(
        "number", Localized("序", "number"), .integer(1...1_000_000), required: true, writable: .once, listed: true)
    package static let role = Field<String>(
        "role", Localized("身份", "role"), .code(list: "draw_role"), required: true, writable: .once, listed: true)
    package static let risk = Field<Int64>(
        "risk", Localized("风险点", "risk point"), .reference(noun: "risk"), writable: .once, listed: true)
    package static let equipment = Field<Int64>(
        "equipment", Localized("特种设备", "equipment"), .reference(noun: "equipment"), writable: .once, listed: true)
    package static let person = Field<Int64>(
        "person", Localized("检查人", "inspector"), .reference(noun: "person"), writable: .once, listed: true)
    package static let reason = Field<String>(
        "reason", Localized("回避理由", "reason"), .text(max: 200), writable: .once, help: Localized("回避时必填", "required with a conflict"),
        listed: true)

    package static let schema = RecordSchema(
        noun: "draw-candidate", aliases: ["抽查候选"], prefix: "DC", label: Localized("抽查候选", "draw candidate"), group: .risk,
        identity: .issued, naturalKey: ["draw", "number"], order: ["draw", "number"],
        verbs: [.list, .show, .import, .export, .history],
        rules: [partsFitTheRole],
        help: Localized("抽查公告的对象、检查人与回避；公告后不变。", "Objects, inspectors and conflicts of a draw; fixed once announced.")
    ) {
        draw; number; role; risk; equipment; person; reason
    }

    private static let partsFitTheRole: RowRule = { record in
        let objects = (record[risk] == nil ? 0 : 1) + (record[equipment] == nil ? 0 : 1)
        let isRight =
            switch record[role] {
            case "object": objects == 1 && record[person] == nil && record[reason] == nil
            case "inspector": objects == 0 && record[person] != nil && record[reason] == nil
            case "conflict": objects == 1 && record[person] != nil && record[reason] != nil
            default: true
            }
        guard !isRight else { return [] }
        return [
            Fault(
                Localized(
                    "对象须有一个风险点或设备，检查人须有人，回避须有两者与理由",
                    "an object has one risk point or equipment, an inspector a person, a conflict both and a reason"),
                at: .init(field: role.name))
        ]
    }
}

/// One inspector of one drawn object.
package enum DrawResult: Noun {
    package static let draw = Field<Int64>(
        "draw", Localized("抽查", "draw"), .reference(noun: "draw"), required: true, writable: .once, listed: true)
    package static let position = Field<Int64>(
        "position", Localized("次序", "position"), .integer(1...100_000), required: true, writable: .once, listed: true)
    package static let place = Field<Int64>(
        "place", Localized("第几人", "place"), .integer(1...20), required: true, writable: .once, listed: true)
    package static let risk = Field<Int64>(
        "risk", Localized("风险点", "risk point"), .reference(noun: "risk"), writable: .once, listed: true)
    package static let equipment = Field<Int64>(
        "equipment", Localized("特种设备", "equipment"), .reference(noun: "equipment"), writable: .once, listed: true)
    package static let person = Field<Int64>(
        "person", Localized("检查人", "inspector"), .reference(noun: "person"), required: true, writable: .once, listed: true)

    package static let schema = RecordSchema(
        noun: "draw-result", aliases: ["抽查结果"], prefix: "DT", label: Localized("抽查结果", "draw result"), group: .risk, identity: .issued,
        naturalKey: ["draw", "position", "place"], order: ["draw", "position", "place"],
        verbs: [.list, .show, .import, .export, .history],
        help: Localized("抽查抽中的对象与检查人；draw verify 复算。", "The objects and inspectors that a draw gave; inspect draw verify recomputes them.")
    ) {
        draw; position; place; risk; equipment; person
    }
}

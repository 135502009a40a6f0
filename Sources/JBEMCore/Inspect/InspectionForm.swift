/// One version of a checklist form; a later version supersedes it, and one with answers never changes.
package enum InspectionForm: Noun {
    package static let form = Field<String>(
        "form", Localized("检查表", "form"), .text(max: 40), required: true, writable: .once, listed: true)
    package static let version = Field<Int64>(
        "version", Localized("版本", "version"), .integer(1...10_000), required: true, writable: .once, listed: true)
    package static let zh = Field<String>("zh", Localized("名称", "Chinese"), .text(max: 120), required: true, listed: true)
    package static let en = Field<String>("en", Localized("英文", "English"), .text(max: 120), required: true, listed: true)
    package static let validFrom = Field<CalendarDate>(
        "valid_from", Localized("启用日期", "valid from"), .date, required: true,
        help: Localized("到下一版本启用之前有效", "in force until the next version begins"), listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "inspect-form", aliases: ["检查表"], label: Localized("检查表", "inspection form"), group: .risk, identity: .natural,
        naturalKey: ["form", "version"],
        help: Localized(
            "检查表及其版本；用过的版本不再改，改即新版本。", "Checklist forms by version; one that was used never changes: a new version supersedes it.")
    ) {
        form; version; zh; en; validFrom; source; isVerified
    }
}

/// One item of a version of a form.
package enum InspectionItem: Noun {
    package static let form = Field<String>(
        "form", Localized("检查表", "form"), .text(max: 40), required: true, writable: .once, listed: true)
    package static let version = Field<Int64>(
        "version", Localized("版本", "version"), .integer(1...10_000), required: true, writable: .once, listed: true)
    package static let number = Field<Int64>(
        "number", Localized("项", "item"), .integer(1...999), required: true, writable: .once, listed: true)
    package static let zh = Field<String>("zh", Localized("内容", "Chinese"), .text(max: 200), required: true, listed: true)
    package static let en = Field<String>("en", Localized("英文", "English"), .text(max: 200), required: true)
    package static let clause = Field<String>(
        "clause", Localized("依据", "clause"), .text(max: 200), help: Localized("不合格时违反的条款", "the clause that a fault offends against"),
        listed: true)
    package static let severity = Field<String>(
        "severity", Localized("等级", "severity"), .code(list: "hazard_kind"), required: true, standard: "general",
        help: Localized("不合格时隐患的等级", "the kind of hazard that a fault is"), listed: true)

    package static let schema = RecordSchema(
        noun: "inspect-item", aliases: ["检查项"], label: Localized("检查项", "inspection item"), group: .risk, identity: .natural,
        naturalKey: ["form", "version", "number"],
        help: Localized("检查表某一版本的各项。", "The items of a version of a form.")
    ) {
        form; version; number; zh; en; clause; severity
    }
}

/// An indicator of a plan as a record; its targets are `TargetRecord` rows.
package enum IndicatorRecord: Noun {
    package static let plan = Field<String>("plan", Localized("规划", "plan"), .key(noun: "plan"), required: true, writable: .once)
    package static let id = Field<String>("id", Localized("编号", "id"), .text(max: 20), required: true, writable: .once, listed: true)
    package static let position = Field<Int64>("position", Localized("顺序", "order"), .integer(0...100_000), required: true)
    package static let parent = Field<String>("parent", Localized("上级指标", "parent"), .text(max: 20), listed: true)
    package static let chapter = Field<String>("chapter", Localized("章节", "chapter"), .text(max: 80))
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 120), required: true, aliases: ["指标名称"], listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 200), required: true)
    package static let nature = Field<String>(
        "nature", Localized("性质", "nature"), .code(list: "indicator_nature"), required: true, aliases: ["指标性质"], listed: true)
    package static let unit = Field<String>("unit", Localized("计量单位", "printed unit"), .text(max: 40), listed: true)
    package static let unitEn = Field<String>("unit_en", Localized("英文单位", "English unit"), .text(max: 60))
    package static let clause = Field<String>("clause", Localized("条款", "clause"), .text(max: 20), required: true, listed: true)
    package static let responsible = Field<String>(
        "responsible", Localized("责任单位", "responsible office"), .key(noun: "office"), listed: true)
    package static let aliasOf = Field<String>("alias_of", Localized("同指标", "alias of"), .text(max: 20))
    package static let note = Field<String>("note", Localized("说明", "note"), .text(max: 600))
    package static let noteEn = Field<String>("note_en", Localized("英文说明", "English note"), .text(max: 900))

    package static let schema = RecordSchema(
        noun: "indicator", aliases: ["指标定义"], label: Localized("指标定义", "indicator"), group: .oversight, identity: .natural,
        naturalKey: ["plan", "id"], order: ["plan", "position", "id"],
        help: Localized("规划指标：含义、性质、条款与责任单位。", "Indicators of a plan: meaning, nature, clause and office.")
    ) {
        plan; id; position; parent; chapter; name; nameEn; nature; unit; unitEn; clause; responsible; aliasOf; note; noteEn
    }
}

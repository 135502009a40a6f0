/// One reading of an indicator's target; exactly one reading of an indicator is the chosen one.
package enum TargetRecord: Noun {
    package static let plan = Field<String>("plan", Localized("规划", "plan"), .key(noun: "plan"), required: true, writable: .once)
    package static let indicator = Field<String>(
        "indicator", Localized("指标", "indicator"), .text(max: 20), required: true, writable: .once, listed: true)
    package static let reading = Field<String>(
        "reading", Localized("读法", "reading"), .text(max: 60), required: true, writable: .once, listed: true)
    package static let isChosen = Field<Bool>("is_chosen", Localized("采用", "chosen"), .bool, required: true, standard: false, listed: true)
    package static let label = Field<String>("label", Localized("名称", "label"), .text(max: 200), required: true, listed: true)
    package static let labelEn = Field<String>("label_en", Localized("英文名", "English label"), .text(max: 300), required: true)
    package static let formula = Field<String>("formula", Localized("公式", "formula"), .code(list: "formula"), required: true, listed: true)
    package static let numerator = Field<String>("numerator", Localized("分子", "numerator"), .code(list: "measure"))
    package static let denominator = Field<String>("denominator", Localized("分母", "denominator"), .code(list: "measure"))
    package static let scale = Field<Int64>(
        "scale", Localized("倍率", "scale"), .decimal(scale: 6, range: 0...1_000_000_000_000_000),
        help: Localized("比值乘以它", "the ratio is multiplied by it"))
    package static let window = Field<String>("window", Localized("窗口", "window"), .code(list: "window"), listed: true)
    package static let fromYear = Field<Int64>("from_year", Localized("起始年", "from year"), .integer(1900...9000))
    package static let toYear = Field<Int64>("to_year", Localized("结束年", "to year"), .integer(1900...9000))
    package static let aggregation = Field<String>("aggregation", Localized("汇总方式", "aggregation"), .code(list: "aggregation"))
    package static let cycle = Field<String>("cycle", Localized("周期", "cycle"), .code(list: "cycle"))
    package static let comparator = Field<String>(
        "comparator", Localized("比较", "comparator"), .code(list: "comparator"), required: true, listed: true)
    package static let value = Field<Int64>(
        "value", Localized("目标值", "target value"), .decimal(scale: 6, range: 0...1_000_000_000_000_000), aliases: ["目标值"], listed: true)
    package static let relation = Field<String>(
        "relation", Localized("相对", "relation"), .code(list: "relation"), required: true, standard: "absolute")
    package static let baselineYear = Field<Int64>("baseline_year", Localized("基期", "baseline year"), .integer(1900...9000))
    package static let deadline = Field<CalendarDate>("deadline", Localized("期限", "deadline"), .date, listed: true)
    package static let model = Field<String>(
        "model", Localized("概率模型", "probability model"), .code(list: "model"), required: true, standard: "none")
    package static let modelReason = Field<String>("model_reason", Localized("无概率原因", "why no probability"), .text(max: 300))
    package static let modelReasonEn = Field<String>("model_reason_en", Localized("无概率原因(英)", "why no probability (en)"), .text(max: 300))
    package static let isInferred = Field<Bool>(
        "is_inferred", Localized("推定", "inferred"), .bool, required: true, standard: false,
        help: Localized("期限或数值不在原文中，由读法推定", "the deadline or value is read into the text"))
    package static let author = Field<String>("author", Localized("选定人", "chosen by"), .text(max: 80))
    package static let note = Field<String>("note", Localized("说明", "note"), .text(max: 600))
    package static let noteEn = Field<String>("note_en", Localized("英文说明", "English note"), .text(max: 900))

    package static let schema = RecordSchema(
        noun: "target", aliases: ["目标"], label: Localized("目标", "target"), group: .oversight, identity: .natural,
        naturalKey: ["plan", "indicator", "reading"],
        help: Localized("指标目标的各种读法，每个指标采用一种。", "Readings of each indicator's target, one of them chosen.")
    ) {
        plan; indicator; reading; isChosen; label; labelEn; formula; numerator; denominator; scale; window; fromYear; toYear
        aggregation; cycle; comparator; value; relation; baselineYear; deadline; model; modelReason; modelReasonEn; isInferred; author
        note; noteEn
    }
}

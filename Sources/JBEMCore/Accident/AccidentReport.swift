/// A dated report on an accident; a correction is a new report, never an overwritten one.
package enum AccidentReport: Noun {
    package static let accident = Field<Int64>(
        "accident", Localized("事故", "accident"), .reference(noun: "accident"), required: true, writable: .once, aliases: ["事故编号"],
        listed: true)
    package static let kind = Field<String>(
        "kind", Localized("报告类别", "report kind"), .code(list: "accident_report_kind"), required: true, writable: .once, aliases: ["类别"],
        listed: true)
    package static let reportedAt = Field<Instant>(
        "reported_at", Localized("报告时间", "reported at"), .instant, required: true, writable: .once, listed: true)
    package static let reportedOn = Field<CalendarDate>(
        "reported_on", Localized("报告日期", "reported on"), .date, required: true, writable: .operation(verb: "accident-report add"),
        help: Localized("由报告时间得出", "follows from reported_at"))
    package static let deaths = Field<Int64>(
        "deaths", Localized("死亡", "deaths"), .count, unit: Localized("人", "people"), required: true, aliases: ["死亡人数"], listed: true)
    package static let missing = Field<Int64>(
        "missing", Localized("下落不明", "missing"), .count, unit: Localized("人", "people"), required: true, standard: 0,
        aliases: ["失踪", "失联"], listed: true)
    package static let seriousInjuries = Field<Int64>(
        "serious_injuries", Localized("重伤", "serious injuries"), .count, unit: Localized("人", "people"), required: true, standard: 0,
        aliases: ["重伤人数"], help: Localized("含急性工业中毒", "acute industrial poisoning included"), listed: true)
    package static let minorInjuries = Field<Int64>(
        "minor_injuries", Localized("轻伤", "minor injuries"), .count, unit: Localized("人", "people"), required: true, standard: 0,
        aliases: ["轻伤人数"], listed: true)
    package static let directLoss = Field<Int64>(
        "direct_loss", Localized("直接经济损失", "direct loss"), .money(.wanYuan), required: true, standard: 0, aliases: ["经济损失", "直接损失"],
        listed: true)
    package static let burntArea = Field<Int64>(
        "burnt_area", Localized("受害森林面积", "burnt forest"), .decimal(scale: 4, range: 0...10_000_000_000), unit: Localized("公顷", "ha"),
        help: Localized("森林火灾分级用", "grades forest fires"))
    package static let author = Field<String>("author", Localized("报告人", "author"), .text(max: 60))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 600))

    package static let schema = RecordSchema(
        noun: "accident-report", aliases: ["事故报告"], prefix: "AR", label: Localized("事故报告", "accident report"), identity: .issued,
        naturalKey: ["accident", "kind", "reported_at"], timeField: "reported_on", order: ["accident", "reported_at"],
        verbs: [.list, .show, .add, .import, .export, .history, .rm],
        derive: { record in
            if let at = record[reportedAt] { record[reportedOn] = at.local().date }
        },
        help: Localized("初报、续报、终报；最新的一份为准。", "Initial, follow-up and final reports; the newest one holds.")
    ) {
        accident; kind; reportedAt; reportedOn; deaths; missing; seriousInjuries; minorInjuries; directLoss; burntArea; author; note
    }
}

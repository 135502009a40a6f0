/// A natural-disaster event; its losses are in `DisasterReport` per region.
package enum Disaster: Noun {
    package static let caseNo = Field<String>(
        "case_no", Localized("灾害编号", "case number"), .text(max: 60), required: true, writable: .once, aliases: ["编号", "灾情编号"], listed: true)
    package static let kind = Field<String>(
        "kind", Localized("灾种", "hazard"), .code(list: "disaster_kind"), required: true, aliases: ["灾害种类"], listed: true)
    package static let title = Field<String>(
        "title", Localized("名称", "title"), .text(max: 200), required: true, aliases: ["灾害名称"], listed: true)
    package static let beganOn = Field<CalendarDate>(
        "began_on", Localized("开始日期", "began on"), .date, required: true, aliases: ["发生日期", "灾害开始日期"], listed: true)
    package static let endedOn = Field<CalendarDate>("ended_on", Localized("结束日期", "ended on"), .date)
    package static let office = Field<String>(
        "office", Localized("报送单位", "reporting office"), .key(noun: "office"), required: true, aliases: ["单位", "填报单位"])
    package static let region = Field<String>("region", Localized("区域", "region"), .key(noun: "region"), required: true, listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let deaths = Field<Int64>(
        "deaths", Localized("因灾死亡", "deaths"), .count, unit: Localized("人", "people"), writable: .derived, listed: true)
    package static let missing = Field<Int64>(
        "missing", Localized("因灾失踪", "missing"), .count, unit: Localized("人", "people"), writable: .derived)
    package static let affected = Field<Int64>(
        "affected", Localized("受灾人口", "affected"), .count, unit: Localized("人次", "person-times"), writable: .derived, listed: true)
    package static let directLoss = Field<Int64>(
        "direct_loss", Localized("直接经济损失", "direct loss"), .money(.wanYuan), writable: .derived, listed: true)
    package static let isVerifiedReport = Field<Bool>("is_final", Localized("已核报", "verified report"), .bool, writable: .derived)

    package static let schema = RecordSchema(
        noun: "disaster", aliases: ["灾害"], prefix: "DS", label: Localized("灾害", "disaster"), identity: .issued, naturalKey: ["case_no"],
        timeField: "began_on", order: ["began_on", "id"],
        rules: [
            { record in
                guard let from = record[beganOn], let to = record[endedOn], to < from else { return [] }
                return [Fault(Localized("结束日期 \(to) 早于开始日期 \(from)", "\(to) is before began_on \(from)"), at: .init(field: "ended_on"))]
            }
        ],
        help: Localized("自然灾害事件，计入开始的年份。", "Natural-disaster events, counted in the year they began.")
    ) {
        caseNo; kind; title; beganOn; endedOn; office; region; note
        deaths; missing; affected; directLoss; isVerifiedReport
    }
}

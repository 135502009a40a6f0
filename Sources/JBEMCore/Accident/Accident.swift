/// An accident; its casualties, loss and grade are those of its newest report and never typed in here.
package enum Accident: Noun {
    package static let caseNo = Field<String>(
        "case_no", Localized("事故编号", "case number"), .text(max: 60), required: true, writable: .once, aliases: ["编号", "事故号"], listed: true)
    package static let occurredAt = Field<Instant>("occurred_at", Localized("发生时间", "occurred at"), .instant, aliases: ["事故时间"])
    package static let occurredOn = Field<CalendarDate>(
        "occurred_on", Localized("发生日期", "occurred on"), .date, required: true, aliases: ["事故日期", "日期"],
        help: Localized("本地日期；填了发生时间的由其得出", "local date; follows from occurred_at where that is given"), listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, aliases: ["街镇", "属地"], listed: true)
    package static let office = Field<String>(
        "office", Localized("报送单位", "reporting office"), .key(noun: "office"), required: true, aliases: ["单位", "填报单位"], listed: false)
    package static let place = Field<String>("place", Localized("地点", "place"), .text(max: 200), aliases: ["事故地点"])
    package static let title = Field<String>(
        "title", Localized("名称", "title"), .text(max: 200), required: true, aliases: ["事故名称"], listed: true)
    package static let sector = Field<String>(
        "sector", Localized("行业领域", "sector"), .code(list: "accident_sector"), required: true, aliases: ["行业"], listed: true)
    package static let type = Field<String>(
        "type", Localized("事故类别", "accident type"), .code(list: "accident_type"), aliases: ["事故类型"], source: "GB 6441-1986")
    package static let industry = Field<String>(
        "industry", Localized("国民经济行业", "industry"), .text(max: 10), aliases: ["行业代码"], source: "GB/T 4754")
    package static let regime = Field<String>(
        "regime", Localized("分级制度", "regime"), .code(list: "accident_regime"), required: true, standard: "general",
        help: Localized("按哪个条例分级", "the regulation that grades it"))
    package static let isProduction = Field<Bool>(
        "is_production", Localized("生产经营性", "in production"), .bool, required: true, aliases: ["是否生产经营性"],
        help: Localized("发生在生产经营活动中", "happened in production or business"))
    package static let exclusion = Field<String>(
        "exclusion", Localized("不计原因", "exclusion"), .code(list: "accident_exclusion"),
        help: Localized("重复、改定性等；留空则计入", "duplicate, reclassified …; empty if it counts"))
    package static let duplicateOf = Field<Int64>("duplicate_of", Localized("重复于", "duplicate of"), .reference(noun: "accident"))
    package static let exclusionReason = Field<String>("exclusion_reason", Localized("不计依据", "grounds for exclusion"), .text(max: 400))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let investigatedOn = Field<CalendarDate>(
        "investigated_on", Localized("调查报告日期", "investigation report of"), .date, aliases: ["调查报告提交日期"],
        help: Localized("事故调查报告提交的日子", "the day the investigation report was handed in"))
    package static let approvedOn = Field<CalendarDate>(
        "approved_on", Localized("批复日期", "approved on"), .date, aliases: ["结案批复日期"],
        help: Localized("政府批复调查报告的日子", "the day the government approved the report"))
    // From the newest report and the rule table, by the store.
    package static let grade = Field<String>(
        "grade", Localized("等级", "grade"), .code(list: "accident_grade"), writable: .derived, listed: true)
    package static let deaths = Field<Int64>(
        "deaths", Localized("死亡", "deaths"), .count, unit: Localized("人", "people"), writable: .derived, listed: true)
    package static let missing = Field<Int64>(
        "missing", Localized("下落不明", "missing"), .count, unit: Localized("人", "people"), writable: .derived)
    package static let seriousInjuries = Field<Int64>(
        "serious_injuries", Localized("重伤", "serious injuries"), .count, unit: Localized("人", "people"), writable: .derived)
    package static let minorInjuries = Field<Int64>(
        "minor_injuries", Localized("轻伤", "minor injuries"), .count, unit: Localized("人", "people"), writable: .derived)
    package static let directLoss = Field<Int64>("direct_loss", Localized("直接经济损失", "direct loss"), .money(.wanYuan), writable: .derived)
    package static let reportedAt = Field<Instant>("reported_at", Localized("最新报告时间", "newest report at"), .instant, writable: .derived)
    package static let settlesOn = Field<CalendarDate>(
        "settles_on", Localized("伤亡定数日", "settles on"), .date, writable: .derived,
        help: Localized("事故满 30 日（道路、火灾 7 日）", "30 days after the accident (7 for road and fire)"))
    package static let investigationDueOn = Field<CalendarDate>(
        "investigation_due_on", Localized("调查报告期限", "investigation due on"), .date, writable: .derived,
        help: Localized("事故起 60 日；技术鉴定时间不计，须另加", "60 days after the accident; days of technical appraisal are not counted and come on top"))
    package static let investigationLatestOn = Field<CalendarDate>(
        "investigation_latest_on", Localized("调查最迟期限", "investigation latest on"), .date, writable: .derived,
        help: Localized("经批准延长后的最迟日", "with the longest extension that can be granted"))
    package static let isProvisional = Field<Bool>("is_provisional", Localized("暂定", "provisional"), .bool, writable: .derived)
    package static let counts = Field<Bool>("counts", Localized("计入指标", "counts"), .bool, writable: .derived, listed: true)
    package static let countsReason = Field<String>(
        "counts_reason", Localized("计入说明", "why it counts or not"), .code(list: "counts_reason"), writable: .derived)

    package static let schema = RecordSchema(
        noun: "accident", aliases: ["事故"], prefix: "AC", label: Localized("事故", "accident"), identity: .issued, naturalKey: ["case_no"],
        timeField: "occurred_on", order: ["occurred_on", "id"],
        verbs: [.list, .show, .add, .set, .import, .export, .history, .rm],
        rules: [exclusionIsExplained, stepsFollowEachOther],
        derive: { record in
            if let at = record[occurredAt] { record[occurredOn] = at.local().date }
        },
        help: Localized(
            "生产安全事故；等级与伤亡由报告和规则表得出。", "Production-safety accidents; grade and casualties follow from the reports and the rule table.")
    ) {
        caseNo; occurredAt; occurredOn; region; office; place; title; sector; type; industry; regime; isProduction; exclusion
        duplicateOf; exclusionReason; note; investigatedOn; approvedOn
        grade; deaths; missing; seriousInjuries; minorInjuries; directLoss; reportedAt; settlesOn; isProvisional
        investigationDueOn; investigationLatestOn; counts; countsReason
    }

    private static let stepsFollowEachOther: RowRule = { record in
        var faults: [Fault] = []
        if let day = record[investigatedOn], let first = record[occurredOn], day < first {
            faults.append(Fault(Localized("早于事故日期 \(first)", "is before the accident of \(first)"), at: .init(field: investigatedOn.name)))
        }
        if let day = record[approvedOn], record[investigatedOn].map({ day < $0 }) ?? true {
            faults.append(
                Fault(Localized("批复须在调查报告之后", "the approval follows the investigation report"), at: .init(field: approvedOn.name)))
        }
        return faults
    }

    private static let exclusionIsExplained: RowRule = { record in
        var faults: [Fault] = []
        if record[exclusion] == "duplicate", record[duplicateOf] == nil {
            faults.append(
                Fault(Localized("标为重复的事故须指明重复于哪一起", "a duplicate names the accident it repeats"), at: .init(field: "duplicate_of")))
        }
        if record[exclusion] != nil, record[exclusionReason] == nil {
            faults.append(Fault(Localized("不计入的事故须写明依据", "an excluded accident needs its grounds"), at: .init(field: "exclusion_reason")))
        }
        return faults
    }
}

/// A report of the losses of one disaster in one region, with the main fields of the national disaster statistics.
///
/// Cumulative values end in `_total`, current ones in `_now`. Areas are shown in hectares and stored in m².
package enum DisasterReport: Noun {
    package static let disaster = Field<Int64>(
        "disaster", Localized("灾害", "disaster"), .reference(noun: "disaster"), required: true, writable: .once, aliases: ["灾害编号", "灾情编号"],
        listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, writable: .once, aliases: ["乡镇(街道)", "街镇"], listed: true)
    package static let kind = Field<String>(
        "kind", Localized("报告类别", "report kind"), .code(list: "disaster_report_kind"), required: true, writable: .once, aliases: ["类别"],
        listed: true)
    package static let reportedAt = Field<Instant>(
        "reported_at", Localized("报告时间", "reported at"), .instant, required: true, writable: .once, listed: true)
    package static let reportedOn = Field<CalendarDate>(
        "reported_on", Localized("报告日期", "reported on"), .date, required: true, writable: .operation(verb: "disaster-report add"),
        help: Localized("由报告时间得出", "follows from reported_at"))
    package static let correction = Field<String>(
        "correction", Localized("更正原因", "reason of correction"), .text(max: 400),
        help: Localized("累计值比上一份少时必填", "needed where a cumulative value falls"))
    package static let affected = people("affected", Localized("受灾人口", "affected"), required: true, listed: true)
    package static let deaths = people("deaths", Localized("因灾死亡", "deaths"), required: true, aliases: ["因灾死亡人口"], listed: true)
    package static let missing = people("missing", Localized("因灾失踪", "missing"), aliases: ["因灾失踪人口"], listed: true)
    package static let injured = people("injured", Localized("因灾受伤", "injured"))
    package static let seriouslyInjured = people("seriously_injured", Localized("其中重伤", "seriously injured"), aliases: ["重伤"])
    package static let evacuated = people("evacuated", Localized("紧急避险转移", "evacuated ahead"), aliases: ["紧急避险转移人口"])
    package static let relocatedTotal = people("relocated_total", Localized("紧急转移安置(累计)", "relocated, total"))
    package static let relocatedNow = people("relocated_now", Localized("紧急转移安置(实时)", "relocated, now"))
    package static let centralTotal = people("relocated_central_total", Localized("集中安置(累计)", "in centres, total"))
    package static let centralNow = people("relocated_central_now", Localized("集中安置(实时)", "in centres, now"))
    package static let dispersedTotal = people("relocated_dispersed_total", Localized("分散安置(累计)", "dispersed, total"))
    package static let dispersedNow = people("relocated_dispersed_now", Localized("分散安置(实时)", "dispersed, now"))
    package static let aidTotal = people("emergency_aid_total", Localized("需紧急生活救助(累计)", "need emergency aid, total"))
    package static let aidNow = people("emergency_aid_now", Localized("需紧急生活救助(实时)", "need emergency aid, now"))
    package static let transitionalAid = people("transitional_aid", Localized("需过渡期生活救助", "need transitional aid"))
    package static let droughtAidTotal = people("drought_aid_total", Localized("因旱需生活救助(累计)", "need drought aid, total"))
    package static let droughtAidNow = people("drought_aid_now", Localized("因旱需生活救助(实时)", "need drought aid, now"))
    package static let droughtWater = people("drought_water", Localized("其中饮水困难", "short of drinking water"))
    package static let collapsedRooms = rooms("collapsed_rooms", Localized("倒塌房屋", "collapsed rooms"))
    package static let collapsedDwelling = rooms("collapsed_dwelling_rooms", Localized("倒塌住房", "collapsed dwelling rooms"))
    package static let collapsedHouseholds = households("collapsed_households", Localized("倒塌住房户数", "households with collapsed dwellings"))
    package static let severeRooms = rooms("severe_rooms", Localized("严重损坏房屋", "severely damaged rooms"))
    package static let severeDwelling = rooms("severe_dwelling_rooms", Localized("严重损坏住房", "severely damaged dwelling rooms"))
    package static let severeHouseholds = households(
        "severe_households", Localized("严重损坏住房户数", "households with severely damaged dwellings"))
    package static let slightRooms = rooms("slight_rooms", Localized("一般损坏房屋", "slightly damaged rooms"))
    package static let slightDwelling = rooms("slight_dwelling_rooms", Localized("一般损坏住房", "slightly damaged dwelling rooms"))
    package static let slightHouseholds = households(
        "slight_households", Localized("一般损坏住房户数", "households with slightly damaged dwellings"))
    package static let cropAffected = area("crop_affected_area", Localized("农作物受灾面积", "crops affected"))
    package static let cropDamaged = area("crop_damaged_area", Localized("农作物成灾面积", "crops damaged"), aliases: ["成灾面积"])
    package static let cropFailed = area("crop_failed_area", Localized("农作物绝收面积", "crops failed"), aliases: ["绝收面积"])
    package static let grainAffected = area("grain_affected_area", Localized("粮食受灾面积", "grain affected"))
    package static let grainDamaged = area("grain_damaged_area", Localized("粮食成灾面积", "grain damaged"))
    package static let grainFailed = area("grain_failed_area", Localized("粮食绝收面积", "grain failed"))
    package static let directLoss = loss("direct_loss", Localized("直接经济损失", "direct loss"), required: true, listed: true)
    package static let lossHousing = loss("loss_housing", Localized("住房及家庭财产损失", "loss of housing and property"))
    package static let lossAgriculture = loss("loss_agriculture", Localized("农林牧渔业损失", "loss of agriculture"))
    package static let lossIndustry = loss("loss_industry", Localized("工矿商贸业损失", "loss of industry and trade"))
    package static let lossInfrastructure = loss("loss_infrastructure", Localized("基础设施损失", "loss of infrastructure"))
    package static let lossPublic = loss("loss_public_service", Localized("公共服务损失", "loss of public services"))
    package static let lossOther = loss("loss_other", Localized("其他损失", "other loss"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 600))

    package static let schema = RecordSchema(
        noun: "disaster-report", aliases: ["灾情报告"], prefix: "DR", label: Localized("灾情报告", "disaster report"), identity: .issued,
        naturalKey: ["disaster", "region", "kind", "reported_at"], timeField: "reported_on", order: ["disaster", "region", "reported_at"],
        verbs: [.list, .show, .add, .import, .export, .history, .rm],
        rules: DisasterReport.rules,
        derive: { record in
            if let at = record[reportedAt] { record[reportedOn] = at.local().date }
        },
        help: Localized("初报、续报、核报，按区域。", "Initial, follow-up and verified reports by region.")
    ) {
        disaster; region; kind; reportedAt; reportedOn; correction
        affected; deaths; missing; injured; seriouslyInjured; evacuated
        relocatedTotal; relocatedNow; centralTotal; centralNow; dispersedTotal; dispersedNow
        aidTotal; aidNow; transitionalAid; droughtAidTotal; droughtAidNow; droughtWater
        collapsedRooms; collapsedDwelling; collapsedHouseholds; severeRooms; severeDwelling; severeHouseholds
        slightRooms; slightDwelling; slightHouseholds
        cropAffected; cropDamaged; cropFailed; grainAffected; grainDamaged; grainFailed
        directLoss; lossHousing; lossAgriculture; lossIndustry; lossInfrastructure; lossPublic; lossOther; note
    }

    private static func people(_ name: String, _ label: Localized, required: Bool = false, aliases: [String] = [], listed: Bool = false)
        -> Field<Int64>
    {
        Field(name, label, .count, unit: Localized("人", "people"), required: required, aliases: aliases, listed: listed)
    }

    private static func rooms(_ name: String, _ label: Localized) -> Field<Int64> {
        Field(name, label, .count, unit: Localized("间", "rooms"))
    }

    private static func households(_ name: String, _ label: Localized) -> Field<Int64> {
        Field(name, label, .count, unit: Localized("户", "households"))
    }

    private static func area(_ name: String, _ label: Localized, aliases: [String] = []) -> Field<Int64> {
        Field(name, label, .decimal(scale: 4, range: 0...10_000_000_000), unit: Localized("公顷", "ha"), aliases: aliases)
    }

    private static func loss(_ name: String, _ label: Localized, required: Bool = false, listed: Bool = false) -> Field<Int64> {
        Field(name, label, .money(.wanYuan), required: required, listed: listed)
    }
}

/// A risk point; score and level follow from its factors, the scale of its profile and the bands, and are never typed in.
package enum Risk: Noun {
    package static let pointNo = Field<String>(
        "point_no", Localized("风险点编号", "point number"), .text(max: 60), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 200), required: true, aliases: ["风险点", "风险点名称"], listed: true)
    package static let category = Field<String>(
        "category", Localized("类别", "category"), .code(list: "risk_category"), required: true, aliases: ["风险类别"], listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, aliases: ["街镇", "属地"], listed: true)
    package static let office = Field<String>(
        "office", Localized("报送单位", "reporting office"), .key(noun: "office"), required: true, aliases: ["单位", "填报单位"])
    package static let place = Field<String>("place", Localized("地点", "place"), .text(max: 200), aliases: ["地址"])
    package static let longitude = Field<Int64>(
        "longitude", Localized("经度", "longitude"), .decimal(scale: 6, range: -180_000_000...180_000_000), unit: Localized("度", "degrees"))
    package static let latitude = Field<Int64>(
        "latitude", Localized("纬度", "latitude"), .decimal(scale: 6, range: -90_000_000...90_000_000), unit: Localized("度", "degrees"))
    package static let datum = Field<String>(
        "datum", Localized("坐标系", "datum"), .code(list: "datum"), help: Localized("填了经纬度时必填", "required with coordinates"))
    package static let exposedPeople = Field<Int64>(
        "exposed_people", Localized("受威胁人数", "exposed people"), .count, unit: Localized("人", "people"))
    package static let peopleWithin500m = Field<Int64>(
        "people_within_500m", Localized("500米内人数", "people within 500 m"), .count, unit: Localized("人", "people"),
        help: Localized("厂区边界向外 500 米内常住人口，供重大危险源分级", "permanent residents within 500 m of the boundary; grades major hazards"))
    package static let owner = Field<String>("owner", Localized("责任主体", "owner"), .text(max: 200), aliases: ["管理单位", "企业名称"])
    package static let department = Field<String>(
        "department", Localized("监管部门", "supervising department"), .key(noun: "office"), aliases: ["主管部门"])
    package static let profile = Field<String>(
        "profile", Localized("评分方法", "profile"), .code(list: "risk_profile"), aliases: ["评估方法"])
    package static let likelihood = factor("likelihood", Localized("可能性", "likelihood"))
    package static let exposure = factor("exposure", Localized("暴露", "exposure"))
    package static let severity = factor("severity", Localized("后果", "severity"))
    package static let measures = Field<String>("measures", Localized("管控措施", "measures"), .text(max: 1000), aliases: ["控制措施"])
    package static let residualLikelihood = factor("residual_likelihood", Localized("残余可能性", "residual likelihood"))
    package static let residualExposure = factor("residual_exposure", Localized("残余暴露", "residual exposure"))
    package static let residualSeverity = factor("residual_severity", Localized("残余后果", "residual severity"))
    package static let assessedOn = Field<CalendarDate>("assessed_on", Localized("评估日期", "assessed on"), .date)
    package static let reviewOn = Field<CalendarDate>(
        "review_on", Localized("复评日期", "review on"), .date, help: Localized("这天须重新评估", "the day it must be assessed again"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let programme = Field<String>(
        "programme", Localized("监测项目", "programme"), .code(list: "risk_programme"),
        help: Localized("列入的监测预警项目", "the monitoring programme it belongs to"))
    package static let monitoredFrom = Field<CalendarDate>(
        "monitored_from", Localized("监测自", "monitored from"), .date, help: Localized("监测预警开始的日子", "the day monitoring began"))
    package static let monitoredTo = Field<CalendarDate>(
        "monitored_to", Localized("监测至", "monitored to"), .date, help: Localized("当日仍在监测；留空为至今", "the last day; empty means until now"))
    // From the factors, the scales and the bands, by the store.
    package static let score = derivedScore("score", Localized("分值", "score"))
    package static let level = derivedLevel("level", Localized("风险等级", "level"), isListed: true)
    package static let residualScore = derivedScore("residual_score", Localized("残余分值", "residual score"))
    package static let residualLevel = derivedLevel("residual_level", Localized("残余等级", "residual level"), isListed: true)

    package static let schema = RecordSchema(
        noun: "risk", aliases: ["风险点"], prefix: "RK", label: Localized("风险点", "risk point"), group: .risk, identity: .issued,
        naturalKey: ["point_no"], timeField: "assessed_on", order: ["point_no"],
        rules: [coordinatesAreWhole, factorsHaveAProfile, reviewFollowsAssessment, monitoringIsARun],
        help: Localized("风险点与四色等级，等级由评分方法得出。", "Risk points; the four-colour level follows from the scoring profile.")
    ) {
        pointNo; name; category; region; office; place; longitude; latitude; datum; exposedPeople; peopleWithin500m; owner; department
        profile; likelihood; exposure; severity; measures; residualLikelihood; residualExposure; residualSeverity; assessedOn; reviewOn;
        note; programme; monitoredFrom; monitoredTo
        score; level; residualScore; residualLevel
    }

    /// The factors before and after measures, by the factor of the profile.
    package static let factors = [("likelihood", likelihood), ("exposure", exposure), ("severity", severity)]
    package static let residualFactors = [
        ("likelihood", residualLikelihood), ("exposure", residualExposure), ("severity", residualSeverity),
    ]

    private static func factor(_ name: String, _ label: Localized) -> Field<Int64> {
        Field(name, label, .decimal(scale: RiskScale.factor, range: 1...100_000))
    }

    private static func derivedScore(_ name: String, _ label: Localized) -> Field<Int64> {
        Field(name, label, .decimal(scale: RiskScale.score, range: 0...1_000_000_000_000_000), writable: .derived)
    }

    private static func derivedLevel(_ name: String, _ label: Localized, isListed: Bool) -> Field<String> {
        Field(name, label, .code(list: "risk_level"), writable: .derived, listed: isListed)
    }

    private static let coordinatesAreWhole: RowRule = { record in
        let (hasX, hasY) = (record[longitude] != nil, record[latitude] != nil)
        var faults: [Fault] = []
        if hasX != hasY {
            let missing = hasX ? latitude : longitude
            faults.append(Fault(Localized("经度和纬度须一起填", "longitude and latitude go together"), at: .init(field: missing.name)))
        }
        if hasX || hasY, record[datum] == nil {
            faults.append(
                Fault(
                    Localized("有经纬度须注明坐标系，否则位置可偏数百米", "coordinates need their datum; without it they may be hundreds of metres off"),
                    at: .init(field: datum.name)))
        }
        return faults
    }

    private static let factorsHaveAProfile: RowRule = { record in
        let given = (factors + residualFactors).contains { record[$0.1] != nil }
        guard given, record[profile] == nil else { return [] }
        return [Fault(Localized("有因子分值须注明评分方法", "factor values need their profile"), at: .init(field: profile.name))]
    }

    private static let monitoringIsARun: RowRule = { record in
        guard let last = record[monitoredTo], record[monitoredFrom].map({ last < $0 }) ?? true else { return [] }
        return [Fault(Localized("监测止日须在监测起日之后", "monitoring ends after it begins"), at: .init(field: monitoredTo.name))]
    }

    private static let reviewFollowsAssessment: RowRule = { record in
        guard let assessed = record[assessedOn], let review = record[reviewOn], review < assessed else { return [] }
        return [Fault(Localized("早于评估日期 \(assessed)", "is before the assessment of \(assessed)"), at: .init(field: reviewOn.name))]
    }
}

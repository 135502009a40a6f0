/// One band of scores of a profile: reaching or passing `at_least` gives at least this level.
package enum RiskBand: Noun {
    package static let profile = Field<String>(
        "profile", Localized("评分方法", "profile"), .code(list: "risk_profile"), required: true, writable: .once, listed: true)
    package static let grade = Field<String>(
        "grade", Localized("档", "grade"), .text(max: 40), required: true, writable: .once,
        help: Localized("方法自己的档，一个颜色可有几档", "the method's own grade; a colour may have several"), listed: true)
    package static let level = Field<String>(
        "level", Localized("风险等级", "level"), .code(list: "risk_level"), required: true, aliases: ["颜色"], listed: true)
    package static let atLeast = Field<Int64>(
        "at_least", Localized("下限", "at least"), .decimal(scale: RiskScale.score, range: 0...1_000_000_000_000_000), required: true,
        listed: true)
    package static let isInclusive = Field<Bool>(
        "is_inclusive", Localized("含下限", "inclusive"), .bool, required: true, standard: true,
        help: Localized("否：分值须大于下限", "no: the score must be above it"), listed: true)
    package static let zh = Field<String>("zh", Localized("名称", "Chinese"), .text(max: 120), required: true, listed: true)
    package static let en = Field<String>("en", Localized("英文", "English"), .text(max: 120), required: true, listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "risk-band", aliases: ["风险分级标准"], label: Localized("风险分级标准", "risk band"), group: .risk, identity: .natural,
        naturalKey: ["profile", "grade"], order: ["profile", "at_least", "grade"],
        help: Localized("各评分方法的分值落在哪个等级。", "Which level the scores of each profile fall into.")
    ) {
        profile; grade; level; atLeast; isInclusive; zh; en; source; isVerified
    }
}

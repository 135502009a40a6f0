/// One permitted value of a factor on the scale of a scoring profile.
package enum RiskFactor: Noun {
    package static let profile = Field<String>(
        "profile", Localized("评分方法", "profile"), .code(list: "risk_profile"), required: true, writable: .once, listed: true)
    package static let factor = Field<String>(
        "factor", Localized("因子", "factor"), .code(list: "risk_factor"), required: true, writable: .once, listed: true)
    package static let value = Field<Int64>(
        "value", Localized("分值", "value"), .decimal(scale: RiskScale.factor, range: 1...100_000), required: true, writable: .once,
        listed: true)
    package static let symbol = Field<String>(
        "symbol", Localized("符号", "symbol"), .text(max: 8), required: true,
        help: Localized("方法中该因子的字母", "the letter of the factor in the method"), listed: true)
    package static let zh = Field<String>("zh", Localized("含义", "Chinese"), .text(max: 120), required: true, listed: true)
    package static let en = Field<String>("en", Localized("英文", "English"), .text(max: 120), required: true, listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "risk-factor", aliases: ["风险因子"], label: Localized("风险因子", "risk factor"), group: .risk, identity: .natural,
        naturalKey: ["profile", "factor", "value"],
        help: Localized("各评分方法的因子可取的分值。", "The values that the factors of each scoring profile may take.")
    ) {
        profile; factor; value; symbol; zh; en; source; isVerified
    }
}

/// Decimal places of stored values in the scoring of risks.
package enum RiskScale {
    package static let factor = 2
    /// Three factors of two places each.
    package static let score = 6
}

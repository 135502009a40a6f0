/// A hazard class with the critical quantity of substances that are not named one by one.
package enum HazmatClass: Noun {
    package static let symbol = Field<String>(
        "symbol", Localized("符号", "symbol"), .text(max: 10), required: true, writable: .once, aliases: ["类别"], listed: true)
    package static let category = Field<String>("category", Localized("危险性分类", "category"), .text(max: 200), required: true, listed: true)
    package static let categoryEn = Field<String>("category_en", Localized("英文分类", "English category"), .text(max: 200))
    package static let position = Field<Int64>("position", Localized("顺序", "order"), .integer(0...100_000), required: true, standard: 0)
    package static let critical = Field<Int64>(
        "critical", Localized("临界量", "critical quantity"), .decimal(scale: HazmatScale.quantity, range: 1...1_000_000_000_000_000),
        unit: Localized("吨", "t"), required: true, aliases: ["Q"], listed: true)
    package static let beta = Field<Int64>(
        "beta", Localized("校正系数β", "beta"), .decimal(scale: HazmatScale.beta, range: 1...100_000), required: true, listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "hazmat-class", aliases: ["危险性类别"], label: Localized("危险性类别", "hazard class"), group: .risk, identity: .natural,
        naturalKey: ["symbol"], order: ["position", "symbol"],
        help: Localized("GB 18218 表2、表4的类别：临界量与校正系数。", "Classes of GB 18218 tables 2 and 4: critical quantity and correction factor.")
    ) {
        symbol; category; categoryEn; position; critical; beta; source; isVerified
    }
}

/// A substance with a critical quantity of its own.
package enum HazmatSubstance: Noun {
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 120), required: true, writable: .once, aliases: ["物质"], listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 160))
    package static let number = Field<Int64>("number", Localized("表序号", "number in the table"), .integer(1...10_000), listed: true)
    package static let cas = Field<String>(
        "cas", Localized("CAS号", "CAS number"), .text(max: 120), help: Localized("几个以分号分隔", "several with semicolons"), listed: true)
    package static let aliases = Field<String>(
        "aliases", Localized("别名", "other names"), .text(max: 200), help: Localized("几个以分号分隔", "several with semicolons"))
    package static let critical = Field<Int64>(
        "critical", Localized("临界量", "critical quantity"), .decimal(scale: HazmatScale.quantity, range: 1...1_000_000_000_000_000),
        unit: Localized("吨", "t"), required: true, aliases: ["Q"], listed: true)
    package static let beta = Field<Int64>(
        "beta", Localized("校正系数β", "beta"), .decimal(scale: HazmatScale.beta, range: 1...100_000),
        help: Localized("只有毒性气体有自己的系数", "only toxic gases have one of their own"), listed: true)
    package static let hazmatClass = Field<String>(
        "class", Localized("类别", "class"), .key(noun: "hazmat-class"),
        help: Localized("没有自己的β时取该类的", "gives beta where the substance has none"), listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "hazmat-substance", aliases: ["危险化学品临界量"], label: Localized("危险化学品临界量", "hazardous substance"), group: .risk,
        identity: .natural, naturalKey: ["name"], order: ["number", "name"], rules: [casNumbersAreValid],
        help: Localized("GB 18218 表1的物质：临界量与校正系数。", "Substances of GB 18218 table 1: critical quantity and correction factor.")
    ) {
        name; nameEn; number; cas; aliases; critical; beta; hazmatClass; source; isVerified
    }

    private static let casNumbersAreValid: RowRule = { record in
        let numbers = (record[cas] ?? "").split(separator: ";")
        return numbers.filter { !CheckDigit.isCASNumber($0) }.map { number in
            Fault(
                Localized("CAS号 “\(number)” 的格式或校验位不对", "the CAS number \"\(number)\" is malformed or fails its check digit"),
                at: .init(field: "cas"))
        }
    }
}

/// Decimal places of stored values of hazardous substances.
package enum HazmatScale {
    /// Tonnes to the gram.
    package static let quantity = 6
    package static let beta = 2
}

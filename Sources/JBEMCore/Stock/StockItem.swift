/// A kind of relief supplies (物资): what a lot is a lot of.
package enum StockItem: Noun {
    package static let number = Field<String>(
        "number", Localized("物资编号", "item number"), .text(max: 40), required: true, writable: .once, aliases: ["编号", "品号"], listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 120), required: true, aliases: ["物资名称", "品名"], listed: true)
    package static let supplyClass = Field<String>(
        "class", Localized("分类代码", "supply class"), .code(list: "supply_class"), aliases: ["分类", "物资分类"],
        help: Localized("GB/T 38565 已知到哪级就填到哪级", "by GB/T 38565, as far as the levels are known"), listed: true)
    package static let unit = Field<String>(
        "unit", Localized("计量单位", "unit"), .text(max: 20), required: true, writable: .once, aliases: ["单位"], listed: true)
    package static let granularity = Field<String>(
        "granularity", Localized("最小发放", "least issue"), .code(list: "stock_granularity"), required: true, standard: "unit",
        help: Localized("不可拆的按整件或整包收发", "what may not be divided moves in whole units or packs"))
    package static let pack = Field<Int64>(
        "pack", Localized("每包数量", "units a pack"), .decimal(scale: StockScale.quantity, range: 1...1_000_000_000_000),
        aliases: ["包装", "装量"])
    package static let volume = Field<Int64>(
        "volume_l", Localized("体积", "volume"), .decimal(scale: StockScale.volume, range: 0...1_000_000_000_000), unit: Localized("升", "l"),
        help: Localized("一个计量单位所占，供核对库容", "of one unit, to check the capacity of a warehouse"))
    package static let shelfLife = Field<Int64>(
        "shelf_life_days", Localized("保质期", "shelf life"), .integer(1...36_600), unit: Localized("天", "days"), aliases: ["有效期"])
    package static let perPerson = Field<Int64>(
        "per_person", Localized("人均定额", "norm per person"), .decimal(scale: StockScale.norm, range: 0...1_000_000_000_000),
        help: Localized("每人应有，如 0.33 顶", "what one person needs, such as 0.33 tents"))
    package static let perPersonDay = Field<Int64>(
        "per_person_day", Localized("人均日耗", "norm per person and day"), .decimal(scale: StockScale.norm, range: 0...1_000_000_000_000),
        help: Localized("每人每天用掉，如 3 升水", "what one person uses up a day, such as 3 l of water"))
    package static let normSource = Field<String>(
        "norm_source", Localized("定额依据", "source of the norm"), .text(max: 400), help: Localized("有定额时必填", "required with a norm"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "item", aliases: ["物资"], prefix: "IT", label: Localized("物资", "item"), group: .preparedness, identity: .issued,
        naturalKey: ["number"], order: ["number"], rules: [normHasASource, packsHaveASize],
        help: Localized("储备物资的品种：单位、包装、保质期、人均定额。", "Kinds of relief supplies: unit, pack, shelf life, norms per person.")
    ) {
        number; name; supplyClass; unit; granularity; pack; volume; shelfLife; perPerson; perPersonDay; normSource; note
    }

    private static let normHasASource: RowRule = { record in
        guard record[perPerson] != nil || record[perPersonDay] != nil, record[normSource] == nil else { return [] }
        return [Fault(Localized("有人均定额时必填", "is required with a norm per person"), at: .init(field: normSource.name))]
    }

    private static let packsHaveASize: RowRule = { record in
        guard record[granularity] == "pack", record[pack] == nil else { return [] }
        return [Fault(Localized("按整包收发的物资必填", "is required of what moves in whole packs"), at: .init(field: pack.name))]
    }
}

/// Decimal places in which quantities are stored.
package enum StockScale {
    /// Thousandths of the item's unit.
    package static let quantity = 3
    /// Millilitres.
    package static let volume = 3
    /// Millionths of a unit per person.
    package static let norm = 6
}

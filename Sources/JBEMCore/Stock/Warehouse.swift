/// A place that holds supplies, or an account outside of all places: where they come from and where they go.
///
/// Every movement takes from some and gives to others, so that the quantities of all together are always zero.
package enum Warehouse: Noun {
    /// Accounts that are no place; every store has them.
    package enum Outside: String, Sendable, CaseIterable {
        case supplier = "@supplier"
        case donor = "@donor"
        case requisitioned = "@requisitioned"
        case found = "@found"
        case issued = "@issued"
        case lost = "@lost"
        case disposed = "@disposed"
        case repacked = "@repacked"
    }

    /// Where goods are while a transfer is under way.
    package static let transit = "@transit"

    package static let code = Field<String>(
        "code", Localized("库点代码", "warehouse code"), .text(max: 40), required: true, writable: .once, aliases: ["代码", "仓库代码"], listed: true)
    package static let name = Field<String>(
        "name", Localized("名称", "name"), .text(max: 120), required: true, aliases: ["仓库", "库点", "储备点"], listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 120))
    package static let kind = Field<String>(
        "kind", Localized("类别", "kind"), .code(list: "warehouse_kind"), required: true, writable: .once, listed: true)
    package static let tier = Field<String>(
        "tier", Localized("层级", "tier"), .code(list: "stock_tier"), aliases: ["储备层级"],
        help: Localized("库点必填", "required of a place"), listed: true)
    package static let region = Field<String>("region", Localized("区域", "region"), .key(noun: "region"), listed: true)
    package static let office = Field<String>(
        "office", Localized("管理单位", "office"), .key(noun: "office"), aliases: ["保管单位", "单位"], listed: true)
    package static let keeper = Field<Int64>("keeper", Localized("保管员", "keeper"), .reference(noun: "person"), aliases: ["管理员"])
    package static let place = Field<String>("place", Localized("地址", "place"), .text(max: 200))
    package static let longitude = Field<Int64>(
        "longitude", Localized("经度", "longitude"), .decimal(scale: 6, range: -180_000_000...180_000_000), unit: Localized("度", "°"))
    package static let latitude = Field<Int64>(
        "latitude", Localized("纬度", "latitude"), .decimal(scale: 6, range: -90_000_000...90_000_000), unit: Localized("度", "°"))
    package static let datum = Field<String>("datum", Localized("坐标系", "datum"), .code(list: "datum"))
    package static let capacity = Field<Int64>(
        "capacity_m3", Localized("库容", "capacity"), .decimal(scale: 3, range: 0...1_000_000_000_000), unit: Localized("立方米", "m³"),
        help: Localized("空着不核对", "without it nothing is checked"))
    package static let dispatch = Field<Int64>(
        "dispatch_m3", Localized("发运能力", "dispatch"), .decimal(scale: 3, range: 0...1_000_000_000_000), unit: Localized("立方米", "m³"),
        help: Localized("车辆一次运得走的；空着不限", "what its vehicles carry at once; without it there is no limit"))
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>(
        "valid_to", Localized("停用日期", "valid to"), .date, help: Localized("最后有效日", "last day of validity"))
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "warehouse", aliases: ["库点", "仓库"], label: Localized("库点", "warehouse"), group: .preparedness, identity: .natural,
        naturalKey: ["code"], rules: [ValidityRule.check, placesHaveATier],
        help: Localized(
            "六级储备的库点，以及物资来去的外部账户（代码以 @ 开头）。", "Places of the six tiers, and the outside accounts of goods (codes that begin with @).")
    ) {
        code; name; nameEn; kind; tier; region; office; keeper; place; longitude; latitude; datum; capacity; validFrom; validTo; source;
        note; dispatch
    }

    private static let placesHaveATier: RowRule = { record in
        guard let code = record[code], let kind = record[kind] else { return [] }
        let isOutside = kind == "outside" || kind == "transit"
        if isOutside != code.hasPrefix("@") {
            return [
                Fault(
                    Localized("以 @ 开头的代码只给外部账户", "codes that begin with @ are for outside accounts only"),
                    at: .init(field: Warehouse.code.name))
            ]
        }
        guard !isOutside else { return [] }
        return [tier.name, region.name, office.name].filter { record[$0] == .null }.map {
            Fault(Localized("库点必填", "is required of a place"), at: .init(field: $0))
        }
    }
}

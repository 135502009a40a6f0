/// What a place, or every place of a tier, has to keep of an item (储备定额).
package enum StockNorm: Noun {
    package static let number = Field<String>(
        "number", Localized("定额编号", "norm number"), .text(max: 40), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let item = Field<Int64>("item", Localized("物资", "item"), .reference(noun: "item"), required: true, listed: true)
    package static let warehouse = Field<String>("warehouse", Localized("库点", "warehouse"), .key(noun: "warehouse"), listed: true)
    package static let tier = Field<String>(
        "tier", Localized("层级", "tier"), .code(list: "stock_tier"), help: Localized("该层级的每个库点", "every place of the tier"), listed: true)
    package static let quantity = Field<Int64>(
        "quantity", Localized("应存", "to be kept"), .decimal(scale: StockScale.quantity, range: 0...1_000_000_000_000), required: true,
        listed: true)
    package static let floor = Field<Int64>(
        "floor", Localized("动用底线", "floor"), .decimal(scale: StockScale.quantity, range: 0...1_000_000_000_000),
        help: Localized("未经准许不得动用的部分", "the part that may not be touched unless it is allowed"))
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>("valid_to", Localized("停用日期", "valid to"), .date)
    package static let source = Field<String>("source", Localized("依据", "source"), .text(max: 400), required: true, listed: true)

    package static let schema = RecordSchema(
        noun: "norm", aliases: ["储备定额"], prefix: "NM", label: Localized("储备定额", "norm"), group: .preparedness, identity: .issued,
        naturalKey: ["number"], order: ["number"], rules: [ValidityRule.check, isForOneOfBoth, floorIsWithin],
        help: Localized("库点或层级对某种物资的储备定额。", "What places or tiers have to keep of an item.")
    ) {
        number; item; warehouse; tier; quantity; validFrom; validTo; source; floor
    }

    private static let floorIsWithin: RowRule = { record in
        guard let low = record[floor], let whole = record[quantity], low > whole else { return [] }
        return [Fault(Localized("多于应存", "is more than quantity"), at: .init(field: floor.name))]
    }

    private static let isForOneOfBoth: RowRule = { record in
        guard (record[warehouse] == nil) == (record[tier] == nil) else { return [] }
        return [Fault(Localized("库点与层级填一样", "a norm is for a warehouse or for a tier"), at: .init(field: warehouse.name))]
    }
}

/// A lot (批次): goods of one item that were made and came together.
package enum StockLot: Noun {
    package static let number = Field<String>(
        "number", Localized("批号", "lot number"), .text(max: 60), required: true, writable: .once, aliases: ["批次", "批次号"], listed: true)
    package static let item = Field<Int64>(
        "item", Localized("物资", "item"), .reference(noun: "item"), required: true, writable: .once, listed: true)
    package static let madeOn = Field<CalendarDate>("made_on", Localized("生产日期", "made on"), .date, aliases: ["出厂日期"], listed: true)
    package static let expiresOn = Field<CalendarDate>(
        "expires_on", Localized("到期日", "expires on"), .date, aliases: ["有效期至", "失效日期"],
        help: Localized("最后可用日；没填的由生产日期与保质期得出", "the last day of use; else from the day it was made and the shelf life"), listed: true)
    package static let donor = Field<String>("donor", Localized("捐赠方", "donor"), .text(max: 120), aliases: ["捐赠单位"])
    package static let tender = Field<String>("tender", Localized("采购合同", "tender"), .text(max: 120), aliases: ["合同号"])
    package static let isQuarantined = Field<Bool>(
        "is_quarantined", Localized("封存", "quarantined"), .bool, required: true, standard: false,
        help: Localized("封存的批次不发放", "a quarantined lot is not issued"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "lot", aliases: ["批次"], prefix: "LT", label: Localized("批次", "lot"), group: .preparedness, identity: .issued,
        naturalKey: ["number"], order: ["number"], rules: [daysAreOrdered],
        help: Localized("物资的批次：生产、到期、捐赠或采购来源、封存。", "Lots of an item: made, expires, donated or bought, quarantined.")
    ) {
        number; item; madeOn; expiresOn; donor; tender; isQuarantined; note
    }

    private static let daysAreOrdered: RowRule = { record in
        guard let made = record[madeOn], let expires = record[expiresOn], expires < made else { return [] }
        return [Fault(Localized("早于生产日期 \(made)", "is before made_on \(made)"), at: .init(field: expiresOn.name))]
    }
}

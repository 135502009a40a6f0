/// A plan document: its period, base year and territory.
package enum Plan: Noun {
    package static let key = Field<String>("key", Localized("键", "key"), .text(max: 60), required: true, writable: .once, listed: true)
    package static let name = Field<String>("name", Localized("名称", "name"), .text(max: 120), required: true, listed: true)
    package static let nameEn = Field<String>("name_en", Localized("英文名", "English name"), .text(max: 160))
    package static let documentNo = Field<String>("document_no", Localized("文号", "document number"), .text(max: 80), listed: true)
    package static let publishedOn = Field<CalendarDate>("published_on", Localized("印发日期", "published on"), .date)
    package static let region = Field<String>("region", Localized("区域", "region"), .key(noun: "region"), required: true, listed: true)
    package static let baseYear = Field<Int64>(
        "base_year", Localized("基准年", "base year"), .integer(1900...9000), required: true, listed: true)
    package static let fromYear = Field<Int64>(
        "from_year", Localized("起始年", "from year"), .integer(1900...9000), required: true, listed: true)
    package static let toYear = Field<Int64>("to_year", Localized("结束年", "to year"), .integer(1900...9000), required: true, listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "plan", aliases: ["规划"], label: Localized("规划", "plan"), group: .oversight, identity: .natural, naturalKey: ["key"],
        rules: [yearsAreOrdered],
        help: Localized("规划文件：期限、基准年与范围。", "Plan documents: period, base year and territory.")
    ) {
        key; name; nameEn; documentNo; publishedOn; region; baseYear; fromYear; toYear; source
    }

    private static let yearsAreOrdered: RowRule = { record in
        guard let from = record[fromYear], let to = record[toYear], to < from else { return [] }
        return [Fault(Localized("结束年 \(to) 早于起始年 \(from)", "\(to) is before from_year \(from)"), at: .init(field: "to_year"))]
    }
}

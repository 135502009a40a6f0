/// An official number: what it measures, of which days and place, who published it and when.
package enum Figure: Noun {
    package static let measure = Field<String>(
        "measure", Localized("度量", "measure"), .code(list: "measure"), required: true, writable: .once, aliases: ["指标"], listed: true)
    package static let period = Field<DatePeriod>(
        "period", Localized("期间", "period"), .period, required: true, writable: .once, aliases: ["年份"], listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true, writable: .once, listed: true)
    package static let value = Field<Int64>(
        "value", Localized("数值", "value"), .decimal(scale: 6, range: -1_000_000_000_000_000...1_000_000_000_000_000), required: true,
        listed: true)
    package static let unit = Field<String>("unit", Localized("计量单位", "measured in"), .code(list: "unit"), required: true, listed: true)
    package static let status = Field<String>(
        "status", Localized("状态", "status"), .code(list: "figure_status"), required: true, listed: true)
    package static let publishedOn = Field<CalendarDate>(
        "published_on", Localized("公布日期", "published on"), .date, required: true, writable: .once, listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400), required: true, listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "figure", aliases: ["数据"], prefix: "FG", label: Localized("官方数据", "figure"), identity: .issued,
        naturalKey: ["measure", "period", "region", "published_on"], timeField: "published_on",
        order: ["measure", "period", "region", "published_on"],
        help: Localized(
            "官方公布的数字：度量、期间、区域与来源；修订以新的公布日期另记一条。", "Published numbers with their source; a revision is a new row with a later date.")
    ) {
        measure; period; region; value; unit; status; publishedOn; source; note
    }
}

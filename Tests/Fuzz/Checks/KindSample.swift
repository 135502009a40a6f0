package import JBEMCore

/// A record type with a field of every kind, and what reading it needs: the readers of cells and filters are asked about all of them.
package enum KindSample {
    package static let schema = RecordSchema(
        noun: "sample", prefix: "SA", label: Localized("样品", "sample"), identity: .issued, naturalKey: ["name"],
        help: Localized("每种字段各一个", "A field of every kind.")
    ) {
        Field<String>("name", Localized("名称", "Name"), .text(max: 40))
        Field<Int64>("deaths", Localized("死亡人数", "Deaths"), .count)
        Field<Int64>("change", Localized("增减", "Change"), .integer(Int64.min...Int64.max))
        Field<Int64>("area", Localized("面积", "Area"), .decimal(scale: 4, range: -1_000_000_000...1_000_000_000))
        Field<Int64>("share", Localized("比例", "Share"), .decimal(scale: 18, range: Int64.min...Int64.max))
        Field<Int64>("cost", Localized("费用", "Cost"), .money(.yuan))
        Field<Int64>("loss", Localized("直接经济损失", "Loss"), .money(.wanYuan))
        Field<Int64>("budget", Localized("预算", "Budget"), .money(.yiYuan))
        Field<CalendarDate>("found_on", Localized("发现日期", "Found on"), .date)
        Field<Instant>("occurred_at", Localized("发生时间", "Occurred at"), .instant)
        Field<DatePeriod>("period", Localized("时段", "Period"), .period)
        Field<Bool>("is_closed", Localized("已关闭", "Closed"), .bool)
        Field<String>("grade", Localized("等级", "Grade"), .code(list: "grade"))
        Field<Int64>("accident", Localized("事故", "Accident"), .reference(noun: "accident"))
        Field<String>("region", Localized("区域", "Region"), .key(noun: "region"))
    }

    package static let codes = CodeBook([
        "grade": [
            CodeEntry(code: "red", label: Localized("红色", "red"), position: 1),
            CodeEntry(code: "2", label: Localized("橙色", "orange"), position: 2),
        ]
    ])

    package static let context = ReadingContext(codes: codes, home: 500_105_000, today: CalendarDate(iso: "2026-03-05")!)

    package static func text(_ language: Language = .zh) -> FieldText { FieldText(codes: codes, home: context.home, language: language) }
}

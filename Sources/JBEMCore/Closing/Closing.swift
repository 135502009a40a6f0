/// A statement by an office that a month of a noun is complete, a zero report included.
package enum Closing: Noun {
    package static let office = Field<String>(
        "office", Localized("单位", "office"), .key(noun: "office"), required: true, writable: .once, listed: true)
    package static let noun = Field<String>(
        "noun", Localized("台账", "noun"), .code(list: "closing_noun"), required: true, writable: .once, listed: true)
    package static let month = Field<DatePeriod>("month", Localized("月份", "month"), .period, required: true, writable: .once, listed: true)
    package static let closedOn = Field<CalendarDate>(
        "closed_on", Localized("关账日期", "closed on"), .date, required: true, writable: .once, listed: true)
    package static let isOverriding = Field<Bool>(
        "is_overriding", Localized("代全区", "for the district"), .bool, required: true, standard: false,
        help: Localized("区级关账，覆盖各单位", "closes the month for every office"), listed: true)
    package static let count = Field<Int64>(
        "count", Localized("条数", "count"), .count, required: true, writable: .operation(verb: "closing add"), standard: 0, listed: true)
    package static let digest = Field<String>(
        "digest", Localized("摘要值", "digest"), .text(max: 64), required: true, writable: .operation(verb: "closing add"), standard: "")
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let isStale = Field<Bool>("is_stale", Localized("已失效", "stale"), .bool, writable: .derived, listed: true)

    package static let schema = RecordSchema(
        noun: "closing", aliases: ["关账"], prefix: "CL", label: Localized("关账", "closing"), identity: .issued,
        naturalKey: ["office", "noun", "month", "closed_on"], timeField: "closed_on", order: ["month", "noun", "office", "closed_on"],
        verbs: [.list, .show, .add, .rm, .import, .export, .history],
        rules: [monthIsOneMonth],
        help: Localized("单位声明某月某台账已报全（含零报告）；之后的改动使其失效。", "An office declares a month complete; a later change makes it stale.")
    ) {
        office; noun; month; closedOn; isOverriding; count; digest; note; isStale
    }

    private static let monthIsOneMonth: RowRule = { record in
        guard let period = record[month] else { return [] }
        var faults: [Fault] = []
        if period != .month(period.first.year, period.first.month) {
            faults.append(
                Fault(
                    Localized("须为一个月，如 2024-03：“\(period)”", "must be one month such as 2024-03: \"\(period)\""), at: .init(field: "month"))
            )
        }
        if let closed = record[closedOn], closed <= period.last {
            faults.append(
                Fault(Localized("\(closed) 关账时 \(period) 尚未结束", "\(period) was not over on \(closed)"), at: .init(field: "closed_on")))
        }
        return faults
    }
}

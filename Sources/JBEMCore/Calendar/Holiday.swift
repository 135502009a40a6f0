/// A day that the yearly notice of the State Council makes a day off or a working day.
package enum Holiday: Noun {
    package static let day = Field<CalendarDate>("day", Localized("日期", "day"), .date, required: true, writable: .once, listed: true)
    package static let kind = Field<String>(
        "kind", Localized("性质", "kind"), .code(list: "day_kind"), required: true, aliases: ["类型"], listed: true)
    package static let name = Field<String>("name", Localized("节日", "holiday"), .text(max: 60), required: true, listed: true)
    package static let nameEn = Field<String>("name_en", Localized("节日英文", "holiday in English"), .text(max: 60))
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>(
        "is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false, listed: true)

    package static let schema = RecordSchema(
        noun: "holiday", aliases: ["节假日"], label: Localized("节假日", "holiday"), identity: .natural, naturalKey: ["day"], timeField: "day",
        help: Localized("放假与调休上班的日子；据此算工作日。", "Days off and make-up working days, from which working days are counted.")
    ) {
        day; kind; name; nameEn; source; isVerified
    }
}

/// One line of the list of the dead and missing of a disaster; a verified report may not claim more dead than the list names.
package enum Victim: Noun {
    package static let disaster = Field<Int64>(
        "disaster", Localized("灾害", "disaster"), .reference(noun: "disaster"), required: true, writable: .once, listed: true)
    package static let number = Field<Int64>(
        "number", Localized("序号", "number"), .integer(1...100_000), required: true, writable: .once, listed: true)
    package static let name = Field<String>("name", Localized("姓名", "name"), .text(max: 60), required: true, listed: true)
    package static let sex = Field<String>("sex", Localized("性别", "sex"), .code(list: "sex"), listed: true)
    package static let age = Field<Int64>("age", Localized("年龄", "age"), .integer(0...130), unit: Localized("岁", "years"), listed: true)
    package static let idNumber = Field<String>(
        "id_number", Localized("身份证号", "ID number"), .text(max: 18), sensitive: .idNumber, aliases: ["身份证", "公民身份号码"])
    package static let fate = Field<String>(
        "fate", Localized("状况", "fate"), .code(list: "victim_fate"), required: true, aliases: ["死亡/失踪"], listed: true)
    package static let happenedOn = Field<CalendarDate>(
        "happened_on", Localized("死亡或失踪日期", "happened on"), .date, required: true, aliases: ["日期"], listed: true)
    package static let region = Field<String>(
        "region", Localized("区域", "region"), .key(noun: "region"), required: true,
        help: Localized("死亡或失踪地，与灾情报告同级或更细", "where it happened: the region of the report or a part of it"), listed: true)
    package static let place = Field<String>("place", Localized("地点", "place"), .text(max: 200))
    package static let cause = Field<String>("cause", Localized("原因", "cause"), .text(max: 200), aliases: ["死亡（失踪）原因"])
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "victim", aliases: ["遇难失踪人员"], prefix: "VI", label: Localized("遇难失踪人员", "victim"), identity: .issued,
        naturalKey: ["disaster", "number"], timeField: "happened_on", order: ["disaster", "number"],
        rules: [Person.idNumberIsValid],
        help: Localized(
            "因灾死亡失踪人员一览表；核报的死亡人数不得多于表上的人。", "The list of the dead and missing; a verified report may not claim more dead than it names.")
    ) {
        disaster; number; name; sex; age; idNumber; fate; happenedOn; region; place; cause; note
    }
}

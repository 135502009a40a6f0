/// A scenario (需求情景): who would need what where, to prepare for or to answer.
package enum Scenario: Noun {
    package static let number = Field<String>(
        "number", Localized("情景编号", "scenario number"), .text(max: 40), required: true, writable: .once, aliases: ["编号"], listed: true)
    package static let title = Field<String>("title", Localized("名称", "title"), .text(max: 200), required: true, listed: true)
    package static let days = Field<Int64>(
        "days", Localized("保障天数", "days"), .integer(1...3660), unit: Localized("天", "days"), required: true, standard: 3,
        help: Localized("按人均日耗算需求时的天数", "for how many days norms per person and day are counted"), listed: true)
    package static let source = Field<String>("source", Localized("依据", "source"), .text(max: 400), listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "scenario", aliases: ["情景"], prefix: "SC", label: Localized("情景", "scenario"), group: .preparedness, identity: .issued,
        naturalKey: ["number"], order: ["number"],
        help: Localized(
            "需求情景：stock allocate 据此配货，stock place 据此选点。",
            "Needs to prepare for: stock allocate answers them, stock place prepares for them.")
    ) {
        number; title; days; source; note
    }
}

/// What one place needs of one item in a scenario.
package enum ScenarioNeed: Noun {
    package static let scenario = Field<Int64>(
        "scenario", Localized("情景", "scenario"), .reference(noun: "scenario"), required: true, writable: .once, listed: true)
    package static let place = Field<String>(
        "place", Localized("地点", "place"), .text(max: 120), required: true, writable: .once, aliases: ["安置点", "需求点"], listed: true)
    package static let item = Field<Int64>(
        "item", Localized("物资", "item"), .reference(noun: "item"), required: true, writable: .once, listed: true)
    package static let people = Field<Int64>(
        "people", Localized("人数", "people"), .integer(0...100_000_000), unit: Localized("人", "persons"), listed: true)
    package static let quantity = Field<Int64>(
        "quantity", Localized("需要", "quantity"), .decimal(scale: StockScale.quantity, range: 0...1_000_000_000_000),
        help: Localized("不填则为人数×人均定额", "else people × the item's norm per person"), listed: true)
    package static let priority = Field<Int64>(
        "priority", Localized("优先级", "priority"), .integer(1...9), required: true, standard: 1,
        help: Localized("1 最先", "1 goes first"), listed: true)
    package static let warehouse = Field<String>(
        "warehouse", Localized("收货库点", "warehouse"), .key(noun: "warehouse"),
        help: Localized("填了则调入该库点，不填则直接发放", "goods are transferred to it; without one they are issued to the place"))
    package static let longitude = Field<Int64>(
        "longitude", Localized("经度", "longitude"), .decimal(scale: 6, range: -180_000_000...180_000_000), unit: Localized("度", "°"))
    package static let latitude = Field<Int64>(
        "latitude", Localized("纬度", "latitude"), .decimal(scale: 6, range: -90_000_000...90_000_000), unit: Localized("度", "°"))
    package static let datum = Field<String>("datum", Localized("坐标系", "datum"), .code(list: "datum"))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "need", aliases: ["需求"], label: Localized("需求", "need"), group: .preparedness, identity: .natural,
        naturalKey: ["scenario", "place", "item"], rules: [isSomething, goesToAPlace],
        help: Localized("情景里每个地点对每种物资的需求。", "What each place of a scenario needs of each item.")
    ) {
        scenario; place; item; people; quantity; priority; warehouse; longitude; latitude; datum; note
    }

    private static let goesToAPlace: RowRule = { record in isOutside(record[warehouse], warehouse.name) }

    /// Outside accounts are no places.
    static func isOutside(_ code: String?, _ field: String) -> [Fault] {
        guard let code, code.hasPrefix("@") else { return [] }
        return [Fault(Localized("\(code) 是外部账户，不是库点", "\(code) is an outside account, not a place"), at: .init(field: field))]
    }

    private static let isSomething: RowRule = { record in
        guard record[people] == nil, record[quantity] == nil else { return [] }
        return [Fault(Localized("与人数至少填一项", "is required unless people is given"), at: .init(field: quantity.name))]
    }
}

/// The way from a store to a place (路程), where the great circle says too little.
package enum Leg: Noun {
    package static let origin = Field<String>(
        "origin", Localized("起点库点", "origin"), .key(noun: "warehouse"), required: true, writable: .once, aliases: ["起点"], listed: true)
    package static let place = Field<String>(
        "place", Localized("到达", "to"), .text(max: 120), required: true, writable: .once, aliases: ["终点", "地点"],
        help: Localized("需求的地点，或库点代码", "the place of a need, or the code of a warehouse"), listed: true)
    package static let distance = Field<Int64>(
        "distance_km", Localized("路程", "distance"), .decimal(scale: 3, range: 0...20_000_000), unit: Localized("公里", "km"), listed: true)
    package static let minutes = Field<Int64>(
        "minutes", Localized("行车时间", "minutes"), .integer(0...100_000), unit: Localized("分钟", "min"), listed: true)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400), listed: true)

    package static let schema = RecordSchema(
        noun: "leg", aliases: ["路程"], label: Localized("路程", "leg"), group: .preparedness, identity: .natural,
        naturalKey: ["origin", "place"], rules: [saysSomething, startsAtAPlace],
        help: Localized("库点到需求地点的路程与时间；没有的按直线距离折算。", "Distances and times from stores to places; else the great circle serves.")
    ) {
        origin; place; distance; minutes; source
    }

    private static let startsAtAPlace: RowRule = { record in ScenarioNeed.isOutside(record[origin], origin.name) }

    private static let saysSomething: RowRule = { record in
        guard record[distance] == nil, record[minutes] == nil else { return [] }
        return [Fault(Localized("与行车时间至少填一项", "is required unless minutes is given"), at: .init(field: distance.name))]
    }
}

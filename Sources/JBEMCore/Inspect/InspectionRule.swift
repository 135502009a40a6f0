/// Which subjects have to be visited how often, on what form, in which season.
package enum InspectionRule: Noun {
    package static let key = Field<String>("key", Localized("键", "key"), .text(max: 60), required: true, writable: .once, listed: true)
    package static let subject = Field<String>(
        "subject", Localized("对象", "subject"), .code(list: "inspect_subject"), required: true)
    package static let level = Field<String>(
        "level", Localized("风险等级", "risk level"), .code(list: "risk_level"),
        help: Localized("采取措施之后的等级；空为任何等级", "the level after measures; empty for any"), listed: true)
    package static let category = Field<String>(
        "category", Localized("风险类别", "risk category"), .code(list: "risk_category"), help: Localized("空为任何类别", "empty for any"),
        listed: true)
    package static let equipmentKind = Field<String>(
        "equipment_kind", Localized("设备种类", "equipment kind"), .code(list: "equipment_kind"),
        help: Localized("空为任何种类", "empty for any"))
    package static let isKeyOnly = Field<Bool>(
        "is_key_only", Localized("仅重点监控", "key equipment only"), .bool, required: true, standard: false)
    package static let purpose = Field<String>(
        "purpose", Localized("目的", "purpose"), .code(list: "inspect_purpose"), required: true, listed: true)
    package static let cycle = Field<String>(
        "cycle", Localized("周期", "cycle"), .code(list: "inspect_cycle"), required: true, listed: true)
    package static let isWorkdaysOnly = Field<Bool>(
        "is_workdays_only", Localized("仅工作日", "working days only"), .bool, required: true, standard: false)
    package static let seasonFrom = Field<String>(
        "season_from", Localized("季节起", "season from"), .text(max: 5), help: Localized("月-日，如 05-01；可跨年", "MM-DD; may wrap the year"),
        listed: true)
    package static let seasonTo = Field<String>("season_to", Localized("季节止", "season to"), .text(max: 5), listed: true)
    package static let form = Field<String>(
        "form", Localized("检查表", "form"), .text(max: 40), help: Localized("inspect-form 的键", "the key of an inspect-form"))
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date)
    package static let validTo = Field<CalendarDate>("valid_to", Localized("停用日期", "valid to"), .date)
    package static let source = Field<String>("source", Localized("来源", "source"), .text(max: 400))
    package static let isVerified = Field<Bool>("is_verified", Localized("已核实", "verified"), .bool, required: true, standard: false)

    package static let schema = RecordSchema(
        noun: "inspect-rule", aliases: ["检查规则"], label: Localized("检查规则", "inspection rule"), group: .risk, identity: .natural,
        naturalKey: ["key"],
        rules: [ValidityRule.check, conditionsFitTheSubject, seasonIsWhole, eventsMakeNoSlots],
        help: Localized("谁、在什么季节、多久查一次；日历由此得出。", "Who is visited how often in which season; the calendar follows from it.")
    ) {
        key; subject; level; category; equipmentKind; isKeyOnly; purpose; cycle; isWorkdaysOnly; seasonFrom; seasonTo; form; validFrom
        validTo; source; isVerified
    }

    private static let conditionsFitTheSubject: RowRule = { record in
        let wrong = record[subject] == "equipment" ? [level.name, category.name] : [equipmentKind.name]
        var faults = wrong.filter { record[$0] != .null }
        if record[subject] == "risk", record[isKeyOnly] == true { faults.append(isKeyOnly.name) }
        return faults.map { Fault(Localized("不适用于这种对象", "does not apply to this subject"), at: .init(field: $0)) }
    }

    private static let seasonIsWhole: RowRule = { record in
        var faults: [Fault] = []
        for field in [seasonFrom, seasonTo] {
            guard let text = record[field], MonthDay(text) == nil else { continue }
            faults.append(
                Fault(Localized("须为 月-日，如 05-01：“\(text)”", "must be MM-DD such as 05-01: \"\(text)\""), at: .init(field: field.name)))
        }
        if (record[seasonFrom] == nil) != (record[seasonTo] == nil) {
            let missing = record[seasonFrom] == nil ? seasonFrom : seasonTo
            faults.append(Fault(Localized("季节的起止须一起填", "a season has a first and a last day"), at: .init(field: missing.name)))
        }
        return faults
    }

    /// A purpose that answers an event has no cycle, and the other way round.
    private static let eventsMakeNoSlots: RowRule = { record in
        guard let purpose = record[purpose], let cycle = record[cycle] else { return [] }
        let isEvent = InspectionPurpose.events.contains(purpose)
        guard isEvent != (cycle == "event") else { return [] }
        return [
            isEvent
                ? Fault(
                    Localized("这种目的由事件引起，周期须为 event", "this purpose answers an event: the cycle must be event"), at: .init(field: "cycle"))
                : Fault(Localized("这种目的须有周期", "this purpose needs a cycle"), at: .init(field: "cycle"))
        ]
    }
}

/// What a visit is for; the labels are the code list `inspect_purpose`.
package enum InspectionPurpose {
    package static let routine = "routine"
    package static let test = "test"
    /// Purposes that answer an event: before, during and after rain; before opening; campaigns and draws.
    package static let events: Set<String> = ["rain_before", "rain_during", "rain_after", "opening", "special", "random"]
}

/// A day of any year.
package struct MonthDay: Sendable, Hashable, Comparable {
    package let month: Int
    package let day: Int

    /// Reads `MM-DD`; 02-29 is a day, which only leap years have.
    package init?(_ text: some StringProtocol) {
        // A leap year has every month-day.
        guard text.utf8.count == 5, let date = CalendarDate(iso: "2000-\(text)") else { return nil }
        (month, day) = (date.month, date.day)
    }

    package static func < (left: MonthDay, right: MonthDay) -> Bool { (left.month, left.day) < (right.month, right.day) }
}

/// What a movement does, which decides the accounts it runs between.
package enum MovementKind: String, Sendable, CaseIterable {
    case receive, donate, requisition, issue, `return`, recover, transfer, arrive, repack, dispose, adjust, count

    package var label: Localized {
        switch self {
        case .receive: Localized("入库", "receive")
        case .donate: Localized("捐赠入库", "donate")
        case .requisition: Localized("征用入库", "requisition")
        case .issue: Localized("发放", "issue")
        case .return: Localized("退回", "return")
        case .recover: Localized("回收", "recover")
        case .transfer: Localized("调出", "transfer")
        case .arrive: Localized("到货", "arrive")
        case .repack: Localized("换包装", "repack")
        case .dispose: Localized("报废", "dispose")
        case .adjust: Localized("调整", "adjust")
        case .count: Localized("盘点", "count")
        }
    }

    /// What nobody gave or took has to be explained.
    package var needsReason: Bool { [.dispose, .adjust, .count].contains(self) }
    /// Goods come from outside, or out of others, in a new lot if it is not known.
    package var makesLots: Bool { [.receive, .donate, .requisition, .repack].contains(self) }
}

/// A movement (收发单): one document whose postings take from some places and give to others.
package enum StockMovement: Noun {
    package static let number = Field<String>(
        "number", Localized("单号", "document number"), .text(max: 60), required: true, writable: .once, aliases: ["单据号"], listed: true)
    package static let kind = Field<String>(
        "kind", Localized("类别", "kind"), .code(list: "stock_movement"), required: true, writable: .once, listed: true)
    package static let movedOn = Field<CalendarDate>(
        "moved_on", Localized("日期", "moved on"), .date, required: true, writable: .once, listed: true)
    package static let follows = Field<Int64>(
        "follows", Localized("对应单据", "follows"), .reference(noun: "movement"), writable: .once,
        help: Localized("到货对应的调出，退回对应的发放", "the transfer that arrives, the issue that comes back"))
    package static let destination = Field<String>(
        "destination", Localized("调往", "destination"), .key(noun: "warehouse"), writable: .once, listed: true)
    package static let counterpart = Field<String>(
        "counterpart", Localized("对方", "counterpart"), .text(max: 120), writable: .once, aliases: ["领用单位", "接收方", "供货方"], listed: true)
    package static let handledBy = Field<Int64>(
        "handled_by", Localized("经办人", "handled by"), .reference(noun: "person"), writable: .once)
    package static let reason = Field<String>(
        "reason", Localized("事由", "reason"), .text(max: 400), writable: .once,
        help: Localized("报废、调整与盘点必填", "required to dispose, adjust and count"),
        listed: true)
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))
    package static let scenario = Field<Int64>(
        "scenario", Localized("情景", "scenario"), .reference(noun: "scenario"), writable: .once,
        help: Localized("为哪个情景发放或调出", "the scenario that it answers"))

    package static let schema = RecordSchema(
        noun: "movement", aliases: ["收发单"], prefix: "MV", label: Localized("收发单", "movement"), group: .preparedness, identity: .issued,
        naturalKey: ["number"], timeField: "moved_on", order: ["moved_on", "id"], verbs: [.list, .show, .import, .export, .history],
        rules: [someAreExplained, transfersGoSomewhere],
        help: Localized("物资的收发单；用 stock 的各动词登记。", "Documents of goods that moved; the verbs of stock write them.")
    ) {
        number; kind; movedOn; follows; destination; counterpart; handledBy; reason; note; scenario
    }

    private static let someAreExplained: RowRule = { record in
        guard MovementKind(rawValue: record[kind] ?? "")?.needsReason == true, record[reason] == nil else { return [] }
        return [Fault(Localized("必填", "is required"), at: .init(field: reason.name))]
    }

    private static let transfersGoSomewhere: RowRule = { record in
        guard record[kind] == "transfer", record[destination] == nil else { return [] }
        return [Fault(Localized("调出必填", "is required of a transfer"), at: .init(field: destination.name))]
    }
}

/// One line of a movement: a quantity of a lot that a place gains or, below zero, loses.
///
/// The quantities of a lot within a movement add up to zero; balances are their sums and nothing else.
package enum StockPosting: Noun {
    package static let lot = Field<Int64>(
        "lot", Localized("批次", "lot"), .reference(noun: "lot"), required: true, writable: .once, listed: true)
    package static let warehouse = Field<String>(
        "warehouse", Localized("库点", "warehouse"), .key(noun: "warehouse"), required: true, writable: .once, listed: true)
    package static let movement = Field<Int64>(
        "movement", Localized("收发单", "movement"), .reference(noun: "movement"), required: true, writable: .once, listed: true)
    package static let quantity = Field<Int64>(
        "quantity", Localized("数量", "quantity"), .decimal(scale: StockScale.quantity, range: -1_000_000_000_000...1_000_000_000_000),
        required: true, writable: .once, help: Localized("负数为减少", "below zero is taken away"), listed: true)

    package static let schema = RecordSchema(
        noun: "posting", aliases: ["分录"], label: Localized("分录", "posting"), group: .preparedness, identity: .natural,
        naturalKey: ["lot", "warehouse", "movement"], verbs: [.list, .show, .import, .export, .history], rules: [isNotNothing],
        help: Localized("收发单的每一行：哪个库点哪一批增减多少。", "The lines of movements: which place gains or loses how much of which lot.")
    ) {
        lot; warehouse; movement; quantity
    }

    private static let isNotNothing: RowRule = { record in
        record[quantity] == 0 ? [Fault(Localized("不能为零", "must not be zero"), at: .init(field: quantity.name))] : []
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// A verb that moves goods.
protocol StockVerb: Sendable {
    associatedtype Own: StockMoveOptions = NoMoveOptions
    static var kind: MovementKind { get }
    static var help: Localized { get }
}

/// `jbem stock receive|issue|transfer|… PLACE ITEM=QUANTITY field=value`.
struct StockMoveCommand<V: StockVerb>: SessionCommand, FieldTaking {
    static var givenFields: [GivenFields] { [MoveGoods.fields(V.kind).document, MoveGoods.fields(V.kind).lot].compactMap(\.self) }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: V.kind.rawValue, abstract: "\(V.help.zh)␟\(V.help.en)", helpNames: [])
    }

    @Argument(help: V.kind.placeHelp)
    var place: String
    @Argument(help: "物资编号=数量，可多个；字段=值␟item number=quantity, several; field=value")
    var arguments: [String] = []
    @Option(name: .long, help: V.kind.lotHelp)
    var lot: String?
    @OptionGroup var own: V.Own
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        var request = MoveGoods.Request(V.kind, place: place)
        for text in arguments {
            guard text.contains("=") else {
                throw Failure(.usage, Localized("应为 物资编号=数量：“\(text)”", "expected item=quantity: \"\(text)\""))
            }
            let assignment = try Assignment(text)
            if StockMovement.schema.field(matching: assignment.field) != nil || StockLot.schema.field(matching: assignment.field) != nil {
                request.assignments.append(assignment)
            } else {
                request.lines.append(.init(item: assignment.field, quantity: assignment.value))
            }
        }
        request.lot = lot
        own.apply(to: &request)
        let output = try MoveGoods(request, options: writing.options("stock \(V.kind.rawValue)")).run(session)
        try report(output, session)
    }

    private func report(_ output: MoveGoods.Output, _ session: Session) throws {
        let moved = output.moved.map { "\($0.item) \(StockTable.text($0.quantity)) \($0.unit)（\($0.lot)）" }.joined(separator: "、")
        let movedEn = output.moved.map { "\($0.item) \(StockTable.text($0.quantity)) \($0.unit) (\($0.lot))" }.joined(separator: ", ")
        try Printer(session, global).report(
            output.report, Localized("\(V.kind.label.zh) \(output.number)：\(moved)", "\(V.kind.rawValue) \(output.number): \(movedEn)"),
            further: further(output))
        guard !output.missing.isEmpty else { return }
        let missing = output.missing.map { "\($0.item) \(StockTable.text($0.quantity)) \($0.unit)" }
        throw Failure(
            .partial, Localized("缺：\(missing.joined(separator: "、"))", "missing: \(missing.joined(separator: ", "))"))
    }

    private func further(_ output: MoveGoods.Output) -> [(key: String, value: JSONValue)] {
        func quantity(_ thousandths: Int64) -> (String, JSONValue) {
            ("quantity", JSONValue.decimal(StockTable.text(thousandths)) ?? .null)
        }
        let moved = output.moved.map { JSONValue.object([("item", .string($0.item)), ("lot", .string($0.lot)), quantity($0.quantity)]) }
        let missing = output.missing.map { JSONValue.object([("item", .string($0.item)), quantity($0.quantity)]) }
        return [("number", .string(output.number)), ("moved", .array(moved)), ("missing", .array(missing))]
    }
}

enum StockVerbs {
    enum Receive: StockVerb {
        static let kind = MovementKind.receive
        static let help = Localized("采购入库：批次、生产与到期日期", "receive bought goods: lot, made_on, expires_on")
    }
    enum Donate: StockVerb {
        static let kind = MovementKind.donate
        static let help = Localized("捐赠入库：donor=捐赠方", "receive donated goods: donor=…")
    }
    enum Requisition: StockVerb {
        static let kind = MovementKind.requisition
        static let help = Localized("征用入库", "take in requisitioned goods")
    }
    enum Issue: StockVerb {
        typealias Own = IssueOptions
        static let kind = MovementKind.issue
        static let help = Localized("发放，先到期先出；不够则不发", "issue, first expired first out; all or nothing")
    }
    enum Transfer: StockVerb {
        typealias Own = TransferOptions
        static let kind = MovementKind.transfer
        static let help = Localized("调出到另一库点，到货前算在途", "send to another warehouse; on the way until it arrives")
    }
    enum Arrive: StockVerb {
        typealias Own = ArriveOptions
        static let kind = MovementKind.arrive
        static let help = Localized("调拨到货，全部或部分", "a transfer arrives, all of it or a part")
    }
    enum Return: StockVerb {
        static let kind = MovementKind.return
        static let help = Localized("发放后没用的退回", "what was issued and not used comes back")
    }
    enum Recover: StockVerb {
        static let kind = MovementKind.recover
        static let help = Localized("用后回收", "take back durable goods after use")
    }
    enum Dispose: StockVerb {
        static let kind = MovementKind.dispose
        static let help = Localized("报废，须 reason=", "dispose of goods; needs reason=")
    }
    enum Adjust: StockVerb {
        static let kind = MovementKind.adjust
        static let help = Localized("调整已知的差额（可为负），须 reason=", "post a known difference, above or below zero; needs reason=")
    }
    enum Count: StockVerb {
        static let kind = MovementKind.count
        static let help = Localized("盘点：与当日结存之差记为分录，须 reason=", "stocktake: the difference to that day's balance is posted; needs reason=")
    }
    enum Repack: StockVerb {
        static let kind = MovementKind.repack
        static let help = Localized("换包装：原物资=数量 新物资=数量", "repack: old item=quantity new item=quantity")
    }

    static let all: [any ParsableCommand.Type] = [
        StockMoveCommand<Receive>.self, StockMoveCommand<Donate>.self, StockMoveCommand<Requisition>.self, StockMoveCommand<Issue>.self,
        StockMoveCommand<Transfer>.self, StockMoveCommand<Arrive>.self, StockMoveCommand<Return>.self, StockMoveCommand<Recover>.self,
        StockMoveCommand<Repack>.self, StockMoveCommand<Dispose>.self, StockMoveCommand<Count>.self, StockMoveCommand<Adjust>.self,
    ]
}

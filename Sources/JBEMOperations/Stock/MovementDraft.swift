internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// A movement that is being put together: its fields, and how much each place gains or loses of each lot.
struct MovementDraft {
    struct Item {
        let id: Int64
        let number: String
        let unit: String
        /// What moves at least, thousandths of the unit.
        let step: Int64

        init(_ record: RecordRow) {
            (id, number, unit) = (record.id ?? 0, record[StockItem.number] ?? "", record[StockItem.unit] ?? "")
            step =
                switch record[StockItem.granularity] {
                case "any": 1
                case "pack": record[StockItem.pack] ?? 1000
                default: 1000
                }
        }
    }

    let request: MoveGoods.Request
    let context: ReadingContext
    let db: Database
    var values: RecordWriter.Values = [:]
    var lotValues: RecordWriter.Values = [:]
    var number = ""
    var day: CalendarDate
    var moved: [MoveGoods.Moved] = []
    var missing: [(item: String, unit: String, quantity: Int64)] = []
    private var quantities: [Int64: [String: Int64]] = [:]

    init(_ request: MoveGoods.Request, context: ReadingContext, in db: Database) throws {
        (self.request, self.context, self.db) = (request, context, db)
        day = context.today
        try readAssignments()
    }

    // MARK: fields

    /// Splits what was typed into fields of the document and fields of a new lot.
    private mutating func readAssignments() throws {
        let (document, lot) = MoveGoods.fields(request.kind)
        let forLot = request.assignments.filter { lot?.takes($0.field) == true }
        values = try document.read(request.assignments.filter { !forLot.contains($0) }, in: context)
        lotValues = try lot?.read(forLot, in: context) ?? [:]
        if case .value(.text(let text))? = values[StockMovement.movedOn.name], let given = CalendarDate(iso: text) { day = given }
        guard day <= context.today else {
            throw Failure(.data, Localized("\(day) 还没有到", "\(day) is still to come"), at: .init(field: StockMovement.movedOn.name))
        }
        values[StockMovement.movedOn.name] = .value(.text(day.description))
        values[StockMovement.kind.name] = .value(.text(request.kind.rawValue))
        if case .value(.text(let text))? = values[StockMovement.number.name] {
            number = text
        } else {
            number = try StockBalances.freeNumber(request.kind, on: day, in: db)
            values[StockMovement.number.name] = .value(.text(number))
        }
    }

    func place(_ name: String) throws -> String {
        let code = try RecordFinder.code(name, of: Warehouse.schema, in: db)
        guard !code.hasPrefix("@") else {
            throw Failure(
                .usage, Localized("\(code) 是外部账户，不是库点", "\(code) is an outside account, not a place"),
                hints: [Localized("见 jbem warehouse list", "see jbem warehouse list")])
        }
        return code
    }

    /// - Throws: `.notFound`, with the field that may have been meant.
    func item(_ name: String) throws -> Item {
        do {
            return Item(try RecordFinder.find(name, of: StockItem.schema, home: context.home, in: db))
        } catch var failure as Failure where failure.kind == .notFound {
            let (document, lot) = MoveGoods.fields(request.kind)
            let fields = (document.fields + (lot?.fields ?? [])).map(\.name)
            failure.hints += [ListSuggestion.hint(for: name, among: fields)].compactMap(\.self)
            throw failure
        }
    }

    /// A quantity as typed, with the unit of the item or without; another unit is refused.
    func amount(_ line: MoveGoods.Line, of item: Item, isSigned: Bool = false, mayBeZero: Bool = false) throws -> Int64 {
        let typed = ValueText.trimmed(line.quantity)
        let text = typed.hasSuffix(item.unit) ? String(typed.dropLast(item.unit.count)) : typed
        let fault: Localized
        do {
            guard case .value(.integer(let value)) = try StockPosting.quantity.definition.read(text, in: context) else {
                throw Fault(Localized("不是数", "not a number"))
            }
            if isSigned || value > 0 || (mayBeZero && value == 0) { return value }
            fault = Localized("须大于零：\(line.quantity)", "must be above zero: \(line.quantity)")
        } catch let error as Fault {
            let hasOtherUnit = typed.first?.isNumber == true && typed.last?.isLetter == true
            fault =
                hasOtherUnit
                ? Localized("按 \(item.unit) 计，不是 “\(typed)”", "is counted in \(item.unit), not \"\(typed)\"") : error.reason
        }
        throw Failure(.data, fault, at: .init(field: line.item))
    }

    // MARK: postings

    mutating func post(_ quantity: Int64, of lot: Int64, from giver: String, to taker: String) {
        quantities[lot, default: [:]][giver, default: 0] -= quantity
        quantities[lot, default: [:]][taker, default: 0] += quantity
    }

    mutating func note(_ item: Item, _ lot: String, _ quantity: Int64) {
        moved.append(MoveGoods.Moved(item: item.number, unit: item.unit, lot: lot, quantity: quantity))
    }

    /// Works out the postings of the kind.
    mutating func fill() throws {
        switch request.kind {
        case .receive: try bring(from: .supplier)
        case .donate: try bring(from: .donor)
        case .requisition: try bring(from: .requisitioned)
        case .issue: try take(to: Warehouse.Outside.issued.rawValue, isForUse: true)
        case .dispose: try take(to: Warehouse.Outside.disposed.rawValue, isForUse: false)
        case .transfer: try transfer()
        case .arrive: try arrive()
        case .return: try giveBack()
        case .recover: try recover()
        case .adjust: try adjust()
        case .count: try count()
        case .repack: try repack()
        }
        guard !quantities.isEmpty || request.kind == .count else {
            throw Failure(
                .usage, Localized("没有写物资", "no item is given"), hints: [Localized("写作 物资编号=数量", "write item number=quantity")])
        }
    }

    /// Writes the document; a count that agrees writes nothing.
    func write() throws -> Int64? {
        guard !quantities.isEmpty else { return nil }
        let movement = try RecordWriter(StockMovement.schema, context: context, db: db).add(values)
        let writer = RecordWriter(StockPosting.schema, context: context, db: db)
        for (lot, places) in quantities.sorted(by: { $0.key < $1.key }) {
            for (place, quantity) in places.sorted(by: { $0.key < $1.key }) where quantity != 0 {
                _ = try writer.add([
                    StockPosting.lot.name: .value(.integer(lot)), StockPosting.warehouse.name: .naturalKey(noun: "warehouse", text: place),
                    StockPosting.movement.name: .value(.integer(movement ?? 0)), StockPosting.quantity.name: .value(.integer(quantity)),
                ])
            }
        }
        return movement
    }
}

internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// Goods that come in from outside and go out.
extension MovementDraft {
    mutating func bring(from source: Warehouse.Outside) throws {
        let place = try place(request.place)
        for line in request.lines {
            let item = try item(line.item)
            let lot = try newLot(of: item)
            let quantity = try amount(line, of: item)
            post(quantity, of: lot.id, from: source.rawValue, to: place)
            note(item, lot.number, quantity)
        }
    }

    /// The lot that was named, made if it is not there yet; without a name a new one.
    func newLot(of item: Item) throws -> (id: Int64, number: String) {
        if let name = request.lot, let known = try knownLot(name) {
            guard known[StockLot.item] == item.id else { throw notOf(item, name) }
            guard lotValues.isEmpty else {
                throw Failure(
                    .usage, Localized("批次 \(name) 已登记，生产与到期日期不能在此再填", "lot \(name) is known: its days are not given here again"),
                    hints: [Localized("用 jbem lot set 修改", "change it with jbem lot set")])
            }
            return (known.id ?? 0, known[StockLot.number] ?? name)
        }
        guard request.lot == nil || request.lines.count == 1 else {
            throw Failure(.usage, Localized("一个新批次只能有一种物资", "a new lot is of one item"))
        }
        let number = try request.lot ?? StockBalances.freeLot(item.number, on: day, in: db)
        var values = lotValues
        values[StockLot.number.name] = .value(.text(number))
        values[StockLot.item.name] = .value(.integer(item.id))
        let id = try RowFaults.asFailure { try RecordWriter(StockLot.schema, context: context, db: db).add(values) }
        return (id ?? 0, number)
    }

    func knownLot(_ name: String) throws -> RecordRow? {
        guard RecordID(name, prefix: StockLot.schema.prefix, home: context.home) == nil else {
            return try RecordFinder.find(name, of: StockLot.schema, home: context.home, in: db)
        }
        return try RecordStore.findStored(StockLot.schema, key: [.text(name)], in: db)
    }

    func notOf(_ item: Item, _ lot: String) -> Failure {
        Failure(.data, Localized("批次 \(lot) 不是物资 \(item.number) 的", "lot \(lot) is not of item \(item.number)"), at: .init(field: "--lot"))
    }
}

extension MovementDraft {
    /// Takes goods from the place, what expires first before the rest; all or nothing unless a part is allowed.
    mutating func take(to account: String, isForUse: Bool) throws {
        let place = try place(request.place)
        for line in request.lines {
            let item = try item(line.item)
            let wanted = try amount(line, of: item)
            let step = FixedPoint.text(item.step, scale: StockScale.quantity)
            guard !isForUse || wanted.isMultiple(of: item.step) else {
                throw Failure(
                    .data, Localized("数量须是 \(step) \(item.unit)的整数倍", "the quantity must be a multiple of \(step) \(item.unit)"),
                    at: .init(field: item.number))
            }
            let (shares, rest) = FirstExpiredFirstOut.take(
                wanted, from: try lots(of: item, at: place, isForUse: isForUse), step: isForUse ? item.step : 1)
            if rest > 0 { missing.append((item.number, item.unit, rest)) }
            for share in shares {
                post(share.quantity, of: share.lot.id, from: place, to: account)
                note(item, share.lot.number, share.quantity)
            }
        }
        guard missing.isEmpty || (request.isPartial && !moved.isEmpty) else { throw shortage(at: place) }
    }

    func shortage(at place: String) -> Failure {
        let details = missing.map { item, unit, quantity in
            let text = FixedPoint.text(quantity, scale: StockScale.quantity)
            return Fault(Localized("缺 \(text) \(unit)", "\(text) \(unit) are missing"), at: .init(field: item))
        }
        return Failure(
            .data, Localized("\(place) 的可用物资不够，什么也没有写入", "\(place) does not have enough that can be used; nothing was written"),
            hints: [
                [.issue, .transfer].contains(request.kind) ? Localized("--partial 先发有的", "--partial takes what is there") : nil,
                Localized("存量：jbem stock balance --warehouse \(place)", "what is there: jbem stock balance --warehouse \(place)"),
            ].compactMap(\.self), details: details)
    }

    func lots(of item: Item, at place: String, isForUse: Bool) throws -> [FirstExpiredFirstOut.Lot] {
        let lots = try StockBalances.available(item: item.id, warehouse: place, on: day, isForUse: isForUse, in: db)
        guard let name = request.lot else { return lots }
        let lot = try RecordFinder.find(name, of: StockLot.schema, home: context.home, in: db)
        guard lot[StockLot.item] == item.id else { throw notOf(item, name) }
        if isForUse, lot[StockLot.isQuarantined] == true {
            throw Failure(.data, Localized("批次 \(name) 已封存", "lot \(name) is quarantined"), at: .init(field: "--lot"))
        }
        if isForUse, let expires = lot[StockLot.expiresOn], expires < day {
            throw Failure(.data, Localized("批次 \(name) 已于 \(expires) 到期", "lot \(name) expired on \(expires)"), at: .init(field: "--lot"))
        }
        return lots.filter { $0.id == lot.id }
    }

    mutating func transfer() throws {
        guard let name = request.destination else {
            throw Failure(
                .usage, Localized("没有写调往哪里", "no destination is given"), hints: [Localized("用 --to 库点", "name it with --to WAREHOUSE")])
        }
        let (from, to) = (try place(request.place), try place(name))
        guard from != to else { throw Failure(.usage, Localized("调出与调往是同一库点", "it would go where it is")) }
        values[StockMovement.destination.name] = .naturalKey(noun: "warehouse", text: to)
        try take(to: Warehouse.transit, isForUse: request.isForUse)
    }
}

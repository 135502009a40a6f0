internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// What happens in the place itself: differences, counts, packing.
extension MovementDraft {
    /// The lot that is meant: the named one, or the only one there.
    func onlyLot(of item: Item, at place: String) throws -> FirstExpiredFirstOut.Lot {
        if let name = request.lot {
            let lot = try RecordFinder.find(name, of: StockLot.schema, home: context.home, in: db)
            guard lot[StockLot.item] == item.id else { throw notOf(item, name) }
            let held = try StockBalances.held(lot: lot.id ?? 0, at: place, on: day, in: db)
            return .init(id: lot.id ?? 0, number: name, expiresOn: lot[StockLot.expiresOn], available: held)
        }
        let lots = try StockBalances.lots(of: item.id, at: place, on: day, in: db)
        guard lots.count == 1 else {
            let names = lots.map(\.number).joined(separator: " ")
            throw Failure(
                .usage, Localized("\(item.number) 有 \(lots.count) 个批次，须指明", "\(item.number) has \(lots.count) lots: name one"),
                hints: [Localized("用 --lot 批号：\(names)", "with --lot: \(names)")])
        }
        return lots[0]
    }

    /// A difference that is known: above zero found, below lost.
    mutating func adjust() throws {
        let place = try place(request.place)
        for line in request.lines {
            let item = try item(line.item)
            let (lot, quantity) = (try onlyLot(of: item, at: place), try amount(line, of: item, isSigned: true))
            differ(quantity, of: lot.id, at: place)
            note(item, lot.number, quantity)
        }
    }

    /// What was counted, against what the place has at that time; the difference is a posting.
    mutating func count() throws {
        let place = try place(request.place)
        for line in request.lines {
            let item = try item(line.item)
            let (lot, counted) = (try onlyLot(of: item, at: place), try amount(line, of: item, mayBeZero: true))
            let difference = counted - lot.available
            if difference != 0 { differ(difference, of: lot.id, at: place) }
            note(item, lot.number, difference)
        }
    }

    mutating func differ(_ quantity: Int64, of lot: Int64, at place: String) {
        if quantity > 0 {
            post(quantity, of: lot, from: Warehouse.Outside.found.rawValue, to: place)
        } else if quantity < 0 {
            post(-quantity, of: lot, from: place, to: Warehouse.Outside.lost.rawValue)
        }
    }

    /// Goods of one item become goods of another: the first line goes in, the others come out with the earliest day of expiry.
    mutating func repack() throws {
        let place = try place(request.place)
        guard request.lines.count == 2 else {
            throw Failure(.usage, Localized("换包装写两种物资：原来的与换成的", "to repack, give two items: what it was and what it becomes"))
        }
        let (old, new) = (try item(request.lines[0].item), try item(request.lines[1].item))
        let (wanted, made) = (try amount(request.lines[0], of: old), try amount(request.lines[1], of: new))
        let (shares, rest) = FirstExpiredFirstOut.take(wanted, from: try lots(of: old, at: place, isForUse: true))
        guard rest == 0 else {
            missing.append((old.number, old.unit, rest))
            throw shortage(at: place)
        }
        let packed = Warehouse.Outside.repacked.rawValue
        for share in shares {
            post(share.quantity, of: share.lot.id, from: place, to: packed)
            note(old, share.lot.number, -share.quantity)
        }
        if lotValues[StockLot.expiresOn.name] == nil, let first = shares.compactMap(\.lot.expiresOn).min() {
            lotValues[StockLot.expiresOn.name] = .value(.text(first.description))
        }
        let number = try StockBalances.freeLot(new.number, on: day, in: db)
        var values = lotValues
        values[StockLot.number.name] = .value(.text(number))
        values[StockLot.item.name] = .value(.integer(new.id))
        let lot = try RowFaults.asFailure { try RecordWriter(StockLot.schema, context: context, db: db).add(values) }
        post(made, of: lot ?? 0, from: packed, to: place)
        note(new, number, made)
    }
}

internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// What follows another document: a transfer arrives, an issue comes back.
extension MovementDraft {
    mutating func followed(_ kind: MovementKind) throws -> RecordRow {
        let record = try RecordFinder.find(request.place, of: StockMovement.schema, home: context.home, in: db)
        guard record[StockMovement.kind] == kind.rawValue else {
            throw Failure(
                .data, Localized("\(request.place) 不是\(kind.label.zh)单", "\(request.place) is not a document of kind \(kind.rawValue)"))
        }
        if let moved = record[StockMovement.movedOn], day < moved {
            throw Failure(
                .data, Localized("早于 \(request.place) 的日期 \(moved)", "is before \(moved), the day of \(request.place)"),
                at: .init(field: StockMovement.movedOn.name))
        }
        values[StockMovement.follows.name] = .value(.integer(record.id ?? 0))
        return record
    }

    /// What arrives of a transfer: all that is still under way, or what is given; the rest stays under way or is lost.
    mutating func arrive() throws {
        let transfer = try followed(.transfer)
        let to = transfer[StockMovement.destination] ?? ""
        values[StockMovement.destination.name] = .naturalKey(noun: "warehouse", text: to)
        let under = try StockBalances.rest(of: transfer.id ?? 0, at: Warehouse.transit, in: db)
        guard !under.isEmpty else {
            throw Failure(.data, Localized("\(request.place) 已全部到货", "all of \(request.place) has arrived"))
        }
        let arrived = try shares(of: under)
        for (lot, quantity) in arrived where quantity > 0 { post(quantity, of: lot, from: Warehouse.transit, to: to) }
        guard request.isRestLost else { return }
        for (lot, quantity) in under {
            let lost = quantity - (arrived.first { $0.lot == lot }?.quantity ?? 0)
            if lost > 0 { post(lost, of: lot, from: Warehouse.transit, to: Warehouse.Outside.lost.rawValue) }
        }
    }

    /// What comes back of an issue to the place that it left.
    mutating func giveBack() throws {
        let issue = try followed(.issue)
        let given = try StockBalances.rest(of: issue.id ?? 0, at: Warehouse.Outside.issued.rawValue, in: db)
        guard !given.isEmpty, let place = try StockBalances.giver(of: issue.id ?? 0, in: db) else {
            throw Failure(.data, Localized("\(request.place) 已全部退回", "all of \(request.place) has come back"))
        }
        for (lot, quantity) in try shares(of: given) where quantity > 0 {
            post(quantity, of: lot, from: Warehouse.Outside.issued.rawValue, to: place)
        }
    }

    /// Shares the lines out over the lots that a document left, those last taken first; without lines all of them.
    mutating func shares(of rest: [(lot: Int64, quantity: Int64)]) throws -> [(lot: Int64, quantity: Int64)] {
        let lots = try rest.map { lot, quantity in
            let record = try RecordStore.findStored(StockLot.schema, id: lot, in: db)
            let item = try RecordStore.findStored(StockItem.schema, id: record?[StockLot.item] ?? 0, in: db).map(Item.init)
            return (lot: lot, number: record?[StockLot.number] ?? "", item: item, quantity: quantity)
        }.filter { request.lot == nil || request.lot == $0.number }
        guard !lots.isEmpty else {
            throw Failure(
                .notFound,
                Localized("\(request.place) 没有批次 “\(request.lot ?? "")”", "\(request.place) has no lot \"\(request.lot ?? "")\""),
                at: .init(field: "--lot"))
        }
        guard !request.lines.isEmpty else {
            for lot in lots { if let item = lot.item { note(item, lot.number, lot.quantity) } }
            return lots.map { ($0.lot, $0.quantity) }
        }
        var result: [(lot: Int64, quantity: Int64)] = []
        for line in request.lines {
            let item = try item(line.item)
            var wanted = try amount(line, of: item)
            for lot in lots where lot.item?.id == item.id && wanted > 0 {
                let quantity = min(wanted, lot.quantity)
                result.append((lot.lot, quantity))
                note(item, lot.number, quantity)
                wanted -= quantity
            }
            guard wanted == 0 else {
                let text = FixedPoint.text(wanted, scale: StockScale.quantity)
                throw Failure(
                    .data, Localized("比 \(request.place) 多 \(text) \(item.unit)", "\(text) \(item.unit) more than \(request.place) has"),
                    at: .init(field: item.number))
            }
        }
        return result
    }

    /// Durable goods that come back after use, wherever they were issued.
    mutating func recover() throws {
        let place = try place(request.place)
        guard let name = request.lot, request.lines.count == 1 else {
            throw Failure(
                .usage, Localized("回收须用 --lot 指明批次，一次一种", "goods are recovered one item and lot at a time: name the lot with --lot"))
        }
        let item = try item(request.lines[0].item)
        let lot = try RecordFinder.find(name, of: StockLot.schema, home: context.home, in: db)
        guard lot[StockLot.item] == item.id else { throw notOf(item, name) }
        let quantity = try amount(request.lines[0], of: item)
        post(quantity, of: lot.id ?? 0, from: Warehouse.Outside.issued.rawValue, to: place)
        note(item, name, quantity)
    }
}

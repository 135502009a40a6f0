internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// The problem of an allocation as the store poses it.
struct AllocationInput {
    /// A need before ways are known, thousandths of the unit.
    struct Wish {
        let place: String
        /// Where goods are transferred to; `nil` if they are issued.
        let warehouse: String?
        let position: StockPosition?
        let item: Int64
        let quantity: Int64
        let priority: Int
    }

    private(set) var problem: AllocationProblem
    /// The warehouse of each place of the problem.
    private(set) var warehouses: [String?] = []
    /// Starts and ends between which nothing is known: no way was entered, and a position is missing.
    private(set) var unknownWays: [(source: String, place: String)] = []

    private let options: AllocationOptions
    private let db: Database
    private let known: [String: StockPlace]
    private let legs: [String: [String: (metres: Int64?, seconds: Int64?)]]

    /// - Parameters:
    ///   - kinds: kinds of places that may send.
    ///   - kept: what a place may not give, thousandths of the unit.
    /// - Throws: `.data` for what the store does not know and has to.
    init(
        _ wishes: [Wish], from kinds: Set<String>, on day: CalendarDate, _ options: AllocationOptions, in db: Database,
        kept: (StockSupply) -> Int64
    ) throws {
        (self.options, self.db) = (options, db)
        let places = try StockSupplies.places(on: day, in: db)
        known = Dictionary(uniqueKeysWithValues: places.map { ($0.code, $0) })
        legs = try StockSupplies.legs(in: db)
        problem = AllocationProblem(items: [], sources: [], places: [], supplies: [], needs: [], costs: [])

        let chosen = try Set(options.sources.map { try RecordFinder.code($0, of: Warehouse.schema, in: db) })
        let starts = places.filter { kinds.contains($0.kind) && (chosen.isEmpty || chosen.contains($0.code)) }
        if let unusable = chosen.subtracting(starts.map(\.code)).sorted().first {
            throw Failure(
                .data, Localized("\(unusable) 不能发货：已停用，或类别不发货", "\(unusable) cannot send: it is not in use, or not of a kind that sends"),
                at: .init(field: "--from"))
        }
        if let closed = wishes.compactMap(\.warehouse).first(where: { known[$0] == nil }) {
            throw Failure(.data, Localized("收货库点 \(closed) 在 \(day) 不在用", "warehouse \(closed) is not in use on \(day)"))
        }
        problem.sources = starts.map { .init(code: $0.code, name: $0.name, dispatch: $0.dispatch.map { $0 * 1_000_000 }) }
        let ids = Array(Set(wishes.map(\.item))).sorted()
        let items = try ids.compactMap { try RecordStore.findStored(StockItem.schema, id: $0, in: db) }.sorted {
            ($0[StockItem.number] ?? "") < ($1[StockItem.number] ?? "")
        }
        problem.items = items.map(AllocationInput.item)
        let indexes = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0.element.id ?? 0, $0.offset) })

        let sources = Dictionary(uniqueKeysWithValues: starts.enumerated().map { ($0.element.code, $0.offset) })
        for supply in try StockSupplies.supplies(of: ids, on: day, in: db) {
            guard let source = sources[supply.warehouse], let item = indexes[supply.item], supply.usable > 0 else { continue }
            let step = problem.items[item].step
            let floor = (kept(supply) + step - 1) / step
            problem.supplies.append(.init(source: source, item: item, usable: supply.usable / step, floor: floor))
        }
        try addNeeds(wishes, indexes)
        dropIdleWays()
    }

    private static func item(_ record: RecordRow) -> AllocationProblem.Item {
        let draft = MovementDraft.Item(record)
        return .init(
            number: draft.number, name: record[StockItem.name] ?? "", unit: draft.unit, step: draft.step,
            load: (record[StockItem.volume] ?? 0) * draft.step)
    }

    private mutating func addNeeds(_ wishes: [Wish], _ items: [Int64: Int]) throws {
        var (places, positions) = ([String: Int](), [StockPosition?]())
        for wish in wishes {
            guard let item = items[wish.item] else { continue }
            let index = places[wish.place] ?? problem.places.count
            if index == problem.places.count {
                places[wish.place] = index
                problem.places.append(wish.place)
                warehouses.append(wish.warehouse)
                positions.append(wish.position)
            } else if positions[index] != wish.position || warehouses[index] != wish.warehouse {
                throw Failure(
                    .data, Localized("各行的位置或收货库点不同", "its rows name different positions or warehouses"), at: .init(field: wish.place),
                    hints: [Localized("用 jbem need set 改成一样", "make them the same with jbem need set")])
            }
            let step = problem.items[item].step
            problem.needs.append(.init(place: index, item: item, quantity: (wish.quantity + step - 1) / step, priority: wish.priority))
        }
        problem.costs = problem.sources.map { source in
            problem.places.indices.map { place in
                let cost = cost(from: known[source.code], to: problem.places[place], warehouses[place], positions[place])
                if cost == nil { unknownWays.append((source.code, problem.places[place])) }
                return cost.flatMap { options.limit.map { limit in limit >= cost! } ?? true ? $0 : nil }
            }
        }
    }

    /// Metres or seconds; `nil` if nothing is known.
    private func cost(from source: StockPlace?, to place: String, _ warehouse: String?, _ position: StockPosition?) -> Int64? {
        guard let source else { return nil }
        if source.code == warehouse ?? place { return 0 }
        let leg = legs[source.code]?[place] ?? warehouse.flatMap { legs[source.code]?[$0] }
        switch (options.basis, leg) {
        case (.distance, (let metres?, _)?): return metres
        case (.time, (_, let seconds?)?): return seconds
        case (.time, (let metres?, _)?): return Int64((Double(metres) / 1000 / options.speed * 3600).rounded())
        default: break
        }
        guard let start = source.position, let end = position ?? warehouse.flatMap({ known[$0]?.position }) else { return nil }
        // Positions on different datums lie apart by an offset that nobody entered.
        if let first = start.datum, let second = end.datum, first != second { return nil }
        let km = start.point.distanceKm(to: end.point) * options.detour
        return Int64((options.basis == .distance ? km * 1000 : km / options.speed * 3600).rounded())
    }

    /// Unknown ways matter only where the start has what the end needs.
    private mutating func dropIdleWays() {
        let given = Dictionary(grouping: problem.supplies.filter { $0.available > 0 }) { problem.sources[$0.source].code }
        let asked = Dictionary(grouping: problem.needs) { problem.places[$0.place] }
        unknownWays.removeAll { way in
            let items = Set((given[way.source] ?? []).map(\.item))
            return (asked[way.place] ?? []).allSatisfy { !items.contains($0.item) }
        }
    }

    /// Goods that limited vehicles carry have to have a volume.
    func checkVolumes() throws {
        let joint = problem.jointItems
        guard let index = joint.sorted().first(where: { problem.items[$0].load == 0 }) else { return }
        let item = problem.items[index]
        let limited = problem.sources[
            problem.supplies.first { $0.item == index && problem.sources[$0.source].dispatch != nil }?.source ?? 0]
        throw Failure(
            .data,
            Localized(
                "物资 \(item.number) 没有体积，而 \(limited.code) 的发运能力有限",
                "item \(item.number) has no volume, and what the vehicles of \(limited.code) carry is limited"),
            hints: [Localized("用 jbem item set \(item.number) volume_l=… 补上", "add it with jbem item set \(item.number) volume_l=…")])
    }
}

extension StockPosition {
    var point: RoutePoint { RoutePoint(longitude: Double(longitude) / 1e6, latitude: Double(latitude) / 1e6) }
}

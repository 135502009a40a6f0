internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Who sends what to whom: to the places of a scenario, or towards the norms.
package struct AllocateStock {
    package enum Goal: Sendable {
        /// By number or id.
        case scenario(String)
        case norms
    }

    package struct Answer: Sendable {
        package let problem: AllocationProblem
        package let plan: AllocationPlan
        /// The number of the scenario; `nil` for the norms.
        package let scenario: String?
        /// The warehouse of each place; `nil` where goods are issued.
        package let warehouses: [String?]
        package let unknownWays: [(source: String, place: String)]
        package let asOf: CalendarDate
        package let options: AllocationOptions

        /// Whether places keep their norms, not only the floors of them.
        package var keepsNorms: Bool { scenario == nil }
        package var isComplete: Bool { plan.unmet.allSatisfy { $0 == 0 } }
    }

    /// What was written.
    package struct Written: Sendable {
        package let report: WriteReport
        /// Numbers of the documents.
        package let documents: [String]
    }

    let goal: Goal
    let options: AllocationOptions

    package init(_ goal: Goal, _ options: AllocationOptions) { (self.goal, self.options) = (goal, options) }

    /// - Throws: `.notFound` for an unknown scenario, item or warehouse; `.data` for a need that cannot be worked out.
    package func run(_ session: Session) throws -> (answer: Answer, facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { db in
            (try solve(store.identity.office, options.asOf ?? session.today, in: db), try ReadingFacts(store, in: db))
        }
    }

    /// Writes a document for each way, as one change: a transfer where goods go to a warehouse, else an issue.
    ///
    /// - Parameter isPartial: also if needs stay unmet.
    /// - Throws: `.data` if needs stay unmet and nothing may be left out.
    package func apply(_ session: Session, isPartial: Bool, options writing: WriteOptions) throws -> (
        answer: Answer, written: Written, facts: ReadingFacts
    ) {
        let store = try session.open(.write)
        let result = try store.perform(writing.action(in: session), dryRun: writing.isDryRun) { db in
            let answer = try solve(store.identity.office, session.today, in: db)
            guard answer.isComplete || isPartial else { throw AllocateStock.incomplete(answer) }
            try checkRoom(answer, in: db)
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let documents = try requests(answer).map { request in
                var draft = try MovementDraft(request, context: context, in: db)
                try draft.fill()
                return (try RowFaults.asFailure { try draft.write() }, draft.number)
            }
            return (answer, documents, try ReadingFacts(store, in: db))
        }
        let (answer, documents, facts) = result.value
        let text = FieldText(codes: facts.codes, home: facts.home, language: session.language)
        let ids = documents.compactMap { $0.0 }.map { text.fullID($0, noun: StockMovement.schema.noun) }
        return (
            answer,
            Written(
                report: WriteReport(change: result.change?.id, ids: ids, rows: result.rows, isDryRun: result.isDryRun),
                documents: documents.map(\.1)), facts
        )
    }

    private func solve(_ home: Int64, _ day: CalendarDate, in db: Database) throws -> Answer {
        let (input, number) =
            switch goal {
            case .scenario(let name): try scenario(name, home, day, in: db)
            case .norms: (try norms(home, day, in: db), nil)
            }
        try input.checkVolumes()
        return Answer(
            problem: input.problem, plan: try AllocationPlan(input.problem), scenario: number, warehouses: input.warehouses,
            unknownWays: input.unknownWays, asOf: day, options: options)
    }

    // MARK: goals

    private func scenario(_ name: String, _ home: Int64, _ day: CalendarDate, in db: Database) throws -> (AllocationInput, String?) {
        let scenario = try RecordFinder.find(name, of: Scenario.schema, home: home, in: db)
        let title = scenario[Scenario.number] ?? name
        let chosen = try items(home, in: db)
        let all = try StockSupplies.needs(of: scenario.id ?? 0, in: db)
        let needs = all.filter { chosen?.contains($0.item) ?? true }
        guard all.isEmpty || !needs.isEmpty else {
            throw Failure(
                .data, Localized("情景 \(title) 不需要这些物资", "scenario \(title) does not need these items"), at: .init(field: "--item"))
        }
        guard !needs.isEmpty else {
            throw Failure(
                .data, Localized("情景 \(title) 没有需求", "scenario \(title) has no needs"),
                hints: [Localized("用 jbem need add scenario=\(title) … 登记", "enter them with jbem need add scenario=\(title) …")])
        }
        // What was sent for the scenario before is not sent again; needs that go to one warehouse share it, the most urgent first.
        var sent = try StockSupplies.sent(for: scenario.id ?? 0, until: day, in: db)
        let wishes = try needs.map { need in
            let (wanted, goal) = (
                try need.quantity ?? quantity(need, days: scenario[Scenario.days] ?? 1, in: db), need.warehouse ?? need.place
            )
            let done = min(wanted, sent[goal]?[need.item] ?? 0)
            sent[goal]?[need.item]? -= done
            return AllocationInput.Wish(
                place: need.place, warehouse: need.warehouse, position: need.position, item: need.item, quantity: wanted - done,
                priority: need.priority)
        }
        let input = try AllocationInput(wishes, from: ["store", "agent", "society"], on: day, options, in: db) {
            options.usesFloors ? 0 : $0.floor
        }
        return (input, title)
    }

    /// What people need by the norms of the item: once, and for every day.
    private func quantity(_ need: StockNeed, days: Int64, in db: Database) throws -> Int64 {
        guard let item = try RecordStore.findStored(StockItem.schema, id: need.item, in: db) else { return 0 }
        guard item[StockItem.perPerson] != nil || item[StockItem.perPersonDay] != nil else {
            let number = item[StockItem.number] ?? ""
            throw Failure(
                .data, Localized("物资 \(number) 没有人均定额，算不出需求", "item \(number) has no norm per person to work the need out from"),
                at: .init(field: need.place),
                hints: [Localized("在需求里填 quantity，或给物资填 per_person", "give the need a quantity, or the item a per_person")])
        }
        // Millionths of a unit a person, into thousandths of a unit: the part of one is needed whole.
        let norm =
            Rational(scaled: item[StockItem.perPerson] ?? 0, places: StockScale.norm)
            + Rational(scaled: item[StockItem.perPersonDay] ?? 0, places: StockScale.norm) * Rational(days)
        let thousandths = norm * Rational(need.people ?? 0) * Rational(1000)
        guard let value = thousandths.ceiling.int, value < 1_000_000_000_000_000 else {
            throw Failure(.data, Localized("人数太多，算不了", "too many people to be worked out"), at: .init(field: need.place))
        }
        return Int64(value)
    }

    private func norms(_ home: Int64, _ day: CalendarDate, in db: Database) throws -> AllocationInput {
        let chosen = try items(home, in: db)
        let inbound = try StockSupplies.inbound(on: day, in: db).reduce(into: [String: Int64]()) {
            $0["\($1.warehouse) \($1.item)"] = $1.quantity
        }
        let wishes = try StockReports.shortages(asOf: day, in: db).compactMap { line -> AllocationInput.Wish? in
            let missing = line.missing - (inbound["\(line.warehouse) \(line.item)"] ?? 0)
            guard chosen?.contains(line.item) ?? true, missing > 0 else { return nil }
            return .init(
                place: line.warehouse, warehouse: line.warehouse, position: nil, item: line.item, quantity: missing, priority: 1)
        }
        return try AllocationInput(wishes, from: ["store", "agent"], on: day, options, in: db) { $0.norm }
    }

    private func items(_ home: Int64, in db: Database) throws -> Set<Int64>? {
        guard !options.items.isEmpty else { return nil }
        return try Set(options.items.compactMap { try RecordFinder.find($0, of: StockItem.schema, home: home, in: db).id })
    }

    // MARK: documents

    private func requests(_ answer: Answer) -> [MoveGoods.Request] {
        let problem = answer.problem
        let ways = Dictionary(grouping: answer.plan.shipments) { shipment in
            [problem.supplies[shipment.supply].source, problem.needs[shipment.need].place]
        }
        return ways.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { way, shipments in
            let (source, place) = (problem.sources[way[0]].code, problem.places[way[1]])
            let warehouse = answer.warehouses[way[1]]
            // What a place has already need not move.
            guard source != warehouse else { return nil }
            var request = MoveGoods.Request(warehouse == nil ? .issue : .transfer, place: source)
            request.destination = warehouse
            request.isForUse = true
            request.lines = shipments.map { shipment in
                let item = problem.items[problem.needs[shipment.need].item]
                return .init(item: item.number, quantity: FixedPoint.text(shipment.quantity * item.step, scale: StockScale.quantity))
            }
            request.assignments = [
                Assignment(field: StockMovement.note.name, value: answer.keepsNorms ? "stock rebalance" : "stock allocate")
            ]
            if let scenario = answer.scenario {
                request.assignments.append(Assignment(field: StockMovement.scenario.name, value: scenario))
            }
            if warehouse == nil { request.assignments.append(Assignment(field: StockMovement.counterpart.name, value: place)) }
            return request
        }
    }

    /// What goes to a place has to fit in, with what it holds and what is on the way to it.
    private func checkRoom(_ answer: Answer, in db: Database) throws {
        let room = try StockSupplies.room(on: answer.asOf, in: db)
        var volumes: [String: Int64] = [:]
        for shipment in answer.plan.shipments {
            let need = answer.problem.needs[shipment.need]
            guard let place = answer.warehouses[need.place],
                place != answer.problem.sources[answer.problem.supplies[shipment.supply].source].code
            else { continue }
            volumes[place, default: 0] += shipment.quantity * answer.problem.items[need.item].load
        }
        for (place, volume) in volumes.sorted(by: { $0.key < $1.key }) {
            guard let free = room[place], volume > free else { continue }
            let (wanted, there) = (
                Rational(scaled: volume, places: 9).decimal(places: 1), Rational(scaled: max(0, free), places: 9).decimal(places: 1)
            )
            throw Failure(
                .data,
                Localized(
                    "\(place) 的库容还剩 \(there) 立方米，放不下 \(wanted) 立方米，什么也没有写入",
                    "\(place) has room for \(there) m³, not for \(wanted) m³; nothing was written"),
                hints: [Localized("用 --item 分批，或改 capacity_m3", "take some of the items with --item, or change capacity_m3")])
        }
    }

    private static func incomplete(_ answer: Answer) -> Failure {
        let problem = answer.problem
        let details = problem.needs.indices.filter { answer.plan.unmet[$0] > 0 }.map { index in
            let (need, item) = (problem.needs[index], problem.items[problem.needs[index].item])
            let text = FixedPoint.text(answer.plan.unmet[index] * item.step, scale: StockScale.quantity)
            return Fault(
                Localized("\(item.number) 缺 \(text) \(item.unit)", "\(text) \(item.unit) of \(item.number) are missing"),
                at: .init(field: problem.places[need.place]))
        }
        return Failure(
            .data, Localized("不能全部满足，什么也没有写入", "not every need can be met; nothing was written"),
            hints: [Localized("--partial 先调运有的；不加 --apply 看缺的原因", "--partial sends what there is; without --apply see why it is missing")],
            details: details)
    }
}

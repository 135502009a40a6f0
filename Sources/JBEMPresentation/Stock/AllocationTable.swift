internal import JBEMCore
package import JBEMOperations
package import JBEMOutput

/// The answer to an allocation as tables and sentences.
package struct AllocationTable {
    let answer: AllocateStock.Answer
    let facts: ReadingFacts
    let dress: Dress
    private var problem: AllocationProblem { answer.problem }
    private var language: Language { dress.language }

    package init(_ answer: AllocateStock.Answer, _ facts: ReadingFacts, _ dress: Dress) {
        (self.answer, self.facts, self.dress) = (answer, facts, dress)
    }

    private func column(_ key: String, _ zh: String, _ en: String, isFlexible: Bool = false) -> Column {
        Column(key: key, title: Localized(zh, en).text(language), isFlexible: isFlexible)
    }

    private var wayColumn: Column {
        answer.options.basis == .distance ? column("distance_km", "公里", "km") : column("minutes", "分钟", "minutes")
    }

    /// Metres or seconds, as km or minutes.
    static func way(_ cost: Int64, _ basis: AllocationOptions.Basis) -> Rational {
        basis == .distance ? Rational(scaled: cost, places: 3) : Rational(cost) / Rational(60)
    }

    func way(_ cost: Int64) -> Rational { AllocationTable.way(cost, answer.options.basis) }

    private func wayCell(_ cost: Int64) -> Cell {
        .decimal(way(cost).shortest(maxPlaces: 3), shown: way(cost).decimal(places: 1))
    }

    func amount(_ steps: Int64, of item: AllocationProblem.Item) -> String { StockTable.text(steps * item.step) }

    /// A row for each way, then one for each need that stays unmet.
    package var ways: Table {
        let columns =
            [column("state", "状态", "state"), column("item", "物资编号", "item"), column("name", "名称", "name", isFlexible: true)]
            + [column("unit", "单位", "unit"), column("from", "从", "from"), column("to", "到", "to", isFlexible: true)]
            + [column("quantity", "数量", "quantity"), wayColumn, column("priority", "优先级", "priority")]
        let sent = answer.plan.shipments.map { shipment -> [Cell] in
            let (supply, need) = (problem.supplies[shipment.supply], problem.needs[shipment.need])
            return row("send", Localized("调运", "send"), need, problem.sources[supply.source].code, shipment.quantity)
                + [wayCell(problem.cost(shipment.supply, shipment.need) ?? 0), .integer(Int64(need.priority))]
        }
        let open = problem.needs.indices.filter { answer.plan.unmet[$0] > 0 }.map { index -> [Cell] in
            let need = problem.needs[index]
            return row("unmet", Localized("缺", "unmet"), need, nil, answer.plan.unmet[index]) + [.empty, .integer(Int64(need.priority))]
        }
        return StockTable.signed(columns, sent + open, facts, dress)
    }

    private func row(_ state: String, _ label: Localized, _ need: AllocationProblem.Need, _ from: String?, _ steps: Int64) -> [Cell] {
        let item = problem.items[need.item]
        return [
            .code(state, shown: label.text(language)).styled(from == nil ? .bad : nil), .identifier(item.number), .text(item.name),
            .text(item.unit), from.map { .identifier($0) } ?? .empty, .text(problem.places[need.place]),
            .decimal(amount(steps, of: item)),
        ]
    }

    /// A row for each limit of each proof: what gets through it, what is kept there, what one unit more would do.
    package var limits: Table {
        let columns =
            [
                column("proof", "序", "proof"), column("item", "物资编号", "item", isFlexible: true),
                column("places", "地点", "places", isFlexible: true),
            ]
            + [column("needed", "共需", "needed"), column("unmet", "缺", "unmet"), column("unit", "单位", "unit")]
            + [column("limit", "限制", "limit"), column("at", "库点", "at"), column("gives", "给出", "gives")]
            + [column("kept", "保留", "kept"), column("next", "多一件给", "one more serves", isFlexible: true), wayColumn]
        let rows = answer.plan.proofs.enumerated().flatMap { number, proof -> [[Cell]] in
            let measure = Measure(proof, problem)
            let head: [Cell] = [
                .integer(Int64(number + 1)), .text(measure.items), .text(proofPlaces(proof)), .decimal(measure.text(proof.demanded)),
                .decimal(measure.text(proof.unmet)).styled(.bad), .text(measure.unit),
            ]
            let binding = proof.bindings.map { head + limit($0, measure) }
            let far = proof.outOfReach.map { supply, rest -> [Cell] in
                let code = Cell.code("out_of_reach", shown: Localized("够不着", "out of reach").text(language))
                return head + [code, .identifier(source(supply)), .decimal("0"), .decimal(measure.text(rest)), .empty, .empty]
            }
            let nothing = Cell.code("nothing", shown: Localized("没有可用的", "nothing usable").text(language))
            return binding.isEmpty && far.isEmpty ? [head + [nothing, .empty, .decimal("0"), .empty, .empty, .empty]] : binding + far
        }
        return StockTable.signed(columns, rows + leftOver, facts, dress)
    }

    /// What stays behind because whole pieces do not fill up vehicles.
    private var leftOver: [[Cell]] {
        problem.needs.indices.filter { answer.plan.leftOver[$0] > 0 }.map { index in
            let (need, item) = (problem.needs[index], problem.items[problem.needs[index].item])
            return [
                .empty, .identifier(item.number), .text(problem.places[need.place]), .decimal(amount(need.quantity, of: item)),
                .decimal(amount(answer.plan.leftOver[index], of: item)).styled(.bad), .text(item.unit),
                .code("whole_pieces", shown: Localized("整件", "whole pieces").text(language)), .empty, .empty, .empty, .empty, .empty,
            ]
        }
    }

    private func limit(_ binding: AllocationProof.Binding, _ measure: Measure) -> [Cell] {
        let price = binding.price
        let next: [Cell] = [
            price?.need.map { .text(problem.places[problem.needs[$0].place]) } ?? .empty, price.map { wayCell($0.cost) } ?? .empty,
        ]
        let gives = Cell.decimal(measure.text(binding.quantity))
        switch binding.limit {
        case .stock(let supply):
            let floor = min(problem.supplies[supply].floor, problem.supplies[supply].usable)
            let kept = floor > 0 ? Cell.decimal(measure.text(floor, of: supply)) : Cell.empty
            let code =
                if floor == 0 { Cell.code("stock", shown: Localized("存量", "stock").text(language)) } else if answer.keepsNorms {
                    Cell.code("norm", shown: Localized("定额", "norm").text(language))
                } else { Cell.code("floor", shown: Localized("底线", "floor").text(language)) }
            return [code, .identifier(source(supply)), gives, kept] + next
        case .vehicles(let source):
            let code = Cell.code("vehicles", shown: Localized("发运能力", "vehicles").text(language))
            return [code, .identifier(problem.sources[source].code), gives, .empty] + next
        }
    }

    func source(_ supply: Int) -> String { problem.sources[problem.supplies[supply].source].code }

    func proofPlaces(_ proof: AllocationProof) -> String {
        var seen = Set<Int>()
        let places = proof.needs.map { problem.needs[$0].place }.filter { seen.insert($0).inserted }.map { problem.places[$0] }
        return places.joined(separator: Localized("、", ", ").text(language))
    }

    /// In what a proof counts: pieces of one item, or cubic metres of several.
    struct Measure {
        private let problem: AllocationProblem
        /// `nil` for several.
        let item: AllocationProblem.Item?
        let items: String
        let unit: String

        init(_ proof: AllocationProof, _ problem: AllocationProblem) {
            self.problem = problem
            let numbers = Set(proof.needs.map { problem.needs[$0].item }).sorted()
            items = numbers.map { problem.items[$0].number }.joined(separator: " ")
            item = proof.isJoint ? nil : numbers.first.map { problem.items[$0] }
            unit = item?.unit ?? "m³"
        }

        func text(_ quantity: Int64) -> String {
            guard let item else { return Rational(scaled: quantity, places: 9).shortest(maxPlaces: 3) }
            return StockTable.text(quantity * item.step)
        }

        /// Steps of a supply.
        func text(_ steps: Int64, of supply: Int) -> String {
            text(item == nil ? steps * max(1, problem.items[problem.supplies[supply].item].load) : steps)
        }
    }
}

/// The best allocation: as much as can be served, urgent needs first, on the shortest ways.
package struct AllocationPlan: Sendable {
    /// So much of an item from a source to a need, in steps.
    package struct Shipment: Sendable, Equatable {
        /// Index in the problem's supplies and needs.
        package let supply: Int
        package let need: Int
        package let quantity: Int64
    }

    package let shipments: [Shipment]
    /// By need, in steps; 0 where all is served.
    package let unmet: [Int64]
    /// Why what is unmet cannot be met.
    package let proofs: [AllocationProof]
    /// What the flow costs: steps times metres or seconds; with limited vehicles millilitres times metres or seconds, before whole pieces were
    /// made of it.
    package let optimum: Int64
    /// Whether the flow had to be cut down to whole pieces, so that a little more than the optimum may stay unmet.
    package let isRounded: Bool

    /// Solves the problem exactly. Where vehicles are limited the goods of all items share them by volume: the flow in millilitres is exact, whole
    /// pieces are made of it afterwards.
    ///
    /// - Throws: `.data` if the numbers are too large to be added up.
    package init(_ problem: AllocationProblem) throws {
        let groups: [Int?] = problem.isJoint ? [nil] : Set(problem.needs.map(\.item)).sorted()
        var (shipments, unmet) = ([Shipment](), problem.needs.map(\.quantity))
        var (proofs, optimum, isRounded) = ([AllocationProof](), Int64(0), false)
        for item in groups {
            let network = AllocationNetwork(problem, item: item)
            guard let flow = MinimumCostFlow(network.network) else {
                throw Failure(.data, Localized("需求与存量的数字太大，算不了", "the quantities are too large to be worked out"))
            }
            for route in network.routes where flow.flow[route.arc] > 0 {
                let (supply, need) = (network.supplies[route.supply], network.needs[route.need])
                let scale = item == nil ? max(1, problem.items[problem.needs[need].item].load) : 1
                let quantity = flow.flow[route.arc] / scale
                optimum &+= flow.flow[route.arc] &* network.network.cost[route.arc]
                isRounded = isRounded || quantity * scale != flow.flow[route.arc]
                guard quantity > 0 else { continue }
                shipments.append(Shipment(supply: supply, need: need, quantity: quantity))
                unmet[need] -= quantity
            }
            proofs += AllocationProof.all(network, flow)
        }
        if isRounded { AllocationPlan.fillUp(problem, &shipments, &unmet) }
        self.shipments = shipments.sorted { ($0.need, $0.supply) < ($1.need, $1.supply) }
        (self.unmet, self.proofs, self.optimum, self.isRounded) = (unmet, proofs, optimum, isRounded)
    }

    /// Sends whole pieces on the shortest ways into the room that cutting down left in the vehicles.
    private static func fillUp(_ problem: AllocationProblem, _ shipments: inout [Shipment], _ unmet: inout [Int64]) {
        var rest = problem.supplies.map(\.available)
        var room = problem.sources.map(\.dispatch)
        func load(_ need: Int) -> Int64 { max(1, problem.items[problem.needs[need].item].load) }
        for shipment in shipments {
            rest[shipment.supply] -= shipment.quantity
            let source = problem.supplies[shipment.supply].source
            room[source] = room[source].map { $0 - shipment.quantity * load(shipment.need) }
        }
        for need in problem.needs.indices.sorted(by: { (problem.needs[$0].priority, $0) < (problem.needs[$1].priority, $1) }) {
            let givers = problem.supplies.indices.filter { problem.supplies[$0].item == problem.needs[need].item }
            let near = givers.compactMap { supply in problem.cost(supply, need).map { (cost: $0, supply: supply) } }.sorted { $0 < $1 }
            for (_, supply) in near where unmet[need] > 0 {
                let source = problem.supplies[supply].source
                let quantity = min(unmet[need], rest[supply], room[source].map { $0 / load(need) } ?? .max)
                guard quantity > 0 else { continue }
                unmet[need] -= quantity
                rest[supply] -= quantity
                room[source] = room[source].map { $0 - quantity * load(need) }
                if let known = shipments.firstIndex(where: { $0.supply == supply && $0.need == need }) {
                    shipments[known] = Shipment(supply: supply, need: need, quantity: shipments[known].quantity + quantity)
                } else {
                    shipments.append(Shipment(supply: supply, need: need, quantity: quantity))
                }
            }
        }
    }
}

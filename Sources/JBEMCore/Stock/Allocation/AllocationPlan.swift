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
    /// What stays unmet beyond the proofs, by need, in steps: whole pieces do not fill up vehicles.
    package let leftOver: [Int64]
    /// What the flow costs: steps times metres or seconds; where vehicles are limited, before whole pieces were made of it, microlitres times
    /// metres or seconds.
    package let optimum: Int64

    /// Solves the problem exactly. Where vehicles are limited the goods share them by volume: the flow in microlitres is exact, whole pieces are
    /// made of it afterwards, urgent needs first.
    ///
    /// - Throws: `.data` if the numbers are too large to be added up.
    package init(_ problem: AllocationProblem) throws {
        let joint = problem.jointItems
        let alone = Set(problem.needs.map(\.item)).subtracting(joint).sorted().map { Set([$0]) }
        var loading = Loading(problem)
        var (proofs, optimum, proven) = ([AllocationProof](), Int64(0), Array(repeating: Int64(0), count: problem.needs.count))
        for items in (joint.isEmpty ? [] : [joint]) + alone {
            let network = try AllocationNetwork(problem, items: items, isJoint: items == joint)
            guard let flow = MinimumCostFlow(network.network) else { throw AllocationNetwork.tooLarge }
            for route in network.routes { optimum &+= flow.flow[route.arc] &* network.network.cost[route.arc] }
            for (place, need) in network.needs.enumerated() {
                proven[need] = flow.flow[network.unmetArcs[place]] / loading.units(need, isJoint: network.isJoint)
            }
            loading.take(network, flow)
            proofs += AllocationProof.all(network, flow)
        }
        shipments = loading.shipments.sorted { ($0.need, $0.supply) < ($1.need, $1.supply) }
        (unmet, self.proofs, self.optimum) = (loading.unmet, proofs, optimum)
        leftOver = zip(loading.unmet, proven).map { max(0, $0 - $1) }
    }
}

/// Makes whole pieces of flows.
private struct Loading {
    private let problem: AllocationProblem
    private(set) var unmet: [Int64]
    private var rest: [Int64]
    private var room: [Int64?]
    private var sent: [[Int]: Int64] = [:]

    init(_ problem: AllocationProblem) {
        self.problem = problem
        (unmet, rest, room) = (problem.needs.map(\.quantity), problem.supplies.map(\.available), problem.sources.map(\.dispatch))
    }

    var shipments: [AllocationPlan.Shipment] { sent.map { .init(supply: $0.key[0], need: $0.key[1], quantity: $0.value) } }

    /// What a piece for a need counts in its network.
    func units(_ need: Int, isJoint: Bool) -> Int64 { isJoint ? max(1, problem.items[problem.needs[need].item].load) : 1 }

    /// Follows the flow in whole pieces, the needs of each priority before the next; what is cut off goes on the shortest ways that are left.
    mutating func take(_ network: AllocationNetwork, _ flow: MinimumCostFlow) {
        for priority in network.penalties.keys.sorted() {
            let needs = network.needs.filter { problem.needs[$0].priority == priority }
            for route in network.routes where problem.needs[network.needs[route.need]].priority == priority {
                let need = network.needs[route.need]
                send(flow.flow[route.arc] / units(need, isJoint: network.isJoint), network.supplies[route.supply], need, network.isJoint)
            }
            guard network.isJoint else { continue }
            for need in needs where unmet[need] > 0 {
                let near = network.supplies.compactMap { supply in
                    problem.supplies[supply].item == problem.needs[need].item
                        ? problem.cost(supply, need).map { (cost: $0, supply: supply) } : nil
                }
                for (_, supply) in near.sorted(by: <) { send(unmet[need], supply, need, true) }
            }
        }
    }

    private mutating func send(_ wanted: Int64, _ supply: Int, _ need: Int, _ isJoint: Bool) {
        let source = problem.supplies[supply].source
        let fitting = isJoint ? room[source].map { $0 / units(need, isJoint: true) } ?? .max : .max
        let quantity = min(wanted, unmet[need], rest[supply], fitting)
        guard quantity > 0 else { return }
        unmet[need] -= quantity
        rest[supply] -= quantity
        if isJoint { room[source] = room[source].map { $0 - quantity * units(need, isJoint: true) } }
        sent[[supply, need], default: 0] += quantity
    }
}

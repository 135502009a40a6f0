/// Why some needs cannot all be met: they need more together than everything that reaches them can give.
///
/// A cut of the network. Needs − limits = unmet, to the last unit, and nothing outside the cut reaches into it.
package struct AllocationProof: Sendable {
    /// What binds.
    package enum Limit: Sendable, Equatable {
        /// All that a supply may give (index in the problem).
        case stock(supply: Int)
        /// All that the vehicles of a source carry (index in the problem).
        case vehicles(source: Int)
    }

    package struct Binding: Sendable {
        package let limit: Limit
        /// What gets through: steps, in a joint proof microlitres.
        package let quantity: Int64
        /// What one unit more would do; `nil` if nothing.
        package let price: Price?
    }

    /// The shadow price of a limit.
    package struct Price: Sendable, Equatable {
        /// The need (index in the problem) that would get one unit more; `nil` if only ways would become shorter.
        package let need: Int?
        /// Metres or seconds that all ways together become longer by it, a unit.
        package let cost: Int64
    }

    /// Whether it counts in microlitres, because items share limited vehicles; else in steps.
    package let isJoint: Bool
    /// Indexes in the problem.
    package let needs: [Int]
    package let demanded: Int64
    package let unmet: Int64
    package let bindings: [Binding]
    /// Supplies of the same items (indexes in the problem) that have something left, how much, and no way to these needs.
    package let outOfReach: [(supply: Int, quantity: Int64)]

    /// A proof for every unmet need of a network; needs that lack the same goods share one: cuts put together are a cut.
    static func all(_ network: AllocationNetwork, _ flow: MinimumCostFlow) -> [AllocationProof] {
        let open = network.needs.indices.filter { flow.flow[network.unmetArcs[$0]] > 0 }.map(network.node(need:))
        guard !open.isEmpty else { return [] }
        let residual = ResidualNetwork(network.network, flow)
        let ways = residual.ways(to: AllocationNetwork.root)
        let unmetArcs = Set(network.unmetArcs)
        var (cuts, proven) = ([Set<Int>](), Set<Int>())
        for node in open where !proven.contains(node) {
            var cut = Set(residual.givers(of: node, without: unmetArcs))
            proven.formUnion(cut)
            cuts.removeAll { other in
                guard !other.isDisjoint(with: cut) else { return false }
                cut.formUnion(other)
                return true
            }
            // Needs that nothing reaches are told together.
            if cut.count == 1, let other = cuts.firstIndex(where: { isUnreached($0, network) && item($0, network) == item(cut, network) }) {
                cuts[other].formUnion(cut)
            } else {
                cuts.append(cut)
            }
        }
        return cuts.map { AllocationProof($0.sorted(), network, flow, ways) }
    }

    private static func isUnreached(_ cut: Set<Int>, _ network: AllocationNetwork) -> Bool {
        cut.allSatisfy { if case .need = network.role($0) { true } else { false } }
    }

    private static func item(_ cut: Set<Int>, _ network: AllocationNetwork) -> Int? {
        guard let node = cut.first, case .need(let place) = network.role(node) else { return nil }
        return network.problem.needs[network.needs[place]].item
    }

    private init(_ cut: [Int], _ network: AllocationNetwork, _ flow: MinimumCostFlow, _ ways: [ResidualNetwork.Way?]) {
        let (problem, inside) = (network.problem, Set(cut))
        var (needs, demanded, unmet) = ([Int](), Int64(0), Int64(0))
        var (bindings, reaching, items) = ([Binding](), Set<Int>(), Set<Int>())
        for node in cut {
            switch network.role(node) {
            case .root: break
            case .source(let source):
                let arc = network.limitArcs[source]!
                bindings.append(
                    Binding(
                        limit: .vehicles(source: source), quantity: flow.flow[arc],
                        price: AllocationProof.price(ways[node], network)))
            case .supply(let place):
                let supply = network.supplies[place]
                reaching.insert(supply)
                // Where the vehicles bind, the stock behind them does not.
                if let source = network.node(source: problem.supplies[supply].source), inside.contains(source) { continue }
                bindings.append(
                    Binding(
                        limit: .stock(supply: supply), quantity: flow.flow[network.supplyArcs[place]],
                        price: problem.supplies[supply].isBelowFloor ? nil : AllocationProof.price(ways[node], network)))
            case .need(let place):
                needs.append(network.needs[place])
                items.insert(problem.needs[network.needs[place]].item)
                demanded -= network.network.supply[node]
                unmet += flow.flow[network.unmetArcs[place]]
            }
        }
        (self.needs, self.demanded, self.unmet, self.bindings) = (needs, demanded, unmet, bindings)
        isJoint = network.isJoint
        outOfReach = network.supplies.enumerated().compactMap { place, supply in
            guard items.contains(problem.supplies[supply].item), !reaching.contains(supply) else { return nil }
            let arc = network.supplyArcs[place]
            let rest = network.network.capacity[arc] - flow.flow[arc]
            return rest > 0 ? (supply, rest) : nil
        }
    }

    private static func price(_ way: ResidualNetwork.Way?, _ network: AllocationNetwork) -> Price? {
        guard let way, way.cost < 0 else { return nil }
        guard let place = network.unmetArcs.firstIndex(of: way.last) else { return Price(need: nil, cost: way.cost) }
        let need = network.needs[place]
        return Price(need: need, cost: way.cost + network.penalties[network.problem.needs[need].priority]!)
    }
}

/// What can still change in a flow: where more can go, and where less can.
struct ResidualNetwork {
    private let network: FlowNetwork
    private let flow: MinimumCostFlow
    /// Arcs by the node that they enter.
    private let entering: [[Int32]]
    private let leaving: [[Int32]]

    init(_ network: FlowNetwork, _ flow: MinimumCostFlow) {
        (self.network, self.flow) = (network, flow)
        var entering = [[Int32]](repeating: [], count: network.supply.count)
        var leaving = entering
        for arc in network.arcs {
            entering[Int(network.to[arc])].append(Int32(arc))
            leaving[Int(network.from[arc])].append(Int32(arc))
        }
        (self.entering, self.leaving) = (entering, leaving)
    }

    /// Calls the body with every node from which something more can come straight to `node`, and the price of a unit of it, corrected by the
    /// potentials, so that it is never below zero.
    private func forEachGiver(of node: Int, _ body: (_ giver: Int, _ arc: Int, _ price: Int64) -> Void) {
        for arc in entering[node] {
            let arc = Int(arc)
            guard network.capacity[arc] < 0 || flow.flow[arc] < network.capacity[arc] else { continue }
            body(Int(network.from[arc]), arc, price(arc))
        }
        for arc in leaving[node] where flow.flow[Int(arc)] > 0 { body(Int(network.to[Int(arc)]), Int(arc), -price(Int(arc))) }
    }

    private func price(_ arc: Int) -> Int64 {
        network.cost[arc] + flow.potential[Int(network.from[arc])] - flow.potential[Int(network.to[arc])]
    }

    /// The nodes from which something more could come to `node`, arcs in `without` left out.
    func givers(of node: Int, without: Set<Int>) -> [Int] {
        var (isFound, found) = (Array(repeating: false, count: network.supply.count), [node])
        isFound[node] = true
        var next = 0
        while next < found.count {
            forEachGiver(of: found[next]) { giver, arc, _ in
                guard !isFound[giver], !without.contains(arc) else { return }
                isFound[giver] = true
                found.append(giver)
            }
            next += 1
        }
        return found.sorted()
    }

    /// The cheapest way on from a node to a goal, by changes of the flow.
    struct Way {
        let cost: Int64
        /// The arc by which it comes to the goal.
        let last: Int
    }

    /// The cheapest ways from every node to `goal`; `nil` where there is none.
    ///
    /// ## Source
    /// Dijkstra 1959 on costs corrected by the potentials (Edmonds and Karp 1972).
    func ways(to goal: Int) -> [Way?] {
        let count = network.supply.count
        var (costs, lasts) = ([Int64?](repeating: nil, count: count), [Int](repeating: -1, count: count))
        var isDone = Array(repeating: false, count: count)
        costs[goal] = 0
        while true {
            var best: Int?
            for node in 0..<count where !isDone[node] && costs[node] != nil {
                if best == nil || costs[node]! < costs[best!]! { best = node }
            }
            guard let node = best else { break }
            isDone[node] = true
            forEachGiver(of: node) { giver, arc, price in
                let cost = costs[node]! + price
                guard !isDone[giver], cost < costs[giver] ?? .max else { return }
                (costs[giver], lasts[giver]) = (cost, node == goal ? arc : lasts[node])
            }
        }
        return (0..<count).map { node in
            guard node != goal, let cost = costs[node] else { return nil }
            return Way(cost: cost - flow.potential[node] + flow.potential[goal], last: lasts[node])
        }
    }
}

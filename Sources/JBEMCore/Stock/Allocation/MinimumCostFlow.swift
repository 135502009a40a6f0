internal import CNetworkSimplex

/// A network in which goods flow along arcs, each with a cost a unit and perhaps a capacity.
///
/// Arcs are to be added in the order of the nodes that they leave.
package struct FlowNetwork: Sendable {
    /// Arcs by their number: where from, where to, how much at most (`-1`: without limit), cost a unit.
    package private(set) var from: [Int32] = []
    package private(set) var to: [Int32] = []
    package private(set) var capacity: [Int64] = []
    package private(set) var cost: [Int64] = []
    /// What each node sends more than it gets.
    package var supply: [Int64]

    package init(nodes: Int) { supply = Array(repeating: 0, count: nodes) }

    package var arcs: Range<Int> { 0..<from.count }

    /// - Returns: the number of the arc.
    @discardableResult
    package mutating func add(_ from: Int, _ to: Int, capacity: Int64 = -1, cost: Int64 = 0) -> Int {
        self.from.append(Int32(from))
        self.to.append(Int32(to))
        self.capacity.append(capacity)
        self.cost.append(cost)
        return self.from.count - 1
    }
}

/// A flow of least cost.
package struct MinimumCostFlow: Sendable {
    /// The flow on each arc.
    package let flow: [Int64]
    /// A price at each node: cost + price(from) − price(to) is at least 0 where more can flow, at most 0 where less can.
    package let potential: [Int64]

    /// Solves a network exactly, in whole numbers.
    ///
    /// - Returns: `nil` if the supplies cannot be moved.
    ///
    /// ## Source
    /// Primal network simplex of LEMON 1.3 (Dezső, Jüttner, Kovács: LEMON – an open source C++ graph template library, 2011).
    package init?(_ network: FlowNetwork) {
        var flow = [Int64](repeating: 0, count: network.from.count)
        var potential = [Int64](repeating: 0, count: network.supply.count)
        let result = jbem_minimum_cost_flow(
            Int32(network.supply.count), Int32(network.from.count), network.from, network.to, network.capacity, network.cost,
            network.supply, &flow, &potential)
        guard result == Int32(JBEM_FLOW_OPTIMAL) else { return nil }
        (self.flow, self.potential) = (flow, potential)
    }
}

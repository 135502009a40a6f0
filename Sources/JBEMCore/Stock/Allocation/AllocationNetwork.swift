/// The network of an allocation: root → sources (where vehicles are limited) → supplies → needs, and root → need for what stays unmet.
struct AllocationNetwork {
    static let root = 0

    let problem: AllocationProblem
    /// Of the problem, those in this network.
    let supplies: [Int]
    let needs: [Int]
    private(set) var network: FlowNetwork
    /// Arcs by place in ``supplies`` and ``needs``.
    private(set) var supplyArcs: [Int] = []
    private(set) var unmetArcs: [Int] = []
    /// Arcs of sources with a limit.
    private(set) var limitArcs: [Int: Int] = [:]
    private(set) var routes: [(arc: Int, supply: Int, need: Int)] = []
    private let limited: [Int]
    /// What one unit less unmet of a priority is worth, by priority.
    private(set) var penalties: [Int: Int64] = [:]

    /// Whether it counts in microlitres instead of steps.
    let isJoint: Bool

    /// - Parameter isJoint: whether the items share limited vehicles.
    /// - Throws: `.data` if the numbers are too large.
    init(_ problem: AllocationProblem, items: Set<Int>, isJoint: Bool) throws {
        (self.problem, self.isJoint) = (problem, isJoint)
        supplies = problem.supplies.indices.filter { items.contains(problem.supplies[$0].item) }
        needs = problem.needs.indices.filter { items.contains(problem.needs[$0].item) }
        limited = isJoint ? problem.sources.indices.filter { problem.sources[$0].dispatch != nil } : []
        network = FlowNetwork(nodes: 1 + limited.count + supplies.count + needs.count)
        setPenalties()
        try build()
    }

    /// Steps in what the network counts in.
    private func units(_ steps: Int64, of item: Int) throws -> Int64 {
        let (units, isOver) = steps.multipliedReportingOverflow(by: isJoint ? max(1, problem.items[item].load) : 1)
        guard !isOver, units < AllocationNetwork.highest else { throw AllocationNetwork.tooLarge }
        return units
    }

    /// Sums of a thousand such numbers can still be told.
    private static let highest: Int64 = 1 << 52
    static let tooLarge = Failure(.data, Localized("需求与存量的数字太大，算不了", "the quantities are too large to be worked out"))

    func node(source: Int) -> Int? { limited.firstIndex(of: source).map { 1 + $0 } }
    func node(supply place: Int) -> Int { 1 + limited.count + place }
    func node(need place: Int) -> Int { 1 + limited.count + supplies.count + place }

    /// What the node is.
    enum Role: Equatable {
        case root
        /// Index in the problem.
        case source(Int)
        /// Place in ``supplies`` and ``needs``.
        case supply(Int)
        case need(Int)
    }

    func role(_ node: Int) -> Role {
        switch node {
        case AllocationNetwork.root: .root
        case ...limited.count: .source(limited[node - 1])
        case ...(limited.count + supplies.count): .supply(node - 1 - limited.count)
        default: .need(node - 1 - limited.count - supplies.count)
        }
    }

    /// A more urgent need goes before any saving of distance and before every less urgent one.
    ///
    /// Serving one unit more changes the flow along a simple path, which holds the unmet part of at most one other need: it is enough that
    /// penalties lie further apart than the costs of such a path.
    private mutating func setPenalties() {
        let highest = problem.costs.lazy.joined().reduce(Int64(0)) { max($0, $1 ?? 0) }
        let gap = Int64(4 * min(supplies.count, needs.count) + 8) * (highest + 1)
        let priorities = Set(needs.map { problem.needs[$0].priority }).sorted()
        for (rank, priority) in priorities.enumerated() { penalties[priority] = Int64(priorities.count - rank) * gap }
    }

    private mutating func build() throws {
        for source in limited {
            limitArcs[source] = network.add(AllocationNetwork.root, node(source: source)!, capacity: problem.sources[source].dispatch!)
        }
        supplyArcs = Array(repeating: 0, count: supplies.count)
        // Arcs have to come in the order of their tails: the root's first.
        for (place, index) in supplies.enumerated() where node(source: problem.supplies[index].source) == nil {
            let supply = problem.supplies[index]
            supplyArcs[place] = network.add(
                AllocationNetwork.root, node(supply: place), capacity: try units(supply.available, of: supply.item))
        }
        for (place, index) in needs.enumerated() {
            let need = problem.needs[index]
            unmetArcs.append(network.add(AllocationNetwork.root, node(need: place), cost: penalties[need.priority]!))
            let wanted = try units(need.quantity, of: need.item)
            network.supply[node(need: place)] = -wanted
            network.supply[AllocationNetwork.root] += wanted
        }
        for source in limited {
            for (place, index) in supplies.enumerated() where problem.supplies[index].source == source {
                let supply = problem.supplies[index]
                supplyArcs[place] = network.add(
                    node(source: source)!, node(supply: place), capacity: try units(supply.available, of: supply.item))
            }
        }
        for (place, index) in supplies.enumerated() {
            for (other, need) in needs.enumerated() where problem.needs[need].item == problem.supplies[index].item {
                guard let cost = problem.cost(index, need) else { continue }
                let arc = network.add(node(supply: place), node(need: other), cost: cost)
                routes.append((arc, place, other))
            }
        }
    }
}

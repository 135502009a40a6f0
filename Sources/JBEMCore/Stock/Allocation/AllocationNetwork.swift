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

    /// - Parameter item: `nil` for all of them, in millilitres instead of steps.
    init(_ problem: AllocationProblem, item: Int?) {
        self.problem = problem
        supplies = problem.supplies.indices.filter { item == nil || problem.supplies[$0].item == item }
        needs = problem.needs.indices.filter { item == nil || problem.needs[$0].item == item }
        limited = item == nil ? problem.sources.indices.filter { problem.sources[$0].dispatch != nil } : []
        network = FlowNetwork(nodes: 1 + limited.count + supplies.count + needs.count)
        setPenalties()
        build(isJoint: item == nil)
    }

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

    private mutating func build(isJoint: Bool) {
        func scale(_ item: Int) -> Int64 { isJoint ? max(1, problem.items[item].load) : 1 }
        for source in limited {
            limitArcs[source] = network.add(AllocationNetwork.root, node(source: source)!, capacity: problem.sources[source].dispatch!)
        }
        supplyArcs = Array(repeating: 0, count: supplies.count)
        // Arcs have to come in the order of their tails: the root's first.
        for (place, index) in supplies.enumerated() where node(source: problem.supplies[index].source) == nil {
            let supply = problem.supplies[index]
            supplyArcs[place] = network.add(
                AllocationNetwork.root, node(supply: place), capacity: supply.available * scale(supply.item))
        }
        for (place, index) in needs.enumerated() {
            let need = problem.needs[index]
            unmetArcs.append(network.add(AllocationNetwork.root, node(need: place), cost: penalties[need.priority]!))
            network.supply[node(need: place)] = -need.quantity * scale(need.item)
            network.supply[AllocationNetwork.root] += need.quantity * scale(need.item)
        }
        for source in limited {
            for (place, index) in supplies.enumerated() where problem.supplies[index].source == source {
                let supply = problem.supplies[index]
                supplyArcs[place] = network.add(
                    node(source: source)!, node(supply: place), capacity: supply.available * scale(supply.item))
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

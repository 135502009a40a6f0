import Glibc
import JBEMTestSupport
import Testing

@testable import JBEMCore

/// Two hundred random allocations cost what HiGHS says they must, and every cut adds up.
@Suite struct AllocationIndependentTests {
    static let python = "/usr/bin/python3"
    static let hasScipy = SpawnedProcess(python, ["-c", "import scipy.optimize"]).wait().code == 0

    @Test(.enabled(if: hasScipy, "python3-scipy is not installed")) func everyPlanIsOptimal() throws {
        let problems = RandomAllocation.instances()
        let folder = TestFolder()
        let path = folder.write("[" + problems.map(Self.json).joined(separator: ",\n") + "]", to: "problems.json")
        let script = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let end = SpawnedProcess(Self.python, ["/\(script)/Independent/transport.py", path]).wait()
        try #require(end.code == 0, "\(end.err)")
        let answers = try #require(try StrictJSON.parse(end.out).array)
        try #require(answers.count == problems.count)
        for (number, problem) in problems.enumerated() {
            let plan = try AllocationPlan(problem)
            let answer = try #require(answers[number].object)
            #expect(answer["cost"]?.number == String(plan.optimum), "instance \(number)")
            for priority in Set(problem.needs.map(\.priority)) {
                let unmet = problem.needs.indices.filter { problem.needs[$0].priority == priority }.map { plan.unmet[$0] }.reduce(0, +)
                #expect(answer["unmet"]?.object?[String(priority)]?.number == String(unmet), "instance \(number), priority \(priority)")
            }
        }
    }

    @Test func everyPlanKeepsItsLimitsAndEveryCutAddsUp() throws {
        var proofs = 0
        for (number, problem) in RandomAllocation.instances().enumerated() {
            let plan = try AllocationPlan(problem)
            AllocationCheck.limits(problem, plan, "instance \(number)")
            AllocationCheck.cuts(problem, plan, "instance \(number)")
            proofs += plan.proofs.count
        }
        #expect(proofs > 100)
    }

    @Test func pricesAreWhatOneMoreIsWorth() throws {
        var checked = 0
        for number in 0..<40 {
            let problem = RandomAllocation.problem(
                seed: UInt64(5000 + number), sources: 6, places: 7, items: 1, hasVehicles: number % 4 == 3)
            let plan = try AllocationPlan(problem)
            for binding in plan.proofs.flatMap(\.bindings) {
                var relaxed = problem
                switch binding.limit {
                case .stock(let index):
                    let supply = problem.supplies[index]
                    relaxed.supplies[index] = .init(
                        source: supply.source, item: supply.item, usable: supply.usable + 1, floor: supply.floor)
                case .vehicles(let index):
                    let source = problem.sources[index]
                    relaxed.sources[index] = .init(code: source.code, name: source.name, dispatch: source.dispatch! + 1)
                }
                let better = try AllocationPlan(relaxed)
                #expect(better.optimum - plan.optimum == binding.price?.cost ?? 0, "instance \(number)")
                let gain = problem.needs.indices.map { plan.unmet[$0] - better.unmet[$0] }
                #expect(gain.reduce(0, +) == (binding.price?.need == nil ? 0 : 1), "instance \(number)")
                if let need = binding.price?.need {
                    // Ties may serve another need of the same priority.
                    #expect(gain.indices.filter { gain[$0] > 0 }.allSatisfy { problem.needs[$0].priority <= problem.needs[need].priority })
                }
                checked += 1
            }
        }
        #expect(checked > 50)
    }

    private static func json(_ problem: AllocationProblem) -> String {
        func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
        let supplies = problem.supplies.map { #"{"source":\#($0.source),"item":\#($0.item),"available":\#($0.available)}"# }
        let needs = problem.needs.map {
            #"{"place":\#($0.place),"item":\#($0.item),"quantity":\#($0.quantity),"priority":\#($0.priority)}"#
        }
        let costs = problem.costs.map { list($0.map { $0.map(String.init) ?? "null" }) }
        let dispatch = problem.sources.map { $0.dispatch.map(String.init) ?? "null" }
        let loads = problem.items.map { String(max(1, $0.load)) }
        return #"{"supplies":\#(list(supplies)),"needs":\#(list(needs)),"costs":\#(list(costs)),"dispatch":\#(list(dispatch)),"#
            + #""loads":\#(list(loads))}"#
    }
}

/// Checks an answer against its problem alone.
enum AllocationCheck {
    static func limits(_ problem: AllocationProblem, _ plan: AllocationPlan, _ name: String) {
        var (given, got) = (
            Array(repeating: Int64(0), count: problem.supplies.count), Array(repeating: Int64(0), count: problem.needs.count)
        )
        var sent = Array(repeating: Int64(0), count: problem.sources.count)
        for shipment in plan.shipments {
            let (supply, need) = (problem.supplies[shipment.supply], problem.needs[shipment.need])
            #expect(shipment.quantity > 0 && supply.item == need.item && problem.cost(shipment.supply, shipment.need) != nil, "\(name)")
            given[shipment.supply] += shipment.quantity
            got[shipment.need] += shipment.quantity
            sent[supply.source] += shipment.quantity * max(1, problem.items[supply.item].load)
        }
        #expect(problem.supplies.indices.allSatisfy { given[$0] <= problem.supplies[$0].available }, "\(name)")
        #expect(problem.sources.indices.allSatisfy { sent[$0] <= problem.sources[$0].dispatch ?? .max }, "\(name)")
        #expect(problem.needs.indices.allSatisfy { got[$0] + plan.unmet[$0] == problem.needs[$0].quantity }, "\(name)")
    }

    /// Needs − limits = unmet, and nothing else reaches into the cut. Pieces of all items take up one unit.
    static func cuts(_ problem: AllocationProblem, _ plan: AllocationPlan, _ name: String) {
        for proof in plan.proofs {
            let needed = proof.needs.map { problem.needs[$0].quantity }.reduce(0, +)
            let limits = proof.bindings.map { binding -> Int64 in
                switch binding.limit {
                case .stock(let supply): problem.supplies[supply].available
                case .vehicles(let source): problem.sources[source].dispatch!
                }
            }
            #expect(proof.demanded == needed && limits == proof.bindings.map(\.quantity), "\(name)")
            #expect(needed - limits.reduce(0, +) == proof.unmet, "\(name)")
            #expect(proof.needs.map { plan.unmet[$0] }.reduce(0, +) == proof.unmet && proof.unmet > 0, "\(name)")
            let (stocks, sources) = proof.bindings.reduce(into: (Set<Int>(), Set<Int>())) { sets, binding in
                switch binding.limit {
                case .stock(let supply): sets.0.insert(supply)
                case .vehicles(let source): sets.1.insert(source)
                }
            }
            for supply in problem.supplies.indices where problem.supplies[supply].available > 0 {
                guard !stocks.contains(supply), !sources.contains(problem.supplies[supply].source) else { continue }
                let reaches = proof.needs.contains { need in
                    problem.needs[need].item == problem.supplies[supply].item && problem.cost(supply, need) != nil
                }
                #expect(!reaches, "\(name): supply \(supply) reaches into the cut")
            }
        }
        let proven = Set(plan.proofs.flatMap(\.needs))
        #expect(problem.needs.indices.allSatisfy { plan.unmet[$0] == 0 || proven.contains($0) }, "\(name)")
    }
}

import Testing

@testable import JBEMCore

/// Small allocations that can be done by hand.
@Suite struct AllocationTests {
    private func problem(
        _ supplies: [(source: Int, usable: Int64, floor: Int64)], _ needs: [(place: Int, quantity: Int64, priority: Int)],
        costs: [[Int64?]], load: Int64 = 0, dispatch: [Int64?] = []
    ) -> AllocationProblem {
        AllocationProblem(
            items: [.init(number: "I", name: "I", unit: "件", step: 1000, load: load)],
            sources: costs.indices.map { .init(code: "S\($0)", name: "", dispatch: $0 < dispatch.count ? dispatch[$0] : nil) },
            places: costs[0].indices.map { "P\($0)" },
            supplies: supplies.map { .init(source: $0.source, item: 0, usable: $0.usable, floor: $0.floor) },
            needs: needs.map { .init(place: $0.place, item: 0, quantity: $0.quantity, priority: $0.priority) }, costs: costs)
    }

    private func ways(_ plan: AllocationPlan) -> [[Int64]] { plan.shipments.map { [Int64($0.supply), Int64($0.need), $0.quantity] } }

    /// The classic: nearest first is not the least in all.
    @Test func waysAreShortInAll() throws {
        let plan = try AllocationPlan(
            problem([(0, 10, 0), (1, 10, 0)], [(0, 10, 1), (1, 10, 1)], costs: [[1, 2], [2, 9]]))
        #expect(ways(plan) == [[1, 0, 10], [0, 1, 10]])
        #expect(plan.optimum == 40 && plan.proofs.isEmpty)
    }

    @Test func urgentNeedsGoFirstHoweverFar() throws {
        let plan = try AllocationPlan(problem([(0, 10, 0)], [(0, 10, 2), (1, 10, 1)], costs: [[1, 1_000_000]]))
        #expect(plan.unmet == [10, 0])
    }

    @Test func floorsAreKeptAndPriced() throws {
        let plan = try AllocationPlan(problem([(0, 10, 4), (1, 3, 0)], [(0, 12, 1)], costs: [[5], [8]]))
        #expect(plan.unmet == [3])
        let proof = try #require(plan.proofs.first)
        #expect(proof.demanded == 12 && proof.unmet == 3)
        #expect(proof.bindings.map(\.quantity) == [6, 3])
        #expect(proof.bindings.map(\.price) == [.init(need: 0, cost: 5), .init(need: 0, cost: 8)])
    }

    @Test func whatIsTooFarIsNamed() throws {
        let plan = try AllocationPlan(problem([(0, 10, 0)], [(0, 5, 1)], costs: [[nil]]))
        #expect(plan.unmet == [5])
        #expect(
            plan.proofs[0].outOfReach.map(\.supply) == [0] && plan.proofs[0].outOfReach.map(\.quantity) == [10]
                && plan.proofs[0].bindings.isEmpty)
    }

    /// One piece more at the near source serves the far need by moving the near one.
    @Test func pricesFollowTheDetour() throws {
        let plan = try AllocationPlan(
            problem([(0, 1, 0), (1, 1, 0)], [(0, 1, 1), (1, 2, 1)], costs: [[1, nil], [4, 6]]))
        #expect(plan.unmet == [0, 1])
        let price = plan.proofs[0].bindings.first { $0.limit == .stock(supply: 0) }?.price
        #expect(price == nil, "the near source reaches only the need that is served")
        #expect(plan.proofs[0].bindings.map(\.price) == [.init(need: 1, cost: 6)])
    }

    @Test func vehiclesCarryWholePieces() throws {
        // 2.5 pieces of 400 ml would fit: two go, and the proof is in millilitres.
        let plan = try AllocationPlan(problem([(0, 9, 0)], [(0, 4, 1)], costs: [[7]], load: 400, dispatch: [1000]))
        #expect(ways(plan) == [[0, 0, 2]] && plan.unmet == [2] && plan.leftOver == [1])
        #expect(plan.proofs[0].demanded == 1600 && plan.proofs[0].unmet == 600)
        #expect(plan.proofs[0].bindings.map(\.limit) == [.vehicles(source: 0)])
    }

    @Test func nothingAskedNothingSent() throws {
        let plan = try AllocationPlan(problem([(0, 9, 0)], [], costs: [[]]))
        #expect(plan.shipments.isEmpty && plan.proofs.isEmpty)
    }
}

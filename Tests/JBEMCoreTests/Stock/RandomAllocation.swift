import JBEMTestSupport

@testable import JBEMCore

/// Random allocation problems with known seeds.
enum RandomAllocation {
    /// - Parameter hasVehicles: some sources can send only so much at once; pieces of all items then take up one litre.
    static func problem(seed: UInt64, sources: Int, places: Int, items: Int, hasVehicles: Bool = false) -> AllocationProblem {
        var dice = SeededGenerator(seed: seed)
        var problem = AllocationProblem(items: [], sources: [], places: [], supplies: [], needs: [], costs: [])
        problem.items = (0..<items).map { .init(number: "I\($0)", name: "I\($0)", unit: "件", step: 1000, load: hasVehicles ? 1 : 0) }
        problem.sources = (0..<sources).map { index in
            let dispatch = hasVehicles && Int.random(in: 0..<3, using: &dice) == 0 ? Int64.random(in: 0...200, using: &dice) : nil
            return .init(code: "S\(index)", name: "S\(index)", dispatch: dispatch)
        }
        problem.places = (0..<places).map { "P\($0)" }
        // Few different costs, so that there are ties; one way in eight is too far.
        problem.costs = (0..<sources).map { _ in
            (0..<places).map { _ in Int.random(in: 0..<8, using: &dice) == 0 ? nil : Int64.random(in: 0...60, using: &dice) * 100 }
        }
        for item in 0..<items {
            for source in 0..<sources where Int.random(in: 0..<4, using: &dice) > 0 {
                let usable = Int64.random(in: 0...100, using: &dice)
                problem.supplies.append(.init(source: source, item: item, usable: usable, floor: Int64.random(in: 0...30, using: &dice)))
            }
            for place in 0..<places where Int.random(in: 0..<3, using: &dice) > 0 {
                let quantity = Int64.random(in: 0...(100 * Int64(sources) / Int64(places) + 20), using: &dice)
                problem.needs.append(.init(place: place, item: item, quantity: quantity, priority: Int.random(in: 1...3, using: &dice)))
            }
        }
        return problem
    }

    static func instances() -> [AllocationProblem] {
        (0..<200).map { number in
            var dice = SeededGenerator(seed: UInt64(900 + number))
            // Every tenth as large as they come.
            let isLarge = number.isMultiple(of: 10)
            func size(_ most: Int) -> Int { isLarge ? most : Int.random(in: 1...most / 2, using: &dice) }
            return problem(
                seed: UInt64(number), sources: size(60), places: size(60), items: isLarge ? 5 : Int.random(in: 1...3, using: &dice),
                hasVehicles: number % 4 == 3)
        }
    }
}

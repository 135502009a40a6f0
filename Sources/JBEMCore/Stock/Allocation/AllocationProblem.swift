/// Who could send how much of what, and who needs it: what an allocation answers.
///
/// The order of sources, supplies and needs decides between answers of the same cost, so it should follow from the data alone.
package struct AllocationProblem: Sendable {
    package struct Item: Sendable, Equatable {
        package let number: String
        package let name: String
        package let unit: String
        /// What moves at least, thousandths of the unit.
        package let step: Int64
        /// Microlitres that a step takes up in a vehicle; 0 if unknown.
        package let load: Int64

        package init(number: String, name: String, unit: String, step: Int64, load: Int64) {
            (self.number, self.name, self.unit, self.step, self.load) = (number, name, unit, step, load)
        }
    }

    package struct Source: Sendable, Equatable {
        package let code: String
        package let name: String
        /// Microlitres that its vehicles carry at once; `nil` without limit.
        package let dispatch: Int64?

        package init(code: String, name: String, dispatch: Int64? = nil) { (self.code, self.name, self.dispatch) = (code, name, dispatch) }
    }

    /// What a source can give of an item, in steps.
    package struct Supply: Sendable, Equatable {
        package let source: Int
        package let item: Int
        package let usable: Int64
        /// What may not be touched.
        package let floor: Int64

        package var available: Int64 { max(0, usable - floor) }
        /// One unit more would not be given either.
        package var isBelowFloor: Bool { usable < floor }

        package init(source: Int, item: Int, usable: Int64, floor: Int64 = 0) {
            (self.source, self.item, self.usable, self.floor) = (source, item, usable, floor)
        }
    }

    /// What a place needs of an item, in steps.
    package struct Need: Sendable, Equatable {
        package let place: Int
        package let item: Int
        package let quantity: Int64
        /// 1 is served first.
        package let priority: Int

        package init(place: Int, item: Int, quantity: Int64, priority: Int = 1) {
            (self.place, self.item, self.quantity, self.priority) = (place, item, quantity, priority)
        }
    }

    package var items: [Item]
    package var sources: [Source]
    package var places: [String]
    package var supplies: [Supply]
    package var needs: [Need]
    /// By source and place, metres or seconds; `nil` where the way is too far or unknown.
    package var costs: [[Int64?]]

    package init(items: [Item], sources: [Source], places: [String], supplies: [Supply], needs: [Need], costs: [[Int64?]]) {
        (self.items, self.sources, self.places) = (items, sources, places)
        (self.supplies, self.needs, self.costs) = (supplies, needs, costs)
    }

    package func cost(_ supply: Int, _ need: Int) -> Int64? { costs[supplies[supply].source][needs[need].place] }

    /// Items that share the limited vehicles of a place.
    package var jointItems: Set<Int> {
        Set(supplies.filter { sources[$0.source].dispatch != nil && $0.available > 0 }.map(\.item)).intersection(needs.map(\.item))
    }
}

internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Where to hold so many sets that the most people of a scenario are reached within a distance or a time.
package struct PlaceSets {
    package struct Site: Sendable {
        package let code: String
        package let name: String
        /// Whether it has the item already.
        package let isGiven: Bool
        /// People that no site before it in the list reaches.
        package let people: Int64
    }

    package struct Unreached: Sendable {
        package let place: String
        package let people: Int64
        /// The nearest place that could hold a set; `nil` if no way is known.
        package let nearest: (code: String, cost: Int64)?
    }

    package struct Answer: Sendable {
        package let sites: [Site]
        package let unreached: [Unreached]
        package let people: Int64
        package let reached: Int64
        /// No choice reaches more than this.
        package let bound: Int64
        /// People that one set more would reach besides, these staying where they are.
        package let oneMore: Int64
        package let options: AllocationOptions
    }

    let scenario: String
    let count: Int
    let item: String?
    let options: AllocationOptions

    /// - Parameter item: places that have some of it that can be used count as sets that are there.
    package init(_ scenario: String, count: Int, having item: String?, _ options: AllocationOptions) {
        (self.scenario, self.count, self.item, self.options) = (scenario, count, item, options)
    }

    /// - Throws: `.notFound` for an unknown scenario or item; `.data` for a scenario without people.
    package func run(_ session: Session) throws -> (answer: Answer, asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = options.asOf ?? session.today
        return try store.read { db in (try answer(store.identity.office, day, in: db), day, try ReadingFacts(store, in: db)) }
    }

    private func answer(_ home: Int64, _ day: CalendarDate, in db: Database) throws -> Answer {
        let found = try RecordFinder.find(scenario, of: Scenario.schema, home: home, in: db)
        let needs = try StockSupplies.needs(of: found.id ?? 0, in: db)
        var unlimited = options
        unlimited.limit = nil
        let wishes = needs.map {
            AllocationInput.Wish(
                place: $0.place, warehouse: $0.warehouse, position: $0.position, item: $0.item, quantity: 0, priority: $0.priority)
        }
        let input = try AllocationInput(wishes, from: ["store", "agent", "society"], on: day, unlimited, in: db) { _ in 0 }
        // The people of a place are there once, however many items they need.
        let most = Dictionary(needs.map { ($0.place, $0.people ?? 0) }, uniquingKeysWith: max)
        let problem = input.problem
        let people = problem.places.map { most[$0] ?? 0 }
        guard people.contains(where: { $0 > 0 }) else {
            throw Failure(
                .data, Localized("情景 \(scenario) 的需求没有人数", "the needs of scenario \(scenario) have no people"),
                hints: [Localized("用 jbem need set … people=… 补上", "add them with jbem need set … people=…")])
        }
        let limit = options.limit ?? .max
        let covers = problem.costs.map { row in row.indices.filter { row[$0].map { $0 <= limit } ?? false } }
        let given = try givenSites(problem, home, day, in: db)
        let chosen = CoveringSites(people: people, covers: covers, given: given, count: count)
        return Answer(
            sites: sites(problem, people, covers, given, chosen.sites),
            unreached: unreached(problem, people, covers, given.union(chosen.sites)),
            people: people.reduce(0, +), reached: chosen.reached, bound: chosen.bound, oneMore: chosen.oneMore, options: options)
    }

    private func givenSites(_ problem: AllocationProblem, _ home: Int64, _ day: CalendarDate, in db: Database) throws -> Set<Int> {
        guard let item else { return [] }
        let id = try RecordFinder.find(item, of: StockItem.schema, home: home, in: db).id ?? 0
        let having = try Set(StockSupplies.supplies(of: [id], on: day, in: db).filter { $0.usable > 0 }.map(\.warehouse))
        return Set(problem.sources.indices.filter { having.contains(problem.sources[$0].code) })
    }

    private func sites(
        _ problem: AllocationProblem, _ people: [Int64], _ covers: [[Int]], _ given: Set<Int>, _ chosen: [Int]
    ) -> [Site] {
        var isReached = Set<Int>()
        return (given.sorted() + chosen).map { site in
            let new = covers[site].filter { isReached.insert($0).inserted }.map { people[$0] }.reduce(0, +)
            return Site(
                code: problem.sources[site].code, name: problem.sources[site].name, isGiven: given.contains(site), people: new)
        }
    }

    private func unreached(_ problem: AllocationProblem, _ people: [Int64], _ covers: [[Int]], _ sites: Set<Int>) -> [Unreached] {
        let reached = Set(sites.flatMap { covers[$0] })
        return problem.places.indices.filter { !reached.contains($0) && people[$0] > 0 }.map { place in
            let ways = problem.sources.indices.compactMap { site in problem.costs[site][place].map { (cost: $0, site: site) } }
            let nearest = ways.min { ($0.cost, $0.site) < ($1.cost, $1.site) }
            return Unreached(
                place: problem.places[place], people: people[place],
                nearest: nearest.map { (code: problem.sources[$0.site].code, cost: $0.cost) })
        }
    }
}

/// Where to hold sets of equipment so that the most people are reached in time: the maximal covering location problem.
///
/// Exact by branch and bound; a bound on the work ends what would take too long, and the answer gives what no choice can exceed.
///
/// ## Source
/// Church and ReVelle 1974 (the problem); Nemhauser, Wolsey and Fisher 1978 (no set adds more than it adds now, which bounds what is open).
package struct CoveringSites: Sendable {
    /// Looks at a place after which the search ends with the best that it has.
    package static let stepLimit = 20_000_000

    /// Chosen sites, the one that adds most first.
    package let sites: [Int]
    /// People that are reached, those by the given sites included.
    package let reached: Int64
    /// No choice reaches more than this.
    package let bound: Int64
    /// People that one set more would reach, those chosen staying where they are.
    package let oneMore: Int64
    package var isExact: Bool { reached == bound }

    private let covers: [[Int]]
    private let people: [Int64]

    /// - Parameters:
    ///   - people: by place.
    ///   - covers: by site, the places that it reaches in time.
    ///   - given: sites that have a set already.
    ///   - count: sets to place, at most one a site.
    ///   - stepLimit: steps of the search before it takes the best that it has.
    package init(people: [Int64], covers: [[Int]], given: Set<Int> = [], count: Int, stepLimit: Int = CoveringSites.stepLimit) {
        (self.people, self.covers) = (people, covers)
        var isReached = Array(repeating: false, count: people.count)
        for site in given { for place in covers[site] { isReached[place] = true } }
        let start = zip(people, isReached).filter(\.1).map(\.0).reduce(0, +)
        var search = Search(people: people, covers: covers, steps: stepLimit)
        let open = covers.indices.filter { !given.contains($0) }
        search.look(isReached, reached: start, chosen: [], open: open, rest: count)
        let best = search.best
        // Nobody is reached whom no site reaches.
        let all = Set(covers.joined()).map { people[$0] }.reduce(0, +)
        (reached, bound) = (best.reached, min(all, max(best.reached, search.cutBound)))
        sites = CoveringSites.byGain(best.sites, isReached, people, covers)
        let covered = Set((best.sites + given).flatMap { covers[$0] })
        oneMore = covers.map { Set($0).subtracting(covered).map { people[$0] }.reduce(0, +) }.max() ?? 0
    }

    private static func byGain(_ sites: [Int], _ isReached: [Bool], _ people: [Int64], _ covers: [[Int]]) -> [Int] {
        var (rest, order, isReached) = (sites.sorted(), [Int](), isReached)
        func gain(_ site: Int) -> Int64 { covers[site].filter { !isReached[$0] }.map { people[$0] }.reduce(0, +) }
        while let next = rest.max(by: { (gain($0), -$0) < (gain($1), -$1) }) {
            rest.removeAll { $0 == next }
            order.append(next)
            for place in covers[next] { isReached[place] = true }
        }
        return order
    }

    private struct Search {
        let people: [Int64]
        let covers: [[Int]]
        var steps: Int
        var best: (reached: Int64, sites: [Int]) = (-1, [])
        /// What could have been reached where the search was cut off.
        var cutBound: Int64 = -1

        mutating func look(_ isReached: [Bool], reached: Int64, chosen: [Int], open: [Int], rest: Int) {
            if reached > best.reached { best = (reached, chosen) }
            guard rest > 0 else { return }
            var gains: [(site: Int, gain: Int64)] = []
            for site in open {
                var gain: Int64 = 0
                for place in covers[site] where !isReached[place] { gain += people[place] }
                steps -= covers[site].count
                if gain > 0 { gains.append((site, gain)) }
            }
            gains.sort { ($1.gain, $0.site) < ($0.gain, $1.site) }
            for (place, candidate) in gains.enumerated() {
                // No later site of the list adds more than this one does now.
                let limit = reached + gains[place...].prefix(rest).map(\.gain).reduce(0, +)
                guard limit > best.reached else { return }
                guard steps >= 0 else {
                    cutBound = max(cutBound, limit)
                    return
                }
                var next = isReached
                for place in covers[candidate.site] { next[place] = true }
                look(
                    next, reached: reached + candidate.gain, chosen: chosen + [candidate.site], open: gains[(place + 1)...].map(\.site),
                    rest: rest - 1)
            }
        }
    }
}

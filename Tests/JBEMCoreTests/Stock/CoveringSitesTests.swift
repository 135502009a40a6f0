import JBEMTestSupport
import Testing

@testable import JBEMCore

@Suite struct CoveringSitesTests {
    /// Every choice of sites, tried.
    private func best(_ people: [Int64], _ covers: [[Int]], _ given: Set<Int>, _ count: Int) -> Int64 {
        var best: Int64 = 0
        for choice in 0..<(1 << covers.count) where choice.nonzeroBitCount <= count {
            let sites = covers.indices.filter { choice & (1 << $0) != 0 || given.contains($0) }
            best = max(best, Set(sites.flatMap { covers[$0] }).map { people[$0] }.reduce(0, +))
        }
        return best
    }

    @Test func noChoiceReachesMore() {
        for seed in 0..<120 {
            var dice = SeededGenerator(seed: UInt64(seed))
            let (sites, places) = (Int.random(in: 1...11, using: &dice), Int.random(in: 1...15, using: &dice))
            let people = (0..<places).map { _ in Int64.random(in: 0...40, using: &dice) }
            let covers = (0..<sites).map { _ in (0..<places).filter { _ in Int.random(in: 0..<4, using: &dice) == 0 } }
            let given = Set((0..<sites).filter { _ in Int.random(in: 0..<6, using: &dice) == 0 })
            let count = Int.random(in: 0...5, using: &dice)
            let answer = CoveringSites(people: people, covers: covers, given: given, count: count)
            #expect(answer.isExact && answer.reached == best(people, covers, given, count), "seed \(seed)")
            let reached = Set((answer.sites + given).flatMap { covers[$0] }).map { people[$0] }.reduce(0, +)
            #expect(reached == answer.reached && answer.sites.count <= count && given.isDisjoint(with: answer.sites), "seed \(seed)")
        }
    }

    /// The nearest gain first is not the best: two sites that share the crowd between them reach all.
    @Test func greedIsNotEnough() {
        let answer = CoveringSites(people: [3, 3, 3, 3, 2, 2], covers: [[1, 2, 4, 5], [0, 1, 4], [2, 3, 5]], count: 2)
        #expect(answer.reached == 16 && answer.sites.sorted() == [1, 2])
    }

    @Test func aSearchThatIsCutOffSaysSo() {
        var dice = SeededGenerator(seed: 7)
        let people = (0..<60).map { _ in Int64.random(in: 1...9, using: &dice) }
        let covers = (0..<40).map { _ in (0..<60).filter { _ in Int.random(in: 0..<6, using: &dice) == 0 } }
        let whole = CoveringSites(people: people, covers: covers, count: 6)
        let cut = CoveringSites(people: people, covers: covers, count: 6, stepLimit: 1000)
        #expect(!cut.isExact && cut.reached <= whole.reached && whole.reached <= cut.bound)
    }
}

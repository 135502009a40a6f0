import Testing

@testable import JBEMCore

@Suite struct TargetQuestionTests {
    // Source: targets §8 F6.
    @Test func fiftyCasesForgiveOneMissAtNinetyEightPercent() throws {
        let share = try #require(Rational("0.98"))
        #expect(ProportionTarget.smallestCases(toForgiveOneMissAt: share) == 50)
        #expect(ProportionTarget.slack(cases: 49, misses: 0, share: share) == 0)
        #expect(ProportionTarget.slack(cases: 50, misses: 0, share: share) == 1)
        #expect(ProportionTarget.slack(cases: 50, misses: 2, share: share) == -1)
        #expect(ProportionTarget.smallestCases(toForgiveOneMissAt: .one) == nil)
    }

    // Source: targets §8 F7; the smallest h is checked against the inequality itself.
    @Test(arguments: [(40, 20), (41, 30), (7, 0), (100, 75), (100, 80)])
    func staffingNeedIsTheSmallestThatReachesTheShare(staff: Int, qualified: Int) throws {
        let share = Rational(3, over: 4)
        for enlarges in [true, false] {
            let needed = try #require(StaffingTarget.needed(staff: staff, qualified: qualified, share: share, enlarges: enlarges))
            func reaches(_ people: Int) -> Bool {
                Rational(qualified + people, over: staff + (enlarges ? people : 0)) >= share
            }
            #expect(reaches(needed))
            #expect(needed == 0 || !reaches(needed - 1))
        }
    }

    // Source: standards §2.5, worked vector; exact fractions rounded only here.
    @Test func meansOfTheDisasterIndicators() throws {
        let loss = [3200, 1500, 8700, 600, 2400].map { Rational($0) }
        let product = [1500, 1580, 1650, 1720, 1800].map { Rational($0) }
        let deaths = [0, 1, 0, 0, 1].map { Rational($0) }
        let people = ["92.6", "92.9", "93.1", "93.2", "93.3"].compactMap { Rational($0) }
        let affected = [1200, 800, 5600, 300, 950].map { Rational($0) }
        func readings(_ top: [Rational], _ bottom: [Rational], _ scale: Rational) -> (mean: Rational, sums: Rational) {
            let ratios = zip(top, bottom).map { $0 / $1 * scale }
            return (ratios.total() / Rational(ratios.count), top.total() / bottom.total() * scale)
        }
        let percent = Rational(1, over: 100)
        let yearly = zip(loss, product).map { ($0 / $1 * percent).decimal(places: 6) }
        #expect(yearly == ["0.021333", "0.009494", "0.052727", "0.003488", "0.013333"])
        let fourth = readings(loss, product, percent)
        #expect(fourth.mean.decimal(places: 7) == "0.0200752")
        #expect(fourth.sums.decimal(places: 7) == "0.0198788")
        let fifth = readings(deaths, people, Rational(100))
        #expect(fifth.mean.decimal(places: 7) == "0.4296475")
        #expect(fifth.sums.decimal(places: 7) == "0.4300151")
        let sixth = readings(affected, people, Rational(10))
        #expect(sixth.mean.decimal(places: 4) == "190.2437")
        #expect(sixth.sums.decimal(places: 4) == "190.2817")
    }

    // Source: standards §2.5, headroom; targets §8 F5.
    @Test func headroomOfNearlyAMillionResidents() throws {
        let millions = try #require(Rational("0.9258"))
        #expect((Rational.one / millions).decimal(places: 4) == "1.0801")
        #expect((Rational(5) * millions).shortest(maxPlaces: 6) == "4.629")
        #expect((Rational(5) * millions).floor == Rational(4))
        #expect((Rational(5) * (try #require(Rational("0.926")))).floor == Rational(4))
        #expect(Rational(5000) * Rational(925_800) / Rational(100_000) == Rational(46_290))
    }
}

import JBEMCore
import Testing

/// Distances and the order of visits.
@Suite struct VisitRouteTests {
    /// A degree of a great circle is 2π·6371.0088/360 = 111.1951 km; a quarter of it 10 007.56 km.
    @Test func distancesAreThoseOfTheGreatCircle() {
        let origin = RoutePoint(longitude: 0, latitude: 0)
        #expect(abs(origin.distanceKm(to: RoutePoint(longitude: 1, latitude: 0)) - 111.1951) < 0.0001)
        #expect(abs(origin.distanceKm(to: RoutePoint(longitude: 0, latitude: 90)) - 10_007.5572) < 0.001)
        #expect(abs(origin.distanceKm(to: RoutePoint(longitude: 180, latitude: 0)) - 20_015.1144) < 0.001)
        #expect(origin.distanceKm(to: origin) == 0)
    }

    private static func points(_ count: Int, _ dice: inout Dice) -> [RoutePoint] {
        (0..<count).map { _ in
            RoutePoint(longitude: 106 + Double(dice.below(10_000)) / 10_000, latitude: 29 + Double(dice.below(10_000)) / 10_000)
        }
    }

    private static func length(_ order: [Int], _ points: [RoutePoint]) -> Double {
        zip(order, order.dropFirst()).map { points[$0].distanceKm(to: points[$1]) }.reduce(0, +)
    }

    private static func permutations(_ items: [Int]) -> [[Int]] {
        guard let first = items.first else { return [[]] }
        return permutations(Array(items.dropFirst())).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
        }
    }

    @Test func fewPlacesGetTheShortestOfAllOrders() {
        var dice = Dice(seed: 7)
        for count in [1, 2, 3, 5, 6] {
            let points = Self.points(count, &dice)
            let all = Self.permutations(Array(0..<count))
            let free = VisitRoute(points)
            #expect(free.isExact && free.order.sorted() == Array(0..<count))
            #expect(abs(free.totalKm - (all.map { Self.length($0, points) }.min() ?? 0)) < 1e-9)
            let fixed = VisitRoute(points, start: count - 1)
            #expect(fixed.order.first == count - 1)
            let best = all.filter { $0.first == count - 1 }.map { Self.length($0, points) }.min() ?? 0
            #expect(abs(fixed.totalKm - best) < 1e-9)
        }
    }

    @Test func manyPlacesAreAllVisitedAndNoTurnOfAStretchIsShorter() {
        var dice = Dice(seed: 11)
        let points = Self.points(60, &dice)
        for start in [nil, 17] {
            let route = VisitRoute(points, start: start)
            #expect(!route.isExact && route.order.sorted() == Array(0..<60))
            if let start { #expect(route.order.first == start) }
            #expect(abs(route.totalKm - Self.length(route.order, points)) < 1e-6)
            for first in (start == nil ? 0 : 1)..<59 {
                for last in (first + 1)..<60 {
                    var other = route.order
                    other[first...last].reverse()
                    #expect(Self.length(other, points) > route.totalKm - 1e-6)
                }
            }
        }
    }

    @Test func nothingToVisitIsNoWay() {
        #expect(VisitRoute([]).order.isEmpty)
        #expect(VisitRoute([]).totalKm == 0)
    }
}

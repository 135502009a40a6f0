/// The order of visits along a short way: an open path, its start free or given.
///
/// Exact (Held and Karp 1962) up to ``exactLimit`` places; above that the nearest neighbour improved by 2-opt, which is not always the shortest.
package struct VisitRoute: Sendable {
    package static let exactLimit = 12

    /// Indexes of the places in the order of the visits.
    package let order: [Int]
    package let isExact: Bool
    private let distances: [[Double]]

    /// - Parameters:
    ///   - points: the places to visit, each once.
    ///   - start: the place to begin at; `nil` for whichever is best.
    package init(_ points: [RoutePoint], start: Int? = nil) {
        distances = points.map { from in points.map { from.distanceKm(to: $0) } }
        isExact = points.count <= VisitRoute.exactLimit
        order = isExact ? VisitRoute.shortest(distances, start) : VisitRoute.improved(distances, start)
    }

    /// The km to each place from the one before; 0 for the first.
    package var legsKm: [Double] {
        order.indices.map { $0 == 0 ? 0 : distances[order[$0 - 1]][order[$0]] }
    }

    package var totalKm: Double { legsKm.reduce(0, +) }

    /// The shortest path by dynamic programming over sets of visited places.
    private static func shortest(_ distances: [[Double]], _ start: Int?) -> [Int] {
        let count = distances.count
        guard count > 1 else { return Array(0..<count) }
        let full = (1 << count) - 1
        var best = [Double](repeating: .infinity, count: (full + 1) * count)
        var before = [Int](repeating: -1, count: (full + 1) * count)
        for place in 0..<count where start == nil || start == place { best[(1 << place) * count + place] = 0 }
        for set in 1...full {
            for last in 0..<count where set & (1 << last) != 0 {
                let here = best[set * count + last]
                guard here < .infinity else { continue }
                for next in 0..<count where set & (1 << next) == 0 {
                    let place = (set | 1 << next) * count + next
                    guard here + distances[last][next] < best[place] else { continue }
                    best[place] = here + distances[last][next]
                    before[place] = last
                }
            }
        }
        var last = (0..<count).min { best[full * count + $0] < best[full * count + $1] } ?? 0
        var (set, path) = (full, [Int]())
        while last >= 0 {
            path.append(last)
            (set, last) = (set & ~(1 << last), before[set * count + last])
        }
        return path.reversed()
    }

    private static func improved(_ distances: [[Double]], _ start: Int?) -> [Int] {
        var path = nearest(distances, start)
        let count = path.count
        var isBetter = true
        while isBetter {
            isBetter = false
            // A fixed start stays first.
            for first in (start == nil ? 0 : 1)..<(count - 1) {
                for last in (first + 1)..<count where gain(distances, path, first, last) > 1e-9 {
                    path[first...last].reverse()
                    isBetter = true
                }
            }
        }
        return path
    }

    /// What turning a stretch of the path round saves.
    private static func gain(_ distances: [[Double]], _ path: [Int], _ first: Int, _ last: Int) -> Double {
        var saved = 0.0
        if first > 0 { saved += distances[path[first - 1]][path[first]] - distances[path[first - 1]][path[last]] }
        if last + 1 < path.count { saved += distances[path[last]][path[last + 1]] - distances[path[first]][path[last + 1]] }
        return saved
    }

    private static func nearest(_ distances: [[Double]], _ start: Int?) -> [Int] {
        var left = Set(distances.indices)
        var path = [start ?? 0]
        left.remove(path[0])
        while let next = left.min(by: { (distances[path[path.count - 1]][$0], $0) < (distances[path[path.count - 1]][$1], $1) }) {
            path.append(next)
            left.remove(next)
        }
        return path
    }
}

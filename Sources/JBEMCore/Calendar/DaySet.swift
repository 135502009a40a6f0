/// A set of days as sorted runs that neither touch nor overlap.
package struct DaySet: Sendable, Equatable {
    /// Runs of day numbers, in order.
    private var runs: [ClosedRange<Int>]

    package init(_ periods: [DatePeriod] = []) {
        var runs: [ClosedRange<Int>] = []
        for run in periods.map({ $0.first.dayNumber...$0.last.dayNumber }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = runs.last, run.lowerBound <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, run.upperBound)
            } else {
                runs.append(run)
            }
        }
        self.runs = runs
    }

    package var periods: [DatePeriod] {
        runs.map { DatePeriod(CalendarDate(dayNumber: $0.lowerBound), CalendarDate(dayNumber: $0.upperBound)) }
    }

    package var count: Int { runs.map(\.count).reduce(0, +) }

    package var isEmpty: Bool { runs.isEmpty }

    package func union(_ other: DaySet) -> DaySet { DaySet(periods + other.periods) }

    package func intersection(_ other: DaySet) -> DaySet {
        var result = DaySet()
        var (mine, theirs) = (runs[...], other.runs[...])
        while let a = mine.first, let b = theirs.first {
            let (low, high) = (max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
            if low <= high { result.runs.append(low...high) }
            if a.upperBound < b.upperBound { mine = mine.dropFirst() } else { theirs = theirs.dropFirst() }
        }
        return result
    }

    package func subtracting(_ other: DaySet) -> DaySet {
        var result = DaySet()
        var holes = other.runs[...]
        for run in runs {
            var next = run.lowerBound
            while let hole = holes.first, hole.upperBound < next { holes = holes.dropFirst() }
            for hole in holes {
                guard hole.lowerBound <= run.upperBound else { break }
                if hole.lowerBound > next { result.runs.append(next...(hole.lowerBound - 1)) }
                next = max(next, hole.upperBound + 1)
            }
            if next <= run.upperBound { result.runs.append(next...run.upperBound) }
        }
        return result
    }
}

internal import GRDB
package import JBEMCore
package import JBEMStore

/// Proves for each risk point and each day of a period that a responsible person can be reached, or names the holes.
package struct FindDutyGaps {
    package struct Gap: Sendable {
        package let risk: Int64
        package let number: String
        package let name: String
        package let region: String
        package let hole: DutyCoverage.Hole
    }

    package struct Output: Sendable {
        /// The first so many, if a limit was given.
        package let gaps: [Gap]
        package let isCut: Bool
        package let points: Int
        /// Points × days (× roles).
        package let asked: Int
        package let uncovered: Int
        /// Days that a verified number counts.
        package let validDays: Int
        package let facts: ReadingFacts
    }

    let window: DatePeriod
    let isByRole: Bool
    let region: String?
    let asOf: CalendarDate?
    let limit: Int?

    /// - Parameters:
    ///   - isByRole: asks each of the three roles for itself.
    ///   - region: code or name; takes the points of that region and of those below it.
    ///   - limit: keeps only so many; all are counted.
    package init(_ window: DatePeriod, isByRole: Bool, region: String?, asOf: CalendarDate?, limit: Int? = nil) {
        (self.window, self.isByRole, self.region, self.asOf, self.limit) = (window, isByRole, region, asOf, limit)
    }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let day = asOf ?? max(session.today, window.last)
        return try store.read { db in
            let regions = try region.map { try Territory(RecordFinder.code($0, of: Region.schema, in: db), in: db).all }
            let coverage = DutyCoverage(window, verified: try DutyReports.verifiedDays(asOf: day, in: db))
            var gaps: [Gap] = []
            var (points, uncovered, isCut) = (0, 0, false)
            try DutyReports.eachPoint(window, regions: regions, in: db) { point in
                points += 1
                for hole in coverage.holes(point.terms, byRole: isByRole) {
                    uncovered += hole.days.days
                    isCut = limit.map { gaps.count >= $0 } ?? false
                    if !isCut { gaps.append(Gap(risk: point.id, number: point.number, name: point.name, region: point.region, hole: hole)) }
                }
            }
            return Output(
                gaps: gaps, isCut: isCut, points: points, asked: points * window.days * (isByRole ? DutyRole.three.count : 1),
                uncovered: uncovered, validDays: try DutyReports.validDays(on: day, in: db),
                facts: try ReadingFacts(store, in: db))
        }
    }
}

/// Terms that contradict each other.
package struct FindDutyConflicts {
    let window: DatePeriod

    package init(_ window: DatePeriod) { self.window = window }

    package func run(_ session: Session) throws -> (conflicts: [DutyReports.Conflict], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { (try DutyReports.conflicts(window, in: $0), try ReadingFacts(store, in: $0)) }
    }
}

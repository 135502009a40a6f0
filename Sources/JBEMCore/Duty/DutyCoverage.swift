/// Proves for each day of a period whether somebody who can be reached is responsible.
package struct DutyCoverage: Sendable {
    /// One person's term, cut to the days on which the person holds the post.
    package struct Term: Sendable {
        package let person: Int64
        package let role: DutyRole
        package let days: DatePeriod

        package init(person: Int64, role: DutyRole, days: DatePeriod) { (self.person, self.role, self.days) = (person, role, days) }
    }

    /// A call at a person's number.
    package struct Check: Sendable {
        package let on: CalendarDate
        package let isReached: Bool

        package init(on: CalendarDate, isReached: Bool) { (self.on, self.isReached) = (on, isReached) }
    }

    package enum Reason: String, Sendable {
        /// Nobody is in force.
        case nobody
        /// Somebody is, but without a number verified lately.
        case unverified
    }

    package struct Hole: Sendable, Equatable {
        /// `nil` where any of the roles would do.
        package let role: DutyRole?
        package let days: DatePeriod
        package let reason: Reason
    }

    let window: DatePeriod
    private let verified: [Int64: DaySet]

    package init(_ window: DatePeriod, verified: [Int64: DaySet]) { (self.window, self.verified) = (window, verified) }

    /// The days on which a person's number counts as verified.
    ///
    /// A call that reached the person counts for `validDays` days beginning with its own; a later call that did not, and a change of
    /// the number, end that.
    ///
    /// - Parameters:
    ///   - checks: in order of their dates.
    ///   - phoneChangedOn: the day of the newest number, if it ever changed.
    ///   - validDays: how long a call counts, 1 or more.
    package static func verifiedDays(_ checks: [Check], phoneChangedOn: CalendarDate?, validDays: Int) -> DaySet {
        var periods: [DatePeriod] = []
        for (index, check) in checks.enumerated() where check.isReached {
            var last = check.on.adding(days: validDays - 1)
            if index + 1 < checks.count { last = min(last, checks[index + 1].on.adding(days: -1)) }
            if let changed = phoneChangedOn, check.on < changed { last = min(last, changed.adding(days: -1)) }
            if check.on <= last { periods.append(DatePeriod(check.on, last)) }
        }
        return DaySet(periods)
    }

    /// The holes of one point: the days without a reachable responsible person.
    ///
    /// - Parameters:
    ///   - terms: those of the point.
    ///   - byRole: asks each of the three roles for itself; else one of them is enough.
    package func holes(_ terms: [Term], byRole: Bool) -> [Hole] {
        guard byRole else { return holes(terms, role: nil) }
        return DutyRole.three.flatMap { role in holes(terms.filter { $0.role == role }, role: role) }
    }

    private func holes(_ terms: [Term], role: DutyRole?) -> [Hole] {
        let whole = DaySet([window])
        let inForce = DaySet(terms.map(\.days)).intersection(whole)
        let reachable = terms.reduce(DaySet()) { days, term in
            days.union(DaySet([term.days]).intersection(verified[term.person] ?? DaySet()))
        }
        let nobody = whole.subtracting(inForce).periods.map { Hole(role: role, days: $0, reason: .nobody) }
        let unverified = inForce.subtracting(reachable).periods.map { Hole(role: role, days: $0, reason: .unverified) }
        return (nobody + unverified).sorted { $0.days.first < $1.days.first }
    }
}

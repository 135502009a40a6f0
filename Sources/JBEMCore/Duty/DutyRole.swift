/// What a person is responsible as; the code list `duty_role` gives the labels.
package enum DutyRole: String, Sendable, CaseIterable {
    case administrative, technical, patrol, grid, informant, oncall, regulator

    /// What the responsibility is for.
    package enum Subject: Sendable {
        case point, region, office, sector
    }

    package var subject: Subject {
        switch self {
        case .administrative, .technical, .patrol: .point
        case .grid, .informant: .region
        case .oncall: .office
        case .regulator: .sector
        }
    }

    /// The three responsible persons (三个责任人) of a point.
    package static let three: [DutyRole] = [.administrative, .technical, .patrol]
}

/// Where a hazard stands.
package enum HazardState: String, Sendable, CaseIterable {
    case registered, graded, ordered, rectifying, submitted, rechecked, closed, tolerated

    package var label: Localized {
        switch self {
        case .registered: Localized("已登记", "registered")
        case .graded: Localized("已分级", "graded")
        case .ordered: Localized("已下达", "ordered")
        case .rectifying: Localized("整改中", "rectifying")
        case .submitted: Localized("已申请验收", "submitted")
        case .rechecked: Localized("已复查", "rechecked")
        case .closed: Localized("已销号", "closed")
        case .tolerated: Localized("暂缓", "tolerated")
        }
    }
}

/// What can be done with a hazard.
package enum HazardAction: String, Sendable, CaseIterable {
    case grade, order, start, extend, submit, recheck
    case `return`, tolerate, close, reopen

    package var label: Localized {
        switch self {
        case .grade: Localized("分级", "grade")
        case .order: Localized("下达整改", "order")
        case .start: Localized("开始整改", "start")
        case .extend: Localized("延期", "extend")
        case .submit: Localized("申请验收", "submit")
        case .recheck: Localized("复查", "recheck")
        case .return: Localized("退回", "return")
        case .tolerate: Localized("暂缓", "tolerate")
        case .close: Localized("销号", "close")
        case .reopen: Localized("重开", "reopen")
        }
    }

    /// The states in which it may be done.
    package var from: [HazardState] {
        switch self {
        case .grade: [.registered, .graded]
        case .order: [.graded]
        case .start: [.ordered]
        case .extend: [.ordered, .rectifying]
        case .submit: [.rectifying]
        case .recheck: [.submitted]
        case .return: [.submitted, .rechecked]
        case .tolerate: [.ordered, .rectifying]
        case .close: [.rechecked]
        case .reopen: [.closed]
        }
    }

    /// The state it leads to.
    package func to(_ state: HazardState) -> HazardState {
        switch self {
        case .grade: .graded
        case .order, .reopen: .ordered
        case .start, .return: .rectifying
        case .extend: state
        case .submit: .submitted
        case .recheck: .rechecked
        case .tolerate: .tolerated
        case .close: .closed
        }
    }

    /// The fields that it needs.
    package var required: [String] {
        switch self {
        case .grade: [HazardStep.kind.name]
        case .order: [HazardStep.unit.name, HazardStep.person.name, HazardStep.measures.name, HazardStep.deadline.name]
        case .start: []
        case .extend: [HazardStep.deadline.name, HazardStep.approvedBy.name, HazardStep.reason.name]
        case .submit, .recheck, .close: [HazardStep.evidence.name]
        case .return: [HazardStep.reason.name]
        case .tolerate: [HazardStep.until.name, HazardStep.approvedBy.name, HazardStep.reason.name]
        case .reopen: [HazardStep.deadline.name, HazardStep.reason.name]
        }
    }

    /// The fields that it takes besides.
    package var optional: [String] {
        let evidence = [HazardStep.evidence.name, HazardStep.evidenceDigest.name]
        let reports = [HazardStep.supervisionNo.name, HazardStep.reportedDepartmentOn.name, HazardStep.reportedWorkersOn.name]
        return switch self {
        case .grade: [HazardStep.list.name, HazardStep.reason.name] + evidence
        case .order: [HazardStep.funds.name, HazardStep.contingency.name] + reports + evidence
        case .start, .extend, .return, .tolerate, .reopen, .submit, .recheck: [HazardStep.reason.name] + evidence
        case .close: [HazardStep.approvedBy.name, HazardStep.reason.name] + reports + evidence
        }
    }

    /// What may follow on a state, in the order of the way.
    package static func possible(in state: HazardState) -> [HazardAction] { allCases.filter { $0.from.contains(state) } }
}

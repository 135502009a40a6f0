/// How long a deadline may be moved and a hazard be tolerated, in days; from the clock rules.
package struct HazardLimits: Sendable {
    /// Days by which all extensions together may move the first deadline.
    package var extensionDays: Int
    package var toleranceDays: Int

    package init(extensionDays: Int, toleranceDays: Int) {
        self.extensionDays = extensionDays
        self.toleranceDays = toleranceDays
    }
}

/// The one place that knows what a step does to a hazard.
///
/// ## Source
/// 安全生产法 2021 article 41 (both reports, supervision of major hazards) and 总局令第16号 (five settlements); who may do what after whom is
/// the published chart of `hazard state-machine`.
package enum HazardMachine {
    /// The state on a day: a tolerance that has run out is an order again.
    package static func state(of hazard: RecordRow, on day: CalendarDate) -> HazardState {
        let stage = hazard[Hazard.stage].flatMap(HazardState.init) ?? .registered
        if stage == .tolerated, let until = hazard[Hazard.toleratedUntil], until < day { return .ordered }
        return stage
    }

    /// Takes a step: fills in the step's states and changes the hazard.
    ///
    /// - Returns: what is wrong; then neither may be kept.
    package static func take(_ step: inout RecordRow, on hazard: inout RecordRow, limits: HazardLimits) -> [Fault] {
        guard let action = step[HazardStep.step].flatMap(HazardAction.init), let day = step[HazardStep.takenOn] else { return [] }
        let state = state(of: hazard, on: day)
        guard action.from.contains(state) else {
            return [Fault(refusal(action, state, hazard), at: .init(field: HazardStep.step.name))]
        }
        var faults = order(of: step, hazard, day) + fields(of: step, action)
        faults += people(step, hazard, action)
        if faults.isEmpty { faults = particulars(&step, hazard, action, day, limits) }
        guard faults.isEmpty else { return faults }
        step[HazardStep.fromState] = state.rawValue
        step[HazardStep.toState] = action.to(state).rawValue
        change(&hazard, by: step, action, day)
        step[HazardStep.deadlineAfter] = hazard[Hazard.deadline]
        return []
    }

    private static func refusal(_ action: HazardAction, _ state: HazardState, _ hazard: RecordRow) -> Localized {
        let refused = Localized(
            "隐患\(state.label.zh)，不能\(action.label.zh)；", "the hazard is \(state.rawValue): \(action.rawValue) is not possible; ")
        let possible = HazardAction.possible(in: state)
        guard !possible.isEmpty else {
            let until = hazard[Hazard.toleratedUntil]?.description ?? "—"
            return refused + Localized("暂缓至 \(until)，其后回到已下达", "it is tolerated until \(until) and then ordered again")
        }
        let names = possible.map(\.rawValue).joined(separator: " ")
        return refused + Localized("现在可以：\(possible.map(\.label.zh).joined(separator: "、"))（\(names)）", "possible now: \(names)")
    }

    /// Steps are numbered and dated in their order, none before the finding.
    private static func order(of step: RecordRow, _ hazard: RecordRow, _ day: CalendarDate) -> [Fault] {
        var faults: [Fault] = []
        let next = (hazard[Hazard.stepCount] ?? 0) + 1
        if step[HazardStep.number] != next {
            faults.append(Fault(Localized("步序应为 \(next)", "must be \(next)"), at: .init(field: HazardStep.number.name)))
        }
        if let last = hazard[Hazard.lastStepOn] ?? hazard[Hazard.foundOn], day < last {
            let what = hazard[Hazard.lastStepOn] == nil ? Localized("发现日期", "the finding of") : Localized("上一步", "the step of")
            faults.append(
                Fault(
                    Localized("\(day) 早于\(what.zh) \(last)", "\(day) is before \(what.en) \(last)"),
                    at: .init(field: HazardStep.takenOn.name)))
        }
        return faults
    }

    private static let common: Set<String> = [
        "hazard", "number", "step", "taken_on", "taken_by", "from_state", "to_state", "deadline_after",
    ]

    private static func fields(of step: RecordRow, _ action: HazardAction) -> [Fault] {
        let missing = action.required.filter { step[$0] == .null }.map { name in
            Fault(
                Localized("\(action.label.zh)须填写（\(label(name).zh)）", "\(action.rawValue) needs it (\(label(name).en))"),
                at: .init(field: name))
        }
        let known = common.union(action.required).union(action.optional)
        let strange = step.values.filter { $0.value != .null && !known.contains($0.key) }.keys.sorted().map { name in
            Fault(Localized("\(action.label.zh)不用这一项", "\(action.rawValue) does not take it"), at: .init(field: name))
        }
        return missing + strange
    }

    private static func label(_ name: String) -> Localized { HazardStep.schema.field(name)?.label ?? Localized(verbatim: name) }

    /// Nobody judges work of his own, and nobody grants himself time.
    private static func people(_ step: RecordRow, _ hazard: RecordRow, _ action: HazardAction) -> [Fault] {
        let by = step[HazardStep.takenBy]
        let workers = [hazard[Hazard.rectifiedBy], hazard[Hazard.person]].compactMap(\.self)
        switch action {
        case .recheck, .return, .close:
            guard let by, workers.contains(by) else { return [] }
            return [
                Fault(
                    Localized(
                        "\(action.label.zh)人不能是整改人或责任人", "who does the \(action.rawValue) must not be who rectified or is responsible"),
                    at: .init(field: HazardStep.takenBy.name))
            ]
        case .extend, .tolerate:
            guard let approver = step[HazardStep.approvedBy], approver == by || workers.contains(approver) else { return [] }
            return [
                Fault(
                    Localized("批准人不能是申请人、整改人或责任人", "the approver must not be who asks, rectifies or is responsible"),
                    at: .init(field: HazardStep.approvedBy.name))
            ]
        default: return []
        }
    }

    private static func particulars(
        _ step: inout RecordRow, _ hazard: RecordRow, _ action: HazardAction, _ day: CalendarDate, _ limits: HazardLimits
    ) -> [Fault] {
        let isMajor = hazard[Hazard.kind] == "major"
        switch action {
        case .grade:
            guard step[HazardStep.kind] == "major", step[HazardStep.list] == nil else { return [] }
            return [needed(HazardStep.list.name, Localized("重大隐患须写明判定标准", "a major hazard needs its judgement list"))]
        case .order:
            let settlements = [HazardStep.funds.name, HazardStep.contingency.name].filter { isMajor && step[$0] == .null }
            return notBefore(step, day)
                + settlements.map { needed($0, Localized("重大隐患须五落实：责任、措施、资金、时限、预案", "a major hazard needs all five settlements")) }
        case .reopen: return notBefore(step, day)
        case .extend:
            guard let asked = step[HazardStep.deadline], let now = hazard[Hazard.deadline], let first = hazard[Hazard.firstDeadline] else {
                return []
            }
            return within(asked, after: now, atMost: first.adding(days: limits.extensionDays), HazardStep.deadline.name)
        case .tolerate:
            guard let until = step[HazardStep.until], let deadline = hazard[Hazard.deadline], let ordered = hazard[Hazard.orderedOn] else {
                return []
            }
            // The clock of the order starts anew when the tolerance has run out.
            step[HazardStep.deadlineAfter] = until.adding(days: max(1, deadline.dayNumber - ordered.dayNumber))
            return within(until, after: day, atMost: day.adding(days: limits.toleranceDays), HazardStep.until.name)
        case .close: return isMajor ? reports(step, hazard, day) : []
        case .start, .submit, .recheck, .return: return []
        }
    }

    private static func needed(_ field: String, _ reason: Localized) -> Fault { Fault(reason, at: .init(field: field)) }

    private static func notBefore(_ step: RecordRow, _ day: CalendarDate) -> [Fault] {
        guard let deadline = step[HazardStep.deadline], deadline < day else { return [] }
        return [needed(HazardStep.deadline.name, Localized("期限 \(deadline) 早于 \(day)", "the deadline \(deadline) is before \(day)"))]
    }

    private static func within(_ date: CalendarDate, after: CalendarDate, atMost last: CalendarDate, _ field: String) -> [Fault] {
        if date <= after { return [needed(field, Localized("须晚于 \(after)", "must be later than \(after)"))] }
        if date > last { return [needed(field, Localized("最迟只能到 \(last)", "\(last) is the latest possible"))] }
        return []
    }

    /// A major hazard closes only under supervision and after both reports.
    private static func reports(_ step: RecordRow, _ hazard: RecordRow, _ day: CalendarDate) -> [Fault] {
        var faults: [Fault] = []
        if step[HazardStep.supervisionNo] ?? hazard[Hazard.supervisionNo] == nil {
            faults.append(
                needed(HazardStep.supervisionNo.name, Localized("重大隐患销号须有挂牌督办号", "a major hazard closes only under a supervision number")))
        }
        for (given, kept) in [
            (HazardStep.reportedDepartmentOn, Hazard.reportedDepartmentOn), (HazardStep.reportedWorkersOn, Hazard.reportedWorkersOn),
        ] {
            guard let date = step[given] ?? hazard[kept] else {
                faults.append(needed(given.name, Localized("重大隐患销号须先“双报告”", "a major hazard closes only after both reports")))
                continue
            }
            if date > day || hazard[Hazard.foundOn].map({ date < $0 }) == true {
                faults.append(needed(given.name, Localized("报告日期 \(date) 不在发现与销号之间", "\(date) is not between finding and closing")))
            }
        }
        return faults
    }

    private static func change(_ hazard: inout RecordRow, by step: RecordRow, _ action: HazardAction, _ day: CalendarDate) {
        hazard[Hazard.stage] = step[HazardStep.toState]
        hazard[Hazard.stepCount] = step[HazardStep.number]
        hazard[Hazard.lastStepOn] = day
        for name in taken where step[name] != .null { hazard[name] = step[name] }
        switch action {
        case .order:
            hazard[Hazard.orderedOn] = day
            hazard[Hazard.firstDeadline] = step[HazardStep.deadline]
        case .reopen:
            hazard[Hazard.orderedOn] = day
            hazard[Hazard.firstDeadline] = step[HazardStep.deadline]
            hazard[Hazard.closedOn] = nil
            hazard[Hazard.rectifiedBy] = nil
            hazard[Hazard.timesReopened] = (hazard[Hazard.timesReopened] ?? 0) + 1
        case .extend: hazard[Hazard.timesExtended] = (hazard[Hazard.timesExtended] ?? 0) + 1
        case .submit: hazard[Hazard.rectifiedBy] = step[HazardStep.takenBy]
        case .return: hazard[Hazard.timesReturned] = (hazard[Hazard.timesReturned] ?? 0) + 1
        case .tolerate:
            hazard[Hazard.toleratedUntil] = step[HazardStep.until]
            hazard[Hazard.orderedOn] = step[HazardStep.until]
            hazard[Hazard.deadline] = step[HazardStep.deadlineAfter]
            hazard[Hazard.firstDeadline] = step[HazardStep.deadlineAfter]
        case .close: hazard[Hazard.closedOn] = day
        case .grade, .start, .recheck: break
        }
    }

    /// Fields of a step that the hazard keeps under the same name.
    private static let taken = [
        "kind", "list", "unit", "person", "measures", "funds", "contingency", "deadline", "supervision_no", "reported_department_on",
        "reported_workers_on",
    ]
}

extension Assessor {
    /// Dated steps: done is done; a step without a completion on record is unknown, never assumed undone.
    func assessMilestones(_ assessment: inout Assessment) {
        let steps = book.milestones(of: indicator.id)
        let deadline = reading.deadline
        let done = steps.filter { step in step.doneOn.map { $0 <= moment.asOf && moment.admits(DatePeriod($0, $0)) } ?? false }
        let open = steps.filter { !done.contains($0) }
        assessment.value = steps.isEmpty ? nil : Rational(done.count)
        assessment.numerator = assessment.value
        assessment.denominator = steps.isEmpty ? nil : Rational(steps.count)
        assessment.limit = steps.isEmpty ? nil : Rational(steps.count)
        assessment.remaining = steps.isEmpty ? nil : Rational(open.count)
        assessment.isComplete = open.isEmpty && !steps.isEmpty
        assessment.missing = open.map { step in
            let due = step.dueOn ?? deadline
            return MissingInput(measure: step.id, period: DatePeriod(due, due), reason: .notRecorded, label: step.name)
        }
        decideMilestones(steps, done, open, &assessment)
        assessment.explanation.children = steps.map { stepNode($0, isDone: done.contains($0)) }
    }

    private func decideMilestones(
        _ steps: [MilestoneFact], _ done: [MilestoneFact], _ open: [MilestoneFact], _ assessment: inout Assessment
    ) {
        let deadline = reading.deadline
        if comparator == .none { return assessment.decide(.noThreshold, noThresholdReason) }
        let counted = Localized("完成\(done.count)／\(steps.count)", "\(done.count) of \(steps.count) done")
        if let late = done.first(where: { ($0.doneOn ?? deadline) > deadline }) {
            return assessment.decide(.missed, late.name + Localized("：晚于期限完成", ": done after the deadline"))
        }
        if steps.isEmpty {
            assessment.missing = [
                MissingInput(
                    measure: indicator.id, period: DatePeriod(deadline, deadline), reason: .notRecorded, label: indicator.name)
            ]
            return decideMissing(&assessment)
        }
        if open.isEmpty { return assessment.decide(.met, counted) }
        let isOverdue = open.contains { ($0.dueOn ?? deadline) <= day }
        // Nothing recorded is not a sign of progress, and an overdue step without a record is not a proof of failure.
        if done.isEmpty || isOverdue || day >= deadline { return decideMissing(&assessment) }
        assessment.missing = []
        assessment.decide(.onTrack, counted + Localized("，到期的都已完成", ", all that were due are done"))
    }

    private func stepNode(_ step: MilestoneFact, isDone: Bool) -> ExplanationNode {
        let due = step.dueOn.map { Localized("，期限\($0)", ", due \($0)") } ?? Localized(verbatim: "")
        let state =
            isDone ? Localized("\(step.doneOn ?? day)完成", "done on \(step.doneOn ?? day)") : Localized("没有完成记录", "no completion recorded")
        return ExplanationNode(
            step.name, state + due, sources: [SourceReference(.milestone, keys: [step.id], text: step.evidence)])
    }
}

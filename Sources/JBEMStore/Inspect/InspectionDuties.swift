internal import GRDB
internal import JBEMCore

/// The visits that are due, for the agenda: one duty a subject and purpose, the oldest that was missed or else the next one.
enum InspectionDuties {
    static let all = [
        source("inspect.routine", InspectionPurpose.routine), source("inspect.test", InspectionPurpose.test),
    ]

    private static let basis = Localized("检查规则", "inspection rule")

    private static func source(_ topic: String, _ purpose: String) -> AgendaSource {
        AgendaSource(topic, basis: basis) { question, db in
            // Nobody in particular is told to go.
            guard question.person == nil else { return [] }
            // Every cycle ends at least once in 366 days.
            let period = DatePeriod(question.asOf.adding(days: -366), max(question.asOf, question.until))
            var entries: [AgendaEntry] = []
            let calendar = try InspectionCalendar(
                InspectionQuestion(purpose: purpose), period, asOf: question.asOf, visitsUpTo: question.asOf, in: db)
            try calendar.forEach { subject, agendas, _ in
                guard question.regions?.contains(subject.region) ?? true, question.offices?.contains(subject.office) ?? true else { return }
                for agenda in agendas {
                    guard let slot = due(agenda, question) else { continue }
                    entries.append(
                        AgendaEntry(
                            topic: topic, subject: subject.fullID, noun: subject.noun, part: "",
                            title: Localized(verbatim: "\(subject.number) \(subject.name)"), dueOn: slot.last,
                            lastDoneOn: agenda.visits.last(upTo: question.asOf), person: nil, personName: nil, office: subject.office,
                            region: subject.region, source: basis, unknownYears: []))
                }
            }
            return entries
        }
    }

    /// What was missed counts until somebody comes.
    private static func due(_ agenda: InspectionAgenda, _ question: AgendaQuestion) -> InspectionSlot? {
        let last = agenda.visits.last(upTo: question.asOf)
        let open = agenda.slots.filter { slot in last.map { $0 < slot.first } ?? true }
        return open.first { $0.last <= question.until }
    }
}

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
            let kept = try InspectionCalendar.keptSince(purpose, in: db) ?? question.asOf
            let calendar = try InspectionCalendar(
                InspectionQuestion(purpose: purpose), period, asOf: question.asOf, visitsUpTo: question.asOf, in: db)
            try calendar.forEach { subject, agendas, _ in
                guard question.regions?.contains(subject.region) ?? true, (question.office ?? subject.office) == subject.office else {
                    return
                }
                for agenda in agendas {
                    let last = try agenda.visits.last(upTo: question.asOf) ?? lastVisit(subject, purpose, question, in: db)
                    guard let slot = due(subject, agenda, after: last ?? kept.adding(days: -1), question) else { continue }
                    entries.append(
                        AgendaEntry(
                            topic: topic, subject: subject.fullID, noun: subject.noun,
                            title: Localized(verbatim: "\(subject.number) \(subject.name)"), dueOn: slot.last,
                            lastDoneOn: last, person: nil, personName: nil, office: subject.office,
                            region: subject.region, source: basis, unknownYears: []))
                }
            }
            return entries
        }
    }

    /// What was missed counts until somebody comes.
    private static func due(
        _ subject: InspectionSubject, _ agenda: InspectionAgenda, after last: CalendarDate, _ question: AgendaQuestion
    ) -> InspectionSlot? {
        guard let life = subject.life else { return nil }
        let begin = max(last.adding(days: 1), life.from)
        // Usually the slots of the period have it; who stayed away for longer owes the first one since.
        let isLonger = agenda.slots.first.map { begin < $0.first } ?? true
        let slots = isLonger && begin <= question.until ? agenda.schedule.slots(endingIn: DatePeriod(begin, question.until)) : agenda.slots
        return slots.first { slot in begin <= slot.first && life.contains(slot) && slot.last <= question.until }
    }

    /// The last visit of all; the calendar reads those of a year.
    private static func lastVisit(
        _ subject: InspectionSubject, _ purpose: String, _ question: AgendaQuestion, in db: Database
    ) throws -> CalendarDate? {
        let statement = try db.cachedStatement(
            sql: "SELECT max(visited_on) FROM inspect WHERE \(subject.noun) = ? AND purpose = ? AND visited_on <= ?")
        return try String.fetchOne(statement, arguments: [subject.id, purpose, question.asOf.description]).flatMap { CalendarDate(iso: $0) }
    }
}

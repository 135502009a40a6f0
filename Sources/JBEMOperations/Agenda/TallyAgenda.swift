internal import GRDB
package import JBEMCore
package import JBEMStore

/// Counts the duties of each topic that are overdue, and those due in the next days.
package struct TallyAgenda {
    package struct Output: Sendable {
        package let overdue: [AgendaTally]
        package let coming: [AgendaTally]
        package let asOf: CalendarDate
        package let facts: ReadingFacts
    }

    let days: Int
    let asOf: CalendarDate?

    /// - Parameter days: how far ahead, from today on.
    package init(days: Int, asOf: CalendarDate?) { (self.days, self.asOf) = (days, asOf) }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            var coming = AgendaQuestion(asOf: day, until: day.adding(days: days))
            coming.from = day
            return Output(
                overdue: try AgendaTallies.overdue(AgendaQuestion(asOf: day, until: day), in: db),
                coming: try AgendaStore(coming, in: db).tally(), asOf: day, facts: try ReadingFacts(store, in: db))
        }
    }
}

enum AgendaTallies {
    /// What is overdue among the duties of a question.
    static func overdue(_ question: AgendaQuestion, in db: Database) throws -> [AgendaTally] {
        var past = question
        past.until = min(question.until, question.asOf.adding(days: -1))
        return try AgendaStore(past, in: db).tally()
    }
}

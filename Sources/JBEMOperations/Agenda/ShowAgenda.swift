internal import GRDB
package import JBEMCore
internal import JBEMStore

/// The dated duties of a store.
package struct ShowAgenda {
    /// What is asked for, as users name it.
    package struct Filter: Sendable {
        /// Overdue ones only.
        package var isOverdueOnly = false
        /// Days ahead.
        package var days = 30
        package var topics: [String] = []
        package var person: String?
        package var office: String?
        package var region: String?
        package var limit: Int?

        package init() {}
    }

    package struct Output: Sendable {
        package let entries: [AgendaEntry]
        package let asOf: CalendarDate
        /// Overdue ones among all that were asked for, those told before included.
        package let overdue: Int
        package let storeUUID: String
        package let facts: ReadingFacts
    }

    let filter: Filter
    let asOf: CalendarDate?
    /// Tells only what this reader was not told before; `nil` tells all.
    let reader: String?
    let options: WriteOptions

    package init(_ filter: Filter, asOf: CalendarDate?, newFor reader: String?, options: WriteOptions) {
        (self.filter, self.asOf, self.reader, self.options) = (filter, asOf, reader, options)
    }

    /// - Throws: `.usage` for an unknown topic; `.notFound` for a person, office or region that is not in the store.
    /// - Postcondition: with a reader, what is returned is remembered before this returns; the journal knows nothing of it.
    package func run(_ session: Session) throws -> Output {
        let store = try session.open(reader == nil ? .read : .write)
        let day = asOf ?? session.today
        func ask(_ db: Database) throws -> Output {
            let facts = try ReadingFacts(store, in: db)
            let entries = try AgendaStore(try question(on: day, facts, in: db), in: db).entries()
            return Output(
                entries: entries, asOf: day, overdue: entries.count { $0.dueOn < day }, storeUUID: store.identity.uuid, facts: facts)
        }
        guard let reader else { return try store.read(ask) }
        return try store.perform(options.action(in: session), dryRun: options.isDryRun) { db in
            let whole = try ask(db)
            // What is overdue is told once, whatever becomes of its day; what is to come again when its day moves.
            let states = whole.entries.reduce(into: [:]) { $0[$1.uid] = $1.dueOn < day ? "overdue" : $1.dueOn.description }
            let known = try AgendaMemory.spoken(to: reader, in: db)
            if states != known { try AgendaMemory.remember(states, for: reader, in: db) }
            return Output(
                entries: whole.entries.filter { states[$0.uid] != known[$0.uid] }, asOf: day, overdue: whole.overdue,
                storeUUID: whole.storeUUID, facts: whole.facts)
        }.value
    }

    private func question(on day: CalendarDate, _ facts: ReadingFacts, in db: Database) throws -> AgendaQuestion {
        var question = AgendaQuestion(asOf: day, until: day.adding(days: filter.isOverdueOnly ? -1 : filter.days))
        if !filter.topics.isEmpty { question.topics = try topics(facts.codes) }
        if let person = filter.person { question.person = try RecordFinder.find(person, of: Person.schema, home: facts.home, in: db).id }
        question.regions = try filter.region.map { try RegionChoice.codes($0, in: db) }
        if let office = filter.office {
            guard let code = try RecordStore.resolve(noun: Office.schema.noun, text: office, in: db)?.text else {
                throw Failure(
                    .notFound, Localized("没有单位 “\(office)”", "there is no office \"\(office)\""),
                    hints: [Localized("用 jbem office list 查看", "see jbem office list")])
            }
            question.offices = [code]
        }
        // What was told before is not among the first ones asked for.
        if reader == nil { question.limit = filter.limit }
        return question
    }

    private func topics(_ codes: CodeBook) throws -> Set<String> {
        var chosen: Set<String> = []
        for name in filter.topics {
            let entries = codes.entries("agenda_topic")
            let own = codes.code("agenda_topic", matching: name).map { [$0] } ?? entries.map(\.code).filter { $0.hasPrefix(name + ".") }
            guard !own.isEmpty else {
                throw Failure(
                    .usage, Localized("没有事项 “\(name)”", "there is no topic \"\(name)\""),
                    hints: [
                        Localized(
                            "事项：\(entries.map(\.code).joined(separator: " "))", "topics: \(entries.map(\.code).joined(separator: " "))")
                    ])
            }
            chosen.formUnion(own)
        }
        return chosen
    }
}

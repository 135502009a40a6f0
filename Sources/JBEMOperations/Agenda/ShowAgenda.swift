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
        /// Overdue ones among all that were asked for, those told before and those beyond the limit included.
        package let overdue: Int
        /// The limit left some out.
        package let isCut: Bool
        package let storeUUID: String
        package let facts: ReadingFacts
        /// What the reader knows then; `nil` if nothing changes.
        let states: [String: String]?
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
    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        guard filter.isOverdueOnly || filter.days >= 0 else {
            throw Failure(
                .usage, Localized("--until 早于 \(day)；已超期的用 agenda overdue", "--until is before \(day); agenda overdue lists what is past"))
        }
        return try store.read { db in
            let facts = try ReadingFacts(store, in: db)
            var question = try question(on: day, facts, in: db)
            // A reader who was told some may want any of the others.
            if reader == nil { question.limit = filter.limit.map { $0 + 1 } }
            let entries = try AgendaStore(question, in: db).entries()
            let known = try reader.map { try AgendaMemory.spoken(to: memory($0), in: db) } ?? [:]
            let news = reader == nil ? entries : entries.filter { state($0, day) != known[$0.uid] }
            let told = filter.limit.map { Array(news.prefix($0)) } ?? news
            // What is out of sight now may come back unchanged.
            var states = known.filter { $0.value != ShowAgenda.overdue && $0.value > question.until.description }
            let toldNow = Set(told.map(\.uid))
            for entry in entries { states[entry.uid] = toldNow.contains(entry.uid) ? state(entry, day) : known[entry.uid] }
            let overdue =
                question.limit == nil
                ? entries.count { $0.dueOn < day } : Int(try AgendaTallies.overdue(question, in: db).map(\.count).reduce(0, +))
            return Output(
                entries: told, asOf: day, overdue: overdue, isCut: told.count < news.count,
                storeUUID: store.identity.uuid, facts: facts, states: states == known ? nil : states)
        }
    }

    /// Remembers what was told; to be called once it was read out.
    package func remember(_ output: Output, _ session: Session) throws {
        guard let reader, let states = output.states, !options.isDryRun else { return }
        _ = try session.open(.write).perform(options.action(in: session)) { db in
            try AgendaMemory.remember(states, for: memory(reader), in: db)
        }
    }

    private static let overdue = "overdue"

    /// What is overdue is told once, whatever becomes of its day; what is to come again when its day moves.
    private func state(_ entry: AgendaEntry, _ day: CalendarDate) -> String {
        entry.dueOn < day ? ShowAgenda.overdue : entry.dueOn.description
    }

    /// A reader has a memory for each question: one about hazards must not forget what one about reviews was told.
    private func memory(_ reader: String) -> String {
        let parts = [filter.topics.sorted().joined(separator: ","), filter.person ?? "", filter.office ?? "", filter.region ?? ""]
        return ([reader, filter.isOverdueOnly ? "overdue" : ""] + parts).joined(separator: "|")
    }

    private func question(on day: CalendarDate, _ facts: ReadingFacts, in db: Database) throws -> AgendaQuestion {
        var question = AgendaQuestion(asOf: day, until: day.adding(days: filter.isOverdueOnly ? -1 : filter.days))
        if !filter.topics.isEmpty { question.topics = try topics(facts.codes) }
        if let person = filter.person { question.person = try RecordFinder.find(person, of: Person.schema, home: facts.home, in: db).id }
        question.regions = try filter.region.map { try Territory(RecordFinder.code($0, of: Region.schema, in: db), in: db).all }
        question.office = try filter.office.map { try RecordFinder.code($0, of: Office.schema, in: db) }
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

internal import GRDB
internal import JBEMCore

/// Where dated duties of a topic come from: one query of the noun that knows them, entered in `NounStore.all`.
///
/// The query names `subject` (issued id or natural key), `title` (and `title_en` where that differs), `day`, `scope` (of the clock rule, or
/// NULL), `last_done`, `person` (id), `office`, `region`. It leaves out what is done, and may use `:as_of` and `:until`. Without a clock, `day` is the day on
/// which the duty is due; with one, the day from which the time limit runs.
struct AgendaSource: Sendable {
    /// A code of the list `agenda_topic`.
    let topic: String
    /// The topic of the clock rule that gives the time limit.
    let clock: String?
    /// What sets the day where no clock rule does.
    let basis: Localized
    let origin: Origin

    enum Origin: Sendable {
        case sql(String)
        /// Worked out where a query cannot; honours the whole question.
        case derived(@Sendable (AgendaQuestion, Database) throws -> [AgendaEntry])
    }

    init(_ topic: String, clock: String? = nil, basis: Localized = Localized("", ""), sql: String) {
        (self.topic, self.clock, self.basis, origin) = (topic, clock, basis, .sql(sql))
    }

    init(_ topic: String, basis: Localized, derived: @escaping @Sendable (AgendaQuestion, Database) throws -> [AgendaEntry]) {
        (self.topic, clock, self.basis, origin) = (topic, nil, basis, .derived(derived))
    }
}

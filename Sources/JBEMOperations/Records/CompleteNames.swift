internal import GRDB
package import JBEMCore
package import JBEMStore

/// Names from the store for a shell that completes them. What cannot be read is left out without a word: nobody wants messages while typing.
package enum CompleteNames {
    package static func records(of schema: RecordSchema, beginning typed: String, _ session: Session) -> [RecordName] {
        read(session) { store, db in try RecordNames.beginning(with: typed, of: schema, home: store.identity.office, in: db) }
    }

    /// The indicators of the plan in use.
    package static func indicators(_ session: Session) -> [RecordName] { read(session) { _, db in try RecordNames.indicators(in: db) } }

    /// The codes of a list.
    package static func codes(_ list: String, _ session: Session) -> [RecordName] {
        read(session) { _, db in try RecordNames.codes(list, in: db) }
    }

    private static func read(_ session: Session, _ body: (Store, Database) throws -> [RecordName]) -> [RecordName] {
        guard let store = try? session.open(.read) else { return [] }
        return (try? store.read { db in try body(store, db) }) ?? []
    }
}

internal import GRDB
package import JBEMCore
package import JBEMStore

/// Shows one record with everything that is derived for it.
package struct ShowRecord {
    package struct Output {
        package let record: RecordRow
        package let identity: StoreIdentity
        package let codes: CodeBook
        /// The unmasked personal fields, if they were asked for with a reason.
        package let revealed: [String: String]
    }

    let schema: RecordSchema
    let name: String
    let asOf: CalendarDate?
    let revealReason: String?
    let options: WriteOptions

    package init(_ schema: RecordSchema, _ name: String, asOf: CalendarDate?, revealReason: String? = nil, options: WriteOptions) {
        self.schema = schema
        self.name = name
        self.asOf = asOf
        self.revealReason = revealReason
        self.options = options
    }

    /// - Postcondition: revealing is in the journal before this returns.
    package func run(_ session: Session) throws -> Output {
        let store = try session.open(revealReason == nil ? .read : .write)
        let stored = try store.read { db in try RecordFinder.find(name, of: schema, home: store.identity.office, in: db) }
        var revealed: [String: String] = [:]
        if let revealReason, let id = stored.id, schema.privateTable != nil {
            var action = options.action(.reveal, in: session)
            action.note = revealReason
            action.arguments = [name]
            revealed = try store.perform(action) { db in try RecordStore.revealed(id, of: schema, in: db) }.value
        }
        return try store.read { db in
            let codes = try CodeBook.read(db)
            let day = asOf ?? session.today
            let found =
                try stored.id.map { try RecordStore.find(schema, id: $0, asOf: day, in: db) }
                ?? RecordStore.find(schema, key: schema.naturalKey.map { stored[$0] }, asOf: day, in: db)
            return Output(record: found ?? stored, identity: store.identity, codes: codes, revealed: revealed)
        }
    }
}

/// Shows what happened to one record, oldest first.
package struct RecordHistory {
    package struct Step: Sendable {
        package let change: Change
        package let operation: RowChange.Operation
        /// Field, before and after; only those that changed.
        package let fields: [(field: FieldDefinition, old: FieldValue, new: FieldValue)]
    }

    let schema: RecordSchema
    let name: String

    package init(_ schema: RecordSchema, _ name: String) {
        self.schema = schema
        self.name = name
    }

    package func run(_ session: Session) throws -> (steps: [Step], codes: CodeBook, home: Int64) {
        let store = try session.open(.read)
        return try store.read { db in
            let key = try historyKey(store.identity.office, db)
            let steps = try ChangeLog.history(table: schema.table, key: key, in: db).map { change, row in
                Step(change: change, operation: row.operation, fields: RecordHistory.fields(of: row, schema))
            }
            guard !steps.isEmpty else {
                throw Failure(.notFound, Localized("没有 “\(name)” 的记录", "there is no record of \"\(name)\""))
            }
            return (steps, try CodeBook.read(db), store.identity.office)
        }
    }

    /// A removed record still has its history, so an id is not looked up.
    private func historyKey(_ home: Int64, _ db: Database) throws -> [FieldValue] {
        if schema.identity == .issued, let id = RecordID(name, prefix: schema.prefix, home: home) { return [.integer(id.number)] }
        let record = try RecordFinder.find(name, of: schema, home: home, in: db)
        return schema.identity == .issued ? [.integer(record.id ?? 0)] : schema.naturalKey.map { record[$0] }
    }

    package static func fields(of row: RowChange, _ schema: RecordSchema) -> [(field: FieldDefinition, old: FieldValue, new: FieldValue)] {
        // Columns are in schema order; an issued id is column 0.
        let offset = schema.identity == .issued ? 1 : 0
        return schema.storedFields.enumerated().compactMap { index, field in
            let (old, new) = (row.old[index + offset], row.new[index + offset])
            switch row.operation {
            case .insert: return new == nil || new == .null ? nil : (field, .null, new!)
            case .delete: return old == nil || old == .null ? nil : (field, old!, .null)
            case .update: return new == nil ? nil : (field, old ?? .null, new!)
            }
        }
    }
}

internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Changes fields of one record.
package struct SetRecord {
    let schema: RecordSchema
    let name: String
    let assignments: [Assignment]
    let options: WriteOptions

    package init(_ schema: RecordSchema, _ name: String, _ assignments: [Assignment], options: WriteOptions) {
        self.schema = schema
        self.name = name
        self.assignments = assignments
        self.options = options
    }

    /// - Returns: a report with no change if every field had its value already.
    package func run(_ session: Session) throws -> WriteReport {
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = [name] + assignments.map { $0.journalText(schema) }
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db, for: schema), home: store.identity.office, today: session.today)
            let stored = try RecordFinder.find(name, of: schema, home: store.identity.office, in: db)
            let values = try Assignment.read(assignments, of: schema, in: context)
            return try RowFaults.asFailure {
                _ = try RecordWriter(schema, context: context, db: db).set(stored, values)
                return stored
            }
        }
        let text = FieldText(codes: CodeBook(), home: store.identity.office, language: session.language)
        let id = result.value.id.map { text.fullID($0, noun: schema.noun) } ?? name
        return WriteReport(change: result.change?.id, ids: [id], rows: result.rows, isDryRun: result.isDryRun)
    }
}

/// Removes records that nothing refers to; their numbers are not used again.
package struct RemoveRecords {
    let schema: RecordSchema
    let names: [String]
    let options: WriteOptions

    package init(_ schema: RecordSchema, _ names: [String], options: WriteOptions) {
        self.schema = schema
        self.names = names
        self.options = options
    }

    package func run(_ session: Session) throws -> WriteReport {
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = names
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            try names.map { name in
                let stored = try RecordFinder.find(name, of: schema, home: store.identity.office, in: db)
                do {
                    try RecordStore.delete(stored, of: schema, in: db)
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    let found = try RecordStore.referrers(of: stored, schema, in: db)
                    let hints = found.map { noun, field, count in
                        let list = "jbem \(noun) list --where \(field)=\(name)"
                        return Localized("\(noun) \(count) 条：\(list)", "\(noun): \(count), see \(list)")
                    }
                    throw Failure(
                        .data, Localized("\(name) 被其他记录引用，不能删除", "other records refer to \(name); it cannot be removed"),
                        hints: hints.isEmpty ? [Localized("先处理引用它的记录", "deal with the records that refer to it first")] : hints)
                }
                return stored.id.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) } ?? name
            }
        }
        return WriteReport(change: result.change?.id, ids: result.value, rows: result.rows, isDryRun: result.isDryRun)
    }
}

internal import GRDB
package import JBEMCore
package import JBEMStore

/// Lists the records of a noun, filtered and sorted, one by one.
package struct ListRecords {
    package struct Request: Sendable {
        package var filters: [String] = []
        package var sort: [String] = []
        package var limit: Int?
        package var offset = 0
        package var asOf: CalendarDate?
        package var since: CalendarDate?
        package var until: CalendarDate?
        /// Why personal fields are shown unmasked; `nil` keeps them masked.
        package var revealReason: String?

        package init() {}
    }

    /// What the rows need to be shown.
    package struct Heading {
        package let identity: StoreIdentity
        package let codes: CodeBook
    }

    let schema: RecordSchema
    let request: Request

    package init(_ schema: RecordSchema, _ request: Request) {
        self.schema = schema
        self.request = request
    }

    /// Hands over the heading, then each record.
    ///
    /// - Returns: the number of matching records, limit and offset aside.
    /// - Postcondition: revealing is in the journal before the first row is handed over.
    package func run(_ session: Session, begin: (Heading) throws -> Void, row: (RecordRow) throws -> Void) throws -> Int {
        let isRevealing = request.revealReason != nil && schema.privateTable != nil
        return try walk(session, for: isRevealing ? .write : .read) { heading, query, db in
            try begin(heading)
            var shown = 0
            try query.forEach(db) { record in
                shown += 1
                guard isRevealing, let id = record.id else { return try row(record) }
                var full = record
                for (name, text) in try RecordStore.revealed(id, of: schema, in: db) { full[name] = .text(text) }
                try row(full)
            }
            return request.limit == nil && request.offset == 0 ? shown : try query.count(db)
        }
    }

    /// Hands over the heading, then each row as it is stored: the id, where ids are issued, and some fields.
    package func run(
        _ session: Session, _ fields: [FieldDefinition], begin: (Heading) throws -> Void, row: (StoredRow) throws -> Void
    ) throws {
        try walk(session, for: .read) { heading, query, db in
            try begin(heading)
            try query.forEachRow(db, fields, row)
        }
    }

    private func walk<Value>(
        _ session: Session, for access: Store.Access, _ body: (Heading, RecordQuery, Database) throws -> Value
    ) throws -> Value {
        let store = try session.open(access)
        if access == .write {
            var action = WriteOptions(name: "\(schema.noun) list", arguments: request.filters).action(.reveal, in: session)
            action.note = request.revealReason
            _ = try store.perform(action) { _ in }
        }
        return try store.read { db in
            let codes = try CodeBook.read(db, for: schema)
            let context = ReadingContext(codes: codes, home: store.identity.office, today: session.today)
            var query = RecordQuery(schema: schema, asOf: request.asOf ?? session.today)
            for text in request.filters { query.add(try FilterReader.read(text, of: schema, in: context, db: db)) }
            try addTimeLimits(to: &query)
            for key in request.sort {
                let name = key.hasPrefix("-") ? String(key.dropFirst()) : key
                guard let field = name == "id" ? "id" : schema.field(matching: name)?.name else { throw schema.unknownField(name) }
                query.sort(by: field, descending: key.hasPrefix("-"))
            }
            query.limit = request.limit
            query.offset = request.offset
            return try body(Heading(identity: store.identity, codes: codes), query, db)
        }
    }

    private func addTimeLimits(to query: inout RecordQuery) throws {
        guard request.since != nil || request.until != nil else { return }
        guard let field = schema.timeField else {
            throw Failure(
                .usage,
                Localized("\(schema.label.zh)没有时间字段，不能用 --since 和 --until", "\(schema.label.en) has no time field for --since and --until"))
        }
        if let since = request.since { query.add(Filter(field: field, comparison: .greaterOrEqual, values: [since.fieldValue])) }
        if let until = request.until { query.add(Filter(field: field, comparison: .lessOrEqual, values: [until.fieldValue])) }
    }
}

extension FilterReader {
    /// Reads one filter; records named by their natural key are looked up in the store.
    static func read(_ text: String, of schema: RecordSchema, in context: ReadingContext, db: Database) throws -> Filter {
        try read(text, of: schema, in: context) { noun, key in try RecordStore.resolve(noun: noun, text: key, in: db) }
    }
}

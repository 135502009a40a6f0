internal import GRDB
package import JBEMCore
package import JBEMStore

/// Lists the newest changes.
package struct ListChanges {
    let since: Int64?
    let first: CalendarDate?
    let limit: Int?

    /// - Parameters:
    ///   - since: only changes after this one.
    ///   - first: only changes of this day and later ones.
    package init(since: Int64? = nil, from first: CalendarDate? = nil, limit: Int?) {
        (self.since, self.first, self.limit) = (since, first, limit)
    }

    package func run(_ session: Session) throws -> [Change] {
        try session.open(.read).read { db in
            try ChangeLog.list(since: since, from: first.map { Instant($0) }, limit: limit, in: db)
        }
    }
}

/// Shows one change with every field it touched.
package struct ShowChange {
    package struct Row: Sendable {
        package let schema: RecordSchema?
        package let table: String
        package let name: String
        /// The name with own ids in short form, for people.
        package let shortName: String
        package let operation: RowChange.Operation
        package let fields: [(field: FieldDefinition, old: FieldValue, new: FieldValue)]
    }

    package struct Output: Sendable {
        package let change: Change
        package let rows: [Row]
        package let codes: CodeBook
        package let home: Int64
    }

    let id: Int64
    let limit: Int?

    /// - Parameter limit: rows at most; a large import has very many.
    package init(_ id: Int64, limit: Int? = nil) { (self.id, self.limit) = (id, limit) }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        return try store.read { db in
            let change = try ChangeLog.find(id, in: db)
            let rows = try ChangeLog.rows(of: id, limit: limit, in: db).map { row in
                let schema = Catalog.schemas.first { $0.table == row.table }
                let key = schema?.keyText(row.key) ?? row.key.map { $0.text ?? $0.integer.map(String.init) ?? "" }.joined(separator: " ")
                return Row(
                    schema: schema, table: row.table, name: key, shortName: schema?.keyText(row.key, home: store.identity.office) ?? key,
                    operation: row.operation, fields: schema.map { RecordHistory.fields(of: row, $0) } ?? [])
            }
            return Output(change: change, rows: rows, codes: try CodeBook.read(db), home: store.identity.office)
        }
    }
}

/// Checks the change chain.
package struct VerifyLog {
    let replay: Bool
    let anchor: String?

    /// - Parameter anchor: a copy of the anchor file that was kept elsewhere.
    package init(replay: Bool, anchor: String? = nil) { (self.replay, self.anchor) = (replay, anchor) }

    package func run(_ session: Session) throws -> Store.Verification {
        let copy = try anchor.map { String(decoding: try session.readFile($0), as: UTF8.self) }
        return try session.open(.read).verify(replay: replay, anchorCopy: copy)
    }
}

/// Takes a change back, or redoes what was taken back.
package struct TakeBackChange {
    package enum Direction: Sendable {
        case undo, redo
    }

    package struct Output: Sendable {
        /// The change that was taken back.
        package let target: Change
        package let report: WriteReport
    }

    let direction: Direction
    let id: Int64?
    let options: WriteOptions

    package init(_ direction: Direction, _ id: Int64?, options: WriteOptions) {
        self.direction = direction
        self.id = id
        self.options = options
    }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.write)
        let action = options.action(in: session)
        let result =
            switch direction {
            case .undo: try store.undo(id, action: action, dryRun: options.isDryRun)
            case .redo: try store.redo(action: action, dryRun: options.isDryRun)
            }
        let report = WriteReport(change: result.change?.id, ids: [], rows: result.rows, isDryRun: result.isDryRun)
        return Output(target: result.value, report: report)
    }
}

/// Brings an older store up to date.
package struct MigrateStore {
    package init() {}

    /// - Returns: the versions before and after.
    package func run(_ session: Session) throws -> (from: Int, to: Int) {
        try session.refuseWriting()
        return try Store.migrate(session.storePath, lockTimeout: session.lockTimeout)
    }
}

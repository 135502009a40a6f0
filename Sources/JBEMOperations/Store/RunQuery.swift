internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// A value of a free query.
package enum QueryValue: Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// Hexadecimal digits.
    case blob(String)
}

/// Runs one read-only SQL statement.
package struct RunQuery {
    let sql: String
    let seconds: Int

    package init(_ sql: String, seconds: Int) {
        self.sql = sql
        self.seconds = seconds
    }

    /// Hands over the column names and whether the store is a sample, then each row.
    ///
    /// - Throws: `.usage` for a time limit that is none, and what ``StoreQuery`` refuses.
    package func run(_ session: Session, begin: ([String], Bool) throws -> Void, row: ([QueryValue]) throws -> Void) throws {
        guard (1...3600).contains(seconds) else {
            throw Failure(.usage, Localized("时限须在 1 到 3600 秒之间", "the time limit must be 1…3600 seconds"), at: .init(field: "--timeout"))
        }
        let words = Localized("查询超过 \(seconds) 秒，已停止", "the query took more than \(seconds) s and was stopped")
        // SQLite looks at the clock between steps only: what hangs in one is ended a little later.
        session.boundProcess(seconds + 2, "jbem: \(words.text(session.language))\n")
        defer { session.boundProcess(0, "") }
        let store = try session.open(.read)
        try StoreQuery.run(
            sql, path: session.storePath, seconds: seconds, columns: { try begin($0, store.identity.isSample) },
            row: { values in
                try row(
                    values.map { value in
                        switch value.storage {
                        case .null: .null
                        case .int64(let number): .integer(number)
                        case .double(let number): .real(number)
                        case .string(let text): .text(text)
                        case .blob(let data): .blob(Hexadecimal.text(data))
                        }
                    })
            })
    }
}

internal import CSQLiteSession
package import GRDB
internal import Glibc
internal import JBEMCore

/// A question in SQL, asked on a connection of its own that can read the record tables and nothing else.
///
/// Personal tables and stored changesets are not on the allow-list. One statement, read-only, limited in time.
package enum StoreQuery {
    /// Functions a query may call.
    static let functions = [
        "abs", "avg", "ceil", "ceiling", "char", "coalesce", "count", "cume_dist", "date", "datetime", "dense_rank", "exp", "first_value",
        "floor", "format", "gb18030", "glob", "group_concat", "hex", "ifnull", "iif", "instr", "json", "json_array", "json_array_length",
        "json_extract", "json_group_array", "json_group_object", "json_object", "json_quote", "json_type", "json_valid", "julianday", "lag",
        "last_value", "lead", "length", "like", "likelihood", "ln", "log", "lower", "ltrim", "max", "min", "mod", "nth_value", "ntile",
        "nullif", "percent_rank", "pow", "power", "printf", "rank", "replace", "round", "row_number", "rtrim", "sign", "sqrt",
        "strftime", "substr", "substring", "sum", "time", "total", "trim", "trunc", "typeof", "unicode", "unixepoch", "upper",
    ]

    /// Tables a query may read.
    static var tables: [String] { RecordTables.current.open + ["change", "store", "sqlite_schema", "sqlite_master"] }

    /// Runs one statement and hands over its rows.
    ///
    /// - Parameter seconds: time limit of the whole query.
    /// - Throws: `.usage` for anything but one reading statement of allowed tables and functions.
    package static func run(
        _ sql: String, path: String, seconds: Int = 60, columns: ([String]) throws -> Void, row: ([DatabaseValue]) throws -> Void
    ) throws {
        var configuration = Store.configuration(lockTimeout: 10)
        configuration.readonly = true
        let queue = try Store.translatingErrors(at: path) { try DatabaseQueue(path: path, configuration: configuration) }
        // The names must outlive the connection; the process ends with the query.
        let tableNames = cStrings(tables)
        let functionNames = cStrings(functions)
        try queue.unsafeRead { db in
            let connection = UnsafeMutableRawPointer(db.sqliteConnection!)
            // SQLITE_LIMIT_LENGTH, SQL_LENGTH, EXPR_DEPTH, COMPOUND_SELECT, VDBE_OP, LIKE_PATTERN_LENGTH
            for (category, value) in [(0, 16 << 20), (1, 100_000), (3, 200), (4, 50), (5, 250_000), (8, 1000)] {
                _ = jbem_connection_limit(connection, Int32(category), Int32(value))
            }
            let others = try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema").subtracting(tables)
            jbem_connection_allow(connection, tableNames, cStrings(others.sorted()), functionNames)
            do {
                let statement = try db.makeStatement(sql: sql)
                guard statement.isReadonly else { throw refusal(Localized("只能查询", "only reading is possible")) }
                jbem_connection_deadline(connection, Int32(seconds * 1000))
                try columns(statement.columnNames)
                let cursor = try Row.fetchCursor(statement)
                while let next = try cursor.next() { try row(Array(next.databaseValues)) }
            } catch let error as DatabaseError {
                let refused = String(cString: jbem_connection_refused())
                if !refused.isEmpty { throw refusal(Localized("不允许读取 \(refused)", "reading \(refused) is not allowed")) }
                if error.resultCode == .SQLITE_INTERRUPT {
                    throw Failure(.io, Localized("查询超过 \(seconds) 秒，已停止", "the query took more than \(seconds) s and was stopped"))
                }
                throw Failure(.usage, Localized("查询有误：\(error.message ?? "")", "the query is not valid: \(error.message ?? "")"))
            }
        }
    }

    private static func refusal(_ reason: Localized) -> Failure {
        Failure(
            .usage, reason, hints: [Localized("query 只接受一条 SELECT，个人信息表不可读", "query takes one SELECT; the personal tables cannot be read")])
    }

    private static func cStrings(_ texts: [String]) -> UnsafeMutablePointer<UnsafePointer<CChar>?> {
        let array = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { array[index] = UnsafePointer(strdup(text)) }
        array[texts.count] = nil
        return array
    }
}

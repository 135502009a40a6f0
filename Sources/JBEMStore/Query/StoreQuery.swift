internal import CSQLiteSession
package import GRDB
internal import Glibc
internal import JBEMCore

/// A question in SQL, asked on a connection of its own that can read the record tables and nothing else.
///
/// Personal tables and stored changesets are not on the allow-list. One statement, read-only, limited in time, memory and the size of
/// its values and rows.
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

    /// Bytes that SQLite may hold while a query runs in a process of its own.
    private static let memoryLimit: Int64 = 256 << 20
    /// Bytes of one value; what functions cost grows with the square of it.
    private static let valueLimit = 1 << 20
    /// Bytes of one row.
    private static let rowLimit = 8 << 20
    /// SQLITE_LIMIT_LENGTH, SQL_LENGTH, COLUMN, EXPR_DEPTH, COMPOUND_SELECT, VDBE_OP, ATTACHED, LIKE_PATTERN_LENGTH
    private static let limits = [
        (0, valueLimit), (1, 100_000), (2, 500), (3, 200), (4, 50), (5, 250_000), (7, 0), (8, 200),
    ]

    /// Bounds this process from now on, to be called before a query; 0 seconds lift the bounds.
    ///
    /// - Parameters:
    ///   - seconds: after so many the process ends, wherever it is.
    ///   - words: what it says then.
    package static func boundProcess(seconds: Int, words: String) {
        jbem_process_bound(Int32(seconds), seconds > 0 ? memoryLimit : 0, words, Failure.Kind.io.exitCode)
    }

    /// Runs one statement and hands over its rows.
    ///
    /// - Parameter seconds: time limit of the whole query.
    /// - Throws: `.usage` for anything but one reading statement of allowed tables and functions, or for too large a value or row; `.io`
    ///   past the limit of time or memory.
    package static func run(
        _ sql: String, path: String, seconds: Int = 60, columns: ([String]) throws -> Void, row: ([DatabaseValue]) throws -> Void
    ) throws {
        var configuration = Store.configuration(lockTimeout: 10)
        configuration.readonly = true
        // Sorts and intermediate tables would fill the disk.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
        let queue = try Store.translatingErrors(at: path) { try DatabaseQueue(path: path, configuration: configuration) }
        // The names must outlive the connection; the process ends with the query.
        let tableNames = cStrings(tables)
        let functionNames = cStrings(functions)
        try queue.unsafeRead { db in
            let connection = UnsafeMutableRawPointer(db.sqliteConnection!)
            for (category, value) in limits { _ = jbem_connection_limit(connection, Int32(category), Int32(value)) }
            let pages = try readablePages(db)
            let others = try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema").subtracting(tables)
            jbem_connection_allow(connection, tableNames, cStrings(others.sorted()), functionNames)
            do {
                let statement = try db.makeStatement(sql: sql)
                guard statement.isReadonly else { throw refusal(Localized("只能查询", "only reading is possible")) }
                try checkPages(sql, statement, db, pages)
                jbem_connection_deadline(connection, Int32(seconds * 1000))
                try columns(statement.columnNames)
                let cursor = try Row.fetchCursor(statement)
                while let next = try cursor.next() {
                    try checkSize(statement)
                    try row(Array(next.databaseValues))
                }
            } catch let error as DatabaseError {
                let refused = String(cString: jbem_connection_refused())
                if tables.contains(refused) { throw refusal(Localized("只能查询", "only reading is possible")) }
                if !refused.isEmpty { throw refusal(Localized("不允许读取 \(refused)", "reading \(refused) is not allowed")) }
                if error.resultCode == .SQLITE_INTERRUPT {
                    throw Failure(.io, Localized("查询超过 \(seconds) 秒，已停止", "the query took more than \(seconds) s and was stopped"))
                }
                if error.resultCode == .SQLITE_NOMEM {
                    let size = memoryLimit >> 20
                    throw Failure(
                        .io, Localized("查询要用的内存超过 \(size) MiB，已停止", "the query took more than \(size) MiB of memory and was stopped"))
                }
                throw invalid(error.message ?? "")
            }
        }
    }

    /// The first pages of the tables that may be read and of their indexes, and the names of all others.
    private static func readablePages(_ db: Database) throws -> (allowed: Set<Int>, others: [Int: String]) {
        let rows = try Row.fetchAll(db, sql: "SELECT tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0")
        let names = Dictionary(rows.map { ($0["rootpage"] as Int, $0["tbl_name"] as String) }, uniquingKeysWith: { first, _ in first })
        let readable = Set(tables)
        return (Set(names.filter { readable.contains($0.value) }.keys).union([1]), names.filter { !readable.contains($0.value) })
    }

    /// Looks at what the prepared statement opens: the authorizer never hears of the columns that `USING` and `NATURAL` join by, and who
    /// may join a personal table by a number can find the number.
    private static func checkPages(
        _ sql: String, _ statement: Statement, _ db: Database, _ pages: (allowed: Set<Int>, others: [Int: String])
    ) throws {
        // An explanation opens nothing, and cannot be explained.
        guard jbem_statement_explains(UnsafeMutableRawPointer(statement.sqliteStatement)) == 0 else { return }
        for step in try Row.fetchAll(db, sql: "EXPLAIN " + sql)
        where ["OpenRead", "OpenWrite", "ReopenIdx"].contains(step["opcode"] as String) {
            let page: Int = step["p2"]
            guard (step["p3"] as Int) != 0 || !pages.allowed.contains(page) else { continue }
            let name = pages.others[page] ?? "?"
            throw refusal(Localized("不允许读取 \(name)", "reading \(name) is not allowed"))
        }
    }

    /// Before the row is copied: each format holds it several times.
    private static func checkSize(_ statement: Statement) throws {
        let pointer = UnsafeMutableRawPointer(statement.sqliteStatement)
        let size = (0..<statement.columnCount).reduce(0) { $0 + Int(jbem_statement_column(pointer, Int32($1)).count) }
        guard size > rowLimit else { return }
        throw Failure(.usage, Localized("一行超过 \(rowLimit >> 20) MiB", "a row is larger than \(rowLimit >> 20) MiB"))
    }

    /// What SQLite or its wrapper says of a text that is no query.
    private static func invalid(_ message: String) -> Failure {
        if message.hasPrefix("Multiple statements") { return refusal(Localized("一次一条语句", "one statement at a time")) }
        let failure = Failure(.usage, Localized("查询有误：\(message)", "the query is not valid: \(message)"))
        guard message.hasPrefix("no such table: ") else { return failure }
        let close = ListSuggestion.hint(for: String(message.dropFirst("no such table: ".count)), among: tables)
        return Failure(
            .usage, failure.message,
            hints: [close ?? Localized("表：\(tables.joined(separator: " "))", "tables: \(tables.joined(separator: " "))")])
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

internal import GRDB

/// A row of a query whose columns were found by their names once for all rows, not for each value.
struct NamedRow {
    private let row: Row
    private let places: [String: Int]

    /// All rows of a query.
    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments = StatementArguments()) throws -> [NamedRow] {
        let statement = try db.makeStatement(sql: sql)
        let places = Dictionary(statement.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return try Row.fetchAll(statement, arguments: arguments).map { NamedRow(row: $0, places: places) }
    }

    private func place(_ name: String) -> Int {
        guard let place = places[name] else { preconditionFailure("no column \(name)") }
        return place
    }

    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ name: String) -> Value { row[place(name)] }
}

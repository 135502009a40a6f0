import GRDB
import JBEMCore

/// The rows of the recorded tables as text, for comparing states.
enum StoreDump {
    /// The recorded tables, personal ones included, in a fixed order.
    static var tables: [String] {
        (Catalog.schemas.flatMap { [$0.table] + ($0.privateTable.map { [$0] } ?? []) } + ["setting"]).sorted()
    }

    static func text(_ db: Database) throws -> String {
        try tables.map { table in
            let columns = try db.columns(in: table).map { "\"\($0.name)\"" }.joined(separator: ", ")
            let rows = try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table) ORDER BY \(columns)")
            return "\(table)\n" + rows.map { "  " + $0.databaseValues.map(\.description).joined(separator: "|") + "\n" }.joined()
        }.joined()
    }

    static func rowCount(_ db: Database) throws -> Int {
        try tables.reduce(0) { try $0 + (Int.fetchOne(db, sql: "SELECT count(*) FROM \($1)") ?? 0) }
    }
}

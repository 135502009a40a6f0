internal import GRDB

extension Database {
    /// Gives an empty temporary table of this name.
    ///
    /// It is made only where it is missing: making one, `IF NOT EXISTS` too, throws away all statements that are kept prepared.
    func emptyTemporary(_ name: String, _ definition: String) throws {
        let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_temp_schema WHERE name = ?)"
        guard try Bool.fetchOne(cachedStatement(sql: sql), arguments: [name]) == true else {
            return try execute(sql: "CREATE TEMP TABLE \(name) \(definition)")
        }
        try cachedStatement(sql: "DELETE FROM temp.\(name)").execute()
    }
}

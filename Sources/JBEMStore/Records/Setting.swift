package import GRDB
internal import JBEMCore

/// A choice kept in the store and recorded like any record.
package enum Setting: String, Sendable, CaseIterable {
    /// The key of the plan that the indicators are read from.
    case plan

    package func value(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [rawValue])
    }

    package func set(_ value: String, in db: Database) throws {
        try db.execute(
            sql:
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            arguments: [rawValue, value])
    }
}

package import GRDB
internal import JBEMCore

/// A step of the store's schema; frozen once released.
///
/// A step on recorded tables only appends columns. What `rows` does to records is itself a change of kind `migration`.
package struct Migration: Sendable {
    package let version: Int
    package let title: String
    package let sql: String
    package let rows: (@Sendable (Database) throws -> Void)?

    package init(version: Int, title: String, sql: String, rows: (@Sendable (Database) throws -> Void)? = nil) {
        self.version = version
        self.title = title
        self.sql = sql
        self.rows = rows
    }

    package static let all: [Migration] = [.foundation, .victims, .risk, .hazards, .duties, .inspection, .stock, .allocation]

    /// What ``Store/structureDigest(_:)`` gives for a store of the newest version; a test says what it has to be.
    static let structureDigest = "6b65f4f9e097d7f1c85cd76c1f73993dd3394c5f308ce24665f58374238e17d0"
}

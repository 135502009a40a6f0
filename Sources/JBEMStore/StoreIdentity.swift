internal import GRDB
internal import JBEMCore

/// What was fixed when the store was made.
package struct StoreIdentity: Sendable, Equatable {
    package let uuid: String
    /// The office number that this store's ids begin with, 1…999 999 999.
    package let office: Int64
    /// A store of synthetic data only.
    package let isSample: Bool
    package let createdAt: String

    static func read(_ db: Database) throws -> StoreIdentity {
        func value(_ key: String) throws -> String {
            guard let text = try String.fetchOne(db, sql: "SELECT value FROM store WHERE key = ?", arguments: [key]) else {
                throw Failure(.data, Localized("存储缺少身份信息 \(key)", "the store lacks its identity value \(key)"))
            }
            return text
        }
        return try StoreIdentity(
            uuid: value("uuid"), office: Int64(value("office")) ?? 0, isSample: value("is_sample") == "1", createdAt: value("created_at"))
    }
}

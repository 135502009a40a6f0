internal import GRDB
internal import JBEMCore

/// An entry of the change journal.
package struct Change: Sendable, Equatable {
    package let id: Int64
    package let storeUUID: String
    package let at: String
    package let actor: String
    package let osUser: String
    package let host: String
    package let kind: String
    package let action: String
    package let arguments: String
    package let note: String?
    package let schemaVersion: Int64
    /// Tables touched, comma-separated.
    package let tables: String
    /// Rows touched, private rows not counted.
    package let rows: Int64
    package let previousHash: String
    package private(set) var hash: String
    package let undoes: Int64?

    init(row: Row) {
        id = row["id"]
        storeUUID = row["store_uuid"]
        at = row["at"]
        actor = row["actor"]
        osUser = row["os_user"]
        host = row["host"]
        kind = row["kind"]
        action = row["action"]
        arguments = row["arguments"]
        note = row["note"]
        schemaVersion = row["schema_version"]
        tables = row["tables"]
        rows = row["rows"]
        previousHash = row["previous_hash"]
        hash = row["hash"]
        undoes = row["undoes"]
    }

    init(
        id: Int64, storeUUID: String, action: Action, schemaVersion: Int64, tables: [String], rows: Int64, previousHash: String,
        parts: [ChangePart]
    ) {
        self.id = id
        self.storeUUID = storeUUID
        at = action.origin.at.description
        actor = action.origin.actor
        osUser = action.origin.osUser
        host = action.origin.host
        kind = action.kind.rawValue
        self.action = action.name
        arguments = action.arguments.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
        note = action.note
        self.schemaVersion = schemaVersion
        self.tables = tables.joined(separator: ",")
        self.rows = rows
        self.previousHash = previousHash
        undoes = action.undoes
        hash = ""
        hash = ChangeChain.hash(
            fields: hashedFields, previous: previousHash, parts: parts.map { ($0.name, $0.digest) })
    }

    func insert(_ db: Database) throws {
        let values: [(column: String, value: (any DatabaseValueConvertible)?)] = [
            ("id", id), ("store_uuid", storeUUID), ("at", at), ("actor", actor), ("os_user", osUser), ("host", host), ("kind", kind),
            ("action", action), ("arguments", arguments), ("note", note), ("schema_version", schemaVersion), ("tables", tables),
            ("rows", rows), ("previous_hash", previousHash), ("hash", hash), ("undoes", undoes),
        ]
        let (names, marks) = (values.map(\.column).joined(separator: ", "), values.map { _ in "?" }.joined(separator: ", "))
        try db.cachedStatement(sql: "INSERT INTO change (\(names)) VALUES (\(marks))")
            .execute(arguments: StatementArguments(values.map(\.value)))
    }

    /// The fields of the entry as the hash takes them, in their order.
    var hashedFields: [String] {
        [
            String(id), storeUUID, at, actor, osUser, host, kind, action, arguments, note ?? "", String(schemaVersion), tables,
            String(rows),
            undoes.map(String.init) ?? "",
        ]
    }
}

/// A changeset of a change: `public` for record tables, then `public.00001` and so on for a large one, `private` for personal fields.
struct ChangePart: Sendable {
    static let personal = "private"

    let name: String
    let digest: String
    /// `nil` while the bytes are put aside, or once they were purged.
    let bytes: [UInt8]?

    init(name: String, bytes: [UInt8]) { self.init(name: name, digest: ChangeChain.digest(bytes), bytes: bytes) }

    init(name: String, digest: String, bytes: [UInt8]?) { (self.name, self.digest, self.bytes) = (name, digest, bytes) }

    /// The name of an open part by its place.
    static func open(_ index: Int) -> String {
        let number = String(index)
        return index == 0 ? "public" : "public." + String(repeating: "0", count: max(0, 5 - number.count)) + number
    }
}

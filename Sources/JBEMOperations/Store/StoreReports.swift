internal import GRDB
package import JBEMCore
package import JBEMStore

/// What a store is and holds.
package struct StoreInfo {
    package struct Output: Sendable {
        package let path: String
        package let identity: StoreIdentity
        package let schemaVersion: Int
        package let head: ChangeHead?
        package let plan: String?
        /// Number of records by noun.
        package let counts: [(noun: String, label: Localized, count: Int)]
        package let bytes: Int
    }

    package init() {}

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        return try store.read { db in
            let counts = try Catalog.schemas.map { schema in
                (noun: schema.noun, label: schema.label, count: try RecordStore.count(schema, in: db))
            }
            return Output(
                path: session.storePath, identity: store.identity, schemaVersion: store.schemaVersion, head: try ChangeLog.head(db),
                plan: try Setting.plan.value(db), counts: counts, bytes: try RecordStore.bytes(db))
        }
    }
}

/// Looks for damage: SQLite's own checks, references, the change chain.
package struct CheckStore {
    package struct Output: Sendable {
        /// Name of the check and what it found; empty findings mean sound.
        package let checks: [(name: Localized, findings: [String])]
        package var isSound: Bool { checks.allSatisfy { $0.findings.isEmpty } }
    }

    package init() {}

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let database = try store.read { db in
            [
                (Localized("数据库完整性", "database integrity"), try RecordStore.integrityFindings(db)),
                (
                    Localized("引用", "references"),
                    try RecordStore.referenceFindings(db) + CodeInvariant.findings(db).map { $0.text(session.language) }
                ),
            ]
        }
        let structure = try store.structureFindings().map { $0.text(session.language) }
        let verification = try store.verify(replay: true)
        let chain = verification.broken.map { ["\($0.change): \($0.reason.text(session.language))"] } ?? verification.differences ?? []
        return Output(
            checks: database + [
                (Localized("结构与编号", "structure and numbers"), structure), (Localized("改动链与重放", "change chain and replay"), chain),
            ])
    }
}

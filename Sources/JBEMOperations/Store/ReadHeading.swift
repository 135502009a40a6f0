internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Whose store it is and which plan it follows: what stands above a screen or a page.
package struct ReadHeading {
    package struct Output: Sendable {
        /// The office of the store, by name where it is among the offices.
        package let office: Localized
        /// Name of the plan in use; `nil` without one.
        package let plan: Localized?
        package let isSample: Bool
        /// Number and hash of the newest change.
        package let head: (id: Int64, hash: String)?
    }

    package init() {}

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        return try store.read { db in
            let code = String(store.identity.office)
            let head = try ChangeLog.head(db)
            return Output(
                office: try OfficeNames.read(db)[code] ?? Localized("单位 \(code)", "office \(code)"),
                plan: try Setting.plan.value(db).map { try PlanStore.name($0, in: db) }, isSample: store.identity.isSample,
                head: head.map { ($0.id, $0.hash) })
        }
    }
}

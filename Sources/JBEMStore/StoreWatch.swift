internal import JBEMCore

/// Notices that another process committed to a store, or that another file took its place.
package final class StoreWatch {
    private let kept: KeptStore
    private var seen: (store: Store, version: Int64)?

    /// Watches the store at `path`, whether it is there yet or not.
    package init(_ path: String) { kept = KeptStore(path, lockTimeout: 0) }

    /// Tells whether anything changed since it was last asked; the first answer is yes.
    ///
    /// Waits for nobody: a store that is busy counts as unchanged until it can be asked.
    ///
    /// - Throws: what opening the store says, as long as it cannot be opened.
    package func look() throws -> Bool {
        do {
            let store = try kept.store()
            let version = try store.dataVersion()
            defer { seen = (store, version) }
            return seen?.store !== store || seen?.version != version
        } catch let failure as Failure where failure.kind == .busy {
            return false
        } catch {
            seen = nil
            throw error
        }
    }
}

internal import GRDB
internal import Glibc
internal import JBEMCore

/// Notices that another process committed to a store, or that another file took its place.
package final class StoreWatch {
    private struct File: Equatable {
        let device: dev_t
        let number: ino_t
    }

    private let path: String
    private var store: Store?
    private var file: File?
    private var version: Int64?

    /// Watches the store at `path`, whether it is there yet or not.
    package init(_ path: String) { self.path = path }

    /// Tells whether anything changed since it was last asked; the first answer is yes.
    ///
    /// Waits for nobody: a store that is busy counts as unchanged until it can be asked.
    ///
    /// - Throws: what opening the store says, as long as it cannot be opened.
    package func look() throws -> Bool {
        let now = identity()
        if store == nil || now != file {
            (store, version) = (nil, nil)
            store = try Store.open(path, for: .read, lockTimeout: 0)
            file = now
        }
        do {
            let found = try Store.translatingErrors {
                try store?.queue.inDatabase { db in try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) }
            }
            defer { version = found }
            return found != version
        } catch let failure as Failure where failure.kind == .busy {
            return false
        }
    }

    private func identity() -> File? {
        var status = stat()
        return lstat(path, &status) == 0 ? File(device: status.st_dev, number: status.st_ino) : nil
    }
}

internal import GRDB
internal import Glibc
internal import JBEMCore

/// A store that stays open for a program that uses it again and again, and is opened anew where another file took its place or another
/// program changed its structure.
///
/// For one thread at a time.
package final class KeptStore {
    private struct File: Equatable {
        let device: dev_t
        let number: ino_t
    }

    private let path: String
    private let lockTimeout: Double
    private var kept: (store: Store, file: File, structure: [Int64])?

    /// Keeps the store at `path`, whether it is there yet or not.
    ///
    /// - Parameter lockTimeout: seconds to wait for a store that is busy.
    package init(_ path: String, lockTimeout: Double) { (self.path, self.lockTimeout) = (path, lockTimeout) }

    /// The open store; before a write it is checked again.
    ///
    /// - Throws: what opening it says, as long as it cannot be opened.
    package func store(for access: Store.Access = .read) throws -> Store {
        let file = identity()
        if let kept, kept.file == file, try kept.store.structureVersion() == kept.structure {
            if access == .write { try kept.store.checkAgain() }
            return kept.store
        }
        kept = nil
        let store = try Store.open(path, for: access, lockTimeout: lockTimeout)
        if let file { kept = (store, file, try store.structureVersion()) }
        return store
    }

    /// Gives back what the store keeps in memory to be fast.
    package func releaseMemory() { kept?.store.queue.releaseMemory() }

    private func identity() -> File? {
        var status = stat()
        return lstat(path, &status) == 0 ? File(device: status.st_dev, number: status.st_ino) : nil
    }
}

extension Store {
    /// What changes with every change of the structure: our number and SQLite's.
    fileprivate func structureVersion() throws -> [Int64] { [try pragma("user_version"), try pragma("schema_version")] }

    /// The number that changes with every commit of another connection.
    func dataVersion() throws -> Int64 { try pragma("data_version") }

    /// A pragma on its own, outside of a transaction: the least that can be asked.
    private func pragma(_ name: String) throws -> Int64 {
        try Store.translatingErrors(at: path) {
            try queue.inDatabase { db in try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA \(name)")) ?? 0 }
        }
    }
}

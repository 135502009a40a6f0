internal import CSQLiteSession
internal import GRDB
internal import Glibc
internal import JBEMCore

/// What the machine is like around a store.
package struct StoreSurroundings: Sendable {
    /// Bytes of the store with its write-ahead log, and what is free beside it for this user.
    package let storeBytes: Int64
    package let freeBytes: Int64
    /// Name of the file system, or its number.
    package let fileSystem: String
    package let isShared: Bool
    /// Files of the store that everyone may read or write.
    package let openToAll: [String]

    /// The library that the program runs with: `3.40.1` is 3040001.
    package static var sqliteVersion: (text: String, number: Int) {
        (String(cString: jbem_sqlite_version()), Int(jbem_sqlite_version_number()))
    }

    private static let fileSystems: [Int64: String] = [
        0xEF53: "ext4", 0x5846_5342: "xfs", 0x9123_683E: "btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlay", 0x2FC1_2FC1: "zfs",
        0xF2F5_2010: "f2fs",
    ]

    package static func of(_ path: String) throws -> StoreSurroundings {
        var (bytes, open, isShared) = (Int64(0), [String](), false)
        for ending in ["", "-wal", "-shm", ".anchor", ".lock", ".backups"] {
            var status = stat()
            guard stat(path + ending, &status) == 0 else { continue }
            if ending == "" || ending == "-wal" { bytes += Int64(status.st_size) }
            if status.st_mode & 0o007 != 0 { open.append(path + ending) }
            if ending.isEmpty { isShared = status.st_mode & 0o060 != 0 }
        }
        var room = statvfs()
        guard statvfs(path, &room) == 0 else { throw SystemFailure.last(path) }
        let kind = jbem_file_system(path)
        return StoreSurroundings(
            storeBytes: bytes, freeBytes: Int64(room.f_bavail) * Int64(room.f_frsize),
            fileSystem: fileSystems[kind] ?? "0x" + String(kind, radix: 16), isShared: isShared, openToAll: open)
    }
}

extension Store {
    package func hasAnchor() throws -> Bool { try anchor.head() != nil }
}

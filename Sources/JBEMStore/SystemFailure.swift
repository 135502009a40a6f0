internal import Glibc
package import JBEMCore

/// Turns what the system says into a `Failure`.
package enum SystemFailure {
    /// The failure that `errno` stands for, with the path it happened at.
    package static func last(_ path: String) -> Failure { failure(errno, path) }

    static func failure(_ code: Int32, _ path: String) -> Failure {
        let kind: Failure.Kind =
            switch code {
            case ENOENT: .notFound
            case EACCES, EPERM, EROFS: .permission
            case EEXIST, ENOTDIR, EISDIR: .cannotCreate
            default: .io
            }
        return Failure(kind, Localized("\(path)：", "\(path): ") + (code == ENOSPC ? diskFull(path) : reason(code)))
    }

    /// What an error number says.
    package static func reason(_ code: Int32) -> Localized {
        switch code {
        case ENOENT: Localized("没有这个文件", "no such file")
        case EACCES, EPERM: Localized("没有权限", "permission denied")
        case EEXIST: Localized("已存在", "it exists")
        case EISDIR: Localized("是文件夹", "it is a folder")
        case ENOTDIR: Localized("上级不是文件夹", "its parent is not a folder")
        case EROFS: Localized("文件系统只读", "the file system is read-only")
        case ENOSPC: Localized("磁盘已满", "the disk is full")
        case EDQUOT: Localized("磁盘配额已满", "the disk quota is used up")
        case EIO: Localized("输入输出出错", "input/output error")
        default: Localized(verbatim: String(cString: strerror(code)))
        }
    }

    /// That the disk is full, and how much it has left where the path is.
    static func diskFull(_ path: String) -> Localized { reason(ENOSPC) + room(path) }

    /// How much the disk has left where the path is.
    static func room(_ path: String) -> Localized {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        var room = statvfs()
        guard statvfs(folder.isEmpty ? "/" : folder, &room) == 0 else { return Localized("", "") }
        let bytes = Int64(room.f_bavail) * Int64(room.f_frsize)
        return Localized("（还剩 \(bytes) 字节）", " (\(bytes) bytes are left)")
    }
}

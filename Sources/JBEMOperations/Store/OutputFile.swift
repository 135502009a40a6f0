internal import Glibc
internal import JBEMCore
internal import JBEMStore

/// Files that appear whole or not at all.
package enum OutputFile {
    /// Writes beside the target, makes it durable, and renames it.
    ///
    /// - Throws: `.cannotCreate` if the file exists and may not be replaced; `.io` for a full disk.
    package static func write(_ text: String, to path: String, replacing: Bool) throws {
        try checkIsFree(path, replacing: replacing)
        let temporary = "\(path).tmp.\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw Failure(.cannotCreate, Localized("不能建立 ", "cannot create ") + SystemFailure.last(path).message)
        }
        var bytes = Array(text.utf8)[...]
        var failed = false
        while !bytes.isEmpty, !failed {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 { bytes = bytes.dropFirst(written) } else { failed = errno != EINTR }
        }
        failed = failed || fsync(descriptor) != 0
        let why = SystemFailure.last(path).message
        close(descriptor)
        guard !failed else {
            unlink(temporary)
            throw Failure(.io, Localized("不能写 ", "cannot write ") + why)
        }
        guard rename(temporary, path) == 0 else {
            let why = SystemFailure.last(path).message
            unlink(temporary)
            throw Failure(.io, Localized("不能写 ", "cannot write ") + why)
        }
    }

    /// - Throws: `.cannotCreate` if something is there that may not be replaced: a file without `replacing`, or anything but a file.
    package static func checkIsFree(_ path: String, replacing: Bool) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.cannotCreate, Localized("\(path) 不是普通文件", "\(path) is not a regular file"))
        }
        guard !replacing else { return }
        throw Failure(
            .cannotCreate, Localized("\(path) 已存在", "\(path) exists"), hints: [Localized("加 --force 覆盖", "replace it with --force")])
    }

    /// Makes a folder unless it is there.
    package static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw Failure(.cannotCreate, Localized("不能建立文件夹 ", "cannot make the folder ") + SystemFailure.last(path).message)
    }
}

internal import Glibc
internal import JBEMCore

/// Listing of folders without Foundation.
package enum Folder {
    /// The names of the files in a folder that end with `ending`, sorted by bytes.
    ///
    /// - Throws: `.notFound` or `.permission`.
    package static func files(_ path: String, ending: String) throws -> [String] {
        try entries(path).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
    }

    package static func entries(_ path: String) throws -> [String] {
        guard let folder = opendir(path) else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw Failure(isMissing ? .notFound : .permission, Localized("打不开文件夹 \(path)", "cannot open the folder \(path)"))
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }
}

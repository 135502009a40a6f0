internal import Glibc
internal import JBEMCore

/// Where the data that comes with the program lies.
enum DataLocation {
    /// `JBEM_DATA`, then beside an installed program, then the checkout the program was built in.
    ///
    /// - Throws: `.configuration` listing the places tried.
    static func find(_ environment: [String: String]) throws -> String {
        if let path = environment["JBEM_DATA"], !path.isEmpty {
            guard isFolder(path) else {
                throw Failure(.configuration, Localized("JBEM_DATA 不是文件夹：\(path)", "JBEM_DATA is not a folder: \(path)"))
            }
            return path
        }
        var tried: [String] = []
        let executable = realExecutable()
        let beside = parent(executable) + "/../share/jbem"
        if isFolder(beside + "/codes") { return beside }
        tried.append(beside)
        var folder = parent(executable)
        while folder != "/" && !folder.isEmpty {
            if access(folder + "/Package.swift", R_OK) == 0, isFolder(folder + "/Data/codes") { return folder + "/Data" }
            folder = parent(folder)
        }
        tried.append(Localized("程序以上的各级文件夹", "the folders above the program").zh)
        throw Failure(
            .configuration,
            Localized(
                "找不到随程序的数据；找过：\(tried.joined(separator: "、"))",
                "the program's data was not found; tried: \(beside), the folders above the program"),
            hints: [Localized("用 JBEM_DATA 指定文件夹 Data", "name the folder Data with JBEM_DATA")])
    }

    private static func realExecutable() -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, 4095)
        guard count > 0 else { return "/" }
        return String(decoding: buffer[0..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

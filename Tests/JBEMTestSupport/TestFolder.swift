internal import Glibc

/// A folder of its own under the temporary folder; it goes away with the value.
package final class TestFolder: Sendable {
    /// The absolute path, without a slash at its end.
    package let path: String

    /// Makes the folder.
    package init() {
        var template = Array("\(TestFolder.base)/jbem-test-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) != nil }
        precondition(made, "no temporary folder can be made")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { TestFolder.remove(path) }

    private static var base: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file into the folder and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) -> String {
        write(Array(text.utf8), to: name)
    }

    /// Writes a file into the folder and returns its path.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) -> String {
        let target = file(name)
        TestFile.write(bytes, to: target)
        return target
    }

    /// The names in the folder, sorted.
    package var names: [String] { TestFolder.names(path) }

    /// The paths of all files below a folder, folders inside included.
    package static func files(below path: String) -> [String] {
        names(path).flatMap { name -> [String] in
            var status = stat()
            guard lstat("\(path)/\(name)", &status) == 0 else { return [] }
            return status.st_mode & S_IFMT == S_IFDIR ? files(below: "\(path)/\(name)") : ["\(path)/\(name)"]
        }
    }

    /// The names in a folder, sorted.
    package static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        for name in names(path) {
            let inner = "\(path)/\(name)"
            if unlink(inner) != 0 { remove(inner) }
        }
        rmdir(path)
    }
}

/// Reading of whole files.
package enum TestFile {
    /// The rights of a file or folder; `nil` without one.
    package static func mode(_ path: String) -> UInt32? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Bytes of a file; `nil` without one.
    package static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Tells whether a regular file is there, not a link to one.
    package static func isFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Writes a whole file.
    package static func write(_ bytes: [UInt8], to path: String) {
        guard let stream = fopen(path, "w") else { preconditionFailure("\(path) cannot be written") }
        let written = fwrite(bytes, 1, bytes.count, stream)
        precondition(fclose(stream) == 0 && written == bytes.count, "\(path) cannot be written")
    }

    /// The bytes of a file; `nil` if it cannot be read.
    package static func bytes(_ path: String) -> [UInt8]? {
        guard let stream = fopen(path, "r") else { return nil }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, stream)
            guard count > 0 else { return ferror(stream) == 0 ? bytes : nil }
            bytes += buffer[0..<count]
        }
    }

    /// The text of a file in UTF-8; `nil` if it cannot be read.
    package static func text(_ path: String) -> String? {
        bytes(path).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// The checkout that the tests were built from.
package enum Repository {
    /// The folder with Package.swift.
    package static let path: String = {
        // This file is Tests/JBEMTestSupport/TestFolder.swift.
        let parts = #filePath.split(separator: "/")
        return "/" + parts.dropLast(3).joined(separator: "/")
    }()

    /// The folder Data.
    package static let data = path + "/Data"
}

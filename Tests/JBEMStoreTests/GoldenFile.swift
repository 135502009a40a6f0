import Glibc
import Testing

/// Texts kept beside the tests; a missing file or `RECORD=1` writes it and fails.
enum GoldenFile {
    static func check(_ text: String, against name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        let path = "/\(folder)/Golden/\(name)"
        guard getenv("RECORD") == nil, access(path, R_OK) == 0 else {
            mkdir("/\(folder)/Golden", 0o755)
            let file = try #require(fopen(path, "w"))
            fputs(text, file)
            fclose(file)
            Issue.record("\(path) was written; look at it and run again", sourceLocation: sourceLocation)
            return
        }
        let kept = String(decoding: try RepositoryData.bytes(path), as: UTF8.self)
        guard kept != text else { return }
        let (old, new) = (kept.split(separator: "\n"), text.split(separator: "\n"))
        let first = zip(old, new).first { $0 != $1 }
        Issue.record(
            "\(name) differs: \(first.map { "\"\($0)\" became \"\($1)\"" } ?? "\(old.count) lines became \(new.count)"); RECORD=1 accepts it",
            sourceLocation: sourceLocation)
    }
}

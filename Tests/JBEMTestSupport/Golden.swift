internal import Glibc
package import Testing

/// Texts kept beside the tests, in the folder Golden of the target that asks.
package enum Golden {
    /// Compares a text with the kept one; a missing file or `RECORD=1` writes it and fails.
    ///
    /// - Parameter name: the file's name in the folder Golden.
    package static func check(
        _ text: String, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        check(text, in: "/" + filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Golden", name, sourceLocation)
    }

    /// Compares a text that the project shows its readers, such as an article, with what it has to say.
    ///
    /// - Parameter path: from the root of the project.
    package static func check(_ text: String, article path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let parts = path.split(separator: "/")
        check(text, in: Repository.path + "/" + parts.dropLast().joined(separator: "/"), String(parts.last ?? ""), sourceLocation)
    }

    private static func check(_ text: String, in folder: String, _ name: String, _ sourceLocation: SourceLocation) {
        let path = "\(folder)/\(name)"
        guard getenv("RECORD") == nil, let kept = TestFile.text(path) else {
            write(text, folder: folder, path: path)
            Issue.record("\(path) was written: look at it, then run again", sourceLocation: sourceLocation)
            return
        }
        guard kept != text else { return }
        Issue.record("\(name) differs (RECORD=1 accepts it)\n\(difference(kept, text))", sourceLocation: sourceLocation)
    }

    private static func write(_ text: String, folder: String, path: String) {
        mkdir(folder, 0o755)
        guard let stream = fopen(path, "w") else { return }
        fputs(text, stream)
        fclose(stream)
    }

    /// The first lines that differ, as `-` kept and `+` new.
    private static func difference(_ kept: String, _ text: String) -> String {
        let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [String] = []
        for index in 0..<max(old.count, new.count) where lines.count < 12 {
            let (before, after) = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
            guard before != after else { continue }
            if let before { lines.append("\(index + 1) - \(before)") }
            if let after { lines.append("\(index + 1) + \(after)") }
        }
        return lines.joined(separator: "\n")
    }
}

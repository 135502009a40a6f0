/// Finds the listed names that a mistyped one most likely meant.
package enum ListSuggestion {
    /// Returns at most `limit` of `candidates` close to `text`, the closest first and equals in their given order.
    ///
    /// Close is an edit distance (insertions, deletions, replacements, swaps of neighbours; case and width ignored) of at most a third of
    /// the longer name, at least 1 for names of two characters or more; or one name beginning with the other, of at least two characters.
    package static func closest(to text: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
        let wanted = plain(text)
        guard wanted.count >= 1, wanted.count <= 64, limit > 0 else { return [] }
        var found: [(name: String, distance: Int, position: Int)] = []
        for (position, name) in candidates.enumerated() where !found.contains(where: { $0.name == name }) {
            let other = plain(name)
            guard !other.isEmpty, other.count <= 256 else { continue }
            let distance = distance(wanted, other)
            let longer = max(wanted.count, other.count)
            let isClose = longer == 1 ? distance == 0 : distance <= max(1, longer / 3)
            let isPrefix = min(wanted.count, other.count) >= 2 && (other.starts(with: wanted) || wanted.starts(with: other))
            if isClose || isPrefix { found.append((name, isPrefix ? min(distance, longer / 3) : distance, position)) }
        }
        return found.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }.prefix(limit).map(\.name)
    }

    /// The closest names as a way out (“did you mean …?”), or `nil` if none is close.
    package static func hint(for text: String, among candidates: some Sequence<String>, limit: Int = 3) -> Localized? {
        let names = closest(to: text, among: candidates, limit: limit)
        guard !names.isEmpty else { return nil }
        return Localized("是否想写 \(names.joined(separator: "、"))？", "did you mean \(names.joined(separator: ", "))?")
    }

    private static func plain(_ text: String) -> [Unicode.Scalar] {
        Array(ValueText.folded(ValueText.trimmed(text)).lowercased().unicodeScalars)
    }

    /// The optimal string alignment distance.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}

internal import JBEMCore

/// On which line of a file a record was met, so that a second row for it is refused.
///
/// Records are told apart by their ids, which an import issues one after the other: a list of lines serves for them. Rows that were refused,
/// and records without ids, are known by their written keys.
struct MetRecords {
    private var first: Int64 = 0
    private var lines: [Int32] = []
    private var others: [Int64: Int32] = [:]
    private var keys: [[FieldValue]: Int] = [:]

    mutating func note(_ id: Int64, line: Int) {
        if lines.isEmpty { first = id }
        if id == first + Int64(lines.count) { lines.append(Int32(clamping: line)) } else { others[id] = Int32(clamping: line) }
    }

    mutating func note(key: [FieldValue], line: Int) { keys[key] = line }

    /// Notes a key.
    ///
    /// - Returns: the line on which it was met before.
    mutating func claim(key: [FieldValue], line: Int) -> Int? {
        guard let earlier = keys.updateValue(line, forKey: key) else { return nil }
        keys[key] = earlier
        return earlier
    }

    func line(of id: Int64?) -> Int? {
        guard let id else { return nil }
        let index = id - first
        return (index >= 0 && index < lines.count ? lines[Int(index)] : others[id]).map { Int($0) }
    }

    func line(ofKey key: () -> [FieldValue]) -> Int? { keys.isEmpty ? nil : keys[key()] }
}

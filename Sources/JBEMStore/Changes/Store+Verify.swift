internal import GRDB
package import JBEMCore

extension Store {
    /// What `log verify` found.
    package struct Verification: Sendable {
        package let changes: Int
        package let head: ChangeHead?
        /// The first broken entry and the kind of break; `nil` if the chain holds.
        package let broken: Break?
        /// Rows whose present values do not follow from the journal; `nil` without replay.
        package let differences: [String]?
        package let replayedRows: Int?

        package struct Break: Sendable {
            package let change: Int64
            package let reason: Localized
        }

        package var isSound: Bool { broken == nil && (differences ?? []).isEmpty }
    }

    /// Walks the change chain, and with `replay` rebuilds every record table from the journal and compares all rows.
    ///
    /// - Parameter copy: the text of an anchor file that was kept elsewhere: every head in it has to be in the chain.
    package func verify(replay: Bool, anchorCopy copy: String? = nil) throws -> Verification {
        let anchored = try anchor.head()
        return try read { db in
            var (count, broken) = try brokenLink(anchored: anchored, in: db)
            if broken == nil, let copy { broken = try differing(from: Anchor.heads(in: copy), in: db) }
            let head = try ChangeLog.head(db)
            guard replay, broken == nil else {
                return Verification(changes: count, head: head, broken: broken, differences: nil, replayedRows: nil)
            }
            let (differences, rows) = try Replay.compare(db, steps: steps.filter { $0.version <= schemaVersion })
            return Verification(changes: count, head: head, broken: nil, differences: differences, replayedRows: rows)
        }
    }

    private func differing(from heads: [Int64: String], in db: Database) throws -> Verification.Break? {
        guard !heads.isEmpty else {
            throw Failure(.data, Localized("--anchor 文件里没有链头", "the file of --anchor holds no heads"))
        }
        for (id, hash) in heads.sorted(by: { $0.key < $1.key }) {
            guard let found = try String.fetchOne(db, sql: "SELECT hash FROM change WHERE id = ?", arguments: [id]) else {
                return .init(change: id, reason: Localized("--anchor 文件记有，存储里没有", "the file of --anchor knows it, the store does not"))
            }
            if found != hash { return .init(change: id, reason: Localized("与 --anchor 文件不符", "it differs from the file of --anchor")) }
        }
        return nil
    }

    private func brokenLink(anchored: ChangeHead?, in db: Database) throws -> (count: Int, broken: Verification.Break?) {
        var previous = ChangeChain.origin
        var expected: Int64 = 1
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM change ORDER BY id")
        while let row = try cursor.next() {
            let change = Change(row: row)
            func broken(_ reason: Localized) -> (Int, Verification.Break?) {
                (Int(expected), Verification.Break(change: change.id, reason: reason))
            }
            guard change.id == expected else {
                return broken(Localized("第 \(expected) 号改动缺失", "change \(expected) is missing"))
            }
            guard change.previousHash == previous else {
                return broken(Localized("与前一条的散列接不上", "it does not follow the hash of the entry before"))
            }
            var parts: [(name: String, digest: String)] = []
            var reason: Localized?
            try ChangeData.forEachPart(of: change.id, in: db) { part in
                parts.append((part.name, part.digest))
                guard reason == nil, part.bytes != nil || part.name != ChangePart.personal else { return }
                if part.bytes == nil { reason = Localized("改动内容（\(part.name)）缺失", "its \(part.name) content is missing") }
                if let bytes = part.bytes, ChangeChain.digest(bytes) != part.digest {
                    reason = Localized("改动内容（\(part.name)）被改过", "its \(part.name) content was altered")
                }
            }
            if let reason { return broken(reason) }
            let hash = ChangeChain.hash(fields: change.hashedFields, previous: previous, parts: parts)
            guard hash == change.hash else { return broken(Localized("条目被改过", "the entry was altered")) }
            previous = hash
            expected += 1
        }
        if let anchored, let hash = try String.fetchOne(db, sql: "SELECT hash FROM change WHERE id = ?", arguments: [anchored.id]),
            hash != anchored.hash
        {
            return (Int(expected - 1), .init(change: anchored.id, reason: Localized("与 .anchor 文件不符", "it differs from the .anchor file")))
        }
        if let anchored, anchored.id >= expected {
            return (
                Int(expected - 1),
                .init(
                    change: expected,
                    reason: Localized(
                        ".anchor 文件记到第 \(anchored.id) 号，存储里没有", "the .anchor file knows change \(anchored.id), the store does not"))
            )
        }
        return (Int(expected - 1), nil)
    }
}

internal import GRDB
internal import Glibc
internal import JBEMCore

/// The SQL functions that every connection of the program has.
enum SQLFunctions {
    static func register(in db: Database) {
        db.add(function: gb18030)
        db.add(function: rowDigest)
        db.add(function: sha256)
    }

    /// `sha256(text)`: 64 small hexadecimal digits of the UTF-8 bytes.
    private static let sha256 = DatabaseFunction("sha256", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map { ChangeChain.digest($0) }
    }

    /// `row_digest(id, line)`: SHA-256 over the lines of a group in the order of their ids, as 64 hexadecimal digits.
    private static let rowDigest = DatabaseFunction("row_digest", argumentCount: 2, pure: true, aggregate: RowDigest.self)

    private struct RowDigest: DatabaseAggregate {
        private var lines: [(id: Int64, text: String)] = []

        mutating func step(_ values: [DatabaseValue]) {
            guard let id = Int64.fromDatabaseValue(values[0]), let text = String.fromDatabaseValue(values[1]) else { return }
            lines.append((id, text))
        }

        func finalize() -> (any DatabaseValueConvertible)? {
            ChangeChain.digest(lines.sorted { $0.id < $1.id }.map(\.text).joined(separator: "\n"))
        }
    }

    /// `gb18030(text)`: the bytes of a text in GB18030 as hexadecimal digits; their order is pinyin order for common characters.
    private static let gb18030 = DatabaseFunction("gb18030", argumentCount: 1, pure: true) { values in
        guard let text = String.fromDatabaseValue(values[0]) else { return nil }
        return Hexadecimal.text(GB18030.bytes(text))
    }
}

internal import GRDB
internal import Glibc

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
        return Hexadecimal.text(gb18030Bytes(text))
    }

    static func gb18030Bytes(_ text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        let converter = iconv_open("GB18030", "UTF-8")
        guard converter != iconv_t(bitPattern: -1) else { return Array(text.utf8) }
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let capacity = output.count
        let left = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var fromLeft = source.count
                var to = target.baseAddress
                var toLeft = target.count
                let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
                return result == -1 ? nil : toLeft
            }
        }
        guard let left else { return Array(text.utf8) }
        return output[0..<(capacity - left)].map { UInt8(bitPattern: $0) }
    }
}

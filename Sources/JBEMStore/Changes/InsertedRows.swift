internal import JBEMCore

/// Inserted rows in SQLite's changeset format, written as the session extension writes them.
///
/// A pure insert needs no memory of what was there before, and the same bytes serve to bind the statement that inserts the row: this is
/// what keeps a large import from holding every row twice. A test compares the result with the session extension's.
struct InsertedRows {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private var table = ""

    /// Appends a row.
    ///
    /// - Returns: where its record begins in ``bytes``.
    mutating func append(_ record: RecordRow, id: Int64?, to table: Table) -> Int {
        if self.table != table.name {
            // 'T', the number of columns, one byte a column that tells the place in the primary key, the name.
            bytes.append(0x54)
            InsertedRows.appendCount(table.keyFlags.count, to: &bytes)
            bytes += table.keyFlags
            bytes += table.name.utf8
            bytes.append(0)
            self.table = table.name
        }
        // SQLITE_INSERT, not indirect.
        bytes += [18, 0]
        let start = bytes.count
        if let id { InsertedRows.append(.integer(id), to: &bytes) }
        for slot in table.slots { InsertedRows.append(record[slot: slot], to: &bytes) }
        count += 1
        return start
    }

    /// Takes the row back that was just appended at `start`.
    mutating func remove(from start: Int) {
        bytes.removeLast(bytes.count - start + 2)
        count -= 1
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        (count, table) = (0, "")
    }

    struct Table {
        let name: String
        /// For each column 0, or its 1-based place in the primary key.
        let keyFlags: [UInt8]
        /// The positions of the columns' fields in the schema, after the id if there is one.
        let slots: [Int]
        /// The positions of the fields of the primary key in the order of their columns; empty for the id.
        let keySlots: [Int]
    }

    /// One value of a record: a type byte, then an integer in 8 bytes or a text with its length.
    static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(5)
        case .integer(let number):
            bytes.append(1)
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text):
            bytes.append(3)
            appendCount(text.utf8.count, to: &bytes)
            bytes.append(contentsOf: text.utf8)
        }
    }

    /// SQLite's varint: seven bits a byte, the most significant first.
    private static func appendCount(_ count: Int, to bytes: inout [UInt8]) {
        guard count > 0x7F else {
            bytes.append(UInt8(count))
            return
        }
        var groups: [UInt8] = []
        var rest = count
        while rest > 0 {
            groups.append(UInt8(rest & 0x7F) | (groups.isEmpty ? 0 : 0x80))
            rest >>= 7
        }
        bytes += groups.reversed()
    }
}

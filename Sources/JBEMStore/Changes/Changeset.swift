internal import CSQLiteSession
package import JBEMCore

/// What a changeset says about one row.
package struct RowChange: Sendable, Equatable {
    package enum Operation: String, Sendable {
        case insert, update, delete
    }

    package let table: String
    package let operation: Operation
    /// Values of the primary-key columns, in column order.
    package let key: [FieldValue]
    /// Column number to value before and after; for an update only the changed columns.
    package let old: [Int: FieldValue]
    package let new: [Int: FieldValue]
}

/// A recorded changeset in SQLite's format.
struct Changeset: Sendable {
    let bytes: [UInt8]

    /// Reads every row change, in the order of the changeset.
    func rows() throws -> [RowChange] {
        var copy = bytes
        return try copy.withUnsafeMutableBytes { buffer in
            var iterator: UnsafeMutableRawPointer?
            guard jbem_changeset_begin(&iterator, Int32(buffer.count), buffer.baseAddress) == 0, let iterator else {
                throw Changeset.unreadable
            }
            var rows: [RowChange] = []
            var result = jbem_changeset_next(iterator)
            while result == 100 {
                rows.append(Changeset.row(iterator))
                result = jbem_changeset_next(iterator)
            }
            guard jbem_changeset_end(iterator) == 0, result == 101 else { throw Changeset.unreadable }
            return rows
        }
    }

    /// The changeset that takes this one back.
    func inverted() throws -> Changeset {
        var count: Int32 = 0
        var output: UnsafeMutableRawPointer?
        let result = bytes.withUnsafeBytes { jbem_changeset_invert(Int32($0.count), $0.baseAddress, &count, &output) }
        guard result == 0, let output else { throw Changeset.unreadable }
        defer { jbem_session_free(output) }
        return Changeset(bytes: Array(UnsafeRawBufferPointer(start: output, count: Int(count))))
    }

    static var unreadable: Failure {
        Failure(.data, Localized("改动集读不出来", "a changeset cannot be read"), hints: [Localized("运行 jbem log verify", "run jbem log verify")])
    }

    static func row(_ iterator: UnsafeMutableRawPointer) -> RowChange {
        var name: UnsafePointer<CChar>?
        var columns: Int32 = 0
        var code: Int32 = 0
        jbem_changeset_operation(iterator, &name, &columns, &code)
        var keyFlags: UnsafePointer<UInt8>?
        jbem_changeset_key(iterator, &keyFlags)
        let operation: RowChange.Operation = code == 18 ? .insert : code == 9 ? .delete : .update
        var old: [Int: FieldValue] = [:]
        var new: [Int: FieldValue] = [:]
        var key: [FieldValue] = []
        for column in 0..<Int(columns) {
            if operation != .insert { old[column] = value(jbem_changeset_old(iterator, Int32(column))) }
            if operation != .delete { new[column] = value(jbem_changeset_new(iterator, Int32(column))) }
            if let keyFlags, keyFlags[column] != 0 { key.append(old[column] ?? new[column] ?? .null) }
        }
        return RowChange(table: name.map { String(cString: $0) } ?? "", operation: operation, key: key, old: old, new: new)
    }

    static func value(_ value: jbem_value) -> FieldValue? {
        switch value.kind {
        case 1: .integer(value.integer)
        case 3: .text(String(decoding: UnsafeRawBufferPointer(start: value.text, count: Int(value.count)), as: UTF8.self))
        case 5: .null
        // The record tables are STRICT with INTEGER and TEXT columns only.
        default: nil
        }
    }
}

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
        var rows: [RowChange] = []
        try forEach { rows.append(Changeset.row($0)) }
        return rows
    }

    /// Walks over the row changes without decoding them.
    func forEach(_ body: (UnsafeMutableRawPointer) throws -> Void) throws {
        guard !bytes.isEmpty else { return }
        try bytes.withUnsafeBytes { buffer in
            var iterator: UnsafeMutableRawPointer?
            // The iterator only reads.
            let input = UnsafeMutableRawPointer(mutating: buffer.baseAddress)
            guard jbem_changeset_begin(&iterator, Int32(buffer.count), input) == 0, let iterator else { throw Changeset.unreadable }
            var result = jbem_changeset_next(iterator)
            do {
                while result == 100 {
                    try body(iterator)
                    result = jbem_changeset_next(iterator)
                }
            } catch {
                _ = jbem_changeset_end(iterator)
                throw error
            }
            guard jbem_changeset_end(iterator) == 0, result == 101 else { throw Changeset.unreadable }
        }
    }

    /// The changeset that does this one and then `next`; a row that both change is changed once.
    func joined(_ next: Changeset) throws -> Changeset {
        var count: Int32 = 0
        var output: UnsafeMutableRawPointer?
        let result = bytes.withUnsafeBytes { first in
            next.bytes.withUnsafeBytes { second in
                jbem_changeset_join(
                    Int32(first.count), UnsafeMutableRawPointer(mutating: first.baseAddress), Int32(second.count),
                    UnsafeMutableRawPointer(mutating: second.baseAddress), &count, &output)
            }
        }
        guard result == 0 else { throw Changeset.unreadable }
        defer { jbem_session_free(output) }
        return Changeset(bytes: Array(UnsafeRawBufferPointer(start: output, count: Int(count))))
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

    /// The table of a row change and the number of its columns then.
    static func shape(_ iterator: UnsafeMutableRawPointer) -> (table: String, columns: Int) {
        var name: UnsafePointer<CChar>?
        var columns: Int32 = 0
        var code: Int32 = 0
        jbem_changeset_operation(iterator, &name, &columns, &code)
        return (name.map { String(cString: $0) } ?? "", Int(columns))
    }

    /// Whether the row change removes the row.
    static func isDeletion(_ iterator: UnsafeMutableRawPointer) -> Bool {
        var name: UnsafePointer<CChar>?
        var columns: Int32 = 0
        var code: Int32 = 0
        jbem_changeset_operation(iterator, &name, &columns, &code)
        return code == 9
    }

    /// The table and the first two key columns of a row change.
    static func firstKeys(_ iterator: UnsafeMutableRawPointer) -> (table: String, key: FieldValue, next: FieldValue?) {
        var name: UnsafePointer<CChar>?
        var columns: Int32 = 0
        var code: Int32 = 0
        jbem_changeset_operation(iterator, &name, &columns, &code)
        var keyFlags: UnsafePointer<UInt8>?
        jbem_changeset_key(iterator, &keyFlags)
        let found = (0..<columns).lazy.filter { keyFlags?[Int($0)] != 0 }.prefix(2).map { column in
            value(code == 18 ? jbem_changeset_new(iterator, column) : jbem_changeset_old(iterator, column)) ?? .null
        }
        return (name.map { String(cString: $0) } ?? "", found.first ?? .null, found.dropFirst().first)
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

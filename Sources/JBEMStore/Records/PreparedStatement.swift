internal import CSQLiteSession
internal import GRDB
internal import Glibc
package import JBEMCore

/// A statement that is run very often: values are bound straight from bytes, columns read by number.
struct PreparedStatement {
    private let statement: Statement
    private let pointer: UnsafeMutableRawPointer

    init(_ sql: String, in db: Database) throws {
        self.init(try db.cachedStatement(sql: sql))
    }

    /// Wraps a statement whose arguments are bound.
    init(_ statement: Statement) {
        self.statement = statement
        pointer = UnsafeMutableRawPointer(statement.sqliteStatement)
    }

    /// Runs the statement with values in changeset format and hands its first row, if there is one, to `read`.
    func first<Value>(_ record: UnsafePointer<UInt8>, count: Int, in db: Database, _ read: (StoredRow) -> Value) throws -> Value? {
        defer { jbem_statement_reset(pointer) }
        guard jbem_statement_bind(pointer, record, Int32(count)) == 0 else { throw failure(db) }
        switch jbem_statement_step(pointer) {
        case 100: return read(StoredRow(pointer: pointer))
        case 101: return nil
        default: throw failure(db)
        }
    }

    func first<Value>(_ values: [FieldValue], in db: Database, _ read: (StoredRow) -> Value) throws -> Value? {
        var bytes: [UInt8] = []
        for value in values { InsertedRows.append(value, to: &bytes) }
        return try bytes.withUnsafeBufferPointer { try first($0.baseAddress!, count: values.count, in: db, read) }
    }

    func run(_ values: [FieldValue], in db: Database) throws { try first(values, in: db) { _ in } }

    /// Runs the statement as it is bound; `body` is given what goes to its next row.
    func walk<Value>(in db: Database, _ body: (() throws -> StoredRow?) throws -> Value) throws -> Value {
        defer { jbem_statement_reset(pointer) }
        return try body {
            switch jbem_statement_step(pointer) {
            case 100: return StoredRow(pointer: pointer)
            case 101: return nil
            default: throw failure(db)
            }
        }
    }

    private func failure(_ db: Database) -> DatabaseError {
        DatabaseError(resultCode: db.lastErrorCode, message: db.lastErrorMessage, sql: statement.sql)
    }
}

/// The row at which a statement stands, its columns by number; holds until the next step.
package struct StoredRow {
    fileprivate let pointer: UnsafeMutableRawPointer

    /// What a column holds; the bytes of a text stay SQLite's.
    package enum Value {
        case null
        case integer(Int64)
        case text(UnsafeRawBufferPointer)
    }

    package func value(_ column: Int) -> Value {
        let value = jbem_statement_column(pointer, Int32(column))
        switch value.kind {
        case 1: return .integer(value.integer)
        case 3: return .text(UnsafeRawBufferPointer(start: value.text, count: Int(value.count)))
        default: return .null
        }
    }

    package subscript(column: Int) -> FieldValue {
        switch value(column) {
        case .null: .null
        case .integer(let number): .integer(number)
        case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Compares a column of two rows without making values of it.
    func isEqual(_ other: StoredRow, column: Int) -> Bool {
        let (left, right) = (jbem_statement_column(pointer, Int32(column)), jbem_statement_column(other.pointer, Int32(column)))
        guard left.kind == right.kind, left.integer == right.integer, left.count == right.count else { return false }
        return left.count == 0 || memcmp(left.text, right.text, Int(left.count)) == 0
    }
}

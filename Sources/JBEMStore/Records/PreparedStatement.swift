internal import CSQLiteSession
internal import GRDB
internal import Glibc
internal import JBEMCore

/// A statement that is run very often: values are bound straight from bytes, columns read by number.
struct PreparedStatement {
    private let statement: Statement
    private let pointer: UnsafeMutableRawPointer

    init(_ sql: String, in db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        pointer = UnsafeMutableRawPointer(statement.sqliteStatement)
    }

    /// Runs the statement with values in changeset format and hands its first row, if there is one, to `read`.
    func first<Value>(_ record: UnsafePointer<UInt8>, count: Int, in db: Database, _ read: (RowReader) -> Value) throws -> Value? {
        defer { jbem_statement_reset(pointer) }
        guard jbem_statement_bind(pointer, record, Int32(count)) == 0 else { throw failure(db) }
        switch jbem_statement_step(pointer) {
        case 100: return read(RowReader(pointer: pointer))
        case 101: return nil
        default: throw failure(db)
        }
    }

    func first<Value>(_ values: [FieldValue], in db: Database, _ read: (RowReader) -> Value) throws -> Value? {
        var bytes: [UInt8] = []
        for value in values { InsertedRows.append(value, to: &bytes) }
        return try bytes.withUnsafeBufferPointer { try first($0.baseAddress!, count: values.count, in: db, read) }
    }

    func run(_ values: [FieldValue], in db: Database) throws { try first(values, in: db) { _ in } }

    /// Runs the statement without values; `body` is given what goes to its next row.
    func walk<Value>(in db: Database, _ body: (() throws -> RowReader?) throws -> Value) throws -> Value {
        defer { jbem_statement_reset(pointer) }
        return try body {
            switch jbem_statement_step(pointer) {
            case 100: return RowReader(pointer: pointer)
            case 101: return nil
            default: throw failure(db)
            }
        }
    }

    private func failure(_ db: Database) -> DatabaseError {
        DatabaseError(resultCode: db.lastErrorCode, message: db.lastErrorMessage, sql: statement.sql)
    }

    struct RowReader {
        fileprivate let pointer: UnsafeMutableRawPointer

        subscript(column: Int) -> FieldValue { Changeset.value(jbem_statement_column(pointer, Int32(column))) ?? .null }

        /// Compares a column of two rows without making values of it.
        func isEqual(_ other: RowReader, column: Int) -> Bool {
            let (left, right) = (jbem_statement_column(pointer, Int32(column)), jbem_statement_column(other.pointer, Int32(column)))
            guard left.kind == right.kind, left.integer == right.integer, left.count == right.count else { return false }
            return left.count == 0 || memcmp(left.text, right.text, Int(left.count)) == 0
        }
    }
}

package import GRDB
package import JBEMCore

/// Finds the records that the fields of a noun refer to, and remembers what it found.
package final class ReferenceFinder {
    /// Different references that are remembered at most for one field.
    private static let capacity = 200_000

    private let db: Database
    private let noun: String
    /// By the position of the field.
    private var known: [[FieldDefinition.ReadValue: FieldValue]]

    package init(of schema: RecordSchema, in db: Database) {
        (self.db, noun) = (db, schema.noun)
        known = Array(repeating: [:], count: schema.fields.count)
    }

    /// The stored value of a reference to `target`; `nil` if there is no such record.
    package func find(_ reference: FieldDefinition.ReadValue, to target: String, slot: Int) throws -> FieldValue? {
        // Of the noun that is being written nothing is remembered: a new record can change what a name means.
        guard target != noun else { return try look(reference, target) }
        if let value = known[slot][reference] { return value }
        let value = try look(reference, target)
        if let value, known[slot].count < ReferenceFinder.capacity { known[slot][reference] = value }
        return value
    }

    private func look(_ reference: FieldDefinition.ReadValue, _ target: String) throws -> FieldValue? {
        switch reference {
        case .naturalKey(_, let text): try RecordStore.resolve(noun: target, text: text, in: db)
        case .value(let value): try RecordStore.exists(noun: target, value: value, in: db) ? value : nil
        }
    }
}

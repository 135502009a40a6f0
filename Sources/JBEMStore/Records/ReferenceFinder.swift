package import GRDB
package import JBEMCore

/// Finds the records that the fields of a noun refer to, and remembers what it found.
package final class ReferenceFinder {
    /// Different references that are remembered at most for one field; then it begins anew, for rows that belong together stand together.
    private static let capacity = 200_000

    private let db: Database
    private let noun: String
    /// By the position of the field.
    private var known: [[ExactText: FieldValue]]
    private var ids: [Set<Int64>]
    /// What was found last: a row asks for its key and for its record, and rows that belong together stand together.
    private var last: [(text: ExactText, value: FieldValue)?]
    private let renumbered: RenumberedRecords?

    /// - Parameter renumbered: records that have another number here than where the references come from.
    package init(of schema: RecordSchema, renumbered: RenumberedRecords? = nil, in db: Database) {
        (self.db, noun, self.renumbered) = (db, schema.noun, renumbered)
        known = Array(repeating: [:], count: schema.fields.count)
        ids = Array(repeating: [], count: schema.fields.count)
        last = Array(repeating: nil, count: schema.fields.count)
    }

    /// The stored value of a reference to `target`; `nil` if there is no such record.
    package func find(_ reference: FieldDefinition.ReadValue, to target: String, slot: Int) throws -> FieldValue? {
        // Of the noun that is being written nothing is remembered: a new record can change what a name means.
        let remembers = target != noun
        switch reference {
        case .naturalKey(_, let text):
            let key = ExactText(text)
            guard remembers else { return try RecordStore.resolve(noun: target, text: text, in: db) }
            if let last = last[slot], last.text == key { return last.value }
            var value = known[slot][key]
            if value == nil {
                value = try RecordStore.resolve(noun: target, text: text, in: db)
                guard value != nil else { return nil }
                if known[slot].count >= ReferenceFinder.capacity { known[slot].removeAll(keepingCapacity: true) }
                known[slot][key] = value
            }
            last[slot] = value.map { (key, $0) }
            return value
        case .value(let given):
            var value = given
            if let number = given.integer, let known = renumbered?.numbers[target]?[number] {
                guard let here = known else { return nil }
                value = .integer(here)
            }
            guard remembers, let id = value.integer else { return try RecordStore.exists(noun: target, value: value, in: db) ? value : nil }
            if ids[slot].contains(id) { return value }
            guard try RecordStore.exists(noun: target, value: value, in: db) else { return nil }
            if ids[slot].count >= ReferenceFinder.capacity { ids[slot].removeAll(keepingCapacity: true) }
            ids[slot].insert(id)
            return value
        }
    }
}

/// What the numbers of a file mean in this store, where that is not the number itself.
package final class RenumberedRecords {
    /// By noun; `nil` for a record that was refused.
    fileprivate var numbers: [String: [Int64: Int64?]] = [:]

    package init() {}

    /// Notes that what the file calls `old` is `new` here, or nothing.
    package func note(_ noun: String, _ old: Int64, is new: Int64?) {
        if old != new { numbers[noun, default: [:]].updateValue(new, forKey: old) }
    }
}

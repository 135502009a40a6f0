/// The fields of a noun by position: what the records of one schema share.
package final class FieldLayout: Sendable {
    package let names: [String]
    private let slots: [String: Int]

    init(_ names: [String]) {
        self.names = names
        slots = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The position of a field in ``RecordSchema/fields``; `nil` if the noun has no such field.
    package func slot(_ name: String) -> Int? { slots[name] }
}

/// One record: a value for each field, with its key.
///
/// A row of a schema keeps its values by position, so that a million of them cost no million dictionaries; values under names that the
/// schema does not have, and rows without one, lie beside.
package struct RecordRow: Sendable {
    /// The issued id, if the noun issues ids and the record is stored.
    package var id: Int64?
    private let layout: FieldLayout?
    private var slots: [FieldValue]
    private var others: [String: FieldValue] = [:]

    package init(id: Int64? = nil, of schema: RecordSchema? = nil) {
        self.id = id
        layout = schema?.layout
        slots = Array(repeating: .null, count: layout?.names.count ?? 0)
    }

    /// The stored value; `.null` if absent.
    package subscript(name: String) -> FieldValue {
        get {
            if let slot = layout?.slot(name) { return slots[slot] }
            return others[name] ?? .null
        }
        set {
            if let slot = layout?.slot(name) { slots[slot] = newValue } else { others[name] = newValue }
        }
    }

    package subscript<Value>(field: Field<Value>) -> Value? {
        get { Value(fieldValue: self[field.name]) }
        set { self[field.name] = newValue?.fieldValue ?? .null }
    }

    /// The value at a position of ``RecordSchema/fields``; only for rows of a schema.
    package subscript(slot slot: Int) -> FieldValue {
        get { slots[slot] }
        set { slots[slot] = newValue }
    }

    /// The same record with the values by position in `schema`.
    package func arranged(by schema: RecordSchema) -> RecordRow {
        guard layout !== schema.layout else { return self }
        var row = RecordRow(id: id, of: schema)
        for (name, value) in values { row[name] = value }
        return row
    }

    /// The values that are not null, by field name.
    package var values: [String: FieldValue] {
        var all = others.filter { $0.value != .null }
        for (slot, value) in slots.enumerated() where value != .null { all[layout!.names[slot]] = value }
        return all
    }
}

extension RecordRow: Equatable {
    package static func == (left: RecordRow, right: RecordRow) -> Bool { left.id == right.id && left.values == right.values }
}

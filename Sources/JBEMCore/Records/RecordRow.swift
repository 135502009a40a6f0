/// One record: values by field name, with its key.
package struct RecordRow: Sendable, Equatable {
    /// The issued id, if the noun issues ids and the record is stored.
    package var id: Int64?
    package var values: [String: FieldValue]

    package init(id: Int64? = nil, values: [String: FieldValue] = [:]) {
        self.id = id
        self.values = values
    }

    /// The stored value; `.null` if absent.
    package subscript(name: String) -> FieldValue {
        get { values[name] ?? .null }
        set { values[name] = newValue }
    }

    package subscript<Value>(field: Field<Value>) -> Value? {
        get { Value(fieldValue: self[field.name]) }
        set { self[field.name] = newValue?.fieldValue ?? .null }
    }
}

package import JBEMCore

/// The fields of a record that a verb takes as `field=value`; what else the record has the verb fills in.
package struct GivenFields: Sendable {
    package let schema: RecordSchema
    /// Those that it needs first.
    package let fields: [FieldDefinition]
    /// The verb cannot do without them; others have a default, or may be empty.
    package let required: Set<String>

    /// Every field that a new record takes but those that the verb fills in.
    ///
    /// - Parameter required: where it is not given, what the record itself needs.
    init(_ schema: RecordSchema, filled: [String], required: [String]? = nil) {
        let fields = schema.fields.filter { ($0.writability == .anyone || $0.writability == .once) && !filled.contains($0.name) }
        let required = required ?? fields.filter { $0.isRequired && $0.standard == nil }.map(\.name)
        self.init(schema, fields, Set(required))
    }

    /// These fields only.
    init(_ schema: RecordSchema, required: [String] = [], optional: [String] = []) {
        self.init(schema, (required + optional).compactMap { schema.field($0) }, Set(required))
    }

    private init(_ schema: RecordSchema, _ fields: [FieldDefinition], _ required: Set<String>) {
        (self.schema, self.required) = (schema, required)
        self.fields = fields.filter { required.contains($0.name) } + fields.filter { !required.contains($0.name) }
    }
}

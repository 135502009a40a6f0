package import JBEMCore
internal import JBEMStore

/// The fields of a record that a verb takes as `field=value`; what else the record has the verb fills in, or leaves as it is.
package struct GivenFields: Sendable {
    package let schema: RecordSchema
    /// Those that it needs first.
    package let fields: [FieldDefinition]
    /// The verb cannot do without them; others have a default, or may be empty.
    package let required: Set<String>
    /// What the verb takes where one is not given.
    package private(set) var defaults: [String: Localized] = [:]

    /// Every field that a new record takes but those that the verb fills in.
    ///
    /// - Parameter required: where it is not given, what the record itself needs.
    init(_ schema: RecordSchema, filled: [String], required: [String]? = nil) {
        let fields = schema.fields.filter { ($0.writability == .anyone || $0.writability == .once) && !filled.contains($0.name) }
        let required = required ?? fields.filter { $0.isRequired && $0.standard == nil }.map(\.name)
        self.init(schema, required: required, optional: fields.map(\.name))
    }

    /// These fields only.
    init(_ schema: RecordSchema, required: [String] = [], optional: [String] = []) {
        (self.schema, self.required) = (schema, Set(required))
        fields = (required + optional.filter { !required.contains($0) }).map { name in
            guard let field = schema.field(name) else { preconditionFailure("\(schema.noun) has no field \(name)") }
            return field
        }
    }

    static let today = Localized("今天", "today")
    static let nextNumber = Localized("下一个号", "the next number")

    func with(defaults: [String: Localized]) -> GivenFields {
        var copy = self
        copy.defaults = defaults
        return copy
    }

    package func takes(_ name: String) -> Bool { fields.contains { $0.name == schema.field(matching: name)?.name } }

    /// - Throws: `.usage` for fields that are not known, or not taken; `.data` for values that do not fit.
    func read(_ assignments: [Assignment], in context: ReadingContext) throws -> RecordWriter.Values {
        for assignment in assignments {
            let name = HeaderUnit.split(assignment.field).0
            let field = schema.field(matching: assignment.field) ?? schema.field(matching: name)
            if let field, takes(field.name) { continue }
            if let field { try schema.checkWritable(field) }
            let names = fields.map(\.name)
            throw Failure(
                .usage,
                field.map { Localized("字段 \($0.name) 不在此填写", "the field \($0.name) is not given here") }
                    ?? Localized("没有字段 “\(name)”", "there is no field \"\(name)\""),
                hints: [
                    field == nil ? ListSuggestion.hint(for: name, among: names) : nil,
                    Localized("可填：\(names.joined(separator: " "))", "fields: \(names.joined(separator: " "))"),
                ].compactMap(\.self))
        }
        return try Assignment.read(assignments, of: schema, in: context)
    }
}

package import GRDB
package import JBEMCore
internal import JBEMStore

/// Finds the record that a user names: by id, or by natural key (parts separated by a space or `/`).
package enum RecordFinder {
    /// - Throws: `.notFound` with the close names.
    package static func find(_ name: String, of schema: RecordSchema, home: Int64, in db: Database) throws -> RecordRow {
        if schema.identity == .issued, let id = RecordID(name, prefix: schema.prefix, home: home) {
            if let record = try RecordStore.findStored(schema, id: id.number, in: db) { return record }
            throw missing(name, schema)
        }
        if let record = try RecordStore.findStored(schema, key: try key(name, of: schema, home: home, in: db), in: db) { return record }
        throw missing(name, schema)
    }

    /// The natural key as typed; a noun whose key begins with the plan takes the plan in use where it is left out.
    private static func key(_ name: String, of schema: RecordSchema, home: Int64, in db: Database) throws -> [FieldValue] {
        var parts = schema.naturalKey.count == 1 ? [name] : name.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
        if parts.count == schema.naturalKey.count - 1, schema.naturalKey.first == "plan", let plan = try Setting.plan.value(db) {
            parts.insert(plan, at: 0)
        }
        guard parts.count == schema.naturalKey.count else { return parts.map(FieldValue.text) }
        return try zip(schema.naturalKey, parts).map { name, text in
            switch schema.field(name)?.kind {
            case .reference(let noun)?:
                // A part that is another record goes by its id or by its own key.
                let prefix = Catalog.schema(noun)?.prefix ?? ""
                if let id = RecordID(text, prefix: prefix, home: home) { return .integer(id.number) }
                return try RecordStore.resolve(noun: noun, text: text, in: db) ?? .text(text)
            case .decimal(let scale, _)?:
                // A decimal is stored scaled; a text that is none finds nothing.
                guard let value = Rational(text), let stored = (value / Rational(scaled: 1, places: scale)).int else { return .text(text) }
                return .integer(Int64(stored))
            default: return .text(text)
            }
        }
    }

    /// The code of a region, an office or another record named by one text: by the code itself or by its name where that is unique.
    ///
    /// - Throws: `.notFound`.
    package static func code(_ name: String, of schema: RecordSchema, in db: Database) throws -> String {
        guard let code = try RecordStore.resolve(noun: schema.noun, text: name, in: db)?.text else { throw missing(name, schema) }
        return code
    }

    private static func missing(_ name: String, _ schema: RecordSchema) -> Failure {
        Failure(
            .notFound, Localized("没有\(schema.label.zh) “\(name)”", "there is no \(schema.label.en) \"\(name)\""),
            hints: [Localized("用 jbem \(schema.noun) list 查看", "see jbem \(schema.noun) list")])
    }
}

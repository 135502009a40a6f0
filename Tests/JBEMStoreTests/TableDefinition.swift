import JBEMCore

/// The SQL that a schema asks for: what a new noun's migration starts from, and what the test of agreement compares.
enum TableDefinition {
    static func sql(_ schema: RecordSchema) -> String {
        var lines: [String] = []
        if schema.identity == .issued { lines.append("id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0)") }
        lines += schema.storedFields.map(column)
        if schema.identity == .natural { lines.append("PRIMARY KEY (\(schema.naturalKey.joined(separator: ", ")))") }
        if schema.identity == .issued { lines.append("UNIQUE (\(schema.naturalKey.joined(separator: ", ")))") }
        var sql = "CREATE TABLE \(schema.table) (\n    \(lines.joined(separator: ",\n    "))\n) STRICT;\n"
        if let table = schema.privateTable {
            let fields = schema.sensitiveFields.map { "\($0.name) TEXT" }
            sql += "CREATE TABLE \(table) (\n    id INTEGER NOT NULL PRIMARY KEY,\n    \(fields.joined(separator: ",\n    "))\n) STRICT;\n"
        }
        return sql
    }

    static func column(_ field: FieldDefinition) -> String {
        var text = "\(field.name) \(field.kind.isStoredAsInteger ? "INTEGER" : "TEXT")"
        if field.isRequired { text += " NOT NULL" }
        switch field.kind {
        case .bool: text += " CHECK (\(field.name) IN (0, 1))"
        case .integer(let range), .decimal(_, let range):
            text += " CHECK (\(field.name) BETWEEN \(range.lowerBound) AND \(range.upperBound))"
        case .money: text += " CHECK (\(field.name) >= 0)"
        case .reference(let noun): text += " REFERENCES \(Catalog.schema(noun)?.table ?? noun) (id)"
        case .key(let noun):
            if let schema = Catalog.schema(noun), schema.naturalKey.count == 1 {
                text += " REFERENCES \(schema.table) (\(schema.naturalKey[0]))"
            }
        case .text, .date, .instant, .period, .code: break
        }
        return text
    }
}

package import GRDB
package import JBEMCore

/// A record as it is named on a command line, with a text that says which it is.
package struct RecordName: Sendable, Hashable {
    package let name: String
    package let label: Localized

    package init(name: String, label: Localized) { (self.name, self.label) = (name, label) }
}

/// Names of records that begin with what was typed, for a shell that completes them: found by index, however many records there are.
package enum RecordNames {
    /// - Parameters:
    ///   - home: the office of the store, whose ids are short.
    ///   - limit: how many at most, the newest ids first.
    package static func beginning(
        with typed: String, of schema: RecordSchema, home: Int64, limit: Int = 100, in db: Database
    ) throws -> [RecordName] {
        guard schema.identity == .issued else { return try keys(typed, schema, limit, db) }
        let ids = try issued(typed, schema, home, limit, db)
        return ids.isEmpty && !typed.isEmpty ? try keys(typed, schema, limit, db) : ids
    }

    private static func issued(
        _ typed: String, _ schema: RecordSchema, _ home: Int64, _ limit: Int, _ db: Database
    ) throws -> [RecordName] {
        let head = schema.prefix + "-"
        let known = typed.uppercased()
        guard head.hasPrefix(known) || known.hasPrefix(head) else { return [] }
        // AC-4 is an own record, AC-500105000-4 one of that office.
        let parts = known.dropFirst(head.count).split(separator: "-", omittingEmptySubsequences: false)
        let digits = parts.last ?? ""
        guard parts.count <= 2, digits.isEmpty || Int64(digits) != nil, digits.count <= 7 else { return [] }
        guard let office = parts.count == 2 ? Int64(parts[0]) : home, (1...999_999_999).contains(office) else { return [] }
        let base = office * (RecordID.sequenceRange.upperBound + 1)
        var ranges = [base + 1...base + RecordID.sequenceRange.upperBound]
        if let number = Int64(digits) {
            let powers = (0...7 - digits.count).map { power in (0..<power).reduce(Int64(1)) { size, _ in size * 10 } }
            ranges = powers.reversed().map { base + number * $0...base + (number + 1) * $0 - 1 }
        }
        var names: [RecordName] = []
        for range in ranges where names.count < limit {
            let rows = try Row.fetchAll(
                db, sql: "SELECT \(label(schema)), id FROM \(schema.table) WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?",
                arguments: [range.lowerBound, range.upperBound, limit - names.count])
            names += rows.compactMap { row in
                RecordID(number: row[2]).map {
                    RecordName(
                        name: parts.count == 2 ? $0.text(prefix: schema.prefix) : $0.shortText(prefix: schema.prefix, home: home),
                        label: text(row))
                }
            }
        }
        return names
    }

    /// By the natural key, its parts joined with slashes; a key that cannot be typed so is left out.
    private static func keys(_ typed: String, _ schema: RecordSchema, _ limit: Int, _ db: Database) throws -> [RecordName] {
        // A key of references is written with their own names, which are not in this table.
        guard !schema.naturalKey.contains(where: { schema.field($0).map { if case .reference = $0.kind { true } else { false } } == true })
        else {
            return []
        }
        let names = schema.naturalKey.map { "\"\($0)\"" }
        let columns = names.map { "CAST(\($0) AS TEXT)" }.joined(separator: ", ")
        let isOne = names.count == 1
        // From the first part on by index; the others of so many are looked at one by one.
        let first = isOne ? typed : String(typed.prefix { $0 != "/" })
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(label(schema)), \(columns) FROM \(schema.table) WHERE \(names[0]) >= ? ORDER BY \(names.joined(separator: ", ")) LIMIT ?
                """,
            arguments: [first, isOne ? limit : 10 * limit])
        let found = rows.compactMap { row -> RecordName? in
            let parts = (2..<2 + names.count).map { row[$0] as String }
            guard isOne || !parts.contains(where: { $0.contains("/") || $0.contains(" ") }) else { return nil }
            return RecordName(name: parts.joined(separator: "/"), label: text(row))
        }
        return Array(found.filter { $0.name.hasPrefix(typed) }.prefix(limit))
    }

    private static func text(_ row: Row) -> Localized {
        let zh: String? = row[0]
        let en: String? = row[1]
        return Localized(zh ?? "", en ?? zh ?? "")
    }

    /// What tells people most about a record: its name or title, in both languages where there are two, else the first text that is listed.
    private static func label(_ schema: RecordSchema) -> String {
        let names = schema.storedFields.filter { field in
            if case .text = field.kind { return field.sensitivity == nil && !schema.naturalKey.contains(field.name) }
            return false
        }
        guard let zh = names.first(where: { ["name", "title", "zh"].contains($0.name) }) ?? names.first(where: \.isListed) else {
            return "NULL, NULL"
        }
        let en = names.first { [zh.name + "_en", zh.name == "zh" ? "en" : ""].contains($0.name) }
        return "\"\(zh.name)\", " + (en.map { "\"\($0.name)\"" } ?? "NULL")
    }

    /// The indicators of the plan in use.
    package static func indicators(in db: Database) throws -> [RecordName] {
        guard let plan = try Setting.plan.value(db) else { return [] }
        return try Row.fetchAll(db, sql: "SELECT name, name_en, id FROM indicator WHERE plan = ? ORDER BY position, id", arguments: [plan])
            .map { RecordName(name: $0[2], label: text($0)) }
    }

    /// The codes of a list with their words.
    package static func codes(_ list: String, in db: Database) throws -> [RecordName] {
        try Row.fetchAll(db, sql: "SELECT zh, en, code FROM code WHERE list = ? ORDER BY position, code", arguments: [list])
            .map { RecordName(name: $0[2], label: text($0)) }
    }
}

package import GRDB
package import JBEMCore

extension CodeBook {
    /// Reads code lists of the store, and the names of regions and offices as lists called after their nouns.
    ///
    /// - Parameter wanted: the lists; `nil` for all of them.
    package static func read(_ db: Database, lists wanted: Set<String>? = nil) throws -> CodeBook {
        var lists: [String: [CodeEntry]] = [:]
        let sql = "SELECT list, code, zh, en, position, number, valid_from, valid_to, is_verified FROM code"
        let cursor =
            if let wanted {
                try Row.fetchCursor(
                    db.cachedStatement(sql: "\(sql) WHERE list IN (SELECT value FROM json_each(?))"), arguments: [wanted.json])
            } else {
                try Row.fetchCursor(db.cachedStatement(sql: sql))
            }
        while let row = try cursor.next() {
            let entry = CodeEntry(
                code: row[1], label: Localized(row[2], row[3]), position: row[4], number: row[5],
                validFrom: (row[6] as String?).flatMap { CalendarDate(iso: $0) },
                validTo: (row[7] as String?).flatMap { CalendarDate(iso: $0) }, isVerified: row[8])
            lists[row[0], default: []].append(entry)
        }
        for noun in [Region.schema.noun, Office.schema.noun] where wanted?.contains(noun) ?? true {
            let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT code, name, name_en FROM \(noun)"))
            lists[noun] = rows.map { row in
                let name: String = row[1]
                return CodeEntry(code: row[0], label: Localized(name, row[2] ?? name), position: 0)
            }
        }
        return CodeBook(lists)
    }

    /// Reads what the fields of a noun are written in.
    package static func read(_ db: Database, for schema: RecordSchema) throws -> CodeBook {
        try read(
            db,
            lists: schema.fields.reduce(into: []) { lists, field in
                switch field.kind {
                case .code(let list), .key(let list): lists.insert(list)
                default: break
                }
            })
    }
}

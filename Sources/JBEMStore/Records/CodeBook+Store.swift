package import GRDB
package import JBEMCore

extension CodeBook {
    /// Reads every code list of the store, and the names of regions and offices as lists called after their nouns.
    package static func read(_ db: Database) throws -> CodeBook {
        var lists: [String: [CodeEntry]] = [:]
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT list, code, zh, en, position, number, valid_from, valid_to, is_verified FROM code")
        while let row = try cursor.next() {
            let entry = CodeEntry(
                code: row["code"], label: Localized(row["zh"], row["en"]), position: row["position"], number: row["number"],
                validFrom: (row["valid_from"] as String?).flatMap { CalendarDate(iso: $0) },
                validTo: (row["valid_to"] as String?).flatMap { CalendarDate(iso: $0) }, isVerified: row["is_verified"])
            lists[row["list"], default: []].append(entry)
        }
        for noun in [Region.schema.noun, Office.schema.noun] {
            let rows = try Row.fetchAll(db, sql: "SELECT code, name, name_en FROM \(noun)")
            lists[noun] = rows.map { row in
                let name: String = row["name"]
                return CodeEntry(code: row["code"], label: Localized(name, row["name_en"] ?? name), position: 0)
            }
        }
        return CodeBook(lists)
    }
}

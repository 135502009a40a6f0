package import GRDB
package import JBEMCore

/// Finding of substances and classes in the tables of GB 18218.
package enum HazmatLookup {
    /// The condition that `text` names the row `row` of `hazmat_substance`: by name, English name, other name or CAS number.
    static func matches(_ row: String, _ text: String) -> String {
        """
        (\(row).name = \(text) OR lower(\(row).name_en) = lower(\(text))
            OR instr(';' || coalesce(\(row).cas, '') || ';' || coalesce(\(row).aliases, '') || ';', ';' || \(text) || ';') > 0)
        """
    }

    /// A substance with its quantity as a term of the sums of GB 18218.
    ///
    /// The quantity of table 1 goes before that of a class; the factor of table 3 goes before that of the class given here, and that before
    /// the one that the substance has in the data.
    ///
    /// - Throws: `.data` for a name that is in no row or in several, or an unknown class.
    package static func term(substance: String, hazmatClass: String?, quantity: Rational, in db: Database) throws -> MajorSource.Term {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT name, name_en, critical, beta, class FROM hazmat_substance AS h WHERE \(matches("h", ":text")) ORDER BY number, name",
            arguments: ["text": substance])
        guard rows.count <= 1 else {
            let names = rows.map { $0["name"] as String }.joined(separator: "、")
            throw Failure(
                .data,
                Localized("“\(substance)” 在表1有 \(rows.count) 条：\(names)", "\"\(substance)\" means \(rows.count) rows of table 1: \(names)"))
        }
        let given = try hazmatClass.map { try classRow($0, in: db) }
        guard let row = rows.first else {
            guard let given, let hazmatClass else { throw unknown(substance) }
            return MajorSource.Term(
                name: Localized(verbatim: substance), hazmatClass: hazmatClass, quantity: quantity, critical: critical(given),
                beta: beta(given))
        }
        let own: String? = row["class"]
        let name: String = row["name"]
        let byClass = try given ?? own.map { try classRow($0, in: db) }
        return MajorSource.Term(
            name: Localized(name, row["name_en"] ?? name), hazmatClass: hazmatClass ?? own, quantity: quantity, critical: critical(row),
            beta: beta(row) ?? byClass.flatMap(beta))
    }

    private static func classRow(_ symbol: String, in db: Database) throws -> Row {
        if let row = try Row.fetchOne(db, sql: "SELECT critical, beta FROM hazmat_class WHERE symbol = ?", arguments: [symbol]) {
            return row
        }
        let symbols = try String.fetchAll(db, sql: "SELECT symbol FROM hazmat_class ORDER BY position")
        throw Failure(
            .data, Localized("没有危险性类别 “\(symbol)”", "there is no hazard class \"\(symbol)\""),
            hints: [Localized("类别：\(symbols.joined(separator: " "))", "classes: \(symbols.joined(separator: " "))")])
    }

    private static func critical(_ row: Row) -> Rational { Rational(scaled: row["critical"], places: HazmatScale.quantity) }
    private static func beta(_ row: Row) -> Rational? {
        (row["beta"] as Int64?).map { Rational(scaled: $0, places: HazmatScale.beta) }
    }

    private static func unknown(_ substance: String) -> Failure {
        Failure(
            .data, Localized("GB 18218 表1没有 “\(substance)”", "table 1 of GB 18218 has no \"\(substance)\""),
            hints: [
                Localized("名称见 jbem hazmat-substance list；不在表1的须给出类别", "jbem hazmat-substance list has the names; others need their class")
            ])
    }
}

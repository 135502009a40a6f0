internal import JBEMCore

/// A person acts only while holding the post.
enum TermInvariant {
    /// Checks the new rows of a table; a term that is cut short later leaves the records of before alone.
    ///
    /// - Parameters:
    ///   - columns: those that name a person.
    ///   - day: the column of the day on which they act.
    ///   - place: SQL for what names the row `t`.
    static func of(_ table: String, columns: [String], day: String, place: String) -> Invariant {
        let parts = columns.map { column in
            """
            SELECT \(place) AS place, p.name || '（' || p.number || '）在 ' || t.\(day) || ' 不在任（任职 ' || coalesce(p.valid_from, '…') || ' 至 '
                    || coalesce(p.valid_to, '…') || '）' AS zh,
                p.name || ' (' || p.number || ') is out of term on ' || t.\(day) || ' (in office from ' || coalesce(p.valid_from, '…') || ' to '
                    || coalesce(p.valid_to, '…') || ')' AS en
            FROM \(table) AS t JOIN person AS p ON p.id = t.\(column)
            WHERE t.id IN (SELECT id FROM touched WHERE name = '\(table)')
                AND (t.\(day) < p.valid_from OR t.\(day) > p.valid_to)
            """
        }
        return Invariant(tables: [table], sql: parts.joined(separator: "\nUNION ALL "))
    }
}

internal import JBEMCore

/// A code stays as long as a record is written in it.
///
/// Codes have no foreign key: one list serves fields of many tables.
enum CodeInvariant {
    static let usedCodesStay = Invariant(
        tables: [Code.schema.table],
        sql: Catalog.schemas.flatMap { schema in
            schema.storedFields.compactMap { field in
                guard case .code(let list) = field.kind else { return nil }
                return """
                    SELECT t.id || '/' || t.next AS place, '仍被\(schema.label.zh)的\(field.label.zh)使用；停用请填 valid_to' AS zh,
                        'is still used by a \(schema.label.en) (\(field.name)); to retire it, set valid_to' AS en
                    FROM touched AS t WHERE t.name = 'code' AND t.id = '\(list)' AND NOT EXISTS (SELECT 1 FROM code WHERE list = t.id AND code = t.next)
                        AND EXISTS (SELECT 1 FROM \(schema.table) WHERE "\(field.name)" = t.next)
                    """
            }
        }.joined(separator: "\nUNION ALL "))
}

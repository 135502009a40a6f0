internal import JBEMCore

/// The SQL from which the records of a noun are read: its table, with derived columns where the noun has them.
///
/// May use the named parameter `:as_of` (the last day, `YYYY-MM-DD`, whose documents count).
struct Relation: Sendable {
    let sql: String

    static func of(_ schema: RecordSchema) -> Relation {
        NounStore.of(schema)?.relation ?? Relation(sql: "SELECT * FROM \(schema.table)")
    }
}

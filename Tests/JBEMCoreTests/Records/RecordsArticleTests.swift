import JBEMCore
import JBEMTestSupport
import Testing

/// The article that lists every record type is what the schemas say; `RECORD=1` writes it.
@Suite struct RecordsArticleTests {
    @Test func theArticleSaysWhatTheSchemasSay() {
        Golden.check(Self.article, article: "Sources/JBEMCore/Documentation.docc/Records.md")
    }

    private static var article: String {
        """
        # Records

        Every record type with its fields, written by a test from the schemas.

        ## Overview

        Identifiers and SQL are English; Chinese stands in texts and data. "In 分" is a whole number of 1/100 yuan; "× 10⁻ⁿ" is a whole number
        of that fraction; a derived field has no column; a sensitive one has its masked copy in the table and its value in `<table>_private`.

        | Chinese | English | noun | table | id, natural key |
        |---|---|---|---|---|
        \(Catalog.schemas.map(noun).joined(separator: "\n"))

        \(Catalog.schemas.map(fields).joined(separator: "\n\n"))

        """
    }

    private static func noun(_ schema: RecordSchema) -> String {
        let key = schema.naturalKey.map { "`\($0)`" }.joined(separator: ", ")
        let id = schema.prefix.isEmpty ? key : "`\(schema.prefix)-…`, \(key)"
        return "| \(schema.label.zh) | \(schema.label.en) | `\(schema.noun)` | `\(schema.table)` | \(id) |"
    }

    private static func fields(_ schema: RecordSchema) -> String {
        """
        ## \(schema.label.zh) · `\(schema.noun)`

        \(schema.help.en)

        | Chinese | English | field | what it holds |
        |---|---|---|---|
        \(schema.fields.map(field).joined(separator: "\n"))
        """
    }

    private static func field(_ field: FieldDefinition) -> String {
        let kind =
            switch field.kind {
            case .text(let max): "text up to \(max)"
            case .integer: field.unit?.en ?? "whole number"
            case .decimal(let scale, _): "\(field.unit?.en ?? "number") × 10\(exponent(scale))"
            case .money(let unit): "\(unit.label.en), in 分"
            case .date: "date"
            case .instant: "instant, UTC"
            case .period: "period"
            case .bool: "yes or no"
            case .code(let list): "code list `\(list)`"
            case .reference(let noun): "id of `\(noun)`"
            case .key(let noun): "key of `\(noun)`"
            }
        let marks = [
            field.isRequired ? "required" : nil, field.isDerived ? "derived" : nil, field.sensitivity != nil ? "sensitive" : nil,
        ].compactMap(\.self)
        let words = ([kind] + marks).joined(separator: "; ")
        return "| \(field.label.zh) | \(field.label.en) | `\(field.name)` | \(words) |"
    }

    private static func exponent(_ scale: Int) -> String {
        "⁻" + String(scale).map { String(Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0.wholeNumberValue!]) }.joined()
    }
}

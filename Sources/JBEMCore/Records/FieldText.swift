/// How stored values are written for people and machines.
package struct FieldText: Sendable {
    package let codes: CodeBook
    package let home: Int64
    package let language: Language

    package init(codes: CodeBook, home: Int64, language: Language) {
        self.codes = codes
        self.home = home
        self.language = language
    }

    /// The value as people read it; empty for null.
    package func display(_ value: FieldValue, of field: FieldDefinition) -> String {
        switch (field.kind, value) {
        case (_, .null): ""
        case (.bool, .integer(let number)): (number != 0 ? Localized("是", "yes") : Localized("否", "no")).text(language)
        case (.code(let list), .text(let code)), (.key(let list), .text(let code)): codes.label(list, code: code).text(language)
        case (.reference(let noun), .integer(let id)): shortID(id, noun: noun)
        case (.instant, .text(let text)): Instant(rfc3339: text)?.localText() ?? text
        case (_, .integer(let number)): FixedPoint.text(number, scale: field.kind.decimalPlaces)
        case (_, .text(let text)): text
        }
    }

    /// The value as machines read it, the same under every language and locale; empty for null.
    package func machine(_ value: FieldValue, of field: FieldDefinition) -> String {
        switch (field.kind, value) {
        case (_, .null): ""
        case (.bool, .integer(let number)): number != 0 ? "1" : "0"
        case (.reference(let noun), .integer(let id)): fullID(id, noun: noun)
        case (_, .integer(let number)): FixedPoint.text(number, scale: field.kind.decimalPlaces)
        case (_, .text(let text)): text
        }
    }

    /// `AC-42` for own records, the full id for others.
    package func shortID(_ id: Int64, noun: String) -> String {
        guard let schema = Catalog.schema(noun), let record = RecordID(number: id) else { return String(id) }
        return record.shortText(prefix: schema.prefix, home: home)
    }

    /// `AC-500105000-42`.
    package func fullID(_ id: Int64, noun: String) -> String {
        guard let schema = Catalog.schema(noun), let record = RecordID(number: id) else { return String(id) }
        return record.text(prefix: schema.prefix)
    }
}

/// Reads `--where` filters against a schema.
package enum FilterReader {
    /// Finds the stored value of a record named by its natural key; `nil` if there is none.
    package typealias Lookup = (_ noun: String, _ key: String) throws -> FieldValue?

    /// Reads one filter; a record that `find` does not know is compared by the text that names it.
    ///
    /// - Throws: a usage failure that says what is wrong, or what `find` throws.
    package static func read(_ text: String, of schema: RecordSchema, in context: ReadingContext, find: Lookup) throws -> Filter {
        guard let parts = Filter.split(text) else {
            throw Failure(
                .usage, Localized("不是筛选条件：“\(text)”", "not a filter: \"\(text)\""),
                hints: [Localized("写作 字段=值、字段<值、字段~文字；多个值用逗号", "write field=value, field<value or field~text; several values with commas")])
        }
        guard let field = schema.field(matching: parts.field) else { throw schema.unknownField(parts.field) }
        let takesMany = parts.comparison == .equal || parts.comparison == .notEqual
        if takesMany, ValueText.isBlank(parts.value) { return Filter(field: field.name, comparison: parts.comparison, values: []) }
        if parts.comparison == .contains, !parts.value.isEmpty {
            return Filter(field: field.name, comparison: .contains, values: [.text(parts.value)])
        }
        let texts = takesMany ? parts.value.unicodeScalars.split(separator: ",").map { String($0) } : [parts.value]
        guard texts.contains(where: { !ValueText.isBlank($0) }) else {
            throw Failure(.usage, Localized("“\(text)” 没有值", "no value in \"\(text)\""), at: .init(field: field.name))
        }
        switch field.kind {
        case .date, .instant: return try dateFilter(parts, field, context)
        default: break
        }
        let values = try texts.filter { !ValueText.isBlank($0) }.map { text -> FieldValue in
            do {
                switch try field.read(text, in: context) {
                case .value(let value): return value
                case .naturalKey(let noun, let key): return try find(noun, key) ?? .text(key)
                }
            } catch let fault as Fault {
                throw Failure(.usage, fault.reason, at: .init(field: field.name))
            }
        }
        return Filter(field: field.name, comparison: parts.comparison, values: values)
    }

    /// A date filter takes expressions: `found_on=2024`, `due_on<today`, `occurred_on>=7d`.
    private static func dateFilter(_ parts: Filter.Text, _ field: FieldDefinition, _ context: ReadingContext) throws -> Filter {
        let period: DatePeriod
        do {
            period = try DateExpression.parse(parts.value, today: context.today)
        } catch {
            throw Failure(.usage, error.reason, at: .init(field: field.name))
        }
        let isInstant = field.kind == .instant
        let first = isInstant ? Instant(period.first).fieldValue : period.first.fieldValue
        let last = isInstant ? Instant(period.last, hour: 23, minute: 59, second: 59).fieldValue : period.last.fieldValue
        switch parts.comparison {
        case .less, .greaterOrEqual: return Filter(field: field.name, comparison: parts.comparison, values: [first])
        case .greater, .lessOrEqual: return Filter(field: field.name, comparison: parts.comparison, values: [last])
        case .notEqual where first == last: return Filter(field: field.name, comparison: .notEqual, values: [first])
        case .notEqual:
            throw Failure(.usage, Localized("!= 只能接一天", "!= takes a single day"), at: .init(field: field.name))
        default: return Filter(field: field.name, comparison: .within, values: [first, last])
        }
    }
}

extension RecordSchema {
    /// A usage error that names the close fields.
    package func unknownField(_ name: String) -> Failure {
        func close(_ language: Language) -> [String] {
            ListSuggestion.closest(to: name, among: fields.flatMap { [$0.name, $0.label.text(language)] })
        }
        let (zh, en) = (close(.zh), close(.en))
        let hint =
            zh.isEmpty && en.isEmpty
            ? Localized("字段：\(fields.map(\.name).joined(separator: " "))", "fields: \(fields.map(\.name).joined(separator: " "))")
            : Localized(
                "是否指 \((zh.isEmpty ? en : zh).joined(separator: "、"))？", "did you mean \((en.isEmpty ? zh : en).joined(separator: ", "))?")
        return Failure(.usage, Localized("\(label.zh)没有字段 “\(name)”", "\(label.en) has no field \"\(name)\""), hints: [hint])
    }
}

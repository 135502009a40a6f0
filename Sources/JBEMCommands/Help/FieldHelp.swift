internal import JBEMCore
internal import JBEMOperations

/// The table of a noun's fields: name, label and unit, what may stand in it, whether it must, an example.
struct FieldHelp {
    private let schema: RecordSchema
    private let codes: CodeLists
    private let examples: [String: String]

    init(_ schema: RecordSchema, _ codes: CodeLists) {
        (self.schema, self.codes) = (schema, codes)
        examples = HelpExamples.values(of: schema.noun)
    }

    var blocks: [HelpBlock] {
        let key = schema.naturalKey.joined(separator: " + ")
        return [
            .heading(Localized("字段（* 必填；导入时以 \(key) 识别同一条）", "Fields (* required; an import recognises a record by \(key))")),
            .terms(schema.fields.map { HelpTerm(Localized(verbatim: mark($0) + $0.name), text($0)) }),
        ]
    }

    /// The fields that a verb takes.
    static func blocks(of given: [GivenFields], _ codes: CodeLists) -> [HelpBlock] {
        let terms = given.flatMap { group in
            let help = FieldHelp(group.schema, codes)
            return group.fields.map { field in
                HelpTerm(
                    Localized(verbatim: (group.required.contains(field.name) ? "* " : "  ") + field.name), help.text(field, of: group))
            }
        }
        return terms.isEmpty ? [] : [.heading(Localized("字段（* 必填）", "Fields (* required)")), .terms(terms)]
    }

    private func mark(_ field: FieldDefinition) -> String { field.isRequired && field.standard == nil ? "* " : "  " }

    private func text(_ field: FieldDefinition, of verb: GivenFields? = nil) -> Localized {
        var notes = [type(field.kind)]
        switch field.writability {
        case .anyone: break
        case .once where verb != nil: break
        case .once: notes.append(Localized("写后不改", "fixed once written"))
        case .operation(let verb): notes.append(Localized("由 \(verb) 写入", "written by \(verb)"))
        case .derived: notes.append(Localized("计算得出", "computed"))
        }
        if let standard = verb?.defaults[field.name] ?? standard(field) { notes.append(Localized("默认 ", "default ") + standard) }
        if field.sensitivity != nil { notes.append(Localized("个人信息", "personal")) }
        if let help = field.help { notes.append(help) }
        if let example = examples[field.name] { notes.append(Localized("例 \(example)", "such as \(example)")) }
        return Localized(
            field.header.zh + "：" + notes.map(\.zh).joined(separator: "；"), field.header.en + ": " + notes.map(\.en).joined(separator: "; ")
        )
    }

    /// What a new record has where nothing is given; an empty text says nothing.
    private func standard(_ field: FieldDefinition) -> Localized? {
        switch field.standard {
        case .integer(let value)? where field.kind == .bool: value == 1 ? Localized("是", "yes") : Localized("否", "no")
        case .integer(let value)?: Localized(verbatim: String(value))
        case .text(let text)? where !text.isEmpty: Localized(verbatim: text)
        default: nil
        }
    }

    private func type(_ kind: FieldKind) -> Localized {
        switch kind {
        case .text(let max): Localized("文字，最多 \(max) 字", "text, at most \(max) characters")
        case .integer(let range): Localized("整数", "whole number") + bounds(range.lowerBound, range.upperBound, scale: 0)
        case .decimal(let scale, let range): Localized("数", "number") + bounds(range.lowerBound, range.upperBound, scale: scale)
        case .money: Localized("金额", "amount")
        case .date: Localized("日期", "date")
        case .instant: Localized("时刻", "time")
        case .period: Localized("期间", "period")
        case .bool: Localized("是/否", "yes/no")
        case .code(let list): code(list)
        case .reference(let noun), .key(let noun): Localized(verbatim: "→ \(noun)")
        }
    }

    /// A range that says something; one without end does not.
    private func bounds(_ low: Int64, _ high: Int64, scale: Int) -> Localized {
        let bound = Int64(1_000_000_000)
        func text(_ value: Int64) -> String { FixedPoint.text(value, scale: scale) }
        if high >= bound { return low <= -bound ? Localized("", "") : Localized(verbatim: " ≥ \(text(low))") }
        return Localized(verbatim: " \(text(low))…\(text(high))")
    }

    /// Short lists are written out; of long ones the beginning, and where the rest is.
    private func code(_ list: String) -> Localized {
        let all = codes.codes(list)
        guard !all.isEmpty else { return Localized("代码 \(list)", "code of \(list)") }
        let shown = all.prefix(all.count > 9 ? 6 : 9)
        let zh = shown.map { "\($0.code) \($0.label.zh)" }.joined(separator: "、")
        let en = shown.map(\.code).joined(separator: ", ")
        guard shown.count < all.count else { return Localized("代码：\(zh)", "one of \(en)") }
        let rest = "jbem code list --where list=\(list)"
        return Localized("代码，共 \(all.count)：\(zh) …（\(rest)）", "one of \(all.count): \(en) … (\(rest))")
    }
}

internal import JBEMCore

/// Which field each column of a file means.
struct ColumnMap {
    enum Target {
        case field(FieldDefinition, unit: MoneyUnit?)
        /// The number of the record in the store that the file comes from.
        case number
        /// Known and without effect: fields that the store computes.
        case ignored
        /// The sign of synthetic data.
        case sampleSign
    }

    let targets: [Target]
    /// Names of the columns that the program computes itself and does not read.
    let ignored: [String]

    /// Matches headers by `--map`, field name, label and aliases.
    ///
    /// - Parameter map: column name to field name; an empty field name ignores the column; `nil` where the command has no such option.
    /// - Throws: `.data` listing unknown and repeated columns with the close fields.
    init(_ source: ImportSource, of schema: RecordSchema, map: [String: String]?) throws {
        var faults: [Fault] = []
        var ignored: [String] = []
        var seen: [String: String] = [:]
        var targets: [Target] = []
        for header in source.header {
            guard let target = try ColumnMap.target(header, of: schema, map: map ?? [:]) else {
                let close = ListSuggestion.closest(to: header, among: schema.fields.flatMap { [$0.name, $0.label.zh] })
                let hint =
                    close.isEmpty
                    ? Localized("", "")
                    : Localized("；是否指 \(close.joined(separator: "、"))？", "; did you mean \(close.joined(separator: ", "))?")
                faults.append(
                    Fault(Localized("未知的列\(hint.zh)", "unknown column\(hint.en)"), at: .init(file: source.name, line: 1, field: header)))
                targets.append(.ignored)
                continue
            }
            if case .field(let field, _) = target {
                if let other = seen[field.name] {
                    faults.append(
                        Fault(
                            Localized("与列 “\(other)” 同为字段 \(field.name)", "means the field \(field.name), as \"\(other)\" does"),
                            at: .init(file: source.name, line: 1, field: header)))
                }
                seen[field.name] = header
            } else if case .ignored = target {
                ignored.append(header)
            }
            targets.append(target)
        }
        guard faults.isEmpty else {
            var failure = Failure(.data, Localized("表头有误，什么也没有写入", "the header has faults; nothing was written"), details: faults)
            failure.hints = [
                map.map { _ in Localized("用 --map 列名=字段 指定，--map 列名= 忽略该列", "use --map column=field, or --map column= to leave it out") },
                Localized(
                    "字段：\(schema.storedFields.map(\.name).joined(separator: " "))",
                    "fields: \(schema.storedFields.map(\.name).joined(separator: " "))"),
            ].compactMap(\.self)
            throw failure
        }
        self.targets = targets
        self.ignored = ignored
    }

    private static func target(_ header: String, of schema: RecordSchema, map: [String: String]) throws -> Target? {
        let trimmed = ValueText.trimmed(header)
        if let mapped = map[trimmed] {
            guard !mapped.isEmpty else { return .ignored }
            guard let field = schema.field(matching: mapped) else { throw schema.unknownField(mapped) }
            return .field(field, unit: nil)
        }
        if trimmed == "is_sample" { return .sampleSign }
        // What a file of rejected rows says about them.
        if trimmed == RejectsFile.reasonColumn { return .ignored }
        if trimmed == "id" && schema.identity == .issued { return .number }
        let (name, unit) = HeaderUnit.split(trimmed)
        if let field = schema.field(matching: trimmed) ?? schema.field(matching: name) {
            switch field.writability {
            case .derived, .operation: return .ignored
            case .anyone, .once: return .field(field, unit: unit.flatMap { MoneyUnit(symbol: $0) })
            }
        }
        // JSON carries amounts twice: in 分 and, for people, in yuan.
        if trimmed.hasSuffix("_yuan"), schema.field(String(trimmed.dropLast(5))) != nil { return .ignored }
        return nil
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// Prints help in the session's language, wrapped by terminal cells.
enum HelpCommand {
    static func print(_ path: [String], _ session: Session) throws {
        let lines = path.isEmpty ? rootLines(session) : try commandLines(try CommandHelp(path), session)
        try session.out(lines.joined(separator: "\n") + "\n")
    }

    static func width(_ session: Session) -> Int { min(session.terminal.width ?? 80, 120) }

    private static func rootLines(_ session: Session) -> [String] {
        let language = session.language
        var lines = [
            Localized("jbem —— 江北应急管理：规划、台账、指标", "jbem — Jiangbei emergency management: plan, records, indicators").text(language), "",
            Localized("用法：jbem [选项] 名词 [动词] [参数]", "usage: jbem [options] <noun> [<verb>] [arguments]").text(language),
        ]
        for group in NounGroup.allCases {
            let nouns = JBEM.nouns.filter { $0.group == group }
            guard !nouns.isEmpty else { continue }
            lines += ["", group.label.text(language)]
            lines += columns(
                nouns.map { noun in
                    let alias = language == .zh ? noun.aliases.first.map { " (\($0))" } ?? "" : ""
                    return (noun.name + alias, Localized(dumped: noun.type.configuration.abstract).text(language))
                }, session)
        }
        let footer = [
            Localized("只写名词即 list；名词后接编号即 show。", "A bare noun is list; an id after a noun is show.").text(language),
            Localized(
                "jbem 名词 --help 看动词与字段；jbem help 主题：\(HelpTopic.allCases.map(\.rawValue).joined(separator: " "))",
                "jbem <noun> --help shows verbs and fields; jbem help <topic>: \(HelpTopic.allCases.map(\.rawValue).joined(separator: " "))"
            ).text(language),
        ]
        return lines + [""] + footer.flatMap { CellWidth().wrap($0, to: width(session)) }
    }

    private static func commandLines(_ help: CommandHelp, _ session: Session) throws -> [String] {
        let language = session.language
        let name = (["jbem"] + help.path).joined(separator: " ")
        let title = name + Localized(" —— ", " — ").text(language) + help.abstract.text(language)
        let positional = help.items.filter(\.isPositional).map { $0.isOptional ? "[\($0.usage)]" : $0.usage }
        let words =
            help.verbs.isEmpty
            ? positional + [Localized("[选项]", "[options]").text(language)] : [Localized("动词 …", "<verb> …").text(language)]
        var lines = CellWidth().wrap(title, to: width(session)) + [""]
        lines.append(Localized("用法：", "usage: ").text(language) + ([name] + words).joined(separator: " "))
        if !help.verbs.isEmpty {
            lines += ["", Localized("动词", "Verbs").text(language)]
            lines += columns(help.verbs.map { ($0.name, $0.abstract.text(language)) }, session)
        }
        let isGlobal = Set(try globalNames())
        for (title, items) in [
            (Localized("参数", "Arguments"), help.items.filter(\.isPositional)),
            (Localized("选项", "Options"), help.items.filter { !$0.isPositional && isGlobal.isDisjoint(with: $0.names) }),
            (Localized("通用选项", "Global options"), help.items.filter { !isGlobal.isDisjoint(with: $0.names) }),
        ] where !items.isEmpty {
            lines += ["", title.text(language)]
            lines += columns(items.map { ($0.usage, $0.text.text(language)) }, session)
        }
        if let schema = Catalog.schema(help.path[0]) { lines += fieldLines(schema, session) }
        return lines
    }

    private static func fieldLines(_ schema: RecordSchema, _ session: Session) -> [String] {
        let language = session.language
        let rows = schema.fields.map { field -> (String, String) in
            var notes = [field.kind.name]
            if case .code(let list) = field.kind { notes = ["code \(list)"] }
            if case .reference(let noun) = field.kind { notes = ["→ \(noun)"] }
            if case .key(let noun) = field.kind { notes = ["→ \(noun)"] }
            if field.isRequired, field.standard == nil { notes.append(Localized("必填", "required").text(language)) }
            if case .operation(let verb) = field.writability {
                notes.append(Localized("由 \(verb) 写入", "written by \(verb)").text(language))
            }
            if field.isDerived { notes.append(Localized("计算得出", "computed").text(language)) }
            if field.sensitivity != nil { notes.append(Localized("个人信息", "personal").text(language)) }
            if let help = field.help { notes.append(help.text(language)) }
            let colon = Localized("：", ": ").text(language)
            return (field.name, field.header.text(language) + colon + notes.joined(separator: Localized("；", "; ").text(language)))
        }
        let key = schema.naturalKey.joined(separator: " + ")
        let heading = Localized("字段（导入时以 \(key) 识别同一条）", "Fields (an import recognises a record by \(key))").text(language)
        return [""] + CellWidth().wrap(heading, to: width(session)) + columns(rows, session)
    }

    private static func globalNames() throws -> [String] {
        try CommandHelp(["log", "head"]).items.flatMap(\.names)
    }

    /// Two columns: names, and texts wrapped beside them.
    static func columns(_ rows: [(name: String, text: String)], _ session: Session) -> [String] {
        let cells = CellWidth()
        let widest = min(rows.map { cells.width(of: $0.name) }.max() ?? 0, 30)
        let room = max(width(session) - widest - 4, 24)
        return rows.flatMap { row -> [String] in
            let wrapped = cells.wrap(row.text, to: room)
            let indent = String(repeating: " ", count: widest + 4)
            let rest = wrapped.dropFirst().map { indent + $0 }
            guard cells.width(of: row.name) <= widest else { return ["  " + row.name] + wrapped.map { indent + $0 } }
            return ["  " + cells.pad(row.name, to: widest, alignment: .leading) + "  " + (wrapped.first ?? "")] + rest
        }
    }
}

/// `jbem help [topic]`.
struct HelpTopicCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "help", abstract: "帮助：命令或主题␟help on a command or topic", helpNames: [])

    @Argument(help: "主题，或命令␟a topic, or a command")
    var words: [String] = []
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        guard let first = words.first else { return try HelpCommand.print([], session) }
        if let topic = HelpTopic(rawValue: first) {
            let cells = CellWidth()
            let lines = topic.text.text(session.language).split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
                line.hasPrefix("  ") ? [String(line)] : cells.wrap(String(line), to: HelpCommand.width(session))
            }
            return try session.out(lines.joined(separator: "\n") + "\n")
        }
        try HelpCommand.print([NounName.canonical(first) ?? first] + words.dropFirst(), session)
    }
}

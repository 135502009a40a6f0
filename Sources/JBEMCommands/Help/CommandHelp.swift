internal import ArgumentParser
internal import JBEMCore

/// The definition of one command, read from the argument parser's own dump, so that help can never differ from parsing.
struct CommandHelp {
    struct Item {
        let isPositional: Bool
        let isFlag: Bool
        let names: [String]
        let valueName: String
        let isOptional: Bool
        let isRepeating: Bool
        let text: Localized
        let values: [String]

        /// One of the options that mean the same on every command.
        var isGlobal: Bool { !isPositional && !CommandHelp.globalNames.isDisjoint(with: names) }

        var term: HelpTerm { HelpTerm(usage, text) }

        /// `-o, --output <output>` or `<id> …`.
        var usage: Localized {
            if isPositional { return ValueWord.text(valueName) + Localized(verbatim: isRepeating ? " …" : "") }
            let joined = names.joined(separator: ", ")
            return Localized(verbatim: isFlag ? joined : "\(joined) <\(valueName)>")
        }
    }

    let path: [String]
    let type: any ParsableCommand.Type
    let abstract: Localized
    let verbs: [(name: String, abstract: Localized)]
    let items: [Item]

    /// - Throws: `.usage` if there is no such command.
    init(_ path: [String]) throws {
        var type: any ParsableCommand.Type = JBEM.self
        for word in path {
            guard let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
                let verbs = type.configuration.subcommands.compactMap { $0.configuration.commandName }
                throw Failure(
                    .usage, Localized("没有命令 “\(path.joined(separator: " "))”", "there is no command \"\(path.joined(separator: " "))\""),
                    hints: [ListSuggestion.hint(for: word, among: verbs)].compactMap(\.self))
            }
            type = next
        }
        self.path = path
        self.type = type
        abstract = Localized(dumped: type.configuration.abstract)
        verbs = type.configuration.subcommands.map { ($0.configuration.commandName ?? "", Localized(dumped: $0.configuration.abstract)) }
        // A noun's own options are those of its default verb, whose help says them.
        let shown = type.configuration.subcommands.isEmpty ? type : nil
        items = try shown.map { try CommandHelp.items(of: $0) } ?? []
    }

    /// The options that mean the same on every command: `log head` has no others.
    static var global: [Item] { (try? CommandHelp(["log", "head"]).items) ?? [] }

    private static let globalNames = Set(global.flatMap(\.names))

    private static func items(of type: any ParsableCommand.Type) throws -> [Item] {
        let dump = try StrictJSON.parse(type._dumpHelp())
        return (dump.object?["command"]?.object?["arguments"]?.array ?? []).compactMap { argument in
            guard let object = argument.object, object["shouldDisplay"]?.bool != false else { return nil }
            let names = (object["names"]?.array ?? []).compactMap { name -> String? in
                guard let kind = name.object?["kind"]?.string, let text = name.object?["name"]?.string else { return nil }
                return kind == "short" ? "-\(text)" : "--\(text)"
            }
            let kind = object["kind"]?.string
            return Item(
                isPositional: kind == "positional", isFlag: kind == "flag", names: names.sorted { $0.utf8.count < $1.utf8.count },
                valueName: object["valueName"]?.string ?? "value", isOptional: object["isOptional"]?.bool ?? false,
                isRepeating: object["isRepeating"]?.bool ?? false, text: Localized(dumped: object["abstract"]?.string ?? ""),
                values: (object["allValues"]?.array ?? []).compactMap(\.string))
        }
    }
}

/// What stands for an argument in usage lines and messages: the parser knows only the names of our variables.
enum ValueWord {
    private static let words: [String: Localized] = [
        "assignments": Localized("字段=值", "field=value"), "arguments": Localized("物资=数量或字段=值", "item=quantity or field=value"),
        "name": Localized("编号", "id"), "names": Localized("编号", "id"),
        "id": Localized("编号", "id"), "ids": Localized("编号", "id"), "key": Localized("规划", "plan"), "file": Localized("文件", "file"),
        "files": Localized("文件", "file"), "folder": Localized("文件夹", "folder"), "words": Localized("主题或命令", "topic or command"),
        "sql": Localized("SQL", "SQL"), "place": Localized("库点", "place"), "item": Localized("项", "item"), "lot": Localized("批次", "lot"),
        "risk": Localized("风险点", "risk"), "person": Localized("人员", "person"), "scenario": Localized("情景", "scenario"),
        "subject": Localized("对象", "subject"), "period": Localized("期间", "period"), "day": Localized("日期", "day"),
        "count": Localized("天数", "days"), "old": Localized("旧规划", "old plan"), "new": Localized("新规划", "new plan"),
        "shell": Localized("shell", "shell"),
    ]

    static func isKnown(_ variable: String) -> Bool { words[variable] != nil }

    /// `<id>` for the variable `name`.
    static func text(_ variable: String) -> Localized {
        let word = words[variable] ?? Localized(verbatim: variable)
        return Localized("<\(word.zh)>", "<\(word.en)>")
    }
}

extension Localized {
    /// Reads `中文␟English`.
    init(dumped text: String) {
        let parts = text.split(separator: "␟", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(parts[0], parts.count == 2 ? parts[1] : parts[0])
    }
}

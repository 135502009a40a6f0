internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations

/// A verb that takes fields of records which it fills in and writes itself.
protocol FieldTaking: ParsableCommand {
    static var givenFields: [GivenFields] { get }
}

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

        /// `-o, --output <file>` or `<id> …`.
        var usage: Localized {
            if isPositional { return ValueWord.text(valueName) + Localized(verbatim: isRepeating ? " …" : "") }
            let joined = Localized(verbatim: names.joined(separator: ", "))
            return isFlag ? joined : joined + Localized(verbatim: " ") + ValueWord.text(valueName)
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

    /// The fields that the verb takes as `field=value`; none for those of records themselves.
    var givenFields: [GivenFields] { (type as? any FieldTaking.Type)?.givenFields ?? [] }

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

extension Localized {
    /// Reads `中文␟English`.
    init(dumped text: String) {
        let parts = text.split(separator: "␟", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(parts[0], parts.count == 2 ? parts[1] : parts[0])
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations

/// What can stand where the cursor is.
struct Completer {
    struct Candidate: Equatable {
        /// The whole word.
        let word: String
        let text: Localized

        init(_ word: String, _ text: Localized = Localized("", "")) { (self.word, self.text) = (word, text) }
    }

    enum Answer: Equatable {
        case words([Candidate])
        /// The shell knows its files better.
        case files
    }

    private let values: CompletionValues

    init(_ session: Session) { values = CompletionValues(session) }

    /// - Parameters:
    ///   - words: the words before the cursor's, without the program.
    ///   - current: the word at the cursor, as far as it is typed.
    func answer(_ words: [String], _ current: String) -> Answer {
        guard let (path, arguments, noun) = place(words) else {
            if let last = words.last, let answer = values(of: last, [], "", current) { return answer }
            guard words.allSatisfy({ $0.hasPrefix("-") }) || words.dropLast().last.map(ArgumentNormalizer.valued.contains) == true else {
                return .words([])
            }
            return .words(current.hasPrefix("-") ? beginning(current, options(["log", "head"])) : nouns(current))
        }
        if let last = words.last, let answer = values(of: last, path, noun, current) { return answer }
        guard let help = try? CommandHelp(path) else { return .words([]) }
        if !help.verbs.isEmpty, arguments.isEmpty {
            let verbs = beginning(current, help.verbs.map { Candidate($0.name, $0.abstract) })
            if current.hasPrefix("-") { return .words(beginning(current, options(path + ["list"]))) }
            return .words(verbs.isEmpty ? names(noun, current) : verbs)
        }
        if current.hasPrefix("-"), !arguments.contains("--") {
            if let mark = current.firstIndex(of: "="),
                let answer = values(of: String(current[..<mark]), path, noun, String(current[current.index(after: mark)...]))
            {
                return prefixed(current[...mark], answer)
            }
            return .words(beginning(current, options(path)))
        }
        return positional(help, path, arguments, noun, current)
    }

    // MARK: - Where the cursor is

    /// The command that the words name, its further words without options, and its noun.
    private func place(_ words: [String]) -> (path: [String], arguments: [String], noun: String)? {
        var rest = words[...]
        while let first = rest.first, first.hasPrefix("-") {
            rest.removeFirst()
            if ArgumentNormalizer.valued.contains(first), !rest.isEmpty { rest.removeFirst() }
        }
        guard let first = rest.popFirst(), let command = JBEM.noun(NounName.canonical(first) ?? first) else { return nil }
        var path = [command.name]
        var type = command.type
        while let word = rest.first, let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word }) {
            path.append(word)
            type = next
            rest.removeFirst()
        }
        let valued = Set(((try? CommandHelp(path).items) ?? []).filter { !$0.isFlag && !$0.isPositional }.flatMap(\.names))
        var arguments: [String] = []
        while let word = rest.popFirst() {
            if word.hasPrefix("-"), word != "-", word != "--" {
                if valued.contains(word), !rest.isEmpty { rest.removeFirst() }
            } else {
                arguments.append(word)
            }
        }
        return (path, arguments, command.name)
    }

    private func nouns(_ current: String) -> [Candidate] {
        let named = JBEM.nouns.map { Candidate($0.name, Localized(dumped: $0.type.configuration.abstract)) }
        // Chinese names only for those who type Chinese: every noun once is enough.
        let aliases = JBEM.nouns.flatMap { noun in noun.aliases.map { Candidate($0, Localized(verbatim: noun.name)) } }
        return beginning(current, current.utf8.allSatisfy { $0 < 128 } ? named : aliases)
    }

    private func options(_ path: [String]) -> [Candidate] {
        let items = (try? CommandHelp(path).items.filter { !$0.isPositional }) ?? []
        return items.compactMap { item in item.names.last.map { Candidate($0, item.text) } } + [
            Candidate("--help", Localized("帮助", "help"))
        ]
    }

    // MARK: - Values

    /// The values of an option; `nil` for what is no option with a value.
    private func values(of option: String, _ path: [String], _ noun: String, _ current: String) -> Answer? {
        guard option.hasPrefix("-"),
            let item = (try? CommandHelp(path).items)?.first(where: { $0.names.contains(option) }) ?? global(option),
            !item.isFlag
        else { return nil }
        if !item.values.isEmpty { return .words(beginning(current, item.values.map { Candidate($0) })) }
        switch item.names.last ?? "" {
        case "--fields", "--sort": return .words(list(current, Catalog.schema(noun)))
        case "--where": return .words(assignment(current, Catalog.schema(noun), filters: true))
        case "--db", "--output", "--text", "--rejects", "--batch", "--to", "--anchor", "--alert-command": return .files
        case "--color": return .words(beginning(current, ["auto", "always", "never"].map { Candidate($0) }))
        case let name: return .words(values.names(String(name.dropFirst(2)), current))
        }
    }

    private func global(_ option: String) -> CommandHelp.Item? {
        CommandHelp.global.first { $0.names.contains(option) }
    }

    private func positional(_ help: CommandHelp, _ path: [String], _ arguments: [String], _ noun: String, _ current: String) -> Answer {
        let places = help.items.filter(\.isPositional)
        guard let item = arguments.count < places.count ? places[arguments.count] : places.last(where: \.isRepeating) else {
            return .words([])
        }
        switch item.valueName {
        case "assignments": return .words(assignment(current, Catalog.schema(noun), filters: false))
        case "file", "files", "folder": return .files
        case "words" where noun == "help":
            return .words(beginning(current, HelpTopic.allCases.map { Candidate($0.rawValue, $0.title) }) + nouns(current))
        case "name", "names", "id", "ids", "key": return .words(names(noun, current))
        case let other:
            return .words(item.values.isEmpty ? values.names(other, current) : beginning(current, item.values.map { Candidate($0) }))
        }
    }

    private func names(_ noun: String, _ current: String) -> [Candidate] {
        noun == "kpi" ? values.indicators(current) : values.names(noun, current)
    }

    /// `field=`, then the values of that field.
    private func assignment(_ current: String, _ schema: RecordSchema?, filters: Bool) -> [Candidate] {
        guard let schema else { return [] }
        guard let mark = current.firstIndex(of: "=") else {
            let fields = schema.fields.filter { filters || $0.writability == .anyone || $0.writability == .once }
            return beginning(current, fields.map { Candidate($0.name + "=", $0.header) })
        }
        let name = current[..<mark]
        guard let field = schema.field(matching: String(name)) else { return [] }
        // A condition may name several values.
        let typed = current[current.index(after: mark)...]
        let start = filters ? typed.lastIndex(of: ",").map { typed.index(after: $0) } ?? typed.startIndex : typed.startIndex
        return values.values(of: field.kind, String(typed[start...])).map { Candidate(current[..<start] + $0.word, $0.text) }
    }

    /// Fields with commas between; those that are there already are not offered again.
    private func list(_ current: String, _ schema: RecordSchema?) -> [Candidate] {
        guard let schema else { return [] }
        let start = current.lastIndex(of: ",").map { current.index(after: $0) } ?? current.startIndex
        let (before, typed) = (current[..<start], current[start...])
        let sign = typed.hasPrefix("-") ? "-" : ""
        let used = Set(before.split(separator: ",").map { $0.hasPrefix("-") ? $0.dropFirst() : $0 })
        let fields = schema.fields.filter { !used.contains($0.name[...]) && $0.name.hasPrefix(typed.dropFirst(sign.count)) }
        return fields.map { Candidate(before + sign + $0.name, $0.header) }
    }

    private func beginning(_ typed: String, _ candidates: [Candidate]) -> [Candidate] { candidates.filter { $0.word.hasPrefix(typed) } }

    private func prefixed(_ head: Substring, _ answer: Answer) -> Answer {
        guard case .words(let candidates) = answer else { return answer }
        return .words(candidates.map { Candidate(head + $0.word, $0.text) })
    }
}

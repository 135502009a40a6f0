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
        let place = place(words)
        // Only options may stand before a noun.
        if place == nil, !Completer.withoutLeadingOptions(words).isEmpty { return .words([]) }
        let options = place.map(\.options) ?? ["log", "head"]
        if let last = words.last, let answer = values(of: last, options, place?.noun ?? "", current) { return answer }
        if current.hasPrefix("-"), place?.arguments.contains("--") != true {
            if let mark = current.firstIndex(of: "="),
                let answer = values(
                    of: String(current[..<mark]), options, place?.noun ?? "", String(current[current.index(after: mark)...]))
            {
                return prefixed(current[...mark], answer)
            }
            return .words(beginning(current, self.options(options)))
        }
        guard let place else { return .words(nouns(current)) }
        guard let help = try? CommandHelp(place.path) else { return .words([]) }
        guard help.verbs.isEmpty else {
            guard place.arguments.isEmpty else { return .words([]) }
            let verbs = beginning(current, help.verbs.map { Candidate($0.name, $0.abstract) })
            return .words(verbs.isEmpty ? names(place.noun, current) : verbs)
        }
        return positional(help, place, current)
    }

    // MARK: - Where the cursor is

    private struct Place {
        var path: [String]
        /// Further words, options apart.
        var arguments: [String] = []
        let noun: String
        /// The noun whose records the verb is about: the last one before it.
        var record: String { path.dropLast().last { Catalog.schema($0) != nil } ?? noun }
        /// The command whose options are meant: a bare noun is `list`, with an id it is `show`.
        var options: [String]
    }

    /// The words from the noun on.
    private static func withoutLeadingOptions(_ words: [String]) -> ArraySlice<String> {
        var rest = words[...]
        while let first = rest.first, first.hasPrefix("-") { rest = rest.dropFirst(ArgumentNormalizer.valued.contains(first) ? 2 : 1) }
        return rest
    }

    private func place(_ words: [String]) -> Place? {
        var rest = Completer.withoutLeadingOptions(words)
        guard let first = rest.popFirst(), var command = JBEM.noun(NounName.canonical(first) ?? first) else { return nil }
        if let next = rest.first, let longer = JBEM.noun("\(command.name)-\(next)") {
            command = longer
            rest.removeFirst()
        }
        var place = Place(path: [command.name], noun: command.name, options: [])
        var type = command.type
        while let word = rest.first, let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word }) {
            place.path.append(word)
            type = next
            rest.removeFirst()
        }
        let isWhole = type.configuration.subcommands.isEmpty
        place.options = isWhole ? place.path : place.path + ["list"]
        let valued = Set(((try? CommandHelp(place.options).items) ?? []).filter { !$0.isFlag && !$0.isPositional }.flatMap(\.names))
        while let word = rest.popFirst() {
            if word.hasPrefix("-"), word != "-", word != "--" {
                if valued.contains(word) { rest = rest.dropFirst() }
            } else {
                place.arguments.append(word)
            }
        }
        if !isWhole, !place.arguments.isEmpty { place.options = place.path + ["show"] }
        return place
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
        if ValueWord.isPath(item.valueName) { return .files }
        switch item.valueName {
        case "fields": return .words(list(current, Catalog.schema(noun), signs: false))
        case "sort": return .words(list(current, Catalog.schema(noun), signs: true))
        case "where": return .words(assignment(current, Catalog.schema(noun), isList: true) { _ in true })
        case "warehouse": return .words(values.places(current))
        case "object": return .words(values.subjects(current))
        case "color": return .words(beginning(current, ["auto", "always", "never"].map { Candidate($0) }))
        case let name: return .words(values.names(name, current))
        }
    }

    private func global(_ option: String) -> CommandHelp.Item? {
        CommandHelp.global.first { $0.names.contains(option) }
    }

    private func positional(_ help: CommandHelp, _ place: Place, _ current: String) -> Answer {
        if place.noun == "help" { return .words(beginning(current, topics(place.arguments))) }
        let places = help.items.filter(\.isPositional)
        let count = place.arguments.count
        guard let item = count < places.count ? places[count] : places.last(where: \.isRepeating) else { return .words([]) }
        if ValueWord.isPath(item.valueName) { return .files }
        switch item.valueName {
        case "assignments": return .words(assignments(place, current))
        case "name", "names", "id", "ids", "key": return .words(names(place.record, current))
        case "place": return .words(values.places(current))
        case "subject": return .words(values.subjects(current))
        case "arguments":
            return .words(values.names("item", current).map { Candidate($0.word + "=", $0.text) } + assignments(place, current))
        case let other:
            return .words(item.values.isEmpty ? values.names(other, current) : beginning(current, item.values.map { Candidate($0) }))
        }
    }

    /// `add` and `set` take fields of the noun, other verbs those that they say.
    private func assignments(_ place: Place, _ current: String) -> [Candidate] {
        guard ["add", "set"].contains(place.path.last) else {
            let given = (try? CommandHelp(place.path).givenFields) ?? []
            return given.flatMap { group in
                let names = Set(group.fields.map(\.name))
                return assignment(current, group.schema, isList: false) { names.contains($0.name) }
            }
        }
        let isNew = place.path.last == "add"
        return assignment(current, Catalog.schema(place.noun), isList: false) {
            $0.writability == .anyone || isNew && $0.writability == .once
        }
    }

    /// What `help` can be asked for behind these words.
    private func topics(_ words: [String]) -> [Candidate] {
        guard let first = words.first else { return HelpTopic.allCases.map { Candidate($0.rawValue, $0.title) } + nouns("") }
        let verbs = (try? CommandHelp([NounName.canonical(first) ?? first] + words.dropFirst()))?.verbs ?? []
        return verbs.map { Candidate($0.name, $0.abstract) }
    }

    private func names(_ noun: String, _ current: String) -> [Candidate] {
        noun == "kpi" ? values.indicators(current) : values.names(noun, current)
    }

    /// `field=`, then the values of that field.
    ///
    /// - Parameters:
    ///   - isList: several values may stand there, with commas between.
    ///   - offers: whether a field is offered.
    private func assignment(
        _ current: String, _ schema: RecordSchema?, isList: Bool, offers: (FieldDefinition) -> Bool
    ) -> [Candidate] {
        guard let schema else { return [] }
        guard let mark = current.firstIndex(of: "=") else {
            return beginning(current, schema.fields.filter(offers).map { Candidate($0.name + "=", $0.header) })
        }
        let name = current[..<mark]
        guard let field = schema.field(matching: String(name)), offers(field) else { return [] }
        let typed = current[current.index(after: mark)...]
        let start = isList ? typed.lastIndex(of: ",").map { typed.index(after: $0) } ?? typed.startIndex : typed.startIndex
        let used = Set(typed[..<start].split(separator: ",").map(String.init))
        return values.values(of: field.kind, String(typed[start...])).filter { !used.contains($0.word) }
            .map { Candidate(current[..<start] + $0.word, $0.text) }
    }

    /// Fields with commas between; those that are there already are not offered again.
    private func list(_ current: String, _ schema: RecordSchema?, signs: Bool) -> [Candidate] {
        guard let schema else { return [] }
        let start = current.lastIndex(of: ",").map { current.index(after: $0) } ?? current.startIndex
        let (before, typed) = (current[..<start], current[start...])
        let sign = signs && typed.hasPrefix("-") ? "-" : ""
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

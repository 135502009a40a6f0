internal import ArgumentParser
internal import JBEMCore

/// Brings the arguments into the order that the parser knows: `noun verb … options`.
///
/// Options may stand before the noun; a bare noun means `list`; a bare id or name after a noun means `show`.
enum ArgumentNormalizer {
    /// Options of `GlobalOptions` that take a value.
    static let valued: Set<String> = [
        "--db", "-O", "--format", "-o", "--output", "--lang", "--color", "--width", "--lock-timeout", "--actor",
    ]

    static func normalize(_ arguments: [String]) throws -> [String] {
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("-"), first != "-", first != "--" {
            guard !["--version", "-h", "--help"].contains(first) else { break }
            leading.append(rest.removeFirst())
            if valued.contains(first), let value = rest.first {
                leading.append(value)
                rest.removeFirst()
            }
        }
        // Options without a noun ask for nothing: the overview is shown.
        guard let noun = rest.first else {
            try checkKnown(leading)
            return []
        }
        if noun == "--version" { return [noun] }
        var words = Array(rest)
        words[0] = NounName.canonical(noun) ?? noun
        words = try withVerb(words)
        guard !leading.isEmpty else { return words }
        // Before `--`, which ends the options.
        let end = words.firstIndex(of: "--") ?? words.endIndex
        return Array(words[..<end]) + leading + Array(words[end...])
    }

    /// `accident AC-12` is `accident show AC-12`; `accident report …` is `accident-report …`.
    ///
    /// - Throws: `.usage` for an unknown noun or verb, with the close ones.
    private static func withVerb(_ words: [String]) throws -> [String] {
        guard let command = JBEM.noun(words[0]) else {
            guard words[0].hasPrefix("-") else { throw unknownNoun(words[0]) }
            return words
        }
        guard words.count > 1, !words[1].hasPrefix("-") else { return words }
        if words[0] == "import" { throw oneFile(words[1]) }
        if JBEM.noun("\(words[0])-\(words[1])") != nil { return try withVerb(["\(words[0])-\(words[1])"] + words.dropFirst(2)) }
        let verbs = command.verbs
        guard !verbs.isEmpty, !verbs.contains(words[1]), words[1] != "help" else { return words }
        guard verbs.contains("show"), looksLikeName(words[1]), synonym(words[1], verbs) == nil else {
            throw unknownVerb(words[1], of: command)
        }
        return [words[0], "show"] + words.dropFirst()
    }

    /// `jbem import person.csv`: a file is imported by its noun.
    private static func oneFile(_ path: String) -> Failure {
        let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
        let noun = Catalog.schema(stem).map { Localized(verbatim: $0.noun) } ?? Localized("名词", "NOUN")
        return Failure(
            .usage, Localized("import 只读文件夹（--batch）", "import reads folders only (--batch)"),
            hints: [Localized("一个文件：jbem \(noun.zh) import \(path)", "one file: jbem \(noun.en) import \(path)")])
    }

    private static func checkKnown(_ options: [String]) throws {
        let known = CommandHelp.global.flatMap(\.names) + ["--version", "--help"]
        let given = options.filter { $0.hasPrefix("-") }.map { String($0.prefix { $0 != "=" }) }
        guard let unknown = given.first(where: { !known.contains($0) }) else { return }
        throw Failure(
            .usage, Localized("没有选项 \(unknown)", "there is no option \(unknown)"),
            hints: [ListSuggestion.hint(for: unknown, among: known) ?? Localized("见 jbem help options", "see jbem help options")])
    }

    private static func unknownNoun(_ word: String) -> Failure {
        let close = ListSuggestion.hint(for: word, among: JBEM.nouns.map(\.name) + JBEM.nouns.flatMap(\.aliases))
        return Failure(
            .usage, Localized("没有名词 “\(word)”", "there is no noun \"\(word)\""),
            hints: [close ?? Localized("用 jbem --help 查看名词", "jbem --help lists the nouns")])
    }

    private static func unknownVerb(_ word: String, of command: JBEM.NounCommand) -> Failure {
        let verbs = command.verbs
        let list = verbs.joined(separator: " ")
        return Failure(
            .usage, Localized("\(command.name) 没有动词 “\(word)”", "\(command.name) has no verb \"\(word)\""),
            hints: [
                synonym(word, verbs) ?? ListSuggestion.hint(for: word, among: verbs) ?? Localized("动词：\(list)", "verbs: \(list)")
            ])
    }

    /// The verb for what other programs call it.
    private static func synonym(_ word: String, _ verbs: [String]) -> Localized? {
        let others = [
            "rm": ["delete", "remove", "del", "删除"], "set": ["edit", "update", "change", "modify", "修改"],
            "add": ["new", "create", "insert", "新增"], "show": ["view", "get", "info", "查看"], "list": ["ls", "search", "find", "列出"],
        ]
        guard let verb = others.first(where: { $0.value.contains(word) })?.key, verbs.contains(verb) else { return nil }
        return Localized("是否想写 \(verb)？", "did you mean \(verb)?")
    }

    /// No verb has digits, capitals, slashes or Chinese in it.
    private static func looksLikeName(_ word: String) -> Bool {
        word.contains { $0.isNumber || $0.isUppercase || $0 == "/" || !$0.isASCII }
    }
}

/// Nouns by their Chinese names.
enum NounName {
    static func canonical(_ word: String) -> String? {
        JBEM.aliases[word]
    }
}

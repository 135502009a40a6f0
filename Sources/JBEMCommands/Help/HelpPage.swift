internal import ArgumentParser
package import JBEMCore

/// What is said about one command, made of its definition, its schema and its examples, before a terminal or a manual page lays it out.
package struct HelpPage: Sendable {
    /// `jbem hazard list`
    package let name: String
    package let abstract: Localized
    package let usage: Localized
    package let blocks: [HelpBlock]

    /// - Parameters:
    ///   - path: the words of a command; none for the overview.
    ///   - codes: the code lists, where they can be read.
    /// - Throws: `.usage` if there is no such command.
    package init(_ path: [String], codes: CodeLists) throws {
        if path.isEmpty {
            self = HelpPage.overview
            return
        }
        let help = try CommandHelp(path)
        name = (["jbem"] + path).joined(separator: " ")
        abstract = help.abstract
        usage = Localized(verbatim: name) + help.words
        let schema = Catalog.schema(path[0])
        let verb = path.count == 2 ? RecordVerb(rawValue: path[1]) : nil
        blocks =
            HelpPage.section(Localized("例子", "Examples"), HelpExamples.of(path).map { [.examples($0)] } ?? [])
            + HelpPage.terms(Localized("动词", "Verbs"), help.verbs.map { HelpTerm(Localized(verbatim: $0.name), $0.abstract) })
            + HelpPage.terms(Localized("参数", "Arguments"), help.items.filter(\.isPositional).map(\.term))
            + HelpPage.options(help)
            + (path.count == 1 || verb == .add ? schema.map { FieldHelp($0, codes).blocks } ?? [] : [])
            + FieldHelp.blocks(of: help.givenFields, codes)
            + HelpPage.further(help, path, hasFields: schema != nil && verb != .add && help.givenFields.isEmpty)
    }

    private init(name: String, abstract: Localized, usage: Localized, blocks: [HelpBlock]) {
        (self.name, self.abstract, self.usage, self.blocks) = (name, abstract, usage, blocks)
    }

    /// The options of the command itself.
    private static func options(_ help: CommandHelp) -> [HelpBlock] {
        terms(Localized("选项", "Options"), help.items.filter { !$0.isPositional && !$0.isGlobal }.map(\.term))
    }

    /// Where the rest is: the options that mean the same everywhere, and the fields.
    private static func further(_ help: CommandHelp, _ path: [String], hasFields: Bool) -> [HelpBlock] {
        guard help.verbs.isEmpty else {
            let name = path.joined(separator: " ")
            let bare = help.type.configuration.defaultSubcommand?.configuration.commandName.map { verb in
                Localized("；不写动词即 \(verb)：jbem \(name) \(verb) -h", "; no verb means \(verb): jbem \(name) \(verb) -h")
            }
            return section(
                Localized("另见", "See also"),
                [
                    .text(
                        Localized("每个动词的选项：jbem \(name) 动词 -h", "options of a verb: jbem \(name) <verb> -h")
                            + (bare ?? Localized("", "")))
                ])
        }
        let global = help.items.filter { !$0.isPositional && $0.isGlobal }.compactMap(\.names.first).joined(separator: " ")
        let fields = hasFields ? Localized("；字段：jbem \(path[0]) -h", "; fields: jbem \(path[0]) -h") : Localized("", "")
        return section(
            Localized("另见", "See also"),
            [
                .text(
                    Localized("通用选项 \(global)：jbem help options", "global options \(global): jbem help options") + fields)
            ])
    }

    private static func terms(_ title: Localized, _ terms: [HelpTerm]) -> [HelpBlock] {
        section(title, terms.isEmpty ? [] : [.terms(terms)])
    }

    private static func section(_ title: Localized, _ blocks: [HelpBlock]) -> [HelpBlock] {
        blocks.isEmpty ? [] : [.heading(title)] + blocks
    }

    private static var overview: HelpPage {
        let groups = NounGroup.allCases.flatMap { group in
            terms(
                group.label,
                JBEM.nouns.filter { $0.group == group }.map { noun in
                    let alias = noun.aliases.first.map { " (\($0))" } ?? ""
                    return HelpTerm(Localized(noun.name + alias, noun.name), Localized(dumped: noun.type.configuration.abstract))
                })
        }
        let topics = HelpTopic.allCases.map { HelpTerm(Localized(verbatim: $0.rawValue), $0.title) }
        return HelpPage(
            name: "jbem", abstract: Localized(dumped: JBEM.configuration.abstract),
            usage: Localized("jbem [选项] 名词 [动词] [参数]", "jbem [options] <noun> [<verb>] [arguments]"),
            blocks: section(Localized("例子", "Examples"), HelpExamples.of([]).map { [.examples($0)] } ?? []) + groups
                + section(
                    Localized("主题", "TOPICS"),
                    [.text(Localized("jbem help 主题", "jbem help <topic>")), .terms(topics)])
                + section(
                    Localized("要点", "GOOD TO KNOW"),
                    [
                        .text(
                            Localized(
                                "只写名词即 list，名词后接编号即 show；-h 可放在任何命令后面，例如 jbem hazard -h。",
                                "A bare noun is list, an id after a noun is show; -h helps behind any command, as in jbem hazard -h."))
                    ]))
    }
}

extension CommandHelp {
    /// What follows the name of the command in its usage.
    fileprivate var words: Localized {
        guard verbs.isEmpty else { return Localized(" 动词 …", " <verb> …") }
        return items.filter { $0.isPositional || !$0.isOptional }.reduce(Localized("", "")) { text, item in
            text + (item.isOptional ? Localized(" [\(item.usage.zh)]", " [\(item.usage.en)]") : Localized(verbatim: " ") + item.usage)
        } + Localized(" [选项]", " [options]")
    }
}

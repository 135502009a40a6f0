internal import ArgumentParser
internal import JBEMCore

/// The root of the command tree.
struct JBEM: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "jbem",
            abstract: "江北应急管理：规划、台账、指标␟Jiangbei emergency management: plan, records, indicators",
            subcommands: nouns.map(\.type), helpNames: [])
    }

    /// A noun of the command tree with its verbs, for normalising and help.
    struct NounCommand: Sendable {
        let name: String
        let label: Localized
        let group: NounGroup
        let aliases: [String]
        let verbs: Set<String>
        let type: any ParsableCommand.Type
    }

    static let nouns: [NounCommand] = oversight + preparedness + Catalog.nouns.map { recordNoun($0) } + storeNouns

    static let aliases: [String: String] = nouns.reduce(into: [:]) { map, noun in
        for alias in noun.aliases { map[alias] = noun.name }
    }

    static func noun(_ name: String) -> NounCommand? { nouns.first { $0.name == name } }

    static func command(_ type: any ParsableCommand.Type, _ label: Localized, _ group: NounGroup, aliases: [String] = []) -> NounCommand {
        let configuration = type.configuration
        return NounCommand(
            name: configuration.commandName ?? "", label: label, group: group, aliases: aliases,
            verbs: Set(configuration.subcommands.compactMap { $0.configuration.commandName }), type: type)
    }

    private static func recordNoun(_ noun: any Noun.Type) -> NounCommand {
        func open<N: Noun>(_ type: N.Type) -> NounCommand {
            command(NounRoot<N>.self, N.schema.label, N.schema.group, aliases: N.schema.aliases)
        }
        return open(noun)
    }
}

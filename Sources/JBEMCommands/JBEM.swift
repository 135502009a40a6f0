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

    /// A noun of the command tree, for normalising and help. Its commands are looked up when they are wanted: most runs want one noun.
    struct NounCommand: Sendable {
        let name: String
        let label: Localized
        let group: NounGroup
        let aliases: [String]
        fileprivate let command: @Sendable () -> any ParsableCommand.Type

        var type: any ParsableCommand.Type { command() }

        /// In the order of help; empty for a noun that is a command itself.
        var verbs: [String] { type.configuration.subcommands.compactMap { $0.configuration.commandName } }
    }

    static let nouns: [NounCommand] = oversight + preparedness + Catalog.nouns.map { recordNoun($0) } + storeNouns

    static let aliases: [String: String] = nouns.reduce(into: [:]) { map, noun in
        for alias in noun.aliases { map[alias] = noun.name }
    }

    static func noun(_ name: String) -> NounCommand? { nouns.first { $0.name == name } }

    static func command(
        _ name: String, _ type: any ParsableCommand.Type, _ label: Localized, _ group: NounGroup, aliases: [String] = []
    ) -> NounCommand {
        NounCommand(name: name, label: label, group: group, aliases: aliases) { type }
    }

    private static func recordNoun(_ noun: any Noun.Type) -> NounCommand {
        func open<N: Noun>(_ type: N.Type) -> NounCommand {
            NounCommand(name: N.schema.noun, label: N.schema.label, group: N.schema.group, aliases: N.schema.aliases) { NounRoot<N>.self }
        }
        return open(noun)
    }
}

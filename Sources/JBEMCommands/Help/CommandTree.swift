internal import ArgumentParser

/// The commands by their words.
package enum CommandTree {
    /// The words of each command that runs, in the order of the tree.
    package static var paths: [[String]] { leaves(JBEM.self, []) }

    /// The command that the first words name, and the arguments that are left for it; `nil` where only the parser of the whole tree can
    /// tell.
    static func command(_ arguments: [String]) -> (type: any ParsableCommand.Type, rest: [String])? {
        guard let name = arguments.first, let noun = JBEM.noun(name) else { return nil }
        var type = noun.type
        var rest = arguments.dropFirst()
        while case let subcommands = type.configuration.subcommands, !subcommands.isEmpty {
            guard let next = subcommands.first(where: { $0.configuration.commandName == rest.first }) else { return nil }
            type = next
            rest.removeFirst()
        }
        return (type, Array(rest))
    }

    private static func leaves(_ type: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
        let verbs = type.configuration.subcommands
        guard !verbs.isEmpty else { return [path] }
        return verbs.flatMap { leaves($0, path + [$0.configuration.commandName ?? ""]) }
    }

    /// The long names of a command's options that take a value, and how many arguments it has.
    ///
    /// - Throws: `.usage` if there is no such command.
    package static func inputs(of path: [String]) throws -> (options: [String], arguments: Int) {
        let items = try CommandHelp(path).items
        return (items.filter { !$0.isPositional && !$0.isFlag }.compactMap(\.names.last), items.count(where: \.isPositional))
    }
}

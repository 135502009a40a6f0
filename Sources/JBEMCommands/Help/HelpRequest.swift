internal import ArgumentParser

/// Finds out whether, and about what, help is asked for.
enum HelpRequest {
    /// The command path that help is wanted for; `nil` if the arguments are a command to run.
    static func path(in arguments: [String]) -> [String]? {
        guard let first = arguments.first else { return [] }
        let beforeEnd = arguments.prefix { $0 != "--" }
        if first == "help", !beforeEnd.contains("-h"), !beforeEnd.contains("--help") { return nil }
        guard beforeEnd.contains("-h") || beforeEnd.contains("--help") || beforeEnd.last == "help" else { return nil }
        return command(in: beforeEnd)
    }

    /// The command path that the arguments name.
    static func command(in arguments: ArraySlice<String>) -> [String] {
        var path: [String] = []
        var type: any ParsableCommand.Type = JBEM.self
        for word in arguments {
            guard let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else { continue }
            path.append(word)
            type = next
        }
        return path
    }
}

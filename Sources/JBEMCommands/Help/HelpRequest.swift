internal import ArgumentParser

/// Finds out whether, and about what, help is asked for.
enum HelpRequest {
    /// The command path that help is wanted for; `nil` if the arguments are a command to run.
    static func path(in arguments: [String]) -> [String]? {
        let first = arguments.first
        let beforeEnd = arguments.prefix { $0 != "--" }
        if first == "help", !beforeEnd.contains("-h"), !beforeEnd.contains("--help") { return nil }
        guard beforeEnd.contains("-h") || beforeEnd.contains("--help") || beforeEnd.last == "help" else { return nil }
        return command(in: beforeEnd)
    }

    /// The width that is asked for; another option has to be read before the command is.
    static func width(in arguments: [String]) -> Int? {
        EarlyOption.values(of: "--width", in: arguments).compactMap { Int($0) }.first { (20...10_000).contains($0) }
    }

    /// The command path that the arguments name.
    static func command(in arguments: ArraySlice<String>) -> [String] {
        var path: [String] = []
        var type: any ParsableCommand.Type = JBEM.self
        for word in arguments {
            let name = path.isEmpty ? NounName.canonical(word) ?? word : word
            guard let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == name }) else { continue }
            path.append(name)
            type = next
        }
        return path
    }
}

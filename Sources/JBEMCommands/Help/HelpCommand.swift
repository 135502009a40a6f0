internal import ArgumentParser
internal import Glibc
internal import JBEMCore
internal import JBEMOperations

/// Prints help in the session's language, laid out for the terminal.
enum HelpCommand {
    /// - Parameters:
    ///   - path: the words of a command; none for the overview.
    ///   - width: cells of a line; the terminal's, at most 120, or 80 where there is none.
    static func show(_ path: [String], width: Int?, _ session: Session) throws {
        let page = try HelpPage(path, codes: CodeLists(session))
        try show(layout(width, session).lines(page), session)
    }

    static func show(_ topic: HelpTopic, width: Int?, _ session: Session) throws {
        try show(layout(width, session).lines([.heading(topic.title)] + topic.blocks), session)
    }

    /// What a bare `jbem` says: the overview, or the first steps where there is no store yet.
    static func showStart(_ session: Session) throws {
        guard access(session.storePath, F_OK) != 0 else { return try show([], width: nil, session) }
        try show(layout(nil, session).lines(FirstSteps.blocks(session.storePath, data: (try? session.dataFolder()) ?? "Data")), session)
    }

    private static func layout(_ width: Int?, _ session: Session) -> HelpLayout {
        HelpLayout(width: width ?? min(session.terminal.width ?? 80, 120), language: session.language)
    }

    private static func show(_ lines: [String], _ session: Session) throws {
        try session.out(lines.drop { $0.isEmpty }.joined(separator: "\n") + "\n")
    }
}

/// `jbem help [topic]`.
struct HelpTopicCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "help", abstract: "帮助：命令或主题␟help on a command or topic", helpNames: [])

    @Argument(help: "主题，或命令␟a topic, or a command")
    var words: [String] = []
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        guard let first = words.first else { return try HelpCommand.show([], width: global.width, session) }
        if let topic = HelpTopic(rawValue: first), words.count == 1 || JBEM.noun(first) == nil {
            guard words.count == 1 else {
                throw Failure(.usage, Localized("主题后面不再有词：“\(words[1])”", "nothing follows a topic: \"\(words[1])\""))
            }
            return try HelpCommand.show(topic, width: global.width, session)
        }
        let noun = NounName.canonical(first) ?? first
        guard JBEM.noun(noun) != nil else {
            let known = HelpTopic.allCases.map(\.rawValue) + JBEM.nouns.map(\.name)
            throw Failure(
                .usage, Localized("没有主题或命令 “\(first)”", "there is no topic or command \"\(first)\""),
                hints: [ListSuggestion.hint(for: first, among: known) ?? Localized("用 jbem help 查看", "jbem help lists them")])
        }
        let longer = words.count > 1 ? JBEM.noun("\(noun)-\(words[1])") : nil
        let path = longer.map { [$0.name] + words.dropFirst(2) } ?? [noun] + words.dropFirst()
        try HelpCommand.show(path, width: global.width, session)
    }
}

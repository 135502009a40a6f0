internal import ArgumentParser
internal import JBEMCore
package import JBEMOperations
internal import JBEMOutput

/// A command that runs in a session.
protocol SessionCommand: ParsableCommand {
    var global: GlobalOptions { get }
    func run(_ session: Session) throws
}

/// Runs the program: the one place where errors become text and exit codes.
package enum CommandLineTool {
    /// Parses the arguments and runs the command.
    ///
    /// - Parameter arguments: without the program's name.
    /// - Returns: the exit code.
    package static func run(_ arguments: [String], _ base: Session) -> Int32 {
        var session = base
        // Messages quote arguments, files and records.
        session.err = { [err = base.err] in err(PersonalPattern.masked($0)) }
        session.language = LanguageChoice.language(arguments, environment: base.terminal.environment)
        do {
            if arguments.first == CompletionAnswer.name {
                try? CompletionAnswer.answer(Array(arguments.dropFirst()), session)
                return 0
            }
            let normalized = try ArgumentNormalizer.normalize(arguments)
            guard !normalized.isEmpty else {
                try HelpCommand.showStart(session)
                return 0
            }
            if let path = HelpRequest.path(in: normalized) {
                try HelpCommand.show(path, width: HelpRequest.width(in: normalized), session)
                return 0
            }
            if normalized == ["--version"] {
                try session.out("jbem \(Version.text)\n")
                return 0
            }
            let command = try parsed(normalized)
            guard let command = command as? any SessionCommand else {
                try HelpCommand.show([], width: nil, session)
                return 0
            }
            session = try command.global.applied(to: session, arguments: normalized)
            try command.run(session)
            return 0
        } catch let failure as Failure {
            report(failure, arguments: arguments, session)
            return failure.kind.exitCode
        } catch {
            let failure = Failure(.bug, Localized(verbatim: "\(error)"))
            report(failure, arguments: arguments, session)
            return failure.kind.exitCode
        }
    }

    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        do {
            // The parser looks through all there is below its root: the command alone is parsed in a fraction of the time.
            if let (type, rest) = CommandTree.command(arguments) { return try type.parseAsRoot(rest) }
            return try JBEM.parseAsRoot(arguments)
        } catch {
            throw ParseFailure.failure(error, of: HelpRequest.command(in: arguments[...]))
        }
    }

    private static func report(_ failure: Failure, arguments: [String], _ session: Session) {
        let language = session.language
        // What a check found is the output itself; only the code says so.
        if failure.kind == .found, failure.message.zh.isEmpty { return }
        var lines = failure.details.map { line($0.location, $0.reason, language) }
        lines.append(line(failure.location ?? .init(), failure.message, language))
        for hint in failure.hints {
            lines.append(Localized("提示：", "hint: ").text(language) + hint.text(language))
        }
        let visible = lines.map { OutputGate.visible($0) }
        session.err(visible.joined(separator: "\n") + "\n")
        if wantsJSON(arguments) { session.err(json(failure, language).text(pretty: false) + "\n") }
    }

    private static func line(_ location: Failure.Location, _ message: Localized, _ language: Language) -> String {
        let place = location.text
        return "jbem: " + (place.isEmpty ? "" : place + ": ") + message.text(language)
    }

    private static func wantsJSON(_ arguments: [String]) -> Bool {
        arguments.contains("--json") || arguments.contains("--format=json")
            || zip(arguments, arguments.dropFirst()).contains { ["-O", "--format"].contains($0.0) && $0.1 == "json" }
    }

    private static func json(_ failure: Failure, _ language: Language) -> JSONValue {
        func place(_ location: Failure.Location?) -> [(key: String, value: JSONValue)] {
            [
                ("file", .optional(location?.file)), ("line", .optional(location?.line.map { Int64($0) })),
                ("field", .optional(location?.field)),
            ]
        }
        let details = failure.details.map { fault in
            JSONValue.object(place(fault.location) + [("message", .string(fault.reason.text(language)))])
        }
        return .object([
            (
                "error",
                .object(
                    [
                        ("kind", .string(failure.kind.rawValue)), ("exit_code", .integer(Int64(failure.kind.exitCode))),
                        ("message", .string(failure.message.text(language))),
                    ]
                        + place(failure.location)
                        + [("hints", .array(failure.hints.map { .string($0.text(language)) })), ("details", .array(details))])
            )
        ])
    }
}

/// The version of the program.
package enum Version {
    package static let text = "0.1.0"
    /// The day of the version, for manual pages.
    package static let date = "2026-11-26"
}

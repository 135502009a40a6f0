package import JBEMCore
package import JBEMStore

/// The outside world as one value: where the store is, what time it is, who acts, where text goes.
///
/// Values and closures without logic, so that tests run with a fixed clock, width, language and seed.
package struct Session {
    package var storePath: String
    package var now: Instant
    package var language: Language
    package var actor: String
    package var osUser: String
    package var host: String
    /// Seconds to wait for other writers.
    package var lockTimeout: Double
    package var terminal: Terminal
    package var makeUUID: () -> String
    /// The folder Data, or a failure that lists where it was looked for.
    package var dataFolder: () throws -> String
    /// Reads a whole file; `-` is standard input.
    package var readFile: (String) throws -> [UInt8]
    package var out: @Sendable (String) throws -> Void
    package var err: @Sendable (String) -> Void
    /// Ends this process after so many seconds with these last words, and bounds its memory; 0 seconds lift that. Does nothing where a
    /// process has more to do than one command.
    package var boundProcess: (_ seconds: Int, _ words: String) -> Void = { _, _ in }
    /// The store of a program that uses it again and again; `nil` opens it for each operation.
    package var kept: KeptStore?

    package init(
        storePath: String, now: Instant, language: Language, actor: String, osUser: String, host: String, lockTimeout: Double,
        terminal: Terminal, makeUUID: @escaping () -> String, dataFolder: @escaping () throws -> String,
        readFile: @escaping (String) throws -> [UInt8], out: @escaping @Sendable (String) throws -> Void,
        err: @escaping @Sendable (String) -> Void
    ) {
        self.storePath = storePath
        self.now = now
        self.language = language
        self.actor = actor
        self.osUser = osUser
        self.host = host
        self.lockTimeout = lockTimeout
        self.terminal = terminal
        self.makeUUID = makeUUID
        self.dataFolder = dataFolder
        self.readFile = readFile
        self.out = out
        self.err = err
    }

    /// What is known about the terminal; in a pipe or under cron all of it is "no".
    package struct Terminal: Sendable {
        package var isInputTerminal: Bool
        package var isOutputTerminal: Bool
        package var isErrorTerminal: Bool
        /// Cells of a line, if the output is a terminal or a width was given.
        package var width: Int?
        package var environment: [String: String]

        package init(isInputTerminal: Bool, isOutputTerminal: Bool, isErrorTerminal: Bool, width: Int?, environment: [String: String]) {
            self.isInputTerminal = isInputTerminal
            self.isOutputTerminal = isOutputTerminal
            self.isErrorTerminal = isErrorTerminal
            self.width = width
            self.environment = environment
        }
    }

    /// The local date of now.
    package var today: CalendarDate { now.local().date }

    package var origin: Action.Origin { .init(at: now, actor: actor, osUser: osUser, host: host) }

    /// - Throws: `.permission` if the environment says that nothing may be written.
    func refuseWriting() throws {
        guard let value = terminal.environment["JBEM_READONLY"], !value.isEmpty, value != "0" else { return }
        throw Failure(
            .permission, Localized("JBEM_READONLY 已设，不能写", "JBEM_READONLY is set: nothing is written"),
            hints: [Localized("要写就先 unset JBEM_READONLY", "to write, unset JBEM_READONLY")])
    }

    /// Opens the store.
    package func open(_ access: Store.Access) throws -> Store {
        if access == .write { try refuseWriting() }
        if let kept { return try kept.store(for: access) }
        return try Store.open(storePath, for: access, lockTimeout: lockTimeout)
    }
}

/// What is the same for every writing operation.
package struct WriteOptions: Sendable {
    package var isDryRun: Bool
    package var note: String?
    /// The command and arguments as typed, for the journal; sensitive values are masked by the operation.
    package var name: String
    package var arguments: [String]

    package init(isDryRun: Bool = false, note: String? = nil, name: String, arguments: [String] = []) {
        self.isDryRun = isDryRun
        self.note = note
        self.name = name
        self.arguments = arguments
    }

    func action(_ kind: Action.Kind = .command, in session: Session) -> Action {
        Action(
            kind: kind, name: name, arguments: arguments.map(PersonalPattern.masked),
            note: note.map(PersonalPattern.masked), origin: session.origin)
    }
}

/// What a write reports: the change, and the ids and number of the rows.
package struct WriteReport: Sendable {
    package let change: Int64?
    package let ids: [String]
    package let rows: Int
    package let isDryRun: Bool

    package init(change: Int64?, ids: [String], rows: Int, isDryRun: Bool) {
        self.change = change
        self.ids = ids
        self.rows = rows
        self.isDryRun = isDryRun
    }
}

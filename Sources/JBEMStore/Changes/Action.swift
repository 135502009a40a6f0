package import JBEMCore

/// What a user asked for, as the change journal keeps it.
package struct Action: Sendable {
    package enum Kind: String, Sendable {
        case `init`, command, `import`, undo, redo, migration, reveal, purge
    }

    package var kind: Kind
    /// The command in words: `hazard add`.
    package var name: String
    /// The arguments, sensitive values masked.
    package var arguments: [String]
    package var note: String?
    package var origin: Origin
    /// The change that this one undoes or redoes.
    package var undoes: Int64?

    package init(kind: Kind = .command, name: String, arguments: [String] = [], note: String? = nil, origin: Origin, undoes: Int64? = nil) {
        self.kind = kind
        self.name = name
        self.arguments = arguments
        self.note = note
        self.origin = origin
        self.undoes = undoes
    }

    /// Who acts, where and when.
    package struct Origin: Sendable {
        package var at: Instant
        package var actor: String
        package var osUser: String
        package var host: String

        package init(at: Instant, actor: String, osUser: String, host: String) {
            self.at = at
            self.actor = actor
            self.osUser = osUser
            self.host = host
        }
    }
}

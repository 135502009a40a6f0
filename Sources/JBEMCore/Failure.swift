/// An error that is ready to be shown: what failed, where, why, and the way out.
///
/// Crosses the layers upward unchanged; only `CommandLineTool` prints it.
package struct Failure: Error, Sendable, Equatable {
    package var kind: Kind
    package var message: Localized
    package var hints: [Localized]
    package var location: Location?
    /// Further findings of the same operation (all faults of an import, all conflicts of an undo).
    package var details: [Fault]

    package init(
        _ kind: Kind, _ message: Localized, at location: Location? = nil, hints: [Localized] = [], details: [Fault] = []
    ) {
        self.kind = kind
        self.message = message
        self.location = location
        self.hints = hints
        self.details = details
    }

    /// Returns the failure with one more way out.
    package func hint(_ hint: Localized) -> Failure {
        var copy = self
        copy.hints.append(hint)
        return copy
    }

    /// What went wrong, as scripts see it: each kind is one exit code.
    package enum Kind: String, Sendable, CaseIterable {
        case found, partial, usage, data, notFound = "not_found", unavailable, bug, cannotCreate = "cannot_create"
        case io, busy, newerStore = "newer_store", permission, configuration

        /// The process exit code (sysexits.h from 64 on).
        package var exitCode: Int32 {
            switch self {
            case .found: 1
            case .partial: 3
            case .usage: 64
            case .data: 65
            case .notFound: 66
            case .unavailable: 69
            case .bug: 70
            case .cannotCreate: 73
            case .io: 74
            case .busy: 75
            case .newerStore: 76
            case .permission: 77
            case .configuration: 78
            }
        }
    }

    /// A place in an input: `accidents.csv:17: deaths`.
    package struct Location: Sendable, Hashable {
        package var file: String?
        package var line: Int?
        package var field: String?

        package init(file: String? = nil, line: Int? = nil, field: String? = nil) {
            self.file = file
            self.line = line
            self.field = field
        }

        /// The place as a prefix for a message, without a trailing colon; empty if nothing is known.
        package var text: String {
            var parts: [String] = []
            if let file {
                parts.append(line.map { "\(file):\($0)" } ?? file)
            } else if let line {
                parts.append("\(line)")
            }
            if let field { parts.append(field) }
            return parts.joined(separator: ": ")
        }
    }
}

/// One thing wrong with an input, at its place.
package struct Fault: Error, Sendable, Hashable {
    package var location: Failure.Location
    package var reason: Localized

    package init(_ reason: Localized, at location: Failure.Location = .init()) {
        self.reason = reason
        self.location = location
    }
}

/// Several faults of one row.
package struct RowFaults: Error {
    package let faults: [Fault]

    package init(faults: [Fault]) {
        self.faults = faults
    }
}

/// One value of a row in its three forms: for people, for CSV/TSV, and for JSON.
///
/// The caller has localised `display`; `machine` and `json` must be the same in every language and locale.
package struct Cell: Sendable, Equatable {
    /// Says what a value is, as far as alignment and spreadsheets care.
    package enum Kind: Sendable, Hashable {
        case empty
        case text
        /// A name made of digits or letters that is never calculated with.
        case identifier
        case number
        case bool
        /// A date or an instant.
        case moment
    }

    /// A further JSON member that explains the cell, such as `amount_yuan` beside `amount`.
    package struct Companion: Sendable, Equatable {
        /// Gives what is added to the key of the column.
        package let suffix: String
        /// Gives the value of the member.
        package let value: JSONValue

        /// Makes a companion.
        package init(suffix: String, value: JSONValue) {
            self.suffix = suffix
            self.value = value
        }
    }

    /// Gives the text for people, already localised.
    package let display: String
    /// Gives the text for CSV, TSV and plain.
    package let machine: String
    /// Gives the value for JSON.
    package let json: JSONValue
    /// Says what the value is.
    package let kind: Kind
    /// Says how the text for people looks; nil for plain.
    package var role: Style.Role?
    /// Lists further JSON members, in order.
    package var companions: [Companion]

    /// Makes a cell; without `kind` it is judged from `json`: a number, a truth value, null is empty, all else text.
    package init(
        display: String, machine: String, json: JSONValue, role: Style.Role? = nil, kind: Kind? = nil, companions: [Companion] = []
    ) {
        self.display = display
        self.machine = machine
        self.json = json
        self.role = role
        self.kind = kind ?? Self.kind(of: json)
        self.companions = companions
    }

    private static func kind(of json: JSONValue) -> Kind {
        switch json {
        case .null: .empty
        case .integer, .number: .number
        case .bool: .bool
        case .string, .array, .object: .text
        }
    }
}

extension Cell {
    /// Holds no value: nothing to see, an empty CSV field, null.
    package static let empty = Cell(display: "", machine: "", json: .null)

    /// Makes a cell that is the same text everywhere.
    package static func text(_ text: String) -> Cell {
        Cell(display: text, machine: text, json: .string(text))
    }

    /// Makes a cell of a code: people see its label, machines the code itself.
    package static func code(_ code: String, shown label: String) -> Cell {
        Cell(display: label, machine: code, json: .string(code), kind: .identifier)
    }

    /// Makes a cell of an id: people see the short form, machines the full one.
    package static func identifier(_ full: String, shown short: String? = nil) -> Cell {
        Cell(display: short ?? full, machine: full, json: .string(full), kind: .identifier)
    }

    /// Makes a cell of a whole number, optionally shown in another form (grouped, with a unit).
    package static func integer(_ value: Int64, shown: String? = nil) -> Cell {
        Cell(display: shown ?? String(value), machine: String(value), json: .integer(value))
    }

    /// Makes a cell of a number in exactly these digits; text that is no JSON number becomes a text cell.
    package static func decimal(_ digits: String, shown: String? = nil) -> Cell {
        guard let json = JSONValue.decimal(digits) else {
            return text(digits)
        }
        return Cell(display: shown ?? digits, machine: digits, json: json)
    }

    /// Makes a cell of a calculated number with `digits` significant digits; empty for infinities and NaN.
    package static func real(_ value: Double, digits: Int = 6, shown: String? = nil) -> Cell {
        RealText.significant(value, digits: digits).map { decimal($0, shown: shown) } ?? .empty
    }

    /// Makes a cell of a truth value: `true` and `false` for machines, `shown` for people.
    package static func bool(_ value: Bool, shown: String) -> Cell {
        Cell(display: shown, machine: value ? "true" : "false", json: .bool(value))
    }

    /// Makes a cell of a date or an instant from its machine form (RFC 3339).
    package static func moment(_ machine: String, shown: String? = nil) -> Cell {
        Cell(display: shown ?? machine, machine: machine, json: .string(machine), kind: .moment)
    }

    /// Returns the cell in the colours of `role`.
    package func styled(_ role: Style.Role?) -> Cell {
        var copy = self
        copy.role = role
        return copy
    }

    /// Returns the cell with one more JSON member, named after the column and `suffix`.
    package func with(_ suffix: String, _ value: JSONValue) -> Cell {
        var copy = self
        copy.companions.append(Companion(suffix: suffix, value: value))
        return copy
    }
}

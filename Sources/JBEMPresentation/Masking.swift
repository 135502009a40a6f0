internal import JBEMCore
package import JBEMOutput

// Telephone, ID-card and bank-card numbers are masked in everything that is shown, whichever command made it, before it is laid out:
// a number that is cut or wrapped would not be known any more. Numbers that are calculated with are left as they are.

extension Cell {
    package var masked: Cell {
        guard kind == .text || kind == .identifier else { return self }
        return Cell(
            display: PersonalPattern.masked(display), machine: PersonalPattern.masked(machine), json: json.masked, role: role, kind: kind,
            companions: companions.map { Companion(suffix: $0.suffix, value: $0.value.masked) })
    }
}

extension Table {
    package var masked: Table {
        Table(
            title: title.map(PersonalPattern.masked), columns: columns, rows: rows.map { $0.map(\.masked) },
            notes: notes.map(PersonalPattern.masked))
    }
}

extension JSONValue {
    package var masked: JSONValue {
        switch self {
        case .null, .bool, .integer, .number: self
        case .string(let text): .string(PersonalPattern.masked(text))
        case .array(let elements): .array(elements.map(\.masked))
        case .object(let members): .object(members.map { ($0.key, $0.value.masked) })
        }
    }
}

extension KeyValueList {
    package var masked: KeyValueList {
        KeyValueList(
            sections: sections.map { section in
                Section(
                    title: section.title.map(PersonalPattern.masked),
                    items: section.items.map { Item($0.label, PersonalPattern.masked($0.value), role: $0.role) })
            })
    }
}

extension Outline {
    package var masked: Outline { Outline(roots.map(\.masked)) }
}

extension Outline.Node {
    fileprivate var masked: Outline.Node {
        Outline.Node(
            lines.map { Outline.Line(PersonalPattern.masked($0.text), role: $0.role, links: $0.links) }, children.map(\.masked))
    }
}

/// Masks the rows on their way to another writer.
package struct MaskingWriter: RowWriter {
    private var writer: any RowWriter

    package init(_ writer: any RowWriter) { self.writer = writer }

    package mutating func begin(title: String?, columns: [Column]) throws { try writer.begin(title: title, columns: columns) }
    package mutating func row(_ cells: [Cell]) throws { try writer.row(cells.map(\.masked)) }
    package mutating func end(notes: [String]) throws { try writer.end(notes: notes.map(PersonalPattern.masked)) }
}

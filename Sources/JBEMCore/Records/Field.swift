/// Who may write a field.
package enum Writability: Sendable, Equatable {
    /// `add`, `set` and `import` write it.
    case anyone
    /// Only `add` and `import` of a new record write it; afterwards it is fixed.
    case once
    /// Only the named domain verb writes it; `set` is a usage error that names the verb.
    case operation(verb: String)
    /// Computed when read; never stored from input.
    case derived
}

/// One field of a record type, without its Swift type.
///
/// A class, because every record that is read or written passes its fields around.
package final class FieldDefinition: Sendable {
    package let name: String
    package let label: Localized
    package let kind: FieldKind
    package let unit: Localized?
    package let isRequired: Bool
    package let writability: Writability
    package let sensitivity: Sensitivity?
    /// The value that a new record gets when the input does not give one.
    package let standard: FieldValue?
    /// Further column headers under which spreadsheets carry the field.
    package let aliases: [String]
    package let help: Localized?
    /// The law, standard or plan clause that asks for the field.
    package let source: String?
    /// Shown in the list view of people.
    package let isListed: Bool
    /// A date that becomes today whenever the named field of a stored record changes, unless it is given itself.
    package let stampOf: String?

    init(
        name: String, label: Localized, kind: FieldKind, unit: Localized?, isRequired: Bool, writability: Writability,
        sensitivity: Sensitivity?, standard: FieldValue?, aliases: [String], help: Localized?, source: String?, isListed: Bool,
        stampOf: String?
    ) {
        (self.name, self.label, self.kind, self.unit, self.help) = (name, label, kind, unit, help)
        (self.isRequired, self.writability, self.sensitivity) = (isRequired, writability, sensitivity)
        (self.standard, self.aliases, self.source) = (standard, aliases, source)
        (self.isListed, self.stampOf) = (isListed, stampOf)
    }

    package var isDerived: Bool { writability == .derived }

    /// The header as people read it, with the display unit: `直接经济损失(万元)`.
    package var header: Localized {
        if case .money(let display) = kind { return Localized("\(label.zh)(\(display.label.zh))", "\(label.en) (\(display.label.en))") }
        guard let unit else { return label }
        return Localized("\(label.zh)(\(unit.zh))", "\(label.en) (\(unit.en))")
    }
}

/// A typed handle of a field: domain code reads `record[Accident.deaths]`.
package struct Field<Value: FieldRepresentable>: Sendable {
    package let definition: FieldDefinition

    package var name: String { definition.name }

    package init(
        _ name: String, _ label: Localized, _ kind: FieldKind, unit: Localized? = nil, required: Bool = false,
        writable: Writability = .anyone, sensitive: Sensitivity? = nil, standard: Value? = nil, aliases: [String] = [],
        help: Localized? = nil, source: String? = nil, listed: Bool = false, stampOf: String? = nil
    ) {
        definition = FieldDefinition(
            name: name, label: label, kind: kind, unit: unit, isRequired: required, writability: writable,
            sensitivity: sensitive, standard: standard?.fieldValue, aliases: aliases, help: help, source: source,
            isListed: listed, stampOf: stampOf)
    }
}

/// Collects the typed fields of a schema in their order.
@resultBuilder
package enum FieldListBuilder {
    package static func buildExpression<Value>(_ field: Field<Value>) -> [FieldDefinition] { [field.definition] }
    package static func buildExpression(_ fields: [FieldDefinition]) -> [FieldDefinition] { fields }
    package static func buildBlock(_ parts: [FieldDefinition]...) -> [FieldDefinition] { parts.flatMap(\.self) }
}

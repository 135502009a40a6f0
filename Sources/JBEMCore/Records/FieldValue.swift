/// A value as the store holds it: the meaning (date, money, code …) is the field's.
package enum FieldValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)

    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    package var integer: Int64? {
        if case .integer(let value) = self { value } else { nil }
    }

    package var text: String? {
        if case .text(let value) = self { value } else { nil }
    }
}

/// A Swift type that a typed field reads and writes.
package protocol FieldRepresentable: Sendable {
    init?(fieldValue: FieldValue)
    var fieldValue: FieldValue { get }
}

extension Int64: FieldRepresentable {
    package init?(fieldValue: FieldValue) {
        guard let value = fieldValue.integer else { return nil }
        self = value
    }
    package var fieldValue: FieldValue { .integer(self) }
}

extension String: FieldRepresentable {
    package init?(fieldValue: FieldValue) {
        guard let value = fieldValue.text else { return nil }
        self = value
    }
    package var fieldValue: FieldValue { .text(self) }
}

extension Bool: FieldRepresentable {
    package init?(fieldValue: FieldValue) {
        guard let value = fieldValue.integer else { return nil }
        self = value != 0
    }
    package var fieldValue: FieldValue { .integer(self ? 1 : 0) }
}

extension CalendarDate: FieldRepresentable {
    package init?(fieldValue: FieldValue) {
        guard let text = fieldValue.text else { return nil }
        self.init(iso: text)
    }
    package var fieldValue: FieldValue { .text(description) }
}

extension Instant: FieldRepresentable {
    package init?(fieldValue: FieldValue) {
        guard let text = fieldValue.text else { return nil }
        self.init(rfc3339: text)
    }
    package var fieldValue: FieldValue { .text(description) }
}

extension DatePeriod: FieldRepresentable {
    package init?(fieldValue: FieldValue) {
        guard let text = fieldValue.text else { return nil }
        self.init(text)
    }
    package var fieldValue: FieldValue { .text(description) }
}

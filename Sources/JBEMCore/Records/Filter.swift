/// A condition on one field: `grade=red,orange`, `due_on<today`, `title~bridge`.
package struct Filter: Sendable, Equatable {
    package enum Comparison: String, Sendable, CaseIterable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case contains = "~"
        /// Between two values, both included; what `occurred_on=2024` means.
        case within = "within"
    }

    package let field: String
    package let comparison: Comparison
    /// Empty for "is empty" (`field=`) and "is not empty" (`field!=`).
    package let values: [FieldValue]

    package init(field: String, comparison: Comparison, values: [FieldValue]) {
        self.field = field
        self.comparison = comparison
        self.values = values
    }
}

extension Filter {
    /// The parts of a filter as typed, before the values are read.
    package struct Text: Sendable, Equatable {
        package let field: String
        package let comparison: Comparison
        package let value: String
    }

    /// Splits `due_on<=today` into field, comparison and value; `nil` if there is no operator.
    package static func split(_ text: String) -> Text? {
        guard let at = text.firstIndex(where: { "=!<>~".contains($0) }), at != text.startIndex else { return nil }
        let field = String(text[..<at])
        let rest = text[at...]
        for comparison in [Comparison.notEqual, .lessOrEqual, .greaterOrEqual, .equal, .less, .greater, .contains] {
            guard rest.hasPrefix(comparison.rawValue) else { continue }
            return Text(field: field, comparison: comparison, value: String(rest.dropFirst(comparison.rawValue.count)))
        }
        return nil
    }
}

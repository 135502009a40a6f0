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
        // By scalars: a value may begin with an accent, which makes one character of itself and the operator.
        let scalars = text.unicodeScalars
        guard let at = scalars.firstIndex(where: { "=!<>~".unicodeScalars.contains($0) }), at != scalars.startIndex else { return nil }
        let rest = scalars[at...]
        for comparison in [Comparison.notEqual, .lessOrEqual, .greaterOrEqual, .equal, .less, .greater, .contains] {
            let mark = comparison.rawValue.unicodeScalars
            guard rest.starts(with: mark) else { continue }
            return Text(field: String(scalars[..<at]), comparison: comparison, value: String(rest.dropFirst(mark.count)))
        }
        return nil
    }
}

package import JBEMCore

/// A filter that is read has the values its comparison needs, and is read back from its own text.
package enum FilterCheck {
    static func run(_ text: String) throws {
        if let parts = Filter.split(text) {
            try hold(isSame(parts.field + parts.comparison.rawValue + parts.value, text), "\(parts) is not \(text)")
        }
        guard let filter = try reading(text) else { return }
        try check(filter)
    }

    /// - Throws: a ``BrokenLaw`` if the filter cannot be asked of the store or is not read back.
    package static func check(_ filter: Filter) throws {
        try hold(!filter.values.contains(.null), "a filter with null: \(filter)")
        switch filter.comparison {
        case .equal, .notEqual: break
        case .within: try hold(filter.values.count == 2, "\(filter)")
        default: try hold(filter.values.count == 1, "\(filter)")
        }
        let printed = text(of: filter)
        try hold(try reading(printed) == filter, "\(filter) is not read from \(printed)")
    }

    /// The filter as it is typed.
    package static func text(of filter: Filter) -> String {
        guard let field = KindSample.schema.field(filter.field) else { return "" }
        let values = filter.values.map { value -> String in
            // Filters of moments name days.
            if field.kind == .instant, let instant = Instant(fieldValue: value) { return instant.local().date.description }
            return filter.comparison == .contains ? value.text ?? "" : KindSample.text().machine(value, of: field)
        }
        switch filter.comparison {
        case .within: return "\(filter.field)=\(values.joined(separator: "/"))"
        default: return filter.field + filter.comparison.rawValue + values.joined(separator: ",")
        }
    }

    /// Reads a filter on the sample; `nil` if it is refused with a reason.
    private static func reading(_ text: String) throws -> Filter? {
        do {
            return try FilterReader.read(text, of: KindSample.schema, in: KindSample.context) { _, _ in nil }
        } catch let failure as Failure {
            try hold(failure.kind == .usage, "\(failure) is no wrong usage")
            try hold(!failure.message.zh.isEmpty && !failure.message.en.isEmpty, "a failure without a reason")
            return nil
        }
    }
}

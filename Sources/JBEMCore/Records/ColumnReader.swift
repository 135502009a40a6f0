/// Reads the cells of one column, and remembers what it read: codes, days, places and amounts repeat themselves.
package struct ColumnReader {
    /// Different texts that are remembered at most.
    private static let capacity = 4096

    package let field: FieldDefinition
    private let unit: MoneyUnit?
    package let context: ReadingContext
    private let repeats: Bool
    private var known: [ExactText: FieldDefinition.ReadValue] = [:]

    /// - Parameters:
    ///   - field: what the column holds.
    ///   - context: codes, the home office and today.
    ///   - unit: the unit that the header states, if it does.
    package init(_ field: FieldDefinition, unit: MoneyUnit?, in context: ReadingContext) {
        (self.field, self.unit, self.context) = (field, unit, context)
        repeats =
            switch field.kind {
            case .text, .reference: false
            default: true
            }
    }

    /// Reads as `FieldDefinition.read` does.
    package mutating func read(_ text: String) throws(Fault) -> FieldDefinition.ReadValue {
        if text.isEmpty { return .value(.null) }
        if case .integer(let range) = field.kind, let value = ColumnReader.plainNumber(text), range.contains(value) {
            return .value(.integer(value))
        }
        guard repeats else { return try field.read(text, unit: unit, in: context) }
        let key = ExactText(text)
        if let value = known[key] { return value }
        let value = try field.read(text, unit: unit, in: context)
        if known.count < ColumnReader.capacity { known[key] = value }
        return value
    }

    /// Up to nine digits without leading zeros, which are read faster than remembered.
    private static func plainNumber(_ text: String) -> Int64? {
        ClockDigits.reading(text) { bytes in
            guard (1...9).contains(bytes.count), bytes[0] != 0x30 || bytes.count == 1 else { return nil }
            return ClockDigits.number(bytes, at: 0, bytes.count).map(Int64.init)
        }
    }
}

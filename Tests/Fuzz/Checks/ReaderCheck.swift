/// A reader of input with the laws that it keeps for every input: nothing traps, and what is read and printed is read back the same.
///
/// The fuzzer and the tests ask the same of it, so that whatever one finds the other keeps.
package enum ReaderCheck: String, CaseIterable, Sendable {
    /// Delimited text of every kind.
    case csv
    /// Strict JSON and JSON Lines.
    case json
    /// `--where`.
    case filter
    /// Days, moments, periods and date expressions.
    case date
    /// Numbers, amounts of money, fractions, ids, units.
    case number
    /// Cells of a field of every kind.
    case field
    /// Bytes in every encoding.
    case encoding

    /// Feeds `bytes` to the reader.
    ///
    /// - Throws: a ``BrokenLaw``; an input that the reader refuses with a reason is no fault.
    package func run(_ bytes: [UInt8]) throws {
        switch self {
        case .encoding: try EncodingCheck.run(bytes)
        case .json: try JSONCheck.run(bytes)
        case .csv: try DelimitedCheck.run(Self.text(bytes))
        case .filter: try FilterCheck.run(Self.text(bytes))
        case .date: try DateCheck.run(Self.text(bytes))
        case .number: try NumberCheck.run(Self.text(bytes))
        case .field: try FieldCheck.run(Self.text(bytes))
        }
    }

    /// The text that readers of text see: TextDecoding has refused what is no UTF-8 before them.
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// A law of a reader that an input breaks.
package struct BrokenLaw: Error, CustomStringConvertible {
    package let description: String
}

/// Asks for a law.
///
/// - Throws: a ``BrokenLaw`` if it is broken.
func hold(_ holds: Bool, _ law: @autoclosure () -> String) throws {
    guard holds else { throw BrokenLaw(description: law()) }
}

/// Tells whether two texts are the same scalars: `==` takes é and e + ´ for equal.
func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

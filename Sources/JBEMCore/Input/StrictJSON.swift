/// Reads JSON by RFC 8259 without any liberty, and keeps what other readers lose: the order of members and the literal of numbers.
///
/// Refused beyond the grammar: duplicate names, lone surrogates, `\u0000`, and whatever passes the limits.
package enum StrictJSON {
    /// A JSON value.
    package enum Value: Sendable, Hashable {
        case null
        case bool(Bool)
        /// The number exactly as written (`1.50`, `1e3`).
        case number(String)
        case string(String)
        case array([Value])
        case object(Object)

        /// The name of the kind, for reasons.
        package var kind: Localized {
            switch self {
            case .null: Localized("空值", "null")
            case .bool: Localized("布尔值", "a boolean")
            case .number: Localized("数", "a number")
            case .string: Localized("字符串", "a string")
            case .array: Localized("数组", "an array")
            case .object: Localized("对象", "an object")
            }
        }

        package var object: Object? {
            if case .object(let object) = self { object } else { nil }
        }

        package var array: [Value]? {
            if case .array(let values) = self { values } else { nil }
        }

        package var string: String? {
            if case .string(let text) = self { text } else { nil }
        }

        package var bool: Bool? {
            if case .bool(let flag) = self { flag } else { nil }
        }

        /// The literal of a number.
        package var number: String? {
            if case .number(let literal) = self { literal } else { nil }
        }
    }

    /// The members of a JSON object in their written order; no two names are equal.
    package struct Object: Sendable, Hashable {
        package struct Member: Sendable, Hashable {
            package let name: String
            package let value: Value

            package init(_ name: String, _ value: Value) {
                self.name = name
                self.value = value
            }
        }

        package let members: [Member]

        /// - Precondition: no two names are equal.
        package init(_ members: [Member]) {
            self.members = members
        }

        package var names: [String] { members.map(\.name) }

        /// The value of the member `name`.
        package subscript(name: String) -> Value? { members.first { $0.name == name }?.value }
    }

    /// How much a JSON text may ask of memory.
    package struct Limits: Sendable, Hashable {
        /// Bytes of the whole text (of one line in JSONL).
        package var bytes = 64 << 20
        /// Arrays and objects within each other.
        package var depth = 64
        /// Bytes of one string or name after unescaping.
        package var stringBytes = 64 << 10
        /// Bytes of one number.
        package var numberBytes = 1000

        package init() {}
    }

    /// Returns the one value that `text` holds.
    ///
    /// - Throws: A fault with the line; its field is the name concerned, if one is.
    package static func parse(_ text: String, limits: Limits = Limits()) throws(Fault) -> Value {
        var text = text
        text.makeContiguousUTF8()
        return try parse(text, range: 0..<text.utf8.count, line: 1, limits: limits)
    }

    /// Returns the one value that `bytes` hold in UTF-8 without a byte order mark.
    ///
    /// - Throws: A fault with the line.
    package static func parse(bytes: [UInt8], limits: Limits = Limits()) throws(Fault) -> Value {
        guard bytes.count <= limits.bytes else { throw tooLong(limits.bytes, line: 1) }
        return try parse(TextDecoding.utf8(bytes[...]), limits: limits)
    }

    /// - Precondition: `text` is contiguous UTF-8.
    static func parse(_ text: String, range: Range<Int>, line: Int, limits: Limits) throws(Fault) -> Value {
        guard range.count <= limits.bytes else { throw tooLong(limits.bytes, line: line) }
        let outcome = text.utf8.withContiguousStorageIfAvailable { bytes -> Result<Value, Fault> in
            var parser = JSONParser(UnsafeBufferPointer(rebasing: bytes[range]), line: line, limits: limits)
            do throws(Fault) {
                return .success(try parser.document())
            } catch {
                return .failure(error)
            }
        }
        guard let outcome else { preconditionFailure("the text is not contiguous UTF-8") }
        return try outcome.get()
    }

    private static func tooLong(_ limit: Int, line: Int) -> Fault {
        Fault(Localized("JSON 超过 \(limit) 字节", "the JSON is longer than \(limit) bytes"), at: .init(line: line))
    }
}

/// A JSON value whose objects keep the order of their members and whose numbers are never rounded on the way.
package indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number written exactly as given; make it with ``decimal(_:)``. Text that is no JSON number is written as a string.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// An object; nothing checks that its keys are distinct.
    case object([(key: String, value: JSONValue)])

    /// Makes a number from decimal text such as `-3.50`; nil if JSON has no such number (`+1`, `.5`, `01`, `NaN`).
    package static func decimal(_ literal: String) -> JSONValue? {
        isNumber(literal) ? .number(literal) : nil
    }

    /// Makes a number from `value` rounded to `digits` significant digits; null for infinities and NaN.
    package static func real(_ value: Double, digits: Int = 6) -> JSONValue {
        RealText.significant(value, digits: digits).map(JSONValue.number) ?? .null
    }

    /// Makes a string, or null for nil.
    package static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }

    /// Makes a whole number, or null for nil.
    package static func optional(_ value: Int64?) -> JSONValue {
        value.map(JSONValue.integer) ?? .null
    }

    /// Returns the first member of an object with this key; nil if there is none or this is no object.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else {
            return nil
        }
        return members.first { $0.key == key }?.value
    }

    /// Returns the object with one more member; anything else as it is.
    package func adding(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + [(key, value)])
    }

    /// Tells whether `literal` is a number by the grammar of JSON.
    ///
    /// ## Source
    /// RFC 8259 §6: `[ minus ] int [ frac ] [ exp ]`.
    static func isNumber(_ literal: String) -> Bool {
        var rest = literal.utf8[...]
        func takeDigits() -> Int {
            let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
            rest = rest.dropFirst(digits.count)
            return digits.count
        }
        func take(_ bytes: StaticString) -> Bool {
            let wanted = bytes.withUTF8Buffer { Array($0) }
            guard let first = rest.first, wanted.contains(first) else {
                return false
            }
            rest = rest.dropFirst()
            return true
        }
        _ = take("-")
        let startsWithZero = rest.first == 0x30
        let whole = takeDigits()
        if whole == 0 || (startsWithZero && whole > 1) {
            return false
        }
        if take("."), takeDigits() == 0 {
            return false
        }
        if take("eE") {
            _ = take("+-")
            if takeDigits() == 0 {
                return false
            }
        }
        return rest.isEmpty
    }
}

extension JSONValue: Equatable {
    /// Compares literally: members in another order, or `1.0` and `1`, are not equal.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) {
        self = .string(value)
    }

    package init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    package init(nilLiteral: ()) {
        self = .null
    }

    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}

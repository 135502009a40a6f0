extension JSONValue {
    /// Returns the value as JSON text without a line feed at its end; `pretty` means one member a line, indented by two spaces.
    ///
    /// Characters are UTF-8 except those that act on terminals or readers (those that ``OutputGate`` makes visible), which are escaped, so the
    /// same bytes are safe to look at and to pipe.
    ///
    /// ## Source
    /// RFC 8259 §7 for the escapes.
    package func text(pretty: Bool = false) -> String {
        var result = ""
        write(to: &result, indentation: pretty ? 0 : nil)
        return result
    }

    /// Appends the value on one line to bytes.
    package func write(to bytes: inout [UInt8]) { bytes += text().utf8 }

    /// Appends the value to `result`; `indentation` is that of the line it begins on, nil for one single line.
    func write(to result: inout String, indentation: Int?) {
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .integer(let value): result += String(value)
        case .number(let literal) where Self.isNumber(literal): result += literal
        case .number(let text), .string(let text): Self.write(string: text, to: &result)
        case .array(let elements):
            Self.write(elements, between: "[", and: "]", to: &result, indentation) { element, result, inner in
                element.write(to: &result, indentation: inner)
            }
        case .object(let members):
            Self.write(members, between: "{", and: "}", to: &result, indentation) { member, result, inner in
                Self.write(string: member.key, to: &result)
                result += inner == nil ? ":" : ": "
                member.value.write(to: &result, indentation: inner)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between opening: String, and closing: String, to result: inout String, _ indentation: Int?,
        each: (Element, inout String, Int?) -> Void
    ) {
        result += opening
        let inner = indentation.map { $0 + 2 }
        var isFirst = true
        for element in elements {
            if !isFirst {
                result += ","
            }
            isFirst = false
            breakLine(inner, &result)
            each(element, &result, inner)
        }
        if !isFirst {
            breakLine(indentation, &result)
        }
        result += closing
    }

    private static func breakLine(_ indentation: Int?, _ result: inout String) {
        if let indentation {
            result += "\n"
            result += CellWidth.spaces(indentation)
        }
    }

    /// Appends `text` in quotes with the escapes that it needs.
    package static func write(string text: String, to result: inout String) {
        result += "\""
        var check = OutputGate.Reader()
        if text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || check.isHidden($0) }) {
            var reader = OutputGate.Reader()
            for scalar in text.unicodeScalars {
                write(scalar, isHidden: reader.isHidden(scalar), to: &result)
            }
        } else {
            result += text
        }
        result += "\""
    }

    private static func write(_ scalar: Unicode.Scalar, isHidden: Bool, to result: inout String) {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{8}": result += "\\b"
        case "\u{C}": result += "\\f"
        case _ where isHidden:
            for unit in Character(scalar).utf16 {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        default: result.unicodeScalars.append(scalar)
        }
    }
}

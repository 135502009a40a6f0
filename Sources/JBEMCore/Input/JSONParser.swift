/// A recursive-descent parser of one JSON document over UTF-8 that is known to be valid.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: StrictJSON.Limits
    var offset = 0
    private var line: Int
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, line: Int, limits: StrictJSON.Limits) {
        self.bytes = bytes
        self.line = line
        self.limits = limits
    }

    mutating func document() throws(Fault) -> StrictJSON.Value {
        skipSpace()
        let value = try value()
        skipSpace()
        guard offset == bytes.count else {
            throw fault(Localized("JSON 值之后还有内容：\(here)", "something follows the JSON value: \(here)"))
        }
        return value
    }

    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func fault(_ reason: Localized, field: String? = nil) -> Fault { Fault(reason, at: .init(line: line, field: field)) }

    /// What stands at the offset, for reasons: a character, its code if it is a control, or the end.
    var here: Localized {
        guard offset < bytes.count else { return Localized("结尾", "the end") }
        let tail = UnsafeBufferPointer(rebasing: bytes[offset..<min(offset + 4, bytes.count)])
        guard let scalar = String(decoding: tail, as: UTF8.self).unicodeScalars.first else { return Localized("结尾", "the end") }
        let isVisible = scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value) && scalar.properties.generalCategory != .format
        guard isVisible else { return Localized(verbatim: "U+" + String(scalar.value, radix: 16, uppercase: true)) }
        return Localized(verbatim: "\"\(scalar)\"")
    }

    mutating func skipSpace() {
        while let byte {
            switch byte {
            case 0x20, 0x09: break
            case 0x0A: if offset == 0 || bytes[offset - 1] != 0x0D { line += 1 }
            case 0x0D: line += 1
            default: return
            }
            offset += 1
        }
    }

    private mutating func value() throws(Fault) -> StrictJSON.Value {
        switch byte ?? 0 {
        case UInt8(ascii: "{"): return .object(try nested { parser throws(Fault) in try parser.members() })
        case UInt8(ascii: "["): return .array(try nested { parser throws(Fault) in try parser.elements() })
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t") where takeWord("true"): return .bool(true)
        case UInt8(ascii: "f") where takeWord("false"): return .bool(false)
        case UInt8(ascii: "n") where takeWord("null"): return .null
        default:
            throw fault(Localized("应为 JSON 值，却是：\(here.zh)", "a JSON value is wanted, not \(here.en)"))
        }
    }

    private mutating func nested<T>(_ body: (inout JSONParser) throws(Fault) -> T) throws(Fault) -> T {
        guard depth < limits.depth else {
            throw fault(Localized("嵌套超过 \(limits.depth) 层", "nested deeper than \(limits.depth) levels"))
        }
        depth += 1
        offset += 1
        skipSpace()
        let result = try body(&self)
        depth -= 1
        return result
    }

    private mutating func members() throws(Fault) -> StrictJSON.Object {
        var members: [StrictJSON.Object.Member] = []
        // Few names are compared one by one; a set pays only for large objects.
        var names: Set<String> = []
        if take("}") { return StrictJSON.Object(members) }
        while true {
            guard byte == UInt8(ascii: "\"") else {
                throw fault(Localized("应为带引号的名称，却是：\(here.zh)", "a quoted name is wanted, not \(here.en)"))
            }
            let name = try string()
            let isNew = members.count < 16 ? !members.contains { $0.name == name } : names.insert(name).inserted
            guard isNew else { throw fault(Localized("名称重复", "duplicate name"), field: name) }
            skipSpace()
            guard take(":") else { throw fault(Localized("名称之后应为冒号，却是：\(here.zh)", "a colon is wanted after a name, not \(here.en)")) }
            skipSpace()
            members.append(.init(name, try value()))
            if members.count == 16 { names = Set(members.map(\.name)) }
            skipSpace()
            if take("}") { return StrictJSON.Object(members) }
            try separator("}")
        }
    }

    private mutating func elements() throws(Fault) -> [StrictJSON.Value] {
        var values: [StrictJSON.Value] = []
        if take("]") { return values }
        while true {
            values.append(try value())
            skipSpace()
            if take("]") { return values }
            try separator("]")
        }
    }

    private mutating func separator(_ closing: String) throws(Fault) {
        guard take(",") else {
            throw fault(Localized("应为逗号或 \(closing)，却是：\(here.zh)", "a comma or \(closing) is wanted, not \(here.en)"))
        }
        skipSpace()
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: mark) else { return false }
        offset += 1
        return true
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset + length <= bytes.count else { return false }
        for index in 0..<length where bytes[offset + index] != word.utf8Start[index] { return false }
        offset += length
        return true
    }
}

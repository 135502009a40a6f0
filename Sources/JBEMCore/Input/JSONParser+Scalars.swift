extension JSONParser {
    /// Takes a number and returns it as written.
    mutating func number() throws(Fault) -> String {
        let start = offset
        if byte == UInt8(ascii: "-") { offset += 1 }
        if byte == UInt8(ascii: "0") {
            offset += 1
            if let byte, isDigit(byte) { throw badNumber(start) }
        } else {
            try takeDigits(start)
        }
        if byte == UInt8(ascii: ".") {
            offset += 1
            try takeDigits(start)
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            try takeDigits(start)
        }
        guard offset - start <= limits.numberBytes else {
            throw fault(Localized("数超过 \(limits.numberBytes) 个字符", "a number is longer than \(limits.numberBytes) characters"))
        }
        return text(start..<offset)
    }

    private mutating func takeDigits(_ start: Int) throws(Fault) {
        let first = offset
        while let byte, isDigit(byte) { offset += 1 }
        guard offset > first else { throw badNumber(start) }
    }

    private func badNumber(_ start: Int) -> Fault {
        let end = bytes[start...].prefix(24).prefix { isDigit($0) || "+-.eE".utf8.contains($0) }.endIndex
        let literal = ValueText.quoted(text(start..<end))
        return fault(Localized("不是合法的 JSON 数：\(literal)", "not a JSON number: \(literal)"))
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Takes a string and returns it unescaped.
    mutating func string() throws(Fault) -> String {
        offset += 1
        var start = offset
        var pieces: String?
        while true {
            guard let byte else { throw fault(Localized("字符串没有结束", "a string does not end")) }
            switch byte {
            case UInt8(ascii: "\""):
                let last = start..<offset
                try checkLength((pieces?.utf8.count ?? 0) + last.count)
                offset += 1
                return pieces.map { $0 + text(last) } ?? text(last)
            case UInt8(ascii: "\\"):
                var built = pieces ?? ""
                built += text(start..<offset)
                offset += 1
                built.unicodeScalars.append(try escape())
                try checkLength(built.utf8.count)
                pieces = built
                start = offset
            case 0..<0x20:
                throw fault(
                    Localized("字符串中有未转义的控制字符：\(here.zh)", "an unescaped control character in a string: \(here.en)"))
            default:
                offset += 1
            }
        }
    }

    private func checkLength(_ count: Int) throws(Fault) {
        guard count <= limits.stringBytes else {
            throw fault(Localized("字符串超过 \(limits.stringBytes) 字节", "a string is longer than \(limits.stringBytes) bytes"))
        }
    }

    /// Takes what follows a backslash.
    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        guard let byte else { throw fault(Localized("字符串没有结束", "a string does not end")) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            offset += 1
            return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return control("\u{8}")
        case UInt8(ascii: "f"): return control("\u{C}")
        case UInt8(ascii: "n"): return control("\n")
        case UInt8(ascii: "r"): return control("\r")
        case UInt8(ascii: "t"): return control("\t")
        case UInt8(ascii: "u"):
            offset += 1
            return try escapedScalar()
        default:
            throw fault(Localized("无效的转义：\\\(here.zh)", "an invalid escape: \\ before \(here.en)"))
        }
    }

    private mutating func control(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        offset += 1
        return scalar
    }

    private mutating func escapedScalar() throws(Fault) -> Unicode.Scalar {
        let unit = try codeUnit()
        if unit == 0 { throw fault(Localized("字符串中有空字符 \\u0000", "a NUL character \\u0000 in a string")) }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let loneSurrogate = fault(Localized("\\u 转义只有半个代理对", "a \\u escape is half of a surrogate pair"))
        guard UTF16.isLeadSurrogate(unit), offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u")
        else { throw loneSurrogate }
        offset += 2
        let trail = try codeUnit()
        guard UTF16.isTrailSurrogate(trail),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
        else { throw loneSurrogate }
        return scalar
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte, let digit = hexadecimal(byte) else {
                throw fault(Localized("\\u 之后应为四位十六进制数", "\\u wants four hexadecimal digits"))
            }
            value = value << 4 | UInt16(digit)
            offset += 1
        }
        return value
    }

    private func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

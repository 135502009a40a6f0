import Glibc

/// Turns the bytes of an input file into text, or says at which byte that fails.
///
/// Always run on the whole file before it is split: a trailing byte of a GB18030 character can be `|` (0x7C) or `\`.
package enum TextDecoding {
    /// Returns the text of `bytes`.
    ///
    /// Without `encoding`: byte order mark (UTF-8, UTF-16), else strict UTF-8, else strict GB18030. A text that is almost wholly UTF-8 is
    /// not tried as GB18030, which would accept many damaged UTF-8 files as nonsense.
    ///
    /// - Throws: A fault with the line (and the byte offset from 0 in its reason) for undecodable bytes, for NUL characters, for Excel
    ///   workbooks, and for an `encoding` that the byte order mark contradicts.
    package static func decode(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws(Fault) -> DecodedText {
        try refuseWorkbook(bytes)
        let announced = TextEncoding.announced(by: bytes)
        if let announced, let encoding, announced != encoding {
            throw Fault(
                Localized(
                    "文件以 \(announced.label) 的字节顺序标记开头，与指定的编码 \(encoding.label) 不符",
                    "the file begins with a \(announced.label) byte order mark, but \(encoding.label) was asked for"),
                at: .init(line: 1))
        }
        let start = announced?.byteOrderMark.count ?? 0
        let body = bytes[start...]
        let (text, used) = try text(of: body, encoding: announced ?? encoding)
        // Only UTF-16 can hold one now: NUL bytes are refused in the others.
        if used == .utf16le || used == .utf16be, let offset = text.firstIndex(of: 0) {
            let line = LineCount.line(in: text[..<offset])
            throw Fault(Localized("文件含有空字符（NUL）", "the file contains a NUL character"), at: .init(line: line))
        }
        return DecodedText(utf8: text, encoding: used, hadByteOrderMark: announced != nil)
    }

    private static func text(of body: ArraySlice<UInt8>, encoding: TextEncoding?) throws(Fault) -> (ArraySlice<UInt8>, TextEncoding) {
        switch encoding {
        case .utf16le, .utf16be:
            let order = encoding == .utf16be ? UTF16Bytes.Order.big : .little
            return (Array(try UTF16Bytes.decode(body, order).utf8)[...], order.encoding)
        case .utf8:
            try refuseNUL(body)
            try checkUTF8(body)
            return (body, .utf8)
        case .gb18030:
            try refuseNUL(body)
            switch GB18030Bytes.decode(body) {
            case .text(let text): return (text, .gb18030)
            case .invalid(let offset): throw undecodable(body, [(.gb18030, offset)])
            case .unavailable: throw converterMissing
            }
        case nil:
            try refuseNUL(body)
            return try guess(body)
        }
    }

    private static func guess(_ body: ArraySlice<UInt8>) throws(Fault) -> (ArraySlice<UInt8>, TextEncoding) {
        if isUTF8(body) { return (body, .utf8) }
        let survey = UTF8Survey(body)
        let offset = survey.firstInvalid ?? body.endIndex
        if survey.isDamagedUTF8 { throw damaged(body, offset) }
        switch GB18030Bytes.decode(body) {
        case .text(let text): return (text, .gb18030)
        case .invalid(let other): throw undecodable(body, [(.utf8, offset), (.gb18030, other)])
        case .unavailable: throw converterMissing
        }
    }

    /// Returns the text of strict UTF-8.
    static func utf8(_ body: ArraySlice<UInt8>) throws(Fault) -> String {
        try checkUTF8(body)
        return String(decoding: body, as: UTF8.self)
    }

    private static func checkUTF8(_ body: ArraySlice<UInt8>) throws(Fault) {
        if isUTF8(body) { return }
        throw undecodable(body, [(.utf8, UTF8Survey(body).firstInvalid ?? body.endIndex)])
    }

    private static func isUTF8(_ body: ArraySlice<UInt8>) -> Bool {
        body.withUnsafeBufferPointer { bytes in
            do {
                _ = try UTF8Span(validating: bytes.span)
                return true
            } catch {
                return false
            }
        }
    }

    /// The line is that of the reading that came furthest, which is most likely the true one.
    private static func undecodable(_ body: ArraySlice<UInt8>, _ tries: [(encoding: TextEncoding, offset: Int)]) -> Fault {
        var zh: [String] = []
        var en: [String] = []
        for (encoding, offset) in tries {
            let line = LineCount.line(in: body[..<offset])
            zh.append("不是合法的 \(encoding.label)（第 \(line) 行，字节偏移 \(offset)）")
            en.append("not valid \(encoding.label) (line \(line), byte offset \(offset))")
        }
        let furthest = tries.map(\.offset).max() ?? body.startIndex
        return Fault(
            Localized(zh.joined(separator: "，也"), en.joined(separator: ", and ")),
            at: .init(line: LineCount.line(in: body[..<furthest])))
    }

    private static func damaged(_ body: ArraySlice<UInt8>, _ offset: Int) -> Fault {
        Fault(
            Localized(
                "UTF-8 文件已损坏：字节偏移 \(offset) 处不是合法的 UTF-8（如确为 GB18030，请指定编码 gb18030）",
                "a damaged UTF-8 file: not valid UTF-8 at byte offset \(offset) (if it is GB18030, ask for the encoding gb18030)"),
            at: .init(line: LineCount.line(in: body[..<offset])))
    }

    private static var converterMissing: Fault {
        Fault(
            Localized(
                "不是合法的 UTF-8，而本机没有 GB18030 转换模块（gconv）；请另存为 UTF-8",
                "not valid UTF-8, and this system has no GB18030 converter (gconv); save as UTF-8"))
    }
}

extension TextDecoding {
    private static let zipSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let compoundFileSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    private static func refuseWorkbook(_ bytes: [UInt8]) throws(Fault) {
        guard bytes.starts(with: zipSignature) || bytes.starts(with: compoundFileSignature) else { return }
        let suffix = bytes.starts(with: zipSignature) ? ".xlsx" : ".xls"
        throw Fault(
            Localized("这是 Excel 工作簿（\(suffix)）；请另存为 CSV", "this is an Excel workbook (\(suffix)); save as CSV"))
    }

    private static func refuseNUL(_ body: ArraySlice<UInt8>) throws(Fault) {
        let found = body.withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap { base in memchr(base, 0, bytes.count).map { UnsafeRawPointer($0) - base } }
        }
        guard let found else { return }
        let offset = body.startIndex + found
        if let order = UTF16Bytes.likelyOrder(body) {
            let encoding = order.encoding
            throw Fault(
                Localized(
                    "文件像是没有字节顺序标记的 \(encoding.label)；请指定编码 \(encoding.rawValue)，或另存为 UTF-8",
                    "the file looks like \(encoding.label) without a byte order mark; ask for the encoding \(encoding.rawValue), "
                        + "or save as UTF-8"),
                at: .init(line: 1))
        }
        throw Fault(
            Localized("文件含有空字节（NUL），字节偏移 \(offset)", "the file contains a NUL byte at byte offset \(offset)"),
            at: .init(line: LineCount.line(in: body[..<offset])))
    }
}

/// Counts physical lines; CRLF, a lone CR and LF each end one.
enum LineCount {
    /// The 1-based number of the line on which `prefix` ends.
    static func line(in prefix: some Sequence<UInt8>) -> Int {
        var line = 1
        var follows = false
        for byte in prefix {
            if byte == 0x0A {
                if !follows { line += 1 }
            } else if byte == 0x0D {
                line += 1
            }
            follows = byte == 0x0D
        }
        return line
    }
}

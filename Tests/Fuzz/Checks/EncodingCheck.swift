package import JBEMCore

/// What is decoded is text without NUL, and has the bytes of its file when it is encoded again.
package enum EncodingCheck {
    static func run(_ bytes: [UInt8]) throws {
        var guessed: DecodedText?
        for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
            let decoded: DecodedText
            do {
                decoded = try TextDecoding.decode(bytes, encoding: encoding)
            } catch {
                try FaultCheck.run(error)
                // What the guess is sure of is not refused when it is asked for.
                try hold(guessed == nil || guessed?.encoding != encoding, "guessed as \(encoding?.label ?? ""), then refused: \(error)")
                continue
            }
            let text = decoded.text
            try hold(encoding == nil || decoded.encoding == encoding, "asked for \(encoding?.label ?? ""), read as \(decoded.encoding)")
            try hold(!text.utf8.contains(0), "a text with NUL")
            try hold(!text.unicodeScalars.contains("\u{FFFD}") || holdsReplacement(bytes, decoded.encoding), "something was replaced")
            try hold(isSame(String(decoding: Array(text.utf8), as: UTF8.self), text), "a text that is not UTF-8")
            try check(decoded, bytes)
            if encoding == nil { guessed = decoded }
            if let guessed, guessed.encoding == encoding { try hold(isSame(guessed.text, text), "the guess read another text") }
        }
    }

    private static func check(_ decoded: DecodedText, _ bytes: [UInt8]) throws {
        let mark = decoded.hadByteOrderMark ? Self.mark(decoded.encoding) : []
        switch decoded.encoding {
        case .utf8, .utf16le, .utf16be:
            try hold(mark + encoded(decoded.text, decoded.encoding) == bytes, "other bytes in \(decoded.encoding)")
        case .gb18030:
            // Two codes of the standard's editions may mean one character, so the text is compared, not the bytes.
            let again = try TextDecoding.decode(GB18030.bytes(decoded.text), encoding: .gb18030)
            try hold(isSame(again.text, decoded.text), "another text by way of GB18030: \(decoded.text) became \(again.text)")
        }
    }

    /// The bytes of a text in an encoding of Unicode.
    package static func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf16le: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16be: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .gb18030: GB18030.bytes(text)
        }
    }

    private static func mark(_ encoding: TextEncoding) -> [UInt8] { encoding == .gb18030 ? [] : encoded("\u{FEFF}", encoding) }

    private static func holdsReplacement(_ bytes: [UInt8], _ encoding: TextEncoding) -> Bool {
        let code = encoded("\u{FFFD}", encoding)
        return bytes.indices.contains { bytes[$0...].starts(with: code) }
    }
}

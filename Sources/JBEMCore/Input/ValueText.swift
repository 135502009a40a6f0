/// Reads the values of cells and arguments as people write them.
///
/// Every reader trims first, and throws a `Fault` that holds only the reason: the caller knows the place.
package enum ValueText {
    /// Returns `text` without white space, invisible marks (zero-width space, byte order mark, direction marks) and U+3000 at its ends.
    package static func trimmed(_ text: String) -> String {
        if isTight(text.utf8) { return text }
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        while start < end, isTrimmed(scalars[start]) { start = scalars.index(after: start) }
        while end > start {
            let before = scalars.index(before: end)
            guard isTrimmed(scalars[before]) else { break }
            end = before
        }
        return String(text[start..<end])
    }

    /// Tells whether nothing remains of `text` when it is trimmed.
    package static func isBlank(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) { return false }
        return text.unicodeScalars.allSatisfy(isTrimmed)
    }

    /// Reads a truth value: 是 否 有 无 √ × Y N yes no true false 1 0, in any case and width.
    ///
    /// - Throws: The reason if `text` is none of these.
    package static func bool(_ text: String) throws(Fault) -> Bool {
        let text = try presentText(text)
        switch text.lowercased() {
        case "是", "有", "√", "✓", "✔", "y", "yes", "true", "1": return true
        case "否", "无", "×", "✗", "✕", "✘", "n", "no", "false", "0": return false
        default:
            throw Fault(
                Localized("不是“是/否”：\(quoted(text))", "not yes or no: \(quoted(text)) (write yes or no, Y or N, 1 or 0)"))
        }
    }

    /// The trimmed, folded text.
    ///
    /// - Throws: The reason if nothing is there.
    static func presentText(_ text: String) throws(Fault) -> String {
        let plain = folded(trimmed(text))
        guard !plain.isEmpty else { throw Fault(Localized("值为空", "the value is empty")) }
        return plain
    }

    /// Returns `text` with full-width ASCII (U+FF01…FF5E), U+3000, NBSP and the minus sign U+2212 folded to ASCII.
    static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000, 0xA0: result.append(" ")
            case 0x2212: result.append("-")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Returns `text` in quotes for a reason, cut after 40 characters.
    static func quoted(_ text: some StringProtocol) -> String {
        let head = text.prefix(40)
        return head.endIndex < text.endIndex ? "\"\(head)…\"" : "\"\(head)\""
    }

    /// Tells whether both ends are visible ASCII or ideographs, as they mostly are.
    private static func isTight(_ bytes: String.UTF8View) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        guard (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) else { return false }
        if last < 0x80 { return (0x21...0x7E).contains(last) }
        // U+4000…9FFF are three bytes that begin with E4…E9.
        return bytes.count >= 3 && (0xE4...0xE9).contains(bytes[bytes.index(bytes.endIndex, offsetBy: -3)])
    }

    private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }
}

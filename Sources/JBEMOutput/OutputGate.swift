/// The one function that every text from the store, a file or the arguments passes before a terminal, a pager or ncurses sees it.
///
/// Makes characters visible that would otherwise act instead of being seen: control and escape characters, marks that turn the
/// direction of writing, line separators, characters without any width that can hide a difference, and heaps of marks on one letter.
/// Ordinary text is not touched.
package enum OutputGate {
    /// Returns `text` with every hidden character replaced by a visible one.
    ///
    /// A line feed becomes `⏎`, a tab `→`, another C0 control its picture (`␛`), the rest its number (`‹U+202E›`); with `ascii` they are
    /// `\n`, `\t`, `\e`, `^A` and `<U+202E>`. With `keepsNewlines` line feeds stay, and a carriage return before one is dropped.
    package static func visible(_ text: String, keepsNewlines: Bool = false, ascii: Bool = false) -> String {
        var check = Reader()
        guard text.unicodeScalars.contains(where: { check.isHidden($0) }) else {
            return text
        }
        var reader = Reader()
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        var pendingReturn = false
        for scalar in text.unicodeScalars {
            if pendingReturn, !(keepsNewlines && scalar == "\n") {
                result += mark(for: "\r", ascii: ascii)
            }
            pendingReturn = scalar == "\r"
            if pendingReturn {
                reader = Reader()
                continue
            }
            let isHidden = reader.isHidden(scalar)
            if scalar == "\n", keepsNewlines {
                result.unicodeScalars.append(scalar)
            } else if isHidden {
                result += mark(for: scalar, ascii: ascii)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return pendingReturn ? result + mark(for: "\r", ascii: ascii) : result
    }

    /// Tells whether a character acts on a terminal, or hides in a text, wherever it stands.
    ///
    /// ## Source
    /// The control characters, the line and paragraph separators, the interlinear annotations, and what Unicode calls
    /// Default_Ignorable_Code_Point save joiners and the variation selectors 1–16, which depend on their place.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xAE...0x34E, 0x200C, 0x200D, 0x3000...0x3163, 0x3165...0xFEFE:
            false
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB:
            true
        default:
            scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Returns what stands for a hidden character.
    private static func mark(for scalar: Unicode.Scalar, ascii: Bool) -> String {
        switch scalar.value {
        case 0x09:
            ascii ? "\\t" : "→"
        case 0x0A:
            ascii ? "\\n" : "⏎"
        case 0x0D where ascii:
            "\\r"
        case 0x1B where ascii:
            "\\e"
        case 0...0x1F:
            ascii ? "^" + text(scalar.value + 0x40) : text(scalar.value + 0x2400)
        case 0x7F:
            ascii ? "^?" : "␡"
        default:
            ascii ? "<\(number(scalar))>" : "‹\(number(scalar))›"
        }
    }

    private static func text(_ code: UInt32) -> String {
        Unicode.Scalar(code).map { String(Character($0)) } ?? ""
    }

    private static func number(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// Turns roles into terminal escape sequences, and typography into ASCII where that is asked for.
///
/// Colour is never the only bearer of a meaning: each level is also written in words by the caller.
package struct Style: Sendable, Hashable {
    /// Says what a text is; the palette decides how that looks.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        case heading, key, good, warning, bad, muted, emphasis
        /// The row or the choice at which the reader is.
        case selected
        /// The four levels of warnings, highest first.
        case red, orange, yellow, blue
    }

    /// The sets of colours that terminals know.
    package enum Palette: String, Sendable, Hashable, CaseIterable {
        /// No escape sequences at all.
        case none
        /// Bold, dim, underlined and reverse only.
        case mono
        /// The sixteen colours that the user has chosen.
        case ansi16
        /// The 256 colours of xterm.
        case xterm256
    }

    /// Gives the colours in use.
    package let palette: Palette
    /// Tells whether only ASCII is used for what is not data from the store: ellipses, arrows, tree branches, blocks.
    package let isASCII: Bool

    /// Makes a style, by default without any escape sequence.
    package init(_ palette: Palette = .none, isASCII: Bool = false) {
        self.palette = palette
        self.isASCII = isASCII
    }

    /// Returns `text` in the look of `role`; unchanged without a role, a palette, or a text.
    package func apply(_ role: Role?, to text: String) -> String {
        guard !text.isEmpty, let look = look(of: role) else {
            return text
        }
        return "\u{1B}[\(look.parameters)m\(text)\u{1B}[0m"
    }

    /// Returns `text` as a terminal may see it: through the output gate, and in ASCII typography if that is asked for.
    package func visible(_ text: String, keepsNewlines: Bool = false) -> String {
        typography(OutputGate.visible(text, keepsNewlines: keepsNewlines, ascii: isASCII))
    }

    /// Gives what stands where a text was cut.
    package var ellipsis: String {
        isASCII ? "..." : "…"
    }

    /// Returns `text` with typographic signs replaced by ASCII ones, if that is asked for; letters of any script stay.
    package func typography(_ text: String) -> String {
        guard isASCII, text.unicodeScalars.contains(where: { Self.replacements[$0] != nil }) else {
            return text
        }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if let replacement = Self.replacements[scalar] {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    private static let replacements: [Unicode.Scalar: String] = [
        "…": "...", "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "↔": "<->", "↗": "/", "↘": "\\",
        "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-", "×": "x", "÷": "/", "−": "-", "–": "-", "—": "--",
        "·": ".", "•": "*", "●": "*", "○": "o", "■": "#", "□": "-", "▲": "^", "▼": "v", "✓": "v", "✗": "x", "√": "v",
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "‹": "<", "›": ">", "\u{A0}": " ",
    ]
}

/// Turns roles into terminal escape sequences, and typography into ASCII where that is asked for.
///
/// Colour is never the only bearer of a meaning: each level is also written in words by the caller.
package struct Style: Sendable, Hashable {
    /// Says what a text is; the palette decides how that looks.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        case heading, key, good, warning, bad, muted, emphasis
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
        guard let role, !text.isEmpty, let code = code(of: role) else {
            return text
        }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
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

    /// Returns the SGR parameters of `role`; nil where the palette shows it as plain text.
    private func code(of role: Role) -> String? {
        switch palette {
        case .none: nil
        case .mono: Self.mono[role]
        case .ansi16: Self.ansi16[role]
        case .xterm256: Self.xterm256[role]
        }
    }

    private static let mono: [Role: String] = [
        .heading: "1", .warning: "4", .bad: "1;7", .muted: "2", .emphasis: "1",
        .red: "1;7", .orange: "1;4", .yellow: "1", .blue: "4",
    ]

    private static let ansi16: [Role: String] = [
        .heading: "1", .key: "36", .good: "32", .warning: "33", .bad: "1;31", .muted: "2", .emphasis: "1",
        .red: "1;31", .orange: "33", .yellow: "93", .blue: "94",
    ]

    private static let xterm256: [Role: String] = [
        .heading: "1", .key: "38;5;37", .good: "38;5;34", .warning: "38;5;172", .bad: "1;38;5;160", .muted: "38;5;244", .emphasis: "1",
        .red: "1;38;5;196", .orange: "1;38;5;208", .yellow: "1;38;5;220", .blue: "1;38;5;39",
    ]
}

import JBEMOutput

/// Texts that act on a terminal, or hide in one, and what must not arrive there.
enum TerminalPayload {
    static let all: [String] = [
        // CSI: colours, clearing, cursor, modes
        "\u{1B}[35;7mA", "\u{1B}[2J\u{1B}[H", "\u{1B}[1A\u{1B}[K", "\u{1B}[?1049h", "\u{1B}[6n", "\u{1B}[5i",
        // OSC: title, link, clipboard, palette; DCS, APC, PM, SOS
        "\u{1B}]0;t\u{7}", "\u{1B}]8;;x:y\u{1B}\\a\u{1B}]8;;\u{1B}\\", "\u{1B}]52;c;YQ==\u{7}", "\u{1B}]4;1;#fff\u{7}",
        "\u{1B}P$qm\u{1B}\\",
        "\u{1B}_a\u{1B}\\", "\u{1B}^p\u{1B}\\", "\u{1B}Xs\u{1B}\\",
        // other escapes: reset, character sets, and one without an end
        "\u{1B}c", "\u{1B}(0", "\u{1B}#8", "\u{1B}",
        // C1 as one character
        "\u{9B}2J", "\u{9D}0;t\u{9C}", "\u{90}q\u{9C}", "\u{8D}\u{84}", "\u{9F}a\u{9C}", "\u{85}",
        // C0
        "\u{8}\u{8}B", "a\rb", "\u{B}\u{C}", "\u{7}", "\u{E}\u{F}", "\t\n", "\u{7F}\u{1A}\u{18}",
        // direction
        "\u{202E}t", "\u{202A}\u{202B}\u{202C}\u{202D}", "\u{2066}\u{2067}\u{2068}\u{2069}", "\u{200E}\u{200F}\u{61C}",
        // what is not seen
        "\u{E0041}\u{E007F}", "a\u{200B}b", "a\u{200C}b\u{200D}c", "\u{2060}\u{2063}\u{206A}", "a\u{FEFF}b", "\u{2028}\u{2029}", "a\u{AD}b",
        "a\u{FE0F}\u{E0100}b", "\u{180E}\u{180B}", "\u{115F}\u{3164}\u{FFA0}", "\u{FFF9}a\u{FFFA}b\u{FFFB}", "\u{34F}\u{17B4}",
        "\u{1D173}\u{1BCA0}",
        // marks over the lines above
        "e" + String(repeating: "\u{301}", count: 16), "n" + String(repeating: "\u{489}\u{336}", count: 6),
    ]

    /// What of a text on a terminal acts or hides, by a rule of its own.
    ///
    /// - Parameter own: control characters that the format itself has.
    static func faults(in text: String, own: Set<Unicode.Scalar> = ["\n"]) -> [String] {
        var faults: [String] = []
        var (before, marks): (Unicode.Scalar, Int) = (" ", 0)
        for scalar in text.unicodeScalars {
            // Most of what is seen, quickly.
            if (0x20...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) {
                (before, marks) = (scalar, 0)
                continue
            }
            let category = scalar.properties.generalCategory
            marks = category == .nonspacingMark || category == .enclosingMark ? marks + 1 : 0
            let acts = [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate].contains(category) && !own.contains(scalar)
            let joins = (scalar == "\u{200D}" || scalar == "\u{200C}" || scalar == "\u{FE0F}") && !before.isASCII
            let hides = scalar.properties.isDefaultIgnorableCodePoint && !joins
            if (acts && !joins) || hides || marks > 8 { faults.append("U+\(String(scalar.value, radix: 16)) after \(before)") }
            before = scalar
        }
        return faults
    }

    /// The escape sequences that the program uses itself.
    static let looks: [String] =
        Style.Palette.allCases.flatMap { palette in
            Style.Role.allCases.compactMap { role in
                let parts = Style(palette).apply(role, to: "x").split(separator: "x", omittingEmptySubsequences: false).map(String.init)
                return parts[0].isEmpty ? nil : parts[0]
            }
        } + ["\u{1B}[0m"]

    /// A text without the escape sequences that are the program's own.
    static func withoutLooks(_ text: String) -> String {
        let parts = text.unicodeScalars.split(separator: "\u{1B}", omittingEmptySubsequences: false).map(String.init)
        let tails = looks.map { String($0.unicodeScalars.dropFirst()) }
        return parts[0]
            + parts.dropFirst().map { part in tails.first { part.hasPrefix($0) }.map { String(part.dropFirst($0.count)) } ?? "\u{1B}" + part
            }.joined()
    }
}

extension TerminalPayload {
    /// Cells by a rule of its own: marks none, East Asian wide and full-width forms two, all else one.
    static func cells(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: return sum
            default: break
            }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                return sum + 2
            default: return sum + 1
            }
        }
    }
}

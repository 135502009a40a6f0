/// Keeps a spreadsheet from calculating with, or rewriting, what is text.
enum SpreadsheetGuard {
    /// Returns what a spreadsheet is given for `cell`.
    static func content(of cell: Cell) -> String {
        switch cell.kind {
        case .number where JSONValue.isNumber(cell.machine):
            cell.machine
        case .number, .bool, .moment, .empty:
            startsFormula(cell.machine) ? "'" + cell.machine : cell.machine
        case .text, .identifier:
            text(cell.machine)
        }
    }

    /// Returns `text` so that it is neither calculated nor taken for a number or a date.
    static func text(_ text: String) -> String {
        if startsFormula(text) {
            return "'" + text
        }
        return looksLikeNumber(text) ? "\t" + text : text
    }

    /// Tells whether a spreadsheet would calculate `text`.
    ///
    /// ## Source
    /// OWASP, CSV Injection: `= + - @`, tab, carriage return, line feed and the full-width forms at the beginning of a cell.
    private static func startsFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    /// Tells whether a spreadsheet could read `text` as a number, a date, a time or a fraction.
    private static func looksLikeNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, isDigit(first) || first == 0x2E || first == 0x28 else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            // blank % ( ) + , - . / : and the E of exponents
            case 0x20, 0x25, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x45, 0x65: true
            default: isDigit(byte)
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39
    }
}

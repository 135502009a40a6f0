/// Measures text in terminal cells by grapheme, from a table of its own that no locale changes.
///
/// Combining marks take 0 cells, Chinese and full-width characters 2, emoji sequences and flags 2, everything else 1. Characters that
/// Unicode calls ambiguous (`…`, `“`, `→`, `·`) take ``ambiguous`` cells: 1 on most terminals, 2 on some with an East Asian setting.
/// Control characters count as 0; they must have passed ``OutputGate`` before.
package struct CellWidth: Sendable, Hashable {
    /// Gives the cells of an ambiguous character: 1 or 2.
    package let ambiguous: Int

    /// Makes a measure in which ambiguous characters take `ambiguous` cells; anything but 2 is taken as 1.
    package init(ambiguous: Int = 1) {
        self.ambiguous = ambiguous == 2 ? 2 : 1
    }

    /// Returns the cells that `text` takes on one line.
    package func width(of text: some StringProtocol) -> Int {
        if let ascii = Self.asciiWidth(of: text.utf8) {
            return ascii
        }
        var total = 0
        for scalar in text.unicodeScalars {
            guard let simple = simpleWidth(of: scalar.value) else {
                return text.reduce(into: 0) { $0 += width(of: $1) }
            }
            total += simple
        }
        return total
    }

    /// Returns the cells that one grapheme takes: 0, 1 or 2.
    package func width(of grapheme: Character) -> Int {
        let scalars = grapheme.unicodeScalars
        let first = scalars[scalars.startIndex]
        if scalars.index(after: scalars.startIndex) == scalars.endIndex {
            return width(of: first)
        }
        var total = 0
        for scalar in scalars {
            if scalar == Self.emojiSelector, first.properties.isEmoji {
                return 2
            }
            total += width(of: scalar)
        }
        return min(total, 2)
    }

    /// Returns the cells that one code point takes on its own: 0, 1 or 2.
    package func width(of scalar: Unicode.Scalar) -> Int {
        switch Self.kind(of: scalar.value) {
        case 0: 0
        case 1: 1
        case 2: 2
        default: ambiguous
        }
    }

    /// Asks for the emoji picture of the character before it.
    private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

    /// Returns the kind of the last boundary at or before `code`.
    static func kind(of code: UInt32) -> UInt32 {
        let wanted = code << 2 | 3
        var low = 0
        var high = boundaries.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if boundaries[middle] <= wanted {
                low = middle
            } else {
                high = middle
            }
        }
        return boundaries[low] & 3
    }

    /// Returns the number of bytes if all are printable ASCII, else nil.
    private static func asciiWidth(of bytes: some Collection<UInt8>) -> Int? {
        var count = 0
        for byte in bytes {
            guard byte >= 0x20, byte < 0x7F else {
                return nil
            }
            count += 1
        }
        return count
    }

    /// Returns the cells of a code point that never joins its neighbours in one grapheme, or nil where graphemes must be formed.
    private func simpleWidth(of code: UInt32) -> Int? {
        switch code {
        case 0x20..<0x7F:
            1
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0xFF01...0xFF60:
            2
        case 0xA1..<0xAD, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x205E, 0x2460...0x24FF, 0x2500...0x25FF:
            Self.kind(of: code) == 3 ? ambiguous : Int(Self.kind(of: code))
        default:
            nil
        }
    }
}

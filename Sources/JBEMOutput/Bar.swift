/// Draws bars that show a share.
package enum Bar {
    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// Returns a bar of at most `width` cells for `value` of `total`, without spaces at its end.
    ///
    /// Drawn in eighths of a cell, in ASCII in whole `#`. A bar is full only if the value reaches the total, and never empty if the value
    /// is above zero; values above the total are full, negative ones and what is not finite empty.
    package static func horizontal(
        value: Double, of total: Double, width: Int, _ style: Style = Style(), cells: CellWidth = CellWidth()
    ) -> String {
        guard value.isFinite, total.isFinite, total > 0, value > 0, width > 0 else {
            return ""
        }
        let share = min(1, value / total)
        if style.isASCII {
            return String(repeating: "#", count: max(1, whole(share * Double(width))))
        }
        let blocks = width / cells.width(of: "█")
        let parts = min(blocks * 8, max(1, whole(share * Double(blocks * 8))))
        let rest = parts % 8
        return String(repeating: "█", count: parts / 8) + (rest == 0 ? "" : String(eighths[rest - 1]))
    }

    /// Returns the bar filled up to exactly `width` cells with `░`, in ASCII with `-`.
    package static func progress(
        value: Double, of total: Double, width: Int, _ style: Style = Style(), cells: CellWidth = CellWidth()
    ) -> String {
        let bar = horizontal(value: value, of: total, width: width, style, cells: cells)
        let track: Character = style.isASCII ? "-" : "░"
        let trackWidth = cells.width(of: track)
        let missing = max(0, width - cells.width(of: bar))
        return bar + String(repeating: track, count: missing / trackWidth) + CellWidth.spaces(missing % trackWidth)
    }

    /// Returns `value` rounded down, except where only the arithmetic fell short of a whole number.
    private static func whole(_ value: Double) -> Int {
        Int(value + 1e-9)
    }
}

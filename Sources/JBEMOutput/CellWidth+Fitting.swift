/// Says at which side of its column a text stands.
package enum Alignment: Sendable, Hashable {
    /// Stands at the left edge.
    case leading
    /// Stands at the right edge.
    case trailing
    /// Stands in the middle, half a cell to the left where it does not come out even.
    case center
}

extension CellWidth {
    /// Returns `text` cut to at most `limit` cells, ending with `ellipsis` if anything was cut.
    ///
    /// No grapheme and no wide cell is ever halved, so the result may be one cell narrower than `limit`. Where not even the ellipsis
    /// fits, as much of the ellipsis as fits is returned.
    package func clip(_ text: String, to limit: Int, ellipsis: String = "…") -> String {
        if width(of: text) <= limit {
            return text
        }
        let room = limit - width(of: ellipsis)
        if room < 0 {
            return prefix(of: ellipsis, within: limit)
        }
        return prefix(of: text, within: room) + ellipsis
    }

    /// Returns the longest beginning of `text` that takes at most `limit` cells.
    package func prefix(of text: some StringProtocol, within limit: Int) -> String {
        var used = 0
        var end = text.startIndex
        while end < text.endIndex {
            used += width(of: text[end])
            if used > limit {
                break
            }
            end = text.index(after: end)
        }
        return String(text[..<end])
    }

    /// Returns `text` filled with spaces to `target` cells; a longer text is returned as it is.
    package func pad(_ text: String, to target: Int, alignment: Alignment = .leading) -> String {
        let missing = target - width(of: text)
        if missing <= 0 {
            return text
        }
        switch alignment {
        case .leading:
            return text + Self.spaces(missing)
        case .trailing:
            return Self.spaces(missing) + text
        case .center:
            return Self.spaces(missing / 2) + text + Self.spaces(missing - missing / 2)
        }
    }

    /// Returns `count` spaces; none for a negative count.
    static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}

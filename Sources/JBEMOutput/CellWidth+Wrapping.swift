extension CellWidth {
    /// Returns `text` as lines of at most `limit` cells.
    ///
    /// Line feeds in the text end a line. No line begins with a closing mark (`，。、；：！？）》”` …) or ends with an opening one
    /// (`（《“‘` …); Latin words, numbers and ids are kept whole where a line can hold them. Blanks at a break are dropped, those at the
    /// beginning of the text or after a line feed are kept. Only what is too long for a whole line is cut, between graphemes.
    ///
    /// Postcondition: at least one line; each line fits `limit`, unless a single grapheme is wider.
    package func wrap(_ text: String, to limit: Int) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.flatMap { paragraph in
            width(of: paragraph) <= limit ? [Self.withoutTrailingBlanks(paragraph)] : wrap(paragraph: paragraph, to: max(1, limit))
        }
    }

    /// Returns `text` without the spaces at its end.
    package static func withoutTrailingBlanks(_ text: some StringProtocol) -> String {
        var end = text.endIndex
        while end > text.startIndex {
            let before = text.index(before: end)
            guard LineBreaking.kind(of: text[before]) == .space else {
                break
            }
            end = before
        }
        return String(text[..<end])
    }

    private func wrap(paragraph: Substring, to limit: Int) -> [String] {
        var lines = LineFiller(cells: self, limit: limit)
        for chunk in LineBreaking.chunks(of: paragraph, splitting: LineBreaking.mayBreak) {
            if lines.add(chunk) {
                continue
            }
            for part in LineBreaking.chunks(of: chunk, splitting: LineBreaking.mayBreakInNeed) where !lines.add(part) {
                part.indices.forEach { lines.force(part[$0...$0]) }
            }
        }
        return lines.finished()
    }
}

/// Fills lines of a given width with unbreakable pieces.
private struct LineFiller {
    let cells: CellWidth
    let limit: Int
    private var lines: [String] = []
    private var line = ""
    private var used = 0

    init(cells: CellWidth, limit: Int) {
        self.cells = cells
        self.limit = limit
    }

    /// Adds `piece` to this line or begins a new one with it; false (and nothing done) if no line can hold it.
    mutating func add(_ piece: Substring) -> Bool {
        let needed = cells.width(of: CellWidth.withoutTrailingBlanks(piece))
        if needed > limit {
            return false
        }
        append(piece, needed)
        return true
    }

    /// Adds `piece` whatever its width.
    mutating func force(_ piece: Substring) {
        append(piece, cells.width(of: CellWidth.withoutTrailingBlanks(piece)))
    }

    /// Returns all lines.
    func finished() -> [String] {
        lines + [CellWidth.withoutTrailingBlanks(line)]
    }

    private mutating func append(_ piece: Substring, _ needed: Int) {
        if used > 0, needed > 0, used + needed > limit {
            lines.append(CellWidth.withoutTrailingBlanks(line))
            line = ""
            used = 0
        }
        line += piece
        used += cells.width(of: piece)
    }
}

/// Writes aligned columns for people: two-space gutters, no box characters, the header once, no spaces at the ends of lines.
///
/// With a width, units in headers go to a second line where that saves room; then the widest flexible columns are cut with `…` until
/// the lines fit; ids, numbers and whatever else is not flexible are never cut, so that a line may be longer than the terminal.
/// Without a width nothing is cut.
package struct TableWriter: RowWriter {
    /// Gives the cells below which no flexible column is cut.
    static let narrowest = 6
    private static let gutter = 2

    private let sink: TextSink
    private let options: OutputOptions
    private var columns: [Column] = []
    private var rows: [[Cell]] = []

    /// Makes a writer that takes width, cell widths and style from `options`.
    package init(to sink: TextSink, _ options: OutputOptions) {
        self.sink = sink
        self.options = options
    }

    package mutating func begin(title: String?, columns: [Column]) throws {
        self.columns = columns
        if let title {
            try sink.write(style.apply(.heading, to: style.visible(title)) + "\n\n")
        }
    }

    package mutating func row(_ cells: [Cell]) throws {
        rows.append(cells.fitted(to: columns.count))
    }

    package mutating func end(notes: [String]) throws {
        var headers = columns.map { [style.visible($0.title)] }
        let texts = rows.map { row in row.map { style.visible($0.display) } }
        let alignments = columns.indices.map { columns[$0].alignment(of: $0, in: rows) }
        var natural = naturalWidths(headers, texts)
        if excess(natural) > 0 {
            headers = headers.map { unitFolded($0[0]) }
            natural = naturalWidths(headers, texts)
        }
        let widths = fitted(natural)
        let heading = [Style.Role?](repeating: .heading, count: columns.count)
        for index in 0..<(headers.map(\.count).max() ?? 1) {
            try sink.write(line(headers.map { index < $0.count ? $0[index] : "" }, heading, widths, alignments))
        }
        for (row, texts) in zip(rows, texts) {
            try sink.write(line(texts, row.map(\.role), widths, alignments))
        }
        if !notes.isEmpty {
            try sink.write("\n")
        }
        for note in notes {
            let text = style.visible(note, keepsNewlines: true)
            for line in options.width.map({ options.cells.wrap(text, to: $0) }) ?? [text] {
                try sink.write(style.apply(.muted, to: line) + "\n")
            }
        }
    }

    private var style: Style {
        options.style
    }

    /// Returns `deaths (people)` as two lines; any other title as one.
    private func unitFolded(_ title: String) -> [String] {
        guard title.last == ")", let opening = title.lastIndex(of: "("), opening != title.startIndex else { return [title] }
        return [CellWidth.withoutTrailingBlanks(String(title[..<opening])), String(title[opening...])]
    }

    private func naturalWidths(_ headers: [[String]], _ texts: [[String]]) -> [Int] {
        var widths = headers.map { lines in lines.map { options.cells.width(of: $0) }.max() ?? 0 }
        for row in texts {
            for (index, text) in row.enumerated() {
                widths[index] = max(widths[index], options.cells.width(of: text))
            }
        }
        return widths
    }

    /// Returns the cells by which lines of these widths are too long; none without a width.
    private func excess(_ widths: [Int]) -> Int {
        options.width.map { widths.reduce(0, +) + Self.gutter * max(0, widths.count - 1) - $0 } ?? 0
    }

    /// Lowers the widest flexible columns to a common width, and further, until the line fits or all have the narrowest width.
    private func fitted(_ natural: [Int]) -> [Int] {
        var widths = natural
        var excess = excess(natural)
        let flexible = columns.indices.filter { columns[$0].isFlexible }
        while excess > 0 {
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest else {
                break
            }
            let next = flexible.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? 0
            // one step only while several columns are equally wide, so that they shrink together
            let isAlone = flexible.filter { widths[$0] == widths[widest] }.count == 1
            let step = isAlone ? min(excess, widths[widest] - max(next, Self.narrowest)) : 1
            widths[widest] -= max(1, step)
            excess -= max(1, step)
        }
        return widths
    }

    private func line(_ texts: [String], _ roles: [Style.Role?], _ widths: [Int], _ alignments: [Alignment]) -> String {
        let cells = options.cells
        var result = ""
        // spaces are written only once something follows them
        var pending = 0
        for (index, full) in texts.enumerated() {
            let clipped = cells.clip(full, to: widths[index], ellipsis: style.ellipsis)
            let text = CellWidth.withoutTrailingBlanks(clipped)
            let missing = widths[index] - cells.width(of: text)
            if text.isEmpty {
                pending += widths[index]
            } else if alignments[index] == .trailing {
                result += CellWidth.spaces(pending + missing) + style.apply(roles[index], to: text)
                pending = 0
            } else {
                result += CellWidth.spaces(pending) + style.apply(roles[index], to: text)
                pending = missing
            }
            pending += Self.gutter
        }
        return result + "\n"
    }
}

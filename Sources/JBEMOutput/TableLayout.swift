/// Where the texts of a table stand: the one layout of tables on paper, in a terminal and in a pane.
///
/// With a width, units in headers go to a second line where that saves room; then the widest flexible columns are cut with `…` until
/// the lines fit; ids, numbers and whatever else is not flexible are never cut, so that a line may be longer than the terminal.
/// Without a width nothing is cut.
package struct TableLayout {
    /// Returns the columns that a narrow pane shows: dispensable ones are left out, the last first, until the flexible ones keep room to
    /// be read.
    ///
    /// - Parameter readable: the cells that a flexible column keeps, if its texts need as many.
    package static func affordable(_ columns: [Column], _ rows: [[Cell]], _ options: OutputOptions, readable: Int = 20) -> [Int] {
        guard let width = options.width else { return Array(columns.indices) }
        let needs = columns.indices.map { index -> Int in
            let texts = [columns[index].title] + rows.map { $0[index].display }
            let natural = texts.map { options.cells.width(of: options.style.visible($0)) }.max() ?? 0
            return columns[index].isFlexible ? min(natural, readable) : natural
        }
        var kept = Array(columns.indices)
        func excess() -> Int { kept.map { needs[$0] + gutter }.reduce(0, +) - gutter - width }
        while excess() > 0, let place = kept.lastIndex(where: { columns[$0].isDispensable }) { kept.remove(at: place) }
        return kept
    }

    /// Gives the cells below which no flexible column is cut.
    static let narrowest = 6
    private static let gutter = 2

    private let columns: [Column]
    private let rows: [[Cell]]
    private let options: OutputOptions
    private let texts: [[String]]
    private let alignments: [Alignment]
    private var headers: [[String]]
    private var widths: [Int] = []

    /// Lays out `rows`, each with a cell for every column.
    package init(_ columns: [Column], _ rows: [[Cell]], _ options: OutputOptions) {
        (self.columns, self.rows, self.options) = (columns, rows, options)
        let style = options.style
        headers = columns.map { [style.visible($0.title)] }
        texts = rows.map { row in row.map { style.visible($0.display) } }
        alignments = columns.indices.map { columns[$0].alignment(of: $0, in: rows) }
        var natural = naturalWidths(headers, texts)
        if excess(natural) > 0 {
            headers = headers.map { unitFolded($0[0]) }
            natural = naturalWidths(headers, texts)
        }
        widths = fitted(natural)
    }

    /// Gives the cells that the longest line may take.
    package var width: Int { widths.reduce(0, +) + Self.gutter * max(0, widths.count - 1) }

    /// Gives the lines of the header, one or two.
    package var header: [[Piece]] {
        let heading = [Style.Role?](repeating: .heading, count: columns.count)
        return (0..<(headers.map(\.count).max() ?? 1)).map { index in
            line(headers.map { index < $0.count ? $0[index] : "" }, heading)
        }
    }

    /// Returns the line of a row.
    package func line(_ row: Int) -> [Piece] { line(texts[row], rows[row].map(\.role)) }

    private func line(_ texts: [String], _ roles: [Style.Role?]) -> [Piece] {
        let cells = options.cells
        var (pieces, column) = ([Piece](), 0)
        for (index, full) in texts.enumerated() {
            let clipped = cells.clip(full, to: widths[index], ellipsis: options.style.ellipsis)
            let text = CellWidth.withoutTrailingBlanks(clipped)
            let width = cells.width(of: text)
            if !text.isEmpty {
                let lead = alignments[index] == .trailing ? widths[index] - width : 0
                pieces.append(Piece(text, at: column + lead, width: width, role: roles[index]))
            }
            column += widths[index] + Self.gutter
        }
        return pieces
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
}

internal import JBEMOutput

/// A rectangle of terminal cells into which text is put at whole cells; wide characters are never halved.
struct CellGrid {
    private struct Cell {
        /// A grapheme; empty for the second cell of a wide one.
        var text = " "
        var role: Style.Role?
    }

    let rows: Int
    let columns: Int
    private let cells: CellWidth
    private var grid: [Cell]

    init(rows: Int, columns: Int, _ cells: CellWidth) {
        (self.rows, self.columns, self.cells) = (max(0, rows), max(0, columns), cells)
        grid = [Cell](repeating: Cell(), count: self.rows * self.columns)
    }

    /// Puts text that begins at a cell, cut at `limit` cells from there and at the edge.
    ///
    /// - Returns: the cells that were taken.
    @discardableResult
    mutating func put(_ text: String, row: Int, column: Int, limit: Int = .max, role: Style.Role? = nil) -> Int {
        guard row >= 0, row < rows, column >= 0 else { return 0 }
        let end = min(columns, limit > columns ? columns : column + limit)
        var place = column
        for grapheme in text {
            let width = cells.width(of: grapheme)
            if width == 0 { continue }
            guard place + width <= end else { break }
            set(row, place, String(grapheme), width, role)
            place += width
        }
        return place - column
    }

    /// Puts the pieces of a line, each at its place.
    mutating func put(_ pieces: [Piece], row: Int, column: Int, limit: Int, role: Style.Role? = nil) {
        for piece in pieces where piece.column < limit {
            put(piece.text, row: row, column: column + piece.column, limit: limit - piece.column, role: role ?? piece.role)
        }
    }

    /// Gives a run of cells a role, whatever stands in them.
    mutating func paint(row: Int, column: Int, width: Int, role: Style.Role) {
        guard row >= 0, row < rows else { return }
        for place in max(0, column)..<max(0, min(columns, column + width)) { grid[row * columns + place].role = role }
    }

    /// Blanks a rectangle.
    mutating func clear(_ area: Rectangle) {
        for row in area.row..<(area.row + area.height) {
            put(String(repeating: " ", count: area.width), row: row, column: area.column)
        }
    }

    private mutating func set(_ row: Int, _ column: Int, _ text: String, _ width: Int, _ role: Style.Role?) {
        let start = row * columns + column
        // The other half of a wide character that is written over becomes blank.
        if grid[start].text.isEmpty { grid[start - 1].text = " " }
        if column + width < columns, grid[start + width].text.isEmpty { grid[start + width].text = " " }
        grid[start] = Cell(text: text, role: role)
        if width == 2 { grid[start + 1] = Cell(text: "", role: role) }
    }

    /// A row as pieces: runs of one look, blanks at the end left out. Each begins on a cell of its own.
    func pieces(_ row: Int) -> [Piece] {
        var pieces: [Piece] = []
        var column = 0
        while column < columns {
            let role = grid[row * columns + column].role
            var (text, end) = ("", column)
            while end < columns, grid[row * columns + end].role == role {
                let cell = grid[row * columns + end].text
                text += cell
                end += 1
                // Terminals do not agree on the cells of joined characters: what follows is put at its own cell.
                if cell.unicodeScalars.count > 1 {
                    while end < columns, grid[row * columns + end].text.isEmpty { end += 1 }
                    break
                }
            }
            // Blanks are seen only where the look is that of a bar.
            var width = end - column
            if role != .selected {
                let shown = CellWidth.withoutTrailingBlanks(text)
                width -= text.utf8.count - shown.utf8.count
                text = shown
            }
            if !text.isEmpty { pieces.append(Piece(text, at: column, width: width, role: role)) }
            column = end
        }
        return pieces
    }
}

/// Cells of the screen.
struct Rectangle: Sendable, Hashable {
    var row: Int
    var column: Int
    var height: Int
    var width: Int
}

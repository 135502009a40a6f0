/// A text at its place in a line: what tables, charts and frames are made of.
package struct Piece: Sendable, Hashable {
    /// Gives the cell in which it begins, from 0.
    package let column: Int
    /// Gives the text, which has passed the output gate and is not empty.
    package let text: String
    /// Gives the cells it takes.
    package let width: Int
    /// Says how it looks.
    package let role: Style.Role?

    /// Makes a piece that begins at `column`.
    package init(_ text: String, at column: Int, width: Int, role: Style.Role? = nil) {
        (self.text, self.column, self.width, self.role) = (text, column, width, role)
    }

    /// Makes a piece, measuring the text.
    package init(_ text: String, at column: Int = 0, role: Style.Role? = nil, cells: CellWidth = CellWidth()) {
        self.init(text, at: column, width: cells.width(of: text), role: role)
    }
}

extension [Piece] {
    /// Returns the line as text in the looks of `style`.
    package func text(_ style: Style = Style()) -> String {
        var (result, reached) = ("", 0)
        for piece in self {
            result += CellWidth.spaces(piece.column - reached) + style.apply(piece.role, to: piece.text)
            reached = piece.column + piece.width
        }
        return result
    }
}

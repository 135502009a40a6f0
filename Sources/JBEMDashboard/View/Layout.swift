internal import JBEMCore

/// Rows and columns of a terminal.
struct ScreenSize: Sendable, Hashable {
    var rows: Int
    var columns: Int

    init(rows: Int, columns: Int) { (self.rows, self.columns) = (rows, columns) }

    /// The least that the dashboard needs.
    static let least = ScreenSize(rows: 16, columns: 60)

    var isEnough: Bool { rows >= ScreenSize.least.rows && columns >= ScreenSize.least.columns }
}

/// Where the panes of a page stand: three from 120 columns on, two from 80 on, else one.
enum Layout {
    /// Rows that header, tabs and footer take.
    static let frame = 3

    /// The panes that are seen, each with its rectangle (title line included).
    static func places(_ count: Int, focus: Int, isZoomed: Bool, firstHeight: Int, _ size: ScreenSize) -> [(pane: Int, area: Rectangle)] {
        let body = Rectangle(row: 2, column: 0, height: size.rows - frame, width: size.columns)
        guard count > 0 else { return [] }
        let capacity = isZoomed || body.height < 12 ? 1 : size.columns >= 120 ? 3 : size.columns >= 80 ? 2 : 1
        let shown = panes(count, focus: focus, capacity: min(capacity, count))
        if shown.count == 1 { return [(shown[0], body)] }
        // A title line and a header belong to the first pane's height.
        let first = min(max(firstHeight + 2, body.height * 45 / 100), body.height - 5)
        let upper = Rectangle(row: body.row, column: 0, height: first, width: body.width)
        let lower = Rectangle(row: body.row + first, column: 0, height: body.height - first, width: body.width)
        if shown.count == 2 { return [(shown[0], upper), (shown[1], lower)] }
        let half = (body.width - 1) / 2
        let left = Rectangle(row: lower.row, column: 0, height: lower.height, width: half)
        let right = Rectangle(row: lower.row, column: half + 1, height: lower.height, width: body.width - half - 1)
        return [(shown[0], upper), (shown[1], left), (shown[2], right)]
    }

    /// The first ones, and the one in focus in place of the last.
    private static func panes(_ count: Int, focus: Int, capacity: Int) -> [Int] {
        focus < capacity ? Array(0..<capacity) : Array(0..<(capacity - 1)) + [focus]
    }
}

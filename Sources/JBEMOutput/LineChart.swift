/// A line through values over time, with a scale at its left and a line for the target.
///
/// Drawn in braille, two by four dots a cell; in ASCII one `*` a value.
package struct LineChart: Sendable, Equatable {
    /// Gives what stands below each value, and the value; nil where there is none.
    package let points: [(label: String, value: Double?)]
    /// Gives the value of the target line.
    package let target: Double?

    /// Makes a chart of points from left to right.
    package init(_ points: [(label: String, value: Double?)], target: Double? = nil) {
        self.points = points
        self.target = target.flatMap { $0.isFinite ? $0 : nil }
    }

    package static func == (left: LineChart, right: LineChart) -> Bool {
        left.target == right.target && left.points.elementsEqual(right.points) { $0.label == $1.label && $0.value == $1.value }
    }

    /// Returns the lines of a chart of that many cells, the labels of the points at the bottom; none without a value or room.
    ///
    /// - Parameter number: writes a value of the scale.
    package func lines(
        width: Int, height: Int, _ style: Style = Style(), cells: CellWidth = CellWidth(), number: (Double) -> String
    ) -> [[Piece]] {
        let present = points.compactMap(\.value).filter(\.isFinite)
        guard !present.isEmpty, height >= 3 else { return [] }
        let all = present + (target.map { [$0] } ?? [])
        let low = min(0, all.min() ?? 0)
        let high = max(all.max() ?? 1, low) == low ? low + 1 : all.max() ?? 1
        let plotHeight = height - 1
        let scale = Scale(low: low, high: high, rows: plotHeight)
        var labels = [0: number(high), plotHeight - 1: number(low)]
        if let target { labels[scale.row(of: target)] = number(target) }
        let axis = labels.values.map { cells.width(of: $0) }.max() ?? 0
        let plotWidth = width - axis - 2
        guard plotWidth >= 2 * points.count else { return [] }
        let plot = Plot(self, scale, columns: plotWidth, style)
        let lines = (0..<plotHeight).map { row -> [Piece] in
            let label = labels[row] ?? ""
            let isTarget = target.map { scale.row(of: $0) == row } ?? false
            var line =
                label.isEmpty ? [] : [Piece(label, at: axis - cells.width(of: label), role: isTarget ? .warning : .muted, cells: cells)]
            line.append(Piece(style.isASCII ? "|" : "│", at: axis, width: 1, role: .muted))
            return line + plot.pieces(row, at: axis + 1, isTarget: isTarget)
        }
        return lines + [plot.labels(at: axis + 1, cells)]
    }

    /// Rows from the top, each with four dots.
    fileprivate struct Scale {
        let low: Double
        let high: Double
        let rows: Int

        /// The dot from the top.
        func dot(of value: Double) -> Int {
            let share = (value / 2 - low / 2) / (high / 2 - low / 2)
            return Int(((1 - min(1, max(0, share))) * Double(rows * 4 - 1)).rounded())
        }

        func row(of value: Double) -> Int { dot(of: value) / 4 }
    }

    fileprivate struct Plot {
        private let chart: LineChart
        private let columns: Int
        private let style: Style
        private var dots: [[UInt8]]

        /// Bits of a braille character by row and column of its dots.
        private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

        init(_ chart: LineChart, _ scale: Scale, columns: Int, _ style: Style) {
            (self.chart, self.columns, self.style) = (chart, columns, style)
            dots = [[UInt8]](repeating: [UInt8](repeating: 0, count: columns), count: scale.rows)
            var previous: (x: Int, y: Int)?
            for (index, point) in chart.points.enumerated() {
                guard let value = point.value, value.isFinite else {
                    previous = nil
                    continue
                }
                let here = (x: column(of: index) * 2, y: scale.dot(of: value))
                if style.isASCII { previous = nil }
                connect(previous ?? here, here)
                previous = here
            }
        }

        /// The cell of a point: each has an equal share of the width, and stands in the middle of it.
        private func column(of index: Int) -> Int { (2 * index + 1) * columns / (2 * chart.points.count) }

        private mutating func connect(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int)) {
            let steps = max(abs(to.x - from.x), abs(to.y - from.y))
            for step in 0...steps {
                let share = steps == 0 ? 0 : Double(step) / Double(steps)
                let x = from.x + Int((Double(to.x - from.x) * share).rounded())
                let y = from.y + Int((Double(to.y - from.y) * share).rounded())
                dots[y / 4][x / 2] |= Self.bits[y % 4][x % 2]
            }
        }

        /// Runs of the curve and, between them, of the target line.
        func pieces(_ row: Int, at start: Int, isTarget: Bool) -> [Piece] {
            var pieces: [Piece] = []
            var column = 0
            while column < columns {
                let isCurve = dots[row][column] != 0
                let end = dots[row][column...].firstIndex { ($0 != 0) != isCurve } ?? columns
                if isCurve {
                    let text = dots[row][column..<end].map { style.isASCII ? "*" : Self.braille($0) }.joined()
                    pieces.append(Piece(text, at: start + column, width: end - column, role: .key))
                } else if isTarget {
                    let text = String(repeating: style.isASCII ? "-" : "┄", count: end - column)
                    pieces.append(Piece(text, at: start + column, width: end - column, role: .warning))
                }
                column = end
            }
            return pieces
        }

        private static func braille(_ bits: UInt8) -> String { String(Character(Unicode.Scalar(0x2800 + UInt32(bits)) ?? " ")) }

        /// The labels below the points, as many as have room.
        func labels(at start: Int, _ cells: CellWidth) -> [Piece] {
            var (pieces, free) = ([Piece](), start)
            for (index, point) in chart.points.enumerated() where !point.label.isEmpty {
                let width = cells.width(of: point.label)
                let place = min(max(free, start + column(of: index) - width / 2), start + columns - width)
                guard place >= free else { continue }
                pieces.append(Piece(point.label, at: place, width: width, role: .muted))
                free = place + width + 1
            }
            return pieces
        }
    }
}

internal import JBEMCore
internal import JBEMOutput

/// The content of a pane as lines of cells.
struct PaneText: Sendable {
    struct Line: Sendable {
        let pieces: [Piece]
        let subject: Subject?
        /// The row of the table before filter and sort; `nil` for anything else.
        var row: Int?
    }

    struct Sort: Sendable, Hashable {
        var column: Int
        var isDescending = false
    }

    /// All that the layout depends on, beside the content.
    struct Question: Sendable, Equatable {
        let width: Int
        let height: Int
        let options: OutputOptions
        let skippedColumns: Int
        let filter: String
        let sort: Sort?
    }

    /// Lines that stay when the others scroll.
    var header: [[Piece]] = []
    var lines: [Line] = []
    /// The columns of the table that are seen.
    private(set) var shownColumns: [Int] = []

    /// Rows of the table, or lines where there is none.
    var count: Int {
        let rows = lines.count { $0.row != nil }
        return rows > 0 ? rows : lines.count
    }

    init() {}

    init(_ content: PanelContent, _ question: Question, _ language: Language) {
        var options = question.options
        options.width = question.width
        switch content.body {
        case .table(let table, let machine, let subjects):
            arrange(table, machine, subjects, question, options)
            if lines.isEmpty { sayNothing(question, options, language) }
        case .outline(let outline, _):
            lines = outline.drawn(options).map { drawn in
                let prefix = Piece(drawn.prefix, role: .muted, cells: options.cells)
                let text = Piece(drawn.text, at: prefix.width, role: drawn.line.role, cells: options.cells)
                return Line(
                    pieces: [prefix, text].filter { !$0.text.isEmpty }, subject: drawn.line.links.isEmpty ? nil : .links(drawn.line.links))
            }
        case .facts(let facts, _):
            // The looks of a list are escape sequences; without them it is plain text.
            options.style = Style(.none, isASCII: options.style.isASCII)
            lines = facts.lines(options).map { Line(pieces: [Piece($0, cells: options.cells)], subject: nil) }
        case .chart(let chart, let title):
            let style = options.style
            let heading = Piece(options.cells.clip(style.visible(title), to: question.width, ellipsis: style.ellipsis), role: .heading)
            let room = max(4, question.height - 1 - content.notes.count)
            let drawn = chart.lines(width: question.width, height: room, style, cells: options.cells) {
                RealText.significant($0, digits: 4) ?? ""
            }
            lines = ([[heading]] + drawn).map { Line(pieces: $0, subject: nil) }
        case .absent(let reason):
            lines = options.cells.wrap(options.style.visible(reason.text(language)), to: question.width).map {
                Line(pieces: [Piece($0, role: .muted, cells: options.cells)], subject: nil)
            }
        }
        switch content.body {
        case .outline, .facts: filterLines(question, options, language)
        // Rows are filtered before they are laid out; of a chart or a reason there is nothing to find.
        case .table, .chart, .absent: break
        }
        lines += content.notes.flatMap { note in
            options.cells.wrap(options.style.visible(note, keepsNewlines: true), to: max(2, question.width)).map {
                Line(pieces: [Piece($0, role: .muted, cells: options.cells)], subject: nil)
            }
        }
    }

    private mutating func arrange(
        _ table: Table, _ machine: Table, _ subjects: [Subject?], _ question: Question, _ options: OutputOptions
    ) {
        let order = RowOrder(table, machine).rows(filter: question.filter, sort: question.sort)
        let first = min(question.skippedColumns, max(0, table.columns.count - 2))
        let reached = table.columns.indices.filter { $0 == 0 || $0 > first }
        let seen = order.map { row in reached.map { table.rows[row][$0] } }
        var kept = TableLayout.affordable(reached.map { table.columns[$0] }, seen, options).map { reached[$0] }
        var options = options
        // A number that is cut reads as another one: a column is seen whole or not at all, and a sign says that there are more.
        if kept.count < reached.count { options.width = question.width - 2 }
        var layout = self.layout(table, kept, order, question, options)
        while layout.width > options.width ?? .max, kept.count > 1 {
            kept.removeLast()
            options.width = question.width - 2
            layout = self.layout(table, kept, order, question, options)
        }
        shownColumns = kept
        header = layout.header
        if kept.count < reached.count {
            header[header.count - 1].append(Piece(options.style.isASCII ? ">" : "›", at: question.width - 1, width: 1, role: .emphasis))
        }
        lines = order.enumerated().map { index, row in
            Line(pieces: layout.line(index), subject: row < subjects.count ? subjects[row] : nil, row: row)
        }
    }

    /// What stands where there is nothing.
    static let none = Localized("没有", "none")

    private func layout(_ table: Table, _ kept: [Int], _ order: [Int], _ question: Question, _ options: OutputOptions) -> TableLayout {
        var columns = kept.map { table.columns[$0] }
        if let sort = question.sort, let place = kept.firstIndex(of: sort.column) {
            columns[place] = columns[place].marked(sort.isDescending ? "↓" : "↑")
        }
        return TableLayout(columns, order.map { row in kept.map { table.rows[row][$0] } }, options)
    }

    private mutating func sayNothing(_ question: Question, _ options: OutputOptions, _ language: Language) {
        let words =
            question.filter.isEmpty
            ? PaneText.none : Localized("没有含“\(question.filter)”的行", "no line holds \"\(question.filter)\"")
        header = []
        lines = [Line(pieces: [Piece(options.style.visible(words.text(language)), role: .muted, cells: options.cells)], subject: nil)]
    }

    private mutating func filterLines(_ question: Question, _ options: OutputOptions, _ language: Language) {
        guard !question.filter.isEmpty else { return }
        let wanted = question.filter.lowercased()
        lines = lines.filter { $0.pieces.text().lowercased().contains(wanted) }
        if lines.isEmpty { sayNothing(question, options, language) }
    }
}

extension Column {
    fileprivate func marked(_ sign: String) -> Column {
        Column(key: key, title: title + sign, machineTitle: machineTitle, alignment: alignment, isFlexible: isFlexible)
    }
}

/// Which rows of a table are seen, in which order.
struct RowOrder {
    private let table: Table
    private let machine: Table

    init(_ table: Table, _ machine: Table) { (self.table, self.machine) = (table, machine) }

    /// Totals for people, which the machine's table does not have, stay at the end.
    func rows(filter: String, sort: PaneText.Sort?) -> [Int] {
        let wanted = filter.lowercased()
        let kept = table.rows.indices.filter { row in
            wanted.isEmpty || table.rows[row].contains { $0.display.lowercased().contains(wanted) }
        }
        guard let sort, table.columns.indices.contains(sort.column) else { return kept }
        let body = kept.filter { $0 < machine.rows.count }
        let keys = Dictionary(uniqueKeysWithValues: body.map { ($0, key($0, sort.column)) })
        let sorted = body.sorted { left, right in
            guard let a = keys[left], let b = keys[right], a != b else { return left < right }
            // What is empty comes last either way.
            if a == .empty || b == .empty { return b == .empty }
            return sort.isDescending ? b < a : a < b
        }
        return sorted + kept.filter { $0 >= machine.rows.count }
    }

    private enum Key: Comparable {
        case number(Double)
        /// In GB18030, whose order is pinyin order for common characters, as lists have it.
        case text([UInt8])
        case empty

        static func < (left: Key, right: Key) -> Bool {
            switch (left, right) {
            case (.number(let a), .number(let b)): a < b
            case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
            case (.number, _), (.text, .empty): true
            default: false
            }
        }
    }

    private func key(_ row: Int, _ column: Int) -> Key {
        let cell = table.rows[row][column]
        let text = cell.machine.isEmpty ? cell.display : cell.machine
        if text.isEmpty { return .empty }
        if cell.kind == .number, let number = Double(text) { return .number(number) }
        return .text(GB18030.bytes(cell.kind == .text ? cell.display : text))
    }
}

/// Writes aligned columns for people: two-space gutters, no box characters, the header once, no spaces at the ends of lines.
///
/// How columns find their widths is ``TableLayout``'s.
package struct TableWriter: RowWriter {
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
        let layout = TableLayout(columns, rows, options)
        for line in layout.header { try sink.write(line.text(style) + "\n") }
        for index in rows.indices { try sink.write(layout.line(index).text(style) + "\n") }
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
}

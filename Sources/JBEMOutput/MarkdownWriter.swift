/// Writes a GitHub table from the texts for people; the title becomes a heading, notes paragraphs.
package struct MarkdownWriter: RowWriter {
    private let sink: TextSink
    private var columns: [Column] = []
    private var rows: [[Cell]] = []

    /// Makes a writer.
    package init(to sink: TextSink) {
        self.sink = sink
    }

    package mutating func begin(title: String?, columns: [Column]) throws {
        self.columns = columns
        if let title {
            try sink.write("## \(Self.escaped(title))\n\n")
        }
    }

    package mutating func row(_ cells: [Cell]) throws {
        rows.append(cells.fitted(to: columns.count))
    }

    package mutating func end(notes: [String]) throws {
        try write(columns.map { Self.escaped($0.title) })
        let rules = columns.indices.map { columns[$0].alignment(of: $0, in: rows) == .trailing ? "---:" : "---" }
        try write(rules)
        for row in rows {
            try write(row.map { Self.escaped($0.display) })
        }
        for note in notes {
            try sink.write("\n\(Self.escaped(note))\n")
        }
    }

    private func write(_ fields: [String]) throws {
        try sink.write("| " + fields.joined(separator: " | ") + " |\n")
    }

    /// Returns `text` so that Markdown shows it literally within one line of a table.
    package static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(OutputGate.visible(text, keepsNewlines: true).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n": result += "<br>"
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "|", "\\", "*", "`", "[", "~": result += "\\" + String(scalar)
            case "_" where !isInsideWord(index, scalars): result += "\\_"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isInsideWord(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic && scalars[index + 1].properties.isAlphabetic
    }
}

/// Writes a complete HTML document with one table as the rows come; it refers to nothing outside and prints well.
package struct HTMLWriter: RowWriter {
    private let sink: TextSink
    private let language: String
    private let heading: String
    private var columns: [Column] = []

    /// Makes a writer; `heading` names documents whose table has no title.
    package init(to sink: TextSink, language: String, heading: String) {
        self.sink = sink
        self.language = language
        self.heading = heading
    }

    package mutating func begin(title: String?, columns: [Column]) throws {
        self.columns = columns
        let name = Self.escaped(title ?? heading)
        let headers = columns.map { column in
            let attribute = Self.attribute("class", column.alignment == .trailing ? "number" : nil)
            return "<th\(attribute)>\(Self.escaped(column.title))</th>"
        }
        var text = """
            <!DOCTYPE html>
            <html lang="\(Self.escaped(language))">
            <head>
            <meta charset="utf-8">
            <title>\(name)</title>
            <style>
            \(Self.sheet)
            </style>
            </head>
            <body>

            """
        if title != nil {
            text += "<h1>\(name)</h1>\n"
        }
        text += "<table>\n<thead>\n<tr>\(headers.joined())</tr>\n</thead>\n<tbody>\n"
        try sink.write(text)
    }

    package mutating func row(_ cells: [Cell]) throws {
        let fields = zip(columns, cells.fitted(to: columns.count)).map { column, cell in
            let isRight = column.alignment(hasNumbers: cell.kind == .number, hasOthers: cell.kind != .number) == .trailing
            let classes = [isRight ? "number" : nil, cell.role?.rawValue].compactMap { $0 }
            let attribute = Self.attribute("class", classes.isEmpty ? nil : classes.joined(separator: " "))
            return "<td\(attribute)>\(Self.escaped(cell.display))</td>"
        }
        try sink.write("<tr>\(fields.joined())</tr>\n")
    }

    package mutating func end(notes: [String]) throws {
        let paragraphs = notes.map { "<p>\(Self.escaped($0))</p>\n" }
        try sink.write("</tbody>\n</table>\n\(paragraphs.joined())</body>\n</html>\n")
    }

    /// Returns `text` so that HTML shows it literally, in an element or a quoted attribute.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in OutputGate.visible(text, keepsNewlines: true).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += "<br>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }

    private static let sheet = """
        body { font-family: sans-serif; margin: 2em; }
        table { border-collapse: collapse; }
        th, td { border: 1px solid #999; padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .heading, .emphasis { font-weight: bold; }
        .selected { background: #ddd; }
        .good { color: #1a7f37; }
        .warning { color: #9a6700; }
        .bad, .red { color: #c00000; font-weight: bold; }
        .orange { color: #c55a00; font-weight: bold; }
        .yellow { color: #8a6d00; font-weight: bold; }
        .blue { color: #0550ae; font-weight: bold; }
        .muted { color: #666; }
        @media print { body { margin: 0; } thead { display: table-header-group; } }
        """
}

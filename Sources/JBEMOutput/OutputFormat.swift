/// The formats in which rows can be written.
package enum OutputFormat: String, Sendable, Hashable, CaseIterable {
    /// Aligned columns for people.
    case table
    /// Tab-separated values without a header.
    case plain
    /// A GitHub table.
    case md
    /// RFC 4180.
    case csv
    /// Tab-separated values with a header.
    case tsv
    /// An array of objects.
    case json
    /// One object a line.
    case jsonl
    /// A complete document.
    case html

    /// Makes the format that a file name ends with; nil if none does.
    package init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else {
            return nil
        }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "md", "markdown": self = .md
        case "csv": self = .csv
        case "tsv": self = .tsv
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        case "html", "htm": self = .html
        case "txt": self = .table
        default: return nil
        }
    }

    /// Tells whether the bytes are made for programs: codes instead of labels, no locale, no styles.
    package var isForMachines: Bool {
        switch self {
        case .plain, .csv, .tsv, .json, .jsonl: true
        case .table, .md, .html: false
        }
    }

    /// Makes a writer of this format.
    package func writer(to sink: TextSink, _ options: OutputOptions = OutputOptions()) -> any RowWriter {
        switch self {
        case .table: TableWriter(to: sink, options)
        case .plain: DelimitedWriter(to: sink, .plain)
        case .md: MarkdownWriter(to: sink)
        case .csv: DelimitedWriter(to: sink, options.isForExcel ? .excel : .csv)
        case .tsv: DelimitedWriter(to: sink, .tsv)
        case .json: JSONWriter(to: sink, isPretty: options.isPretty)
        case .jsonl: JSONLinesWriter(to: sink)
        case .html: HTMLWriter(to: sink, language: options.language, heading: options.heading)
        }
    }
}

/// What a caller may choose about the output; each writer takes from it what concerns its format.
package struct OutputOptions: Sendable, Equatable {
    /// Gives the cells of a terminal line; nil in a pipe or a file, where nothing is ever cut.
    package var width: Int?
    /// Measures texts; knows whether ambiguous characters are wide.
    package var cells: CellWidth
    /// Gives colours and ASCII mode; machine formats ignore it.
    package var style: Style
    /// Makes CSV for spreadsheets instead of programs, see ``DelimitedWriter/Dialect/excel``.
    package var isForExcel: Bool
    /// Spreads JSON over several lines.
    package var isPretty: Bool
    /// Gives the BCP 47 tag of HTML documents.
    package var language: String
    /// Gives the title of HTML documents whose table has none.
    package var heading: String

    /// Makes options; the defaults suit a pipe.
    package init(
        width: Int? = nil, cells: CellWidth = CellWidth(), style: Style = Style(), isForExcel: Bool = false, isPretty: Bool = false,
        language: String = "zh-CN", heading: String = "jbem"
    ) {
        self.width = width
        self.cells = cells
        self.style = style
        self.isForExcel = isForExcel
        self.isPretty = isPretty
        self.language = language
        self.heading = heading
    }
}

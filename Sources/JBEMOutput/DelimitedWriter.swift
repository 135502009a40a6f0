/// Writes CSV, TSV and plain rows one by one, in constant memory.
package struct DelimitedWriter: RowWriter {
    /// The kinds of delimited text.
    package enum Dialect: Sendable, Hashable {
        /// RFC 4180 in UTF-8 with LF; machine headers.
        case csv
        /// CSV that Excel, WPS and LibreOffice open right by double click: byte order mark, CRLF, headers for people.
        ///
        /// Texts that a spreadsheet would take for a number or a date (ids, codes, phone numbers) get a tab in front, which keeps them
        /// text without being seen; a formula `="…"` was not chosen because it stays a formula when copied and is blocked by strict
        /// settings. Texts that a spreadsheet would calculate (beginning with `= + - @`, a tab or a carriage return, also in full width)
        /// get an apostrophe in front. Real numbers, dates and instants stay as they are.
        case excel
        /// Tab-separated with a header, quoted as `csv` where a text needs it: what spreadsheets and `import` read.
        case tsv
        /// Tab-separated without a header, one line a row: tab, line feed, carriage return and backslash are written `\t`, `\n`, `\r`, `\\`.
        case plain
    }

    private let sink: TextSink
    private let dialect: Dialect
    private var count = 0

    /// Makes a writer of one dialect.
    package init(to sink: TextSink, _ dialect: Dialect) {
        self.sink = sink
        self.dialect = dialect
    }

    package mutating func begin(title: String?, columns: [Column]) throws {
        count = columns.count
        switch dialect {
        case .plain:
            break
        case .csv, .tsv:
            try write(columns.map { field($0.machineTitle ?? $0.key) })
        case .excel:
            try sink.write("\u{FEFF}")
            try write(columns.map { field(SpreadsheetGuard.text($0.title)) })
        }
    }

    package mutating func row(_ cells: [Cell]) throws {
        try write(cells.fitted(to: count).map { field(dialect == .excel ? SpreadsheetGuard.content(of: $0) : $0.machine) })
    }

    package mutating func end(notes: [String]) throws {}

    private func write(_ fields: [String]) throws {
        // a line without anything would be no record at all
        let isMarked = dialect != .plain && !fields.isEmpty && fields.allSatisfy(\.isEmpty)
        let marked = isMarked ? ["\"\""] + fields.dropFirst() : fields
        switch dialect {
        case .csv, .excel: try sink.write(marked.joined(separator: ",") + (dialect == .excel ? "\r\n" : "\n"))
        case .tsv, .plain: try sink.write(marked.joined(separator: "\t") + "\n")
        }
    }

    private func field(_ text: String) -> String {
        switch dialect {
        case .csv, .excel: Self.quoted(text)
        case .tsv: Self.quoted(text, delimiter: 0x09)
        case .plain: Self.escaped(text)
        }
    }

    /// Returns `text` in quotes if the delimiter, a quote, a line end, a blank at either end, or `sep=` at the beginning asks for them.
    ///
    /// ## Source
    /// RFC 4180 §2, rules 5–7.
    package static func quoted(_ text: String, delimiter: UInt8 = 0x2C) -> String {
        let bytes = text.utf8
        // spreadsheets take a line such as sep=; at the beginning for the delimiter
        let asks =
            bytes.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            || bytes.prefix(4).elementsEqual("sep=".utf8) { $0 | 0x20 == $1 | 0x20 }
        guard asks || isBlank(bytes.first) || isBlank(bytes.last) else {
            return text
        }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                result += "\""
            }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    private static func isBlank(_ byte: UInt8?) -> Bool {
        byte == 0x20 || byte == 0x09
    }

    /// Returns `text` on one line and without tabs.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

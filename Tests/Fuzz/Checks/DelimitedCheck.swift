import JBEMCore
import JBEMOutput

/// Rows that are read, written and read again are the same; a refused row stops no other.
enum DelimitedCheck {
    static func run(_ text: String) throws {
        for delimiter in [nil] + DelimitedReader.Delimiter.allCases.map(Optional.some) {
            let reader: DelimitedReader
            do {
                reader = try DelimitedReader(text, delimiter: delimiter)
            } catch {
                try FaultCheck.run(error)
                continue
            }
            try check(reader)
        }
    }

    private static func check(_ reader: DelimitedReader) throws {
        let (rows, sources) = try readAll(reader)
        // A row of blanks is no row; the writer marks one without anything.
        let written = rows.compactMap { $0 }.filter { !$0.allSatisfy(ValueText.isBlank) || $0.allSatisfy(\.isEmpty) }
        for (format, delimiter) in [(OutputFormat.csv, DelimitedReader.Delimiter.comma), (.tsv, .tab)] {
            let text = table(reader.header, written).text(as: format)
            let again = try reading("written \(format)", text, delimiter)
            try hold(again.header.elementsEqual(reader.header, by: isSame), "\(format): the header \(reader.header) became \(again.header)")
            try compare(readAll(again).rows, written, "written as \(format)")
        }
        // What the program repeats of an input: a header and rows as they stood there.
        let header = reader.header.map(quoted).joined(separator: reader.delimiter.rawValue)
        let repeated = try reading("repeated", ([header] + sources).joined(separator: "\n"), reader.delimiter)
        try compare(readAll(repeated).rows, rows, "repeated from the source")
    }

    /// Every row, `nil` for those refused, and how each stands in the text.
    private static func readAll(_ reader: DelimitedReader) throws -> (rows: [[String]?], sources: [String]) {
        var rows: [[String]?] = []
        var sources: [String] = []
        var line = reader.headerLine
        var iterator = reader.makeIterator()
        while let row = iterator.next() {
            switch row {
            case .success(let record):
                try hold(record.cells.count == reader.header.count, "\(record.cells.count) cells under \(reader.header.count) columns")
                try hold(record.line > line, "line \(record.line) after line \(line)")
                line = record.line
                rows.append(record.cells)
            case .failure(let fault):
                try FaultCheck.run(fault)
                try hold(fault.location.line ?? 0 > line, "line \(fault.location) after line \(line)")
                rows.append(nil)
            }
            sources.append(iterator.source)
        }
        return (rows, sources)
    }

    private static func reading(_ what: String, _ text: String, _ delimiter: DelimitedReader.Delimiter) throws -> DelimitedReader {
        do {
            return try DelimitedReader(text, delimiter: delimiter)
        } catch {
            throw BrokenLaw(description: "\(what) text is refused: \(error.reason.en)\n\(text)")
        }
    }

    private static func compare(_ found: [[String]?], _ expected: [[String]?], _ what: String) throws {
        try hold(found.count == expected.count, "\(expected.count) rows \(what) became \(found.count)")
        for (before, after) in zip(expected, found) {
            let isKept =
                switch (before, after) {
                case (let before?, let after?): before.elementsEqual(after, by: isSame)
                case (nil, nil): true
                default: false
                }
            try hold(isKept, "\(what), \(String(describing: before)) became \(String(describing: after))")
        }
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> Table {
        Table(columns: header.map { Column(key: $0, title: $0) }, rows: rows.map { $0.map { Cell.text($0) } })
    }

    private static func quoted(_ cell: String) -> String {
        "\"" + cell.replacing(scalar: "\"", with: "\"\"") + "\""
    }
}

/// A reason is there in both languages, and its line is one.
enum FaultCheck {
    static func run(_ fault: Fault) throws {
        try hold(!fault.reason.zh.isEmpty && !fault.reason.en.isEmpty, "a fault without a reason: \(fault)")
        try hold(fault.location.line.map { $0 >= 1 } ?? true, "a fault on line \(fault.location)")
    }
}

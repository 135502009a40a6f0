/// Reads the rows of a delimited text (CSV, TSV …) lazily, by RFC 4180 with the liberties of real spreadsheets.
///
/// CRLF, a lone CR and LF end a line. A cell that begins with `"` is quoted, may contain line ends, and writes a quote as `""`; spaces
/// after its closing quote are dropped. A quote inside an unquoted cell is an ordinary character. Blank lines, and rows whose cells are
/// all blank and unquoted, are skipped. An Excel line `sep=;` before the header sets the delimiter.
///
/// Iterating yields one `Result` a row: a refused row does not stop the rows after it (an unterminated quote swallows them all).
package struct DelimitedReader: Sendable, Sequence {
    /// A separator of cells.
    package enum Delimiter: String, Sendable, CaseIterable {
        case comma = ","
        case tab = "\t"
        case semicolon = ";"
        case bar = "|"
        case fullWidthComma = "，"
    }

    /// One row of data.
    package struct Record: Sendable, Hashable {
        /// The 1-based physical line on which the row begins.
        package let line: Int
        /// As many cells as the header, untrimmed.
        package let cells: [String]

        package init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// Bytes that one cell and one row may hold at most, and how many columns a file may have.
    package static let cellLimit = 64 << 10
    package static let rowLimit = 1 << 20
    package static let columnLimit = 256

    package let delimiter: Delimiter
    /// The trimmed column names, without trailing empty ones. An empty name inside is allowed as long as its column has no data.
    package let header: [String]
    package let headerLine: Int
    private let utf8: ArraySlice<UInt8>
    let bodyStart: DelimitedScanner.Position
    /// Number of cells in the header line, with the trailing empty ones.
    let headerWidth: Int

    /// Reads the header.
    ///
    /// - Throws: A fault for an empty text, a duplicate or wholly empty header, or a header that cannot be split.
    package init(_ text: String, delimiter: Delimiter? = nil) throws(Fault) {
        try self.init(utf8: Array(text.utf8)[...], delimiter: delimiter)
    }

    package init(_ decoded: DecodedText, delimiter: Delimiter? = nil) throws(Fault) {
        try self.init(utf8: decoded.utf8, delimiter: delimiter)
    }

    private init(utf8 text: ArraySlice<UInt8>, delimiter wanted: Delimiter?) throws(Fault) {
        var start = DelimitedScanner.Position()
        let declared = Delimiter.declared(in: text, &start)
        let delimiter = wanted ?? declared ?? Delimiter.sniffed(in: text, from: start)
        var scanner = DelimitedScanner(delimiter, at: start)
        guard let row = scanner.next(text) else { throw Fault(Localized("文件是空的", "the file is empty")) }
        if let fault = row.fault { throw fault }
        self.utf8 = text
        self.delimiter = delimiter
        self.headerLine = row.line
        self.headerWidth = row.cells.count
        self.bodyStart = scanner.position
        self.header = try DelimitedReader.names(row)
    }

    package func makeIterator() -> Iterator { Iterator(self) }

    private static func names(_ row: DelimitedScanner.Row) throws(Fault) -> [String] {
        var names = row.cells.map { ValueText.trimmed($0) }
        while names.last?.isEmpty == true { names.removeLast() }
        guard !names.isEmpty else {
            throw Fault(Localized("表头是空的", "the header is empty"), at: .init(line: row.line))
        }
        guard names.count <= columnLimit else {
            throw Fault(
                Localized("\(names.count) 列，最多 \(columnLimit) 列", "\(names.count) columns, at most \(columnLimit)"),
                at: .init(line: row.line))
        }
        var columns: [String: Int] = [:]
        for (index, name) in names.enumerated() where !name.isEmpty {
            if let first = columns.updateValue(index, forKey: name) {
                throw Fault(
                    Localized(
                        "表头重复：第 \(first + 1) 列和第 \(index + 1) 列同名",
                        "duplicate header: columns \(first + 1) and \(index + 1) have the same name"),
                    at: .init(line: row.line, field: name))
            }
        }
        return names
    }
}

extension DelimitedReader {
    /// Walks over the rows after the header in constant memory.
    package struct Iterator: Sendable, IteratorProtocol {
        private let reader: DelimitedReader
        private var scanner: DelimitedScanner
        private var lastRange = 0..<0
        private let namelessColumns: [Int]

        init(_ reader: DelimitedReader) {
            self.reader = reader
            scanner = DelimitedScanner(reader.delimiter, at: reader.bodyStart, expecting: reader.headerWidth)
            namelessColumns = reader.header.indices.filter { reader.header[$0].isEmpty }
        }

        /// The row last yielded or refused exactly as it stands in the text, without its line end: what a file of rejected rows repeats.
        package var source: String {
            let start = reader.utf8.startIndex
            return String(decoding: reader.utf8[start + lastRange.lowerBound..<start + lastRange.upperBound], as: UTF8.self)
        }

        package mutating func next() -> Result<Record, Fault>? {
            guard let row = scanner.next(reader.utf8) else { return nil }
            lastRange = row.range
            if let fault = row.fault ?? misfit(row) { return .failure(fault) }
            var cells = row.cells
            if cells.count > reader.header.count { cells.removeLast(cells.count - reader.header.count) }
            return .success(Record(line: row.line, cells: cells))
        }

        private func misfit(_ row: DelimitedScanner.Row) -> Fault? {
            let width = reader.header.count
            let location = Failure.Location(line: row.line)
            if row.cells.count < width {
                return Fault(
                    Localized("本行 \(row.cells.count) 格，表头 \(width) 格", "the row has \(row.cells.count) cells, the header \(width)"),
                    at: location)
            }
            for index in row.cells.indices.dropFirst(width) where !ValueText.isBlank(row.cells[index]) {
                return index < reader.headerWidth
                    ? nameless(index, location)
                    : Fault(
                        Localized("本行 \(row.cells.count) 格，表头 \(width) 格", "the row has \(row.cells.count) cells, the header \(width)"),
                        at: location)
            }
            for index in namelessColumns where !ValueText.isBlank(row.cells[index]) { return nameless(index, location) }
            return nil
        }

        private func nameless(_ index: Int, _ location: Failure.Location) -> Fault {
            Fault(
                Localized("第 \(index + 1) 列有数据，但表头没有列名", "column \(index + 1) has data but no name in the header"), at: location)
        }
    }
}

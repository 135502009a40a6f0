package import JBEMCore

/// A file to import, decoded and cut into raw rows, before any value is read.
package struct ImportSource {
    /// How the rows are written.
    package enum Format: String, Sendable, CaseIterable {
        case csv, tsv, json, jsonl
    }

    /// One cell: text, or a JSON value that keeps its type.
    enum Raw {
        case text(String)
        case json(StrictJSON.Value)
    }

    struct Row {
        enum Content {
            /// A cell for each column.
            case texts([String])
            case members([(column: Int, value: StrictJSON.Value)])
        }

        let line: Int
        let content: Content

        var cells: [(column: Int, value: Raw)] {
            switch content {
            case .texts(let texts): texts.enumerated().map { ($0.offset, .text($0.element)) }
            case .members(let members): members.map { ($0.column, .json($0.value)) }
            }
        }

        /// The text of a column.
        func text(_ column: Int) -> String? {
            switch content {
            case .texts(let texts): column < texts.count ? texts[column] : nil
            case .members(let members): members.first { $0.column == column }?.value.string
            }
        }
    }

    /// A row, or why it could not be cut into cells, with its text.
    enum Item {
        case row(Row)
        case fault(Fault, source: String)
    }

    private enum Body {
        /// Cut while it is walked over: a large file is never held as rows.
        case text(DelimitedReader)
        case items([Item])
    }

    let name: String
    let header: [String]
    private let body: Body
    let encoding: TextEncoding
    let delimiter: DelimitedReader.Delimiter?

    /// Decodes and cuts the bytes of a file.
    ///
    /// - Parameter format: `nil` tells it from the name's ending or the first character.
    /// - Throws: `.data` naming file and line.
    package init(name: String, bytes: [UInt8], format: Format? = nil, encoding: TextEncoding? = nil) throws {
        self.name = name
        do {
            let decoded = try TextDecoding.decode(bytes, encoding: encoding)
            self.encoding = decoded.encoding
            switch format ?? ImportSource.format(name, decoded) {
            case .csv, .tsv:
                let reader = try DelimitedReader(decoded, delimiter: format == .tsv ? .tab : nil)
                (self.header, self.body, self.delimiter) = (reader.header, .text(reader), reader.delimiter)
            case .json:
                guard case .array(let items) = try StrictJSON.parse(decoded.text) else {
                    throw Fault(Localized("应为对象的数组", "expected an array of objects"), at: .init(line: 1))
                }
                (self.header, self.body) = ImportSource.objects(items.enumerated().map { ($0.offset + 1, .success($0.element)) })
                delimiter = nil
            case .jsonl:
                (self.header, self.body) = ImportSource.objects(StrictJSON.Lines(decoded.text).map { ($0.number, $0.value) })
                delimiter = nil
            }
        } catch let fault as Fault {
            var location = fault.location
            location.file = name
            throw Failure(.data, fault.reason, at: location)
        }
    }

    /// Hands over every row in the order of the file.
    func forEach(_ body: (Item) throws -> Void) rethrows {
        switch self.body {
        case .items(let items): for item in items { try body(item) }
        case .text(let reader):
            var iterator = reader.makeIterator()
            while let result = iterator.next() {
                switch result {
                case .success(let record):
                    try body(.row(Row(line: record.line, content: .texts(record.cells))))
                case .failure(let fault): try body(.fault(fault, source: iterator.source))
                }
            }
        }
    }

    /// The text of a column, if the file has exactly one row.
    func singleValue(of column: String) -> String? {
        var rows: [Row] = []
        forEach { if case .row(let row) = $0, rows.count < 2 { rows.append(row) } }
        guard rows.count == 1, let index = header.firstIndex(of: column) else { return nil }
        return rows[0].text(index).map(ValueText.trimmed)
    }

    private static func format(_ name: String, _ decoded: DecodedText) -> Format {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "json": return .json
        case "jsonl", "ndjson": return .jsonl
        case "tsv": return .tsv
        case "csv", "txt": return .csv
        default: break
        }
        switch decoded.text.first(where: { !$0.isWhitespace }) {
        case "[": return .json
        case "{": return .jsonl
        default: return .csv
        }
    }

    private static func objects(_ values: [(Int, Result<StrictJSON.Value, Fault>)]) -> (header: [String], body: Body) {
        var header: [String] = []
        var columns: [String: Int] = [:]
        let items = values.map { line, value -> Item in
            switch value {
            case .failure(let fault): return .fault(fault, source: "")
            case .success(let value):
                guard let object = value.object else {
                    let fault = Fault(
                        Localized("应为对象，而非\(value.kind.zh)", "expected an object, not \(value.kind.en)"), at: .init(line: line))
                    return .fault(fault, source: "")
                }
                let cells = object.members.map { member -> (column: Int, value: StrictJSON.Value) in
                    if let column = columns[member.name] { return (column, member.value) }
                    columns[member.name] = header.count
                    header.append(member.name)
                    return (header.count - 1, member.value)
                }
                return .row(Row(line: line, content: .members(cells)))
            }
        }
        return (header, .items(items))
    }
}

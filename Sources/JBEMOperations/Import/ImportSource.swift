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
        let line: Int
        let cells: [(column: Int, value: Raw)]
        let source: String
    }

    let name: String
    let header: [String]
    let rows: [Row]
    /// Rows that could not be cut into cells, with their text.
    let faults: [(fault: Fault, source: String)]
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
            switch format ?? ImportSource.format(name, decoded.text) {
            case .csv, .tsv:
                let reader = try DelimitedReader(decoded, delimiter: format == .tsv ? .tab : nil)
                var iterator = reader.makeIterator()
                var rows: [Row] = []
                var faults: [(fault: Fault, source: String)] = []
                while let result = iterator.next() {
                    switch result {
                    case .success(let record):
                        let cells = record.cells.enumerated().map { (column: $0.offset, value: Raw.text($0.element)) }
                        rows.append(Row(line: record.line, cells: cells, source: iterator.source))
                    case .failure(let fault): faults.append((fault, iterator.source))
                    }
                }
                (self.header, self.rows, self.faults, self.delimiter) = (reader.header, rows, faults, reader.delimiter)
            case .json:
                guard case .array(let items) = try StrictJSON.parse(decoded.text) else {
                    throw Fault(Localized("应为对象的数组", "expected an array of objects"), at: .init(line: 1))
                }
                (self.header, self.rows, self.faults) = ImportSource.objects(
                    items.enumerated().map { ($0.offset + 1, .success($0.element)) })
                delimiter = nil
            case .jsonl:
                (self.header, self.rows, self.faults) = ImportSource.objects(
                    StrictJSON.Lines(decoded.text).map { ($0.number, $0.value) })
                delimiter = nil
            }
        } catch let fault as Fault {
            var location = fault.location
            location.file = name
            throw Failure(.data, fault.reason, at: location)
        }
    }

    /// The text of a column, if the file has exactly one row.
    func singleValue(of column: String) -> String? {
        guard rows.count == 1, let index = header.firstIndex(of: column) else { return nil }
        guard let cell = rows[0].cells.first(where: { $0.column == index }) else { return nil }
        switch cell.value {
        case .text(let text): return ValueText.trimmed(text)
        case .json(let value): return value.string
        }
    }

    private static func format(_ name: String, _ text: String) -> Format {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "json": return .json
        case "jsonl", "ndjson": return .jsonl
        case "tsv": return .tsv
        case "csv", "txt": return .csv
        default: break
        }
        switch text.first(where: { !$0.isWhitespace }) {
        case "[": return .json
        case "{": return .jsonl
        default: return .csv
        }
    }

    private static func objects(_ items: [(Int, Result<StrictJSON.Value, Fault>)]) -> (
        header: [String], rows: [Row], faults: [(fault: Fault, source: String)]
    ) {
        var header: [String] = []
        var columns: [String: Int] = [:]
        var rows: [Row] = []
        var faults: [(fault: Fault, source: String)] = []
        for (line, item) in items {
            switch item {
            case .failure(let fault): faults.append((fault, ""))
            case .success(let value):
                guard let object = value.object else {
                    let fault = Fault(
                        Localized("应为对象，而非\(value.kind.zh)", "expected an object, not \(value.kind.en)"), at: .init(line: line))
                    faults.append((fault, ""))
                    continue
                }
                let cells = object.members.map { member -> (column: Int, value: Raw) in
                    if let column = columns[member.name] { return (column, .json(member.value)) }
                    columns[member.name] = header.count
                    header.append(member.name)
                    return (header.count - 1, .json(member.value))
                }
                rows.append(Row(line: line, cells: cells, source: ""))
            }
        }
        return (header, rows, faults)
    }
}

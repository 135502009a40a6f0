/// Splits delimited text into rows of cells, one row a call; knows nothing of headers.
///
/// Works on UTF-8 bytes: every delimiter, quote and line end is found without decoding characters.
struct DelimitedScanner: Sendable {
    struct Position: Sendable, Hashable {
        /// Byte offset into the text.
        var offset = 0
        /// 1-based physical line.
        var line = 1
    }

    struct Row: Sendable {
        let line: Int
        /// The bytes of the row without its line end.
        var range: Range<Int>
        var cells: [String] = []
        var fault: Fault?
        var hasQuotedCell = false
    }

    private(set) var position: Position
    private let delimiter: [UInt8]
    private let width: Int

    /// - Parameter width: number of cells to make room for.
    init(_ delimiter: DelimitedReader.Delimiter, at position: Position, expecting width: Int = 8) {
        self.delimiter = Array(delimiter.rawValue.utf8)
        self.position = position
        self.width = width
    }

    /// Returns the next row that is not blank, or `nil` at the end.
    ///
    /// - Precondition: `text` is UTF-8 and the same at every call.
    mutating func next(_ text: ArraySlice<UInt8>) -> Row? {
        text.withUnsafeBufferPointer { bytes in
            var pass = Pass(bytes: bytes, position: position, delimiter: delimiter)
            let row = pass.nextRow(width: width)
            position = pass.position
            return row
        }
    }
}

/// One call of the scanner, while the bytes are in reach.
private struct Pass {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset: Int
    var line: Int
    let delimiter: [UInt8]
    let lead: UInt8

    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A

    init(bytes: UnsafeBufferPointer<UInt8>, position: DelimitedScanner.Position, delimiter: [UInt8]) {
        self.bytes = bytes
        offset = position.offset
        line = position.line
        self.delimiter = delimiter
        lead = delimiter[0]
    }

    var position: DelimitedScanner.Position { .init(offset: offset, line: line) }

    mutating func nextRow(width: Int) -> DelimitedScanner.Row? {
        while offset < bytes.count {
            let row = readRow(width: width)
            if row.fault != nil || row.hasQuotedCell || row.cells.contains(where: { !ValueText.isBlank($0) }) { return row }
        }
        return nil
    }

    private mutating func readRow(width: Int) -> DelimitedScanner.Row {
        var row = DelimitedScanner.Row(line: line, range: offset..<offset)
        let start = offset
        row.cells.reserveCapacity(width)
        while true {
            if offset < bytes.count, bytes[offset] == Pass.quote {
                row.hasQuotedCell = true
                readQuoted(&row)
            } else {
                readPlain(&row)
            }
            guard offset < bytes.count, atDelimiter else { break }
            offset += delimiter.count
        }
        row.range = start..<offset
        if row.range.count > DelimitedReader.rowLimit, row.fault == nil {
            row.fault = Fault(Localized("这一行超过 1 MiB", "the row is longer than 1 MiB"), at: .init(line: row.line))
        }
        passLineEnd()
        return row
    }

    private mutating func readPlain(_ row: inout DelimitedScanner.Row) {
        let start = offset
        skipToCellEnd()
        append(start..<offset, doubled: false, beganOn: line, to: &row)
    }

    private mutating func readQuoted(_ row: inout DelimitedScanner.Row) {
        let beginning = line
        let start = offset + 1
        var hasDoubledQuotes = false
        offset = start
        while true {
            guard offset < bytes.count else {
                row.fault = Fault(
                    Localized("引号没有闭合（从第 \(beginning) 行开始）", "unterminated quote (it begins on line \(beginning))"),
                    at: .init(line: beginning))
                return
            }
            let byte = bytes[offset]
            if byte == Pass.quote {
                guard offset + 1 < bytes.count, bytes[offset + 1] == Pass.quote else { break }
                hasDoubledQuotes = true
                offset += 1
            } else if byte == Pass.lineFeed || (byte == Pass.carriageReturn && !isAt(offset + 1, Pass.lineFeed)) {
                line += 1
            }
            offset += 1
        }
        append(start..<offset, doubled: hasDoubledQuotes, beganOn: beginning, to: &row)
        offset += 1
        while isAt(offset, UInt8(ascii: " ")) { offset += 1 }
        let stray = offset
        skipToCellEnd()
        if offset > stray, row.fault == nil {
            row.fault = Fault(
                Localized("闭合引号之后还有文字：\(excerpt(stray..<offset))", "stray text after a closing quote: \(excerpt(stray..<offset))"),
                at: .init(line: line))
        }
    }

    private func append(_ range: Range<Int>, doubled: Bool, beganOn line: Int, to row: inout DelimitedScanner.Row) {
        guard range.count <= DelimitedReader.cellLimit else {
            let column = row.cells.count + 1
            row.cells.append("")
            guard row.fault == nil else { return }
            row.fault = Fault(
                Localized("第 \(column) 格超过 64 KiB", "cell \(column) is longer than 64 KiB"), at: .init(line: line))
            return
        }
        let slice = UnsafeBufferPointer(rebasing: bytes[range])
        guard doubled else {
            row.cells.append(String(decoding: slice, as: UTF8.self))
            return
        }
        let text = String(unsafeUninitializedCapacity: slice.count) { output in
            var count = 0
            var index = 0
            while index < slice.count {
                output[count] = slice[index]
                count += 1
                index += slice[index] == Pass.quote ? 2 : 1
            }
            return count
        }
        row.cells.append(text)
    }

    private mutating func skipToCellEnd() {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == Pass.lineFeed || byte == Pass.carriageReturn { return }
            if byte == lead, delimiter.count == 1 || atDelimiter { return }
            offset += 1
        }
    }

    private var atDelimiter: Bool {
        guard offset + delimiter.count <= bytes.count else { return false }
        for index in delimiter.indices where bytes[offset + index] != delimiter[index] { return false }
        return true
    }

    private mutating func passLineEnd() {
        guard offset < bytes.count else { return }
        if bytes[offset] == Pass.carriageReturn, isAt(offset + 1, Pass.lineFeed) { offset += 1 }
        offset += 1
        line += 1
    }

    private func isAt(_ index: Int, _ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

    private func excerpt(_ range: Range<Int>) -> String {
        ValueText.quoted(String(decoding: UnsafeBufferPointer(rebasing: bytes[range.prefix(400)]), as: UTF8.self))
    }
}

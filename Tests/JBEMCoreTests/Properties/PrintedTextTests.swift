import JBEMCore
import JBEMOutput
import JBEMReaderChecks
import JBEMTestSupport
import Testing

/// Any text goes through every format and encoding that the program writes and reads, to the last scalar.
@Suite struct PrintedTextTests {
    @Test(arguments: [OutputFormat.csv, .tsv]) func rowsAreReadBack(format: OutputFormat) {
        let delimiter: DelimitedReader.Delimiter = format == .csv ? .comma : .tab
        expectForAll(500) { dice in
            let columns = Int.random(in: 1...5, using: &dice)
            let rows = (0..<Int.random(in: 0...6, using: &dice)).map { _ in (0..<columns).map { _ in dice.text() } }
            // A row of blanks is no row.
            return rows.filter { !$0.allSatisfy(ValueText.isBlank) || $0.allSatisfy(\.isEmpty) }
        } holds: { rows in
            let columns = (0..<(rows.first?.count ?? 1)).map { Column(key: "c\($0)", title: "") }
            let text = Table(columns: columns, rows: rows.map { $0.map { Cell.text($0) } }).text(as: format)
            let read = try DelimitedReader(text, delimiter: delimiter).map { try $0.get().cells.map { Array($0.utf8) } }
            return read == rows.map { $0.map { Array($0.utf8) } }
        }
    }

    @Test(arguments: [false, true]) func valuesOfJSONAreReadBack(pretty: Bool) {
        expectForAll(500) {
            $0.json()
        } holds: { value in
            let text = value.text(pretty: pretty)
            return try JSONCheck.output(StrictJSON.parse(text)).text(pretty: pretty).utf8.elementsEqual(text.utf8)
        }
    }

    @Test func linesOfJSONAreReadBack() {
        expectForAll(200) { dice in
            (0..<Int.random(in: 0...5, using: &dice)).map { _ in dice.json() }
        } holds: { values in
            let text = values.map { $0.text() + "\n" }.joined()
            return try StrictJSON.Lines(text).map { try JSONCheck.output($0.value.get()).text() } == values.map { $0.text() }
        }
    }

    @Test(arguments: TextEncoding.allCases) func textsAreDecodedAsTheyWereEncoded(encoding: TextEncoding) {
        expectForAll {
            $0.text(upTo: 40)
        } holds: { text in
            // A mark at the beginning would be the file's.
            var body = "x" + text
            if encoding == .gb18030 { body.unicodeScalars.removeAll(where: isPrivate) }
            let read = try TextDecoding.decode(EncodingCheck.encoded(body, encoding), encoding: encoding)
            let marked = try TextDecoding.decode(EncodingCheck.encoded("\u{FEFF}" + body, encoding), encoding: encoding)
            return read.text.utf8.elementsEqual(body.utf8) && (encoding == .gb18030 || marked.text.utf8.elementsEqual(body.utf8))
        }
    }

    /// Except two dozen private ones, which have no code in the C library since their characters have found their places in Unicode.
    @Test func everyCharacterHasItsCodeInGB18030() throws {
        for first in stride(from: 1, through: 0x10_FFFF, by: 0x1000) {
            let scalars = (first..<min(first + 0x1000, 0x11_0000)).compactMap { Unicode.Scalar(UInt32($0)) }.filter { !isPrivate($0) }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            let read = try TextDecoding.decode(GB18030.bytes(String(text)), encoding: .gb18030).text
            #expect(read.unicodeScalars.elementsEqual(text), "from U+\(String(first, radix: 16))")
        }
    }

    private func isPrivate(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xF8FF).contains(scalar.value) }
}

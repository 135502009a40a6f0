import JBEMTestSupport
import Testing

@testable import JBEMCore

/// Random inputs from a seeded generator: what is written is read back, and nothing makes a reader crash.
@Suite struct RandomInputTests {
    private let alphabet: [String] = [
        "a", "1", " ", "\"", "\"\"", ",", "\t", ";", "|", "，", "\n", "\r\n", "\r", "隐患", "𠮷", "é", "=1+1", "\u{3000}", "\u{301}",
    ]

    private func quoted(_ cell: String) -> String {
        "\"" + cell.replacing(scalar: "\"", with: "\"\"") + "\""
    }

    @Test(arguments: DelimitedReader.Delimiter.allCases)
    func writtenRowsAreReadBack(delimiter: DelimitedReader.Delimiter) throws {
        var random = TestSeed.generator
        for _ in 0..<200 {
            let columns = Int.random(in: 1...6, using: &random)
            let end = ["\n", "\r\n", "\r"].randomElement(using: &random)!
            let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                (0..<columns).map { _ in
                    (0..<Int.random(in: 0...5, using: &random)).map { _ in alphabet.randomElement(using: &random)! }.joined()
                }
            }
            let header = (1...columns).map { "c\($0)" }.joined(separator: delimiter.rawValue)
            let body = rows.map { $0.map(quoted).joined(separator: delimiter.rawValue) }
            let text = ([header] + body).joined(separator: end)
            let read = try DelimitedReader(text, delimiter: delimiter).map { try $0.get().cells }
            #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }, "\(TestSeed.remedy)")
        }
    }

    @Test func lineNumbersMatchTheLinesOfTheText() throws {
        var random = TestSeed.generator
        for _ in 0..<200 {
            let ends = ["\n", "\r\n", "\r"]
            var text = "a,b"
            var line = 1
            var expected: [Int] = []
            for _ in 0..<20 {
                text += ends.randomElement(using: &random)!
                // A lone CR before a lone LF would make one line end of two.
                text += "x"
                line += 1
                expected.append(line)
                guard Bool.random(using: &random) else {
                    text += ",y"
                    continue
                }
                text += ",\"q" + ends.randomElement(using: &random)! + "q\""
                line += 1
            }
            #expect(try DelimitedReader(text).map { try $0.get().line } == expected, "\(TestSeed.remedy)")
        }
    }

    /// Pieces that lead readers into their corners more often than pure noise.
    private let pieces: [[UInt8]] = [
        Array("\"".utf8), Array(",".utf8), Array("\r\n".utf8), Array("{\"a\":[".utf8), Array("]}".utf8), Array("\\ud800".utf8),
        Array("2026年3月5日".utf8), Array("1,234.5万元".utf8), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0], [0x81, 0x7C],
        [0x95, 0x32, 0x82, 0x36],
        Array("sep=;\n".utf8), Array("2024Q2/2023".utf8), Array("today-9".utf8), Array("(万元）".utf8),
    ]

    private func noise(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...24, using: &random) {
            switch Int.random(in: 0...3, using: &random) {
            case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
            case 1: bytes.append(UInt8.random(in: 32...126, using: &random))
            default: bytes += pieces.randomElement(using: &random)!
            }
        }
        return bytes
    }

    @Test func noBytesCrashAnyReader() {
        var random = TestSeed.generator
        var (texts, refused, rows) = (0, 0, 0)
        for _ in 0..<5000 {
            let bytes = noise(&random)
            for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
                guard let decoded = try? TextDecoding.decode(bytes, encoding: encoding) else {
                    refused += 1
                    continue
                }
                texts += 1
                rows += read(decoded.text)
            }
            _ = try? StrictJSON.parse(bytes: bytes)
        }
        // Both ways were really taken.
        #expect(texts > 1000 && refused > 1000 && rows > 100, "\(TestSeed.remedy)")
    }

    private func read(_ text: String) -> Int {
        let today = CalendarDate(iso: "2026-03-05")!
        _ = HeaderUnit.split(text)
        _ = ListSuggestion.closest(to: text, among: ["status", "found_on"])
        _ = try? ValueText.integer(text)
        _ = try? ValueText.decimal(text, scale: 4)
        _ = try? ValueText.money(text, unit: .wanYuan, unitIsStated: false)
        _ = try? ValueText.bool(text)
        _ = try? ValueText.date(text)
        _ = try? ValueText.instant(text)
        _ = try? ValueText.period(text)
        _ = try? DateExpression.parse(text, today: today)
        var rows = 0
        for _ in StrictJSON.Lines(text) { rows += 1 }
        guard let reader = try? DelimitedReader(text) else { return rows }
        var iterator = reader.makeIterator()
        while iterator.next() != nil {
            _ = iterator.source
            rows += 1
        }
        return rows
    }
}

import JBEMTestSupport
import Testing

@testable import JBEMOutput

/// What is drawn is what another program reads.
@Suite struct QRCodeTests {
    static let python = "/usr/bin/python3"
    static let hasReader = SpawnedProcess(python, ["-c", "import pyzbar.pyzbar"]).wait().code == 0
    private let texts = ["LT-500105000-3", "YL-KQ", "库点 甲", String(repeating: "长", count: 200)]

    @Test(.enabled(if: hasReader, "python3-pyzbar is not installed")) func anotherProgramReadsThem() throws {
        let codes = try texts.map { try #require(QRCode($0)) }
        for drawn in [codes.map(blocks), codes.map(numberSigns), codes.map(path)] {
            let folder = TestFolder()
            let file = folder.write(drawn.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n", to: "codes")
            let script = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Independent/qr.py"
            let end = SpawnedProcess(Self.python, [script, file], environment: ["PYTHONIOENCODING": "utf-8"]).wait()
            #expect(end.out == texts.map { $0 + "\n" }.joined(), "\(end.err)")
        }
    }

    @Test func whatIsTooLongIsRefused() { #expect(QRCode(String(repeating: "长", count: 2000)) == nil) }

    @Test func aSheetHoldsTwentyFourLabels() throws {
        let code = try #require(QRCode("A"))
        let svg = LabelSheet((0..<25).map { .init(code: code, lines: ["第 \($0) 号 <&>"]) }).svg
        #expect(svg.contains(#"height="594mm" viewBox="0 0 210 594""#))
        #expect(svg.split(separator: "<path").count == 26 && svg.contains("第 24 号 &lt;&amp;&gt;"))
    }

    /// Modules as the half blocks of a terminal show them.
    private func blocks(_ code: QRCode) -> [String] {
        let rows = code.lines(quiet: 0).flatMap { line -> [String] in
            let halves = line.map { character -> (String, String) in
                switch character {
                case "█": ("0", "0")
                case "▀": ("0", "1")
                case "▄": ("1", "0")
                default: ("1", "1")
                }
            }
            return [halves.map(\.0).joined(), halves.map(\.1).joined()]
        }
        return Array(rows.prefix(code.width))
    }

    private func numberSigns(_ code: QRCode) -> [String] {
        code.lines(quiet: 0, isASCII: true).map { line in
            Array(line).enumerated().filter { $0.offset.isMultiple(of: 2) }.map { $0.element == "#" ? "0" : "1" }.joined()
        }
    }

    private func path(_ code: QRCode) -> [String] {
        var rows = Array(repeating: Array(repeating: "0", count: code.width), count: code.width)
        for run in code.svgPath.split(separator: "M") {
            // x y h n v1H x z
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            for column in numbers[0]..<(numbers[0] + numbers[2]) { rows[numbers[1]][column] = "1" }
        }
        return rows.map { $0.joined() }
    }
}

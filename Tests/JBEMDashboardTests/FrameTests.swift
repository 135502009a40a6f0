import JBEMCore
import JBEMOutput
import JBEMTestSupport
import Testing

@testable import JBEMDashboard

/// What the screen shows.
@Suite struct FrameTests {
    private static let sizes = [(24, 80), (40, 120), (16, 60), (15, 59)]

    @Test(arguments: Language.allCases) func theFirstViewInEverySize(language: Language) {
        for (rows, columns) in Self.sizes {
            let stage = Stage(rows: rows, columns: columns, language: language)
            Golden.check(stage.text, "overview-\(columns)x\(rows).\(language.rawValue).txt")
        }
    }

    @Test(arguments: Language.allCases) func everyView(language: Language) {
        for view in DashboardView.all.dropFirst().dropLast() {
            // Risk points and duties of the sample begin later than its accidents end.
            let day = [3, 4].contains(view.number) ? "2026-03-02" : "2024-06-30"
            let stage = Stage(rows: 40, columns: 120, language: language, view: view.number, asOf: day)
            Golden.check(stage.text, "\(view.key)-120x40.\(language.rawValue).txt")
        }
        // The journal of the sample names the folder it came from, which is another one everywhere.
        let stage = Stage(.office, rows: 40, columns: 120, language: language, view: 7, asOf: nil)
        stage.session.output("person add number=P-1 name=云某 office=500105000 phone=13900000001 note=虚构 --note 补录")
        stage.session.output("person set P-1 post=值班员")
        stage.send(.storeChanged)
        Golden.check(stage.text, "log-120x40.\(language.rawValue).txt")
    }

    @Test func palettesAndASCII() {
        for palette in [Style.Palette.xterm256, .ansi16, .mono] {
            let stage = Stage(palette: palette)
            stage.press("3")
            Golden.check(stage.text, "risk-80x24.\(palette.rawValue).txt")
        }
        let stage = Stage(palette: .mono, isASCII: true)
        stage.press("2")
        Golden.check(stage.plain, "indicators-80x24.ascii.txt")
    }

    @Test func asciiModeNeedsNoOtherSignsOfItsOwn() {
        for view in DashboardView.all {
            let stage = Stage(.office, language: .en, palette: .mono, isASCII: true, view: view.number, asOf: nil)
            stage.press("?")
            // Names of offices and regions are data.
            let foreign = Set(stage.plain.unicodeScalars.filter { !$0.isASCII && !$0.properties.isIdeographic })
            #expect(foreign.isEmpty, "\(view.key): \(foreign)")
        }
    }

    @Test(arguments: Language.allCases) func overlaysAndDetails(language: Language) {
        let stage = Stage(language: language)
        stage.press("?")
        Golden.check(stage.text, "help-80x24.\(language.rawValue).txt")
        stage.press("<Esc>j<Enter>")
        Golden.check(stage.text, "indicator-80x24.\(language.rawValue).txt")
        stage.press("y")
        Golden.check(stage.text, "command-80x24.\(language.rawValue).txt")
    }

    @Test func noLineIsWiderThanTheScreenAndTheLastCellStaysFree() {
        let cells = CellWidth()
        for view in DashboardView.all {
            let stage = Stage(view: view.number)
            for (rows, columns) in [(16, 60), (24, 80), (17, 79), (30, 119), (40, 120), (51, 133), (80, 300)] {
                stage.send(.resize(ScreenSize(rows: rows, columns: columns)))
                for keys in ["", "<Tab>", "z", "<Enter>", "?", "<Esc>"] {
                    stage.press(keys)
                    let frame = stage.model.frame
                    #expect(frame.rows.count == rows)
                    for (index, row) in frame.rows.enumerated() {
                        let limit = index == rows - 1 ? columns - 1 : columns
                        #expect(cells.width(of: row.text()) <= limit, "\(columns)x\(rows) view \(view.number) row \(index)")
                    }
                }
            }
        }
    }

    @Test func columnsOfChineseTextStandInTheSameCell() throws {
        let stage = Stage(rows: 24, columns: 80, view: 3)
        let cells = CellWidth()
        let lines = stage.plain.split(separator: "\n").map(String.init)
        let header = try #require(lines.first { $0.contains("合计") })
        let place = try #require(header.indices.first { header[$0...].hasPrefix("合计") })
        let end = cells.width(of: header[..<place]) + 4
        for line in lines where line.contains("街道（虚构）") && line.contains("░") { #expect(cells.width(of: line) == end, "\(line)") }
    }

    @Test func aViewWithoutItsDomainSaysSo() {
        let stage = Stage(view: 4)
        stage.press("<Tab><Tab><Tab>")
        #expect(stage.plain.contains("还没有这类记录"))
        #expect(Stage(.office, view: 1, asOf: nil).plain.contains("还没有采用规划"))
    }

    @Test func sizesThatAreNoSize() {
        for (rows, columns) in [(1, 1), (0, 0), (1, 300), (200, 1), (2, 2), (16, 59), (15, 60)] {
            let stage = Stage(.office, rows: rows, columns: columns, asOf: nil)
            for keys in ["j", "<Tab>", "?", "<Enter>", "/x<Enter>"] { stage.press(keys) }
            #expect(stage.model.frame.rows.count == rows)
        }
    }

    @Test func hostileTextIsMadeVisible() {
        let stage = Stage(.office, asOf: nil)
        stage.send(.message(Localized(verbatim: "a\u{1B}[2Jb\u{202E}c\nd")))
        #expect(stage.plain.contains("a␛[2Jb‹U+202E›c⏎d"))
    }
}

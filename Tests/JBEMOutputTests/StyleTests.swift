import Testing

@testable import JBEMOutput

@Suite struct StyleTests {
    @Test func stylesAreOffByDefault() {
        for role in Style.Role.allCases {
            #expect(Style().apply(role, to: "x") == "x")
        }
    }

    @Test func everyPaletteTellsTheFourLevelsApart() {
        for palette in [Style.Palette.mono, .ansi16, .xterm256] {
            let looks = [Style.Role.red, .orange, .yellow, .blue].map { Style(palette).apply($0, to: "x") }
            #expect(Set(looks).count == 4, "\(palette)")
            #expect(looks.allSatisfy { $0.hasPrefix("\u{1B}[") && $0.hasSuffix("x\u{1B}[0m") })
        }
    }

    @Test func monoUsesNoColour() {
        for role in Style.Role.allCases {
            let sequence = Style(.mono).apply(role, to: "x")
            let parameters = sequence.dropFirst(2).prefix { $0 != "m" }.split(separator: ";")
            #expect(parameters.allSatisfy { $0.count == 1 } || sequence == "x", "\(role)")
        }
    }

    @Test func emptyTextsGetNoSequences() {
        #expect(Style(.xterm256).apply(.red, to: "") == "")
        #expect(Style(.xterm256).apply(nil, to: "x") == "x")
    }

    @Test func asciiReplacesTypographyAndKeepsLetters() {
        let style = Style(isASCII: true)
        #expect(style.visible("甲→乙…≥3×“é”\u{1B}") == "甲->乙...>=3x\"é\"\\e")
        #expect(Style().visible("甲→乙…\n") == "甲→乙…⏎")
        #expect(style.ellipsis == "...")
    }

    private static let palettes: [(Style.Choice, Bool, [String: String], Style.Palette)] = [
        (Style.Choice.auto, true, ["TERM": "xterm-256color"], Style.Palette.xterm256), (.auto, false, ["TERM": "xterm-256color"], .none),
        (.auto, true, ["TERM": "linux"], .ansi16), (.auto, true, ["TERM": "dumb"], .none), (.auto, true, [:], .none),
        (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], .none), (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], .ansi16),
        (.auto, false, ["TERM": "xterm", "CLICOLOR_FORCE": "1"], .ansi16), (.auto, false, ["TERM": "xterm", "CLICOLOR_FORCE": "0"], .none),
        (.always, false, ["TERM": "xterm", "NO_COLOR": "1"], .ansi16), (.always, false, [:], .ansi16),
        (.never, true, ["CLICOLOR_FORCE": "1"], .none),
        (.auto, true, ["TERM": "vt100"], .mono), (.auto, true, ["TERM": "xterm", "COLORTERM": "truecolor"], .xterm256),
    ]

    @Test(arguments: palettes)
    func thePaletteFollowsChoiceAndEnvironment(
        choice: Style.Choice, isTerminal: Bool, environment: [String: String], expected: Style.Palette
    ) {
        #expect(Style.Palette(choice: choice, isTerminal: isTerminal, environment: environment) == expected)
    }
}

@Suite struct SparklineTests {
    @Test func barsRiseWithTheValues() {
        #expect(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]).text() == "▁▂▃▄▅▆▇█")
        #expect(Sparkline([7, nil, 0, .nan]).text() == "█·▁·")
        #expect(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]).text(Style(isASCII: true)) == ".:-=+*#@")
        #expect(Sparkline([1, nil, 2]).text(Style(isASCII: true)) == ". @")
        #expect(Sparkline([1, nil, 2]).text(missing: " ") == "▁ █")
    }

    @Test func flatAndEmptyLinesAreDefined() {
        #expect(Sparkline([]).text() == "")
        #expect(Sparkline([nil, nil]).text() == "··")
        #expect(Sparkline([0, 0]).text() == "▁▁")
        #expect(Sparkline([5, 5]).text() == "▄▄")
    }

    @Test func theRangeIsKept() {
        #expect(Sparkline([50, 200, -9], range: 0...100).text() == "▅█▁")
        #expect(Sparkline([-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude]).text() == "▁▅█")
    }
}

@Suite struct BarTests {
    private static let bars: [(Double, String)] = [
        (0.0, ""), (-1, ""), (.nan, ""), (.infinity, ""), (0.001, "▏"), (1, "▊"), (5, "████"), (10, "████████"), (99, "████████"),
        (9.99, "███████▉"), (2.5, "██"), (3, "██▍"),
    ]

    @Test(arguments: bars)
    func barsAreDrawnInEighths(value: Double, expected: String) {
        #expect(Bar.horizontal(value: value, of: 10, width: 8) == expected)
    }

    @Test func asciiBarsAreWholeCells() {
        let style = Style(isASCII: true)
        #expect(Bar.horizontal(value: 7, of: 10, width: 10, style) == "#######")
        #expect(Bar.horizontal(value: 29, of: 100, width: 100, style).count == 29)
        #expect(Bar.horizontal(value: 0.01, of: 10, width: 10, style) == "#")
        #expect(Bar.progress(value: 5, of: 10, width: 8, style) == "####----")
    }

    @Test func barsWithoutATotalAreEmpty() {
        #expect(Bar.horizontal(value: 1, of: 0, width: 8) == "")
        #expect(Bar.horizontal(value: 1, of: 1, width: 0) == "")
        #expect(Bar.horizontal(value: 1, of: 2, width: 1, cells: CellWidth(ambiguous: 2)) == "")
    }

    @Test(arguments: [1, 2])
    func progressFillsItsWidth(ambiguous: Int) {
        let cells = CellWidth(ambiguous: ambiguous)
        for value in 0...21 {
            #expect(cells.width(of: Bar.progress(value: Double(value), of: 21, width: 11, cells: cells)) == 11)
        }
    }
}

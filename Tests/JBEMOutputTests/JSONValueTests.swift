import Glibc
import Testing

@testable import JBEMOutput

@Suite struct JSONValueTests {
    private static let written: [(JSONValue, String)] = [
        (JSONValue.null, "null"), (true, "true"), (false, "false"), (0, "0"), (.integer(.min), "-9223372036854775808"),
        (.number("-3.50"), "-3.50"), (.number("1e400"), "1e400"), (.number("007"), "\"007\""), (.number("NaN"), "\"NaN\""),
        ("隐患", "\"隐患\""), ([], "[]"), ([:], "{}"), ([1, "a", nil], "[1,\"a\",null]"), (["b": 1, "a": [true]], "{\"b\":1,\"a\":[true]}"),
        (.string("\"\\/\n\r\t\u{8}\u{C}\u{0}\u{1F}\u{7F}"), #""\"\\/\n\r\t\b\f\u0000\u001f\u007f""#),
        (.string("\u{2028}\u{2029}\u{202E}\u{9B}\u{E0041}"), #""\u2028\u2029\u202e\u009b\udb40\udc41""#),
        (.string("e\u{301}👨‍👩‍👧‍👦𠮷"), "\"e\u{301}👨‍👩‍👧‍👦𠮷\""), (.object([(key: "a\n", value: .null)]), #"{"a\n":null}"#),
        (.string("a\r\nb"), #""a\r\nb""#),
    ]

    @Test(arguments: written)
    func valuesAreWrittenByTheGrammar(value: JSONValue, expected: String) {
        #expect(value.text() == expected)
    }

    @Test func prettyTextIsIndented() {
        let value: JSONValue = ["id": "HZ-1", "list": [1, [:]], "empty": [], "inner": ["a": nil]]
        let expected = """
            {
              "id": "HZ-1",
              "list": [
                1,
                {}
              ],
              "empty": [],
              "inner": {
                "a": null
              }
            }
            """
        #expect(value.text(pretty: true) == expected)
    }

    @Test(arguments: ["0", "-0", "0.10", "12", "-1.5e+10", "1E5"])
    func decimalsOfTheGrammarAreNumbers(literal: String) {
        #expect(JSONValue.decimal(literal) == .number(literal))
    }

    @Test(arguments: ["", "-", "+1", ".5", "5.", "01", "-01", "1e", "1e+", "0x1", "1,5", "1 ", " 1", "١", "１", "Infinity", "--1", "1.2.3"])
    func otherDecimalsAreNot(literal: String) {
        #expect(JSONValue.decimal(literal) == nil)
    }

    @Test func membersAreFoundAndOrderMatters() {
        let value: JSONValue = ["a": 1, "b": 2]
        #expect(value["b"] == 2)
        #expect(value["c"] == nil)
        #expect(value != ["b": 2, "a": 1])
        #expect(value == ["a": 1, "b": 2])
        #expect(JSONValue.optional(nil as String?) == nil)
        #expect(JSONValue.optional("x") == "x")
    }

    private static let rounded: [(Double, Int, String)] = [
        (0.0, 6, "0"), (-0.0, 6, "0"), (1, 6, "1"), (0.1, 6, "0.1"), (1.0 / 3, 6, "0.333333"), (-2.0 / 3, 3, "-0.667"), (100, 1, "100"),
        (1234567, 6, "1234570"), (999999.5, 6, "1000000"), (0.05, 6, "0.05"), (0.000001234, 3, "0.00000123"), (1e-7, 6, "1e-7"),
        (123456789012345, 17, "123456789012345"), (1e15, 6, "1e15"), (1.5e20, 6, "1.5e20"), (0.1, 17, "0.10000000000000001"),
        (.leastNonzeroMagnitude, 3, "4.94e-324"), (1.7976931348623157e308, 4, "1.798e308"), (2.5, 1, "2"), (9.99, 2, "10"), (120, 3, "120"),
    ]

    @Test(arguments: rounded)
    func realNumbersAreRoundedAndTrimmed(value: Double, digits: Int, expected: String) {
        #expect(JSONValue.real(value, digits: digits) == .number(expected))
        #expect(JSONValue.isNumber(expected))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatIsNotFiniteIsNull(value: Double) {
        #expect(JSONValue.real(value) == .null)
        #expect(RealText.fixed(value, decimals: 2) == nil)
    }

    private static let shown: [(Double, Int, String)] = [
        (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (-1.5, 1, "-1.5"), (12.345678, 3, "12.346"), (0.5, 0, "0"), (1.5, 0, "2"),
        (1e20, 1, "100000000000000000000.0"),
    ]

    @Test(arguments: shown)
    func fixedDecimalsAreAllShown(value: Double, decimals: Int, expected: String) {
        #expect(RealText.fixed(value, decimals: decimals) == expected)
    }

    private static let commaLocale = ["de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8"].first { name in
        guard let found = newlocale(CInt(1 << LC_NUMERIC), name, nil) else { return false }
        freelocale(found)
        return true
    }

    @Test(.enabled(if: commaLocale != nil, "no locale with a decimal comma is installed"))
    func theDecimalPointStaysUnderALocaleWithAComma() throws {
        let name = try #require(Self.commaLocale)
        let comma = newlocale(CInt(1 << LC_NUMERIC), name, nil)
        let before = uselocale(comma)
        defer {
            uselocale(before)
            freelocale(comma)
        }
        #expect(String(cString: localeconv().pointee.decimal_point) == ",")
        #expect(JSONValue.real(1234.5) == .number("1234.5"))
        #expect(RealText.fixed(0.25, decimals: 2) == "0.25")
    }
}

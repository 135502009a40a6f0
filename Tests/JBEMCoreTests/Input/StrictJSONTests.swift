import Testing

@testable import JBEMCore

@Suite struct StrictJSONTests {
    @Test func everyKindIsReadInOrder() throws {
        let value = try StrictJSON.parse(" {\"b\":1.50,\"a\":[null,true,false,\"\"],\"编号\":{\"x\":-0e+1}} \n")
        let object = try #require(value.object)
        #expect(object.names == ["b", "a", "编号"])
        #expect(object["b"] == .number("1.50"))
        #expect(object["a"]?.array == [.null, .bool(true), .bool(false), .string("")])
        #expect(object["编号"]?.object?["x"]?.number == "-0e+1")
        #expect(object["none"] == nil)
    }

    @Test func escapesAreUnescaped() throws {
        let text = #""\"\\\/\b\f\n\r\t\u9690\u60A3\uD842\uDFB7 \u00e9""#
        #expect(try StrictJSON.parse(text) == .string("\"\\/\u{8}\u{C}\n\r\t隐患𠮷 é"))
    }

    @Test(arguments: ["0", "-0", "1e5", "1E-05", "0.1", "123456789012345678901234567890", "-1.0e+10"]) func numbersKeepTheirLiteral(
        text: String
    ) throws {
        #expect(try StrictJSON.parse(text) == .number(text))
    }

    @Test(arguments: [
        "", " ", "01", "+1", "1.", ".5", "-", "1e", "0x1", "NaN", "Infinity", "tru", "True", "nul", "'a'", "[1,]", "[,1]", "[1 2]",
        "{\"a\":1,}", "{\"a\"}", "{a:1}",
        "{\"a\":}", "{\"a\" 1}", "[1", "{", "\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "1 2", "[] []", "{} x", "// c\n1", "[1/**/]",
        "\u{FEFF}1", "\u{A0}1", "\"a\nb\"", "\"\t\"",
        "[\"a\",\"b]", "{\"a\":1 \"b\":2}", "-a", "\"\\", "\"\\u", "\"\\u0000\"", "[1}", "{\"a\":1]",
    ])
    func whatTheGrammarForbidsIsRefused(text: String) {
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse(text) }?.location.line != nil)
    }

    @Test(arguments: [#""\ud800""#, #""\udc00""#, #""\ud800x""#, #""\ud800\n""#, #""\ud800\u0041""#, #""\ud800\ud800""#])
    func loneSurrogatesAreRefused(text: String) {
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse(text) }?.reason.en == "a \\u escape is half of a surrogate pair")
    }

    @Test func faultsCarryTheLine() {
        let found = inputFault { () throws(Fault) in try StrictJSON.parse("{\r\n\"a\": 1,\r\"b\": x\n}") }
        #expect(found?.location.line == 3)
        #expect(found?.reason == Localized("应为 JSON 值，却是：\"x\"", "a JSON value is wanted, not \"x\""))
    }

    @Test func duplicateNamesAreRefused() {
        let found = inputFault { () throws(Fault) in try StrictJSON.parse("{\"a\":1,\n\"\\u0061\":2}") }
        #expect(found?.location == .init(line: 2, field: "a"))
        let many = (0..<40).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse("{\(many),\"k3\":1}") }?.location.field == "k3")
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse("{\(many),\"k39\":1}") }?.location.field == "k39")
        #expect((try? StrictJSON.parse("{\(many)}"))?.object?.members.count == 40)
    }

    @Test func depthIsLimited() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try StrictJSON.parse(nested(64)).array?.count == 1)
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse(nested(65)) }?.reason.en == "nested deeper than 64 levels")
        let objects = String(repeating: "{\"a\":", count: 100_000)
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse(objects) }?.reason.zh == "嵌套超过 64 层")
        #expect(try StrictJSON.parse("[[],[],[[]]]").array?.count == 3)
    }

    @Test func sizesAreLimited() throws {
        var limits = StrictJSON.Limits()
        limits.stringBytes = 6
        #expect(try StrictJSON.parse("\"隐患\"", limits: limits) == .string("隐患"))
        #expect(
            inputFault { () throws(Fault) in try StrictJSON.parse("\"隐患x\"", limits: limits) }?.reason.en
                == "a string is longer than 6 bytes")
        #expect(
            inputFault { () throws(Fault) in try StrictJSON.parse("\"\\n12345\\n\"", limits: limits) }?.reason.en
                == "a string is longer than 6 bytes")
        limits.numberBytes = 3
        #expect(
            inputFault { () throws(Fault) in try StrictJSON.parse("1234", limits: limits) }?.reason.en
                == "a number is longer than 3 characters")
        limits.bytes = 10
        #expect(
            inputFault { () throws(Fault) in try StrictJSON.parse("[1,2,3,4,5]", limits: limits) }?.reason.en
                == "the JSON is longer than 10 bytes")
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse(bytes: Array("[1,2,3,4,5]".utf8), limits: limits) } != nil)
    }

    @Test func bytesMustBeUTF8() throws {
        #expect(try StrictJSON.parse(bytes: Array("[\"隐\"]".utf8)) == .array([.string("隐")]))
        #expect(inputFault { () throws(Fault) in try StrictJSON.parse(bytes: [0x22, 0x0A, 0xFF, 0x22]) }?.location.line == 2)
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func linesAreReadOneByOne(end: String) throws {
        let text = ["{\"a\":1}", "", "  ", "{bad", "{\"a\":\"隐患\"}"].joined(separator: end)
        let lines = Array(StrictJSON.Lines(text))
        #expect(lines.map(\.number) == [1, 4, 5])
        #expect(lines.map(\.source) == ["{\"a\":1}", "{bad", "{\"a\":\"隐患\"}"])
        #expect(try lines[0].value.get().object?["a"]?.number == "1")
        #expect(try lines[2].value.get().object?["a"]?.string == "隐患")
        #expect(inputFault { () throws(Fault) in try lines[1].value.get() }?.location.line == 4)
    }

    @Test func emptyTextHasNoLines() {
        #expect(Array(StrictJSON.Lines("")).isEmpty)
        #expect(Array(StrictJSON.Lines("\n\n")).isEmpty)
    }
}

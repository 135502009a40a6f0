import Testing

@testable import JBEMCore

@Suite struct ScalarReplacementTests {
    /// An accent makes one character of itself and what it stands on, which `split` and `==` do not find.
    @Test(arguments: [
        ("", ""), ("a", "a"), ("\"", "\"\""), ("a\"b\"", "a\"\"b\"\""), ("\"\u{301}", "\"\"\u{301}"),
        ("\r\n\"\u{200D}\"", "\r\n\"\"\u{200D}\"\""),
    ])
    func marksUnderAccentsAreReplacedToo(text: String, expected: String) {
        #expect(text.replacing(scalar: "\"", with: "\"\"").unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
}

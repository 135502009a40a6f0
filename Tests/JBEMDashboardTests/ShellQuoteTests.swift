import Testing

@testable import JBEMDashboard

/// Commands that people copy from the dashboard.
@Suite struct ShellQuoteTests {
    @Test(arguments: [
        ("a", "a"), ("", "''"), ("桥", "桥"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$(id)", "'$(id)'"),
        // To a shell, a quote under an accent is a quote.
        ("'\u{301}; id", "''\\''\u{301}; id'"),
    ])
    func noWordLeavesItsQuotes(word: String, expected: String) {
        #expect(ShellQuote.quoted(word) == expected)
    }
}

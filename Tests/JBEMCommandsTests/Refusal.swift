import JBEMCommands
import JBEMCore
import JBEMOutput
import JBEMTestSupport
import Testing

/// What a store holds, to prove that nothing was written: the number of records and the head of the journal.
func content(_ session: TestSession) -> String {
    session.output("store info --json") + session.output("log head --json")
}

/// Checks that a command is refused with these messages and this code, and leaves the store as it was.
func expectRefusal(
    _ session: TestSession, _ line: String, code: Int32, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
    let before = content(session)
    let result = session.run(line)
    #expect(result.code == code, "\(result.err)", sourceLocation: sourceLocation)
    #expect(result.out == "", sourceLocation: sourceLocation)
    #expect(result.err.split(separator: "\n").map(String.init) == messages, sourceLocation: sourceLocation)
    #expect(content(session) == before, "something was written", sourceLocation: sourceLocation)
}

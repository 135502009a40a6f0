import Testing

@testable import JBEMCore

/// The fault that `body` throws; a failure of the test if it throws none.
func inputFault<T>(_ body: () throws(Fault) -> T, sourceLocation: SourceLocation = #_sourceLocation) -> Fault? {
    do throws(Fault) {
        let value = try body()
        Issue.record("no fault, but \(value)", sourceLocation: sourceLocation)
        return nil
    } catch {
        #expect(!error.reason.zh.isEmpty && !error.reason.en.isEmpty, sourceLocation: sourceLocation)
        #expect(error.reason.zh != error.reason.en, "a reason in one language only", sourceLocation: sourceLocation)
        return error
    }
}

func inputDay(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

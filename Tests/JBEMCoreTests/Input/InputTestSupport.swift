import Testing

@testable import JBEMCore

/// A seeded generator (SplitMix64), so that every run tests the same inputs.
struct InputRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

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

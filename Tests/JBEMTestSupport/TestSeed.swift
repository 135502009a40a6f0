internal import Glibc
package import Testing

/// The seed from which tests draw random values.
///
/// Fixed in the short tier, so that everybody tests the same; by chance in the long one (`JBEM_TESTS=all`); the number in `JBEM_SEED` in
/// both, which repeats a failure.
package enum TestSeed {
    /// Tells whether the long tier runs.
    package static let isLongTier = value("JBEM_TESTS") == "all"
    /// Tells whether a sanitizer makes everything slow.
    package static let hasFew = value("JBEM_TESTS") == "few"

    package static let number: UInt64 = {
        if let text = value("JBEM_SEED") {
            guard let number = UInt64(text) else { preconditionFailure("JBEM_SEED=\(text) is no number") }
            return number
        }
        return isLongTier ? UInt64.random(in: 1...999_999_999) : 20_260_305
    }()

    /// How the same values are drawn again.
    package static var remedy: String {
        "repeat with \(isLongTier ? "JBEM_TESTS=all " : "")JBEM_SEED=\(number) swift test --filter …"
    }

    package static var generator: SeededGenerator { SeededGenerator(seed: number) }

    private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// Asks for a law of random values, ten times as many in the long tier; the first that breaks it ends the test with the seed.
///
/// - Parameters:
///   - make: draws one value.
///   - law: tells whether it holds for the value; what it throws breaks it too.
package func expectForAll<Value>(
    _ rounds: Int = 1000, _ make: (inout SeededGenerator) -> Value, sourceLocation: SourceLocation = #_sourceLocation,
    holds law: (Value) throws -> Bool
) {
    var generator = TestSeed.generator
    for round in 0..<(TestSeed.isLongTier ? rounds * 10 : rounds) {
        let value = make(&generator)
        var reason = ""
        do {
            if try law(value) { continue }
        } catch {
            reason = ": \(error)"
        }
        Issue.record("round \(round), \(String(reflecting: value))\(reason); \(TestSeed.remedy)", sourceLocation: sourceLocation)
        return
    }
}

internal import Glibc

/// How much of a costly test is run: little in `Scripts/test`, all of it in `Scripts/test --all`.
package enum Tier {
    /// Whether the long tier was asked for: `JBEM_TESTS=all`.
    package static let isLong = getenv("JBEM_TESTS").map { String(cString: $0) } == "all"

    package static func count(_ short: Int, long: Int) -> Int { isLong ? long : short }

    /// Says what a test measured, for those who read the log.
    package static func report(_ text: String) {
        let line = "measured: \(text)\n"
        write(1, line, line.utf8.count)
    }

    /// The seed of random tests: the same in the short tier, another each time in the long one; `JBEM_SEED` repeats a run.
    package static let seed: UInt64 =
        getenv("JBEM_SEED").flatMap { UInt64(String(cString: $0)) } ?? (isLong ? UInt64(time(nil)) : 2026)
}

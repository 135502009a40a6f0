internal import Glibc

/// How much of a costly test is run: little in `Scripts/test`, all of it in `Scripts/test --all`, a tenth of the little under a sanitizer
/// (`JBEM_TESTS=few`), which makes everything many times slower.
package enum Tier {
    package static func count(_ short: Int, long: Int) -> Int {
        if TestSeed.isLongTier { return long }
        return TestSeed.hasFew ? max(1, short / 10) : short
    }

    /// Says what a test measured, for those who read the log.
    package static func report(_ text: String) {
        let line = "measured: \(text)\n"
        write(1, line, line.utf8.count)
    }
}

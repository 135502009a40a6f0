import Glibc
import JBEMReaderChecks

/// The entry into libFuzzer: SwiftPM gives every program a `main` of its own, which takes the place of libFuzzer's.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The reader under test: libFuzzer owns the arguments.
private let check: ReaderCheck = {
    let name = getenv("JBEM_FUZZ_READER").map { String(cString: $0) } ?? ""
    guard let check = ReaderCheck(rawValue: name) else {
        complain("JBEM_FUZZ_READER is one of \(ReaderCheck.allCases.map(\.rawValue).joined(separator: " "))")
        exit(64)
    }
    return check
}()

private func complain(_ text: String) {
    let line = Array("jbem-fuzz: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

/// Feeds one input to the reader; the name is the one that libFuzzer links to.
@_cdecl("LLVMFuzzerTestOneInput") package func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    do {
        try check.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
    } catch {
        complain("\(check): \(error)")
        abort()
    }
    return 0
}

@main struct Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, testOneInput))
    }
}

internal import Glibc
internal import JBEMCommands
internal import JBEMOperations

// Runs a command line of jbem many times in one process, as somebody who types without a pause:
//
//     jbem-add-worker FIRST COUNT WORD…
//
// `%` in a word becomes the number of the run. After each run that ended with 0 its output is on standard output, on the disk or not: the
// acknowledgement. Ends with the code of the first run that did not. The last line of standard error is the longest run in milliseconds.

let words = Array(CommandLine.arguments.dropFirst())
guard words.count > 2, let first = Int(words[0]), let count = Int(words[1]) else { exit(64) }
var longest = Duration.zero
for number in first..<(first + count) {
    let line = words.dropFirst(2).map { word in word.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(number)")
    }
    let start = ContinuousClock.now
    let code = CommandLineTool.run(Array(line), .live())
    longest = max(longest, ContinuousClock.now - start)
    guard code == 0 else { exit(code) }
}
let milliseconds = longest.components.seconds * 1000 + longest.components.attoseconds / 1_000_000_000_000_000
let text = "\(milliseconds)\n"
write(2, text, text.utf8.count)

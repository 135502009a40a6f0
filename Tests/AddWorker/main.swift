internal import Glibc
internal import JBEMCommands
internal import JBEMCore
internal import JBEMOperations
internal import JBEMStore

// Runs a command line of jbem many times in one process, as somebody who types without a pause:
//
//     jbem-add-worker FIRST COUNT WORD…
//
// `%` in a word becomes the number of the run. After each run that ended with 0 its output is on standard output, on the disk or not: the
// acknowledgement. Ends with the code of the first run that did not. The last line of standard error is the longest run in milliseconds.
//
// With `--kept` before FIRST the words are NOUN FIELD=VALUE…, added one after the other to a store that stays open, as by a program that
// uses the operations itself.

var words = Array(CommandLine.arguments.dropFirst())
let isKept = words.first == "--kept"
if isKept { words.removeFirst() }
guard words.count > 2, let first = Int(words[0]), let count = Int(words[1]) else { exit(64) }
var session = Session.live()
if isKept { session.kept = KeptStore(session.storePath, lockTimeout: session.lockTimeout) }

func add(_ line: [String], _ session: Session) -> Int32 {
    guard let schema = Catalog.schema(line[0]) else { return 64 }
    do {
        let report = try AddRecord(schema, try line.dropFirst().map(Assignment.init), options: WriteOptions(name: "\(line[0]) add")).run(
            session)
        let text = "\(report.ids.joined())\n"
        write(1, text, text.utf8.count)
        return 0
    } catch let failure as Failure {
        write(2, failure.message.en, failure.message.en.utf8.count)
        return failure.kind.exitCode
    } catch { return 70 }
}

var longest = Duration.zero
for number in first..<(first + count) {
    let line = words.dropFirst(2).map { word in word.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(number)")
    }
    let start = ContinuousClock.now
    let code = isKept ? add(Array(line), session) : CommandLineTool.run(Array(line), .live())
    longest = max(longest, ContinuousClock.now - start)
    guard code == 0 else { exit(code) }
}
let milliseconds = longest.components.seconds * 1000 + longest.components.attoseconds / 1_000_000_000_000_000
let text = "\(milliseconds)\n"
write(2, text, text.utf8.count)

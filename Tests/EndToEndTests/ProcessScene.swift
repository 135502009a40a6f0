import Glibc
import JBEMCore
import JBEMTestSupport

/// A store of its own for one test.
final class ProcessScene {
    let folder = TestFolder()
    /// Where the store is: in the folder, unless a file system of the test's own has it.
    let place: String
    var environment: [String: String] = ["PATH": "/usr/bin:/bin"]

    init(in place: String? = nil) {
        self.place = place ?? folder.path
        environment["JBEM_DB"] = store
        environment["JBEM_DATA"] = Repository.data
    }

    var store: String { place + "/jbem.db" }

    func start(_ line: String, input: String = "/dev/null", output: SpawnedProcess.Output = .kept) -> SpawnedProcess {
        SpawnedProcess(SpawnedProcess.program, ShellWords.split(line), environment: environment, input: input, output: output)
    }

    func run(_ line: String, input: String = "/dev/null", output: SpawnedProcess.Output = .kept) -> SpawnedProcess.End {
        start(line, input: input, output: output).wait()
    }

    /// A CSV of `count` accidents.
    func accidents(_ count: Int, from first: Int = 1) -> String {
        var text = "case_no,occurred_on,region,office,title,sector,is_production\n"
        for number in first..<(first + count) {
            text += "E-\(number),2024-03-\(number % 28 + 1),500105006,500105006,观音桥第\(number)起,construction,1\n"
        }
        return folder.write(text, to: "accident-\(first).csv")
    }

    /// The one number that a query gives; `nil` if the store cannot be read.
    func number(_ sql: String) -> Int? {
        let end = run("query \"\(sql)\" --format plain")
        return end.code == 0 ? Int(end.out.dropLast()) : nil
    }

    func count(_ table: String) -> Int? { number("SELECT count(*) FROM \(table)") }
}

// MARK: - Faults

extension ProcessScene {
    static let strace = "/usr/bin/strace"
    static let hasStrace = access(strace, X_OK) == 0

    /// What a system call does instead of what it was asked to, as strace writes it: `signal=KILL:when=3`, `error=EIO:when=2+`.
    struct Fault {
        let calls: String
        let action: String
        /// Only calls on this file count.
        var file: String?

        static func kill(_ call: String, _ number: Int, on file: String? = nil) -> Fault {
            Fault(calls: call, action: "signal=KILL:when=\(number)", file: file)
        }
    }

    func start(_ line: String, with fault: Fault) -> SpawnedProcess {
        let options =
            ["-f", "-qq", "-o", trace, "-e", "trace=\(fault.calls)", "-e", "inject=\(fault.calls):\(fault.action)"]
            + (fault.file.map { ["-P", $0] } ?? [])
        return SpawnedProcess(
            Self.strace, options + [SpawnedProcess.program] + ShellWords.split(line), environment: environment)
    }

    /// The names of the files for which a command waits until they are on the disk, in order; `nil` if it failed.
    func waits(_ line: String) -> [String]? {
        let end = SpawnedProcess(
            Self.strace, ["-f", "-qq", "-y", "-o", trace, "-e", "trace=fsync,fdatasync", SpawnedProcess.program] + ShellWords.split(line),
            environment: environment
        ).wait()
        guard end.code == 0 else { return nil }
        return (TestFile.text(trace) ?? "").split(separator: "\n").compactMap { line in
            // 123 fdatasync(4</tmp/x/jbem.db-wal>) = 0; a thread that ends with the process leaves `124 ???( <detached ...>`.
            guard line.contains("sync(") else { return nil }
            return line.split(separator: "<").dropFirst().first?.split(separator: ">").first?.split(separator: "/").last.map(String.init)
        }
    }

    private var trace: String { folder.file("trace") }

    /// Whether the last run with a fault came as far as to the fault.
    var hadFault: Bool { TestFile.text(trace)?.contains("(INJECTED)") == true }

    func run(_ line: String, with fault: Fault) -> SpawnedProcess.End { start(line, with: fault).wait() }

    /// Runs a program that adds records one after the other in one process.
    func startAdding(_ range: Range<Int>, _ line: String) -> SpawnedProcess {
        SpawnedProcess(
            SpawnedProcess.beside("jbem-add-worker"), ["\(range.lowerBound)", "\(range.count)"] + ShellWords.split(line),
            environment: environment)
    }

    /// The files of the store and what belongs to it, by name.
    func files() -> [String: [UInt8]] {
        TestFolder.names(place).filter { $0.hasPrefix("jbem.db") && $0 != "jbem.db.lock" && $0 != "jbem.db-shm" }
            .reduce(into: [:]) { $0[$1] = TestFile.bytes("\(place)/\($1)") }
    }

    /// Puts files in the place of those that are there.
    func take(_ files: [String: [UInt8]]) {
        for name in TestFolder.names(place) where name.hasPrefix("jbem.db") { unlink("\(place)/\(name)") }
        for (name, bytes) in files {
            TestFile.write(bytes, to: "\(place)/\(name)")
            chmod("\(place)/\(name)", 0o600)
        }
    }
}

import JBEMTestSupport

/// A store of its own for one test.
final class ProcessScene {
    let folder = TestFolder()
    var environment: [String: String] = ["PATH": "/usr/bin:/bin"]

    init() {
        environment["JBEM_DB"] = folder.file("jbem.db")
        environment["JBEM_DATA"] = Repository.data
    }

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
}

import Glibc
import JBEMOutput
import JBEMTestSupport
import Testing

/// The dashboard in a real terminal.
@Suite(.enabled(if: TmuxScreen.isThere, "tmux is not installed"), .serialized) struct DashboardTests {
    /// A sample store, a terminal, and the program in it.
    private final class Scene {
        let session: TestSession
        let screen: TmuxScreen
        private let environment: [String: String]

        init(columns: Int = 80, rows: Int = 24, _ further: [String: String] = ["TERM": "tmux-256color", "LC_ALL": "C.UTF-8"]) {
            session = TestSession(.sample)
            session.output("plan use sample-2021-2025")
            environment = ["JBEM_DB": session.storePath, "JBEM_DATA": Repository.data, "JBEM_LANG": "zh"].merging(further) { $1 }
            screen = TmuxScreen(columns: columns, rows: rows, environment: environment)
        }

        func start(_ arguments: String = "", then rest: String = "") {
            screen.type("\(SpawnedProcess.program) dashboard --as-of 2024-06-30 \(arguments)\(rest)")
            screen.press("Enter")
        }

        /// A command of another process.
        func run(_ line: String) -> SpawnedProcess.End {
            SpawnedProcess(
                SpawnedProcess.program, ShellWords.split(line), environment: environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
            )
            .wait()
        }

        /// The process of the dashboard: the child of the terminal's shell.
        var pid: Int32? {
            SpawnedProcess("/usr/bin/pgrep", ["-P", screen.state("#{pane_pid}")]).wait().out.split(separator: "\n").first.flatMap {
                Int32($0)
            }
        }

        /// What a terminal that was given back looks like: the shell's screen, the cursor, and the line discipline.
        var isGivenBack: Bool { screen.state("#{alternate_on} #{cursor_flag}") == "0 1" }
    }

    private static let cells = CellWidth()

    /// The cell in which a text begins.
    private static func cell(of text: String, in line: String) -> Int? {
        line.indices.first { line[$0...].hasPrefix(text) }.map { cells.width(of: line[..<$0]) }
    }

    @Test func aDayInTheOperationsRoom() throws {
        let scene = Scene()
        let screen = scene.screen
        screen.type("stty -a > before")
        screen.press("Enter")
        scene.start()
        #expect(screen.wait(for: "偏离目标") != nil)
        #expect(screen.lines.contains { $0.contains("示例数据") })
        for (key, words) in [("2", "全部指标"), ("3", "风险矩阵"), ("4", "责任空档"), ("5", "还没有这类记录"), ("6", "月度关账"), ("7", "plan use")] {
            screen.type(key)
            #expect(screen.wait(for: words) != nil, "view \(key)")
        }
        // Each Chinese column begins in the same cell in every row.
        screen.type("1")
        screen.wait(for: "偏离目标")
        let lines = screen.lines
        let place = try #require(lines.first { $0.contains("状态") }.flatMap { Self.cell(of: "状态", in: $0) })
        let rows = lines.filter { line in (1...6).contains { line.dropFirst().hasPrefix("T0\($0)   ") } }
        #expect(rows.count == 6)
        for row in rows {
            let word = try #require(["偏离目标", "有风险", "缺数据", "进度正常"].first { row.contains($0) })
            #expect(Self.cell(of: word, in: row) == place, "\(row)")
        }
        // Another size is drawn whole; one that is too small says so.
        screen.resize(columns: 132, rows: 43)
        #expect(screen.wait(for: "最近的改动") != nil)
        #expect(screen.lines.allSatisfy { Self.cells.width(of: $0) <= 132 })
        screen.resize(columns: 59, rows: 15)
        #expect(screen.wait(for: "现在 59×15") != nil)
        screen.resize(columns: 20, rows: 3)
        screen.resize(columns: 80, rows: 24)
        #expect(screen.wait(for: "核心指标") != nil)
        // A commit of another process is seen without a key.
        screen.type("7")
        screen.wait(for: "plan use")
        #expect(scene.run("person set YL-P001 note=虚构改动 --note 演示").code == 0)
        let seconds = try #require(screen.wait(for: "person set"))
        #expect(seconds < 2)
        screen.type("q")
        #expect(screen.wait { $0.contains { $0.hasPrefix("$ ") } } != nil)
        #expect(scene.isGivenBack)
        screen.type("clear; stty -a > after; cmp before after && echo same-as-before")
        screen.press("Enter")
        #expect(screen.wait { lines in lines.contains("same-as-before") } != nil)
    }

    // A shell leaves the rest of a line that SIGINT ended, so that one is tried by hand.
    @Test(arguments: [(SIGTERM, "143"), (SIGHUP, "129"), (SIGSEGV, "139"), (SIGABRT, "134")])
    func theTerminalIsGivenBackWhateverEndsTheProgram(signal: Int32, code: String) throws {
        let scene = Scene()
        scene.screen.type("stty -a > before")
        scene.screen.press("Enter")
        scene.start(then: "; echo ended-with-$?; stty -a > after; cmp before after && echo same-as-before")
        #expect(scene.screen.wait(for: "偏离目标") != nil)
        #expect(scene.screen.state("#{alternate_on}") == "1")
        let pid = try #require(scene.pid)
        kill(pid, signal)
        #expect(scene.screen.wait(for: "ended-with-\(code)", seconds: 10) != nil, "\(scene.screen.lines)")
        #expect(scene.screen.wait(for: "same-as-before", seconds: 10) != nil)
        #expect(scene.isGivenBack)
    }
}

import Glibc
import JBEMCore
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

    /// The shell waits for the next command.
    private static func isPrompt(_ lines: [String]) -> Bool { lines.last { !$0.isEmpty } == "$" }

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
        for (key, words) in [("2", "全部指标"), ("3", "风险矩阵"), ("4", "责任空档"), ("5", "短缺"), ("6", "月度关账"), ("7", "plan use")] {
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
        #expect(screen.wait(until: DashboardTests.isPrompt) != nil)
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

    /// The store is read on a thread of its own; a fault there gives the terminal back as well.
    @Test func aFaultWhileReadingGivesTheTerminalBack() throws {
        let scene = Scene()
        scene.start("--refresh 3600", then: "; echo ended-with-$?")
        #expect(scene.screen.wait(for: "偏离目标") != nil)
        #expect(scene.screen.wait(for: "警示 红") != nil)
        // What SQLite has mapped is gone: the next page of it that is touched is a bus error.
        truncate(scene.session.storePath + "-shm", 0)
        scene.screen.type("r")
        #expect(scene.screen.wait(for: "ended-with-135", seconds: 10) != nil, "\(scene.screen.lines.joined(separator: "\n"))")
        #expect(scene.isGivenBack)
    }

    @Test func theShellsJobControlWorks() throws {
        let scene = Scene()
        let screen = scene.screen
        scene.start()
        #expect(screen.wait(for: "偏离目标") != nil)
        screen.press("C-z")
        #expect(screen.wait(until: DashboardTests.isPrompt) != nil)
        #expect(scene.isGivenBack)
        screen.resize(columns: 100, rows: 30)
        screen.type("fg")
        screen.press("Enter")
        #expect(screen.wait(for: "核心指标") != nil)
        #expect(screen.wait { lines in lines.contains { Self.cells.width(of: $0) > 80 } } != nil, "drawn for the new size")
        screen.press("C-c")
        #expect(screen.wait(until: DashboardTests.isPrompt) != nil)
        #expect(scene.isGivenBack)
    }

    @Test(arguments: ["xterm", "screen", "linux", "xterm-mono", "vt100", "no-such-terminal", ""])
    func everyTerminalAndTheCLocale(term: String) {
        let scene = Scene(["TERM": term, "LC_ALL": "C"])
        scene.start("--view 3")
        #expect(scene.screen.wait(for: "风险矩阵") != nil)
        #expect(scene.screen.wait(for: "霁光街道") != nil)
        // Braille and blocks are not in the fonts of the console.
        if term == "linux" { #expect(!scene.screen.lines.joined().contains("━")) }
        scene.screen.type("q")
        // Without a screen of its own the last frame stays above the prompt.
        #expect(scene.screen.wait { $0.contains { $0.hasPrefix("$") && !$0.contains("dashboard") } } != nil)
        #expect(scene.screen.state("#{alternate_on}") == "0")
    }

    @Test func aTeletypeIsToldWhatToDo() {
        let scene = Scene(["TERM": "dumb", "LC_ALL": "C"])
        scene.start(then: "; echo ended-with-$?")
        #expect(scene.screen.wait(for: "ended-with-69") != nil)
        #expect(scene.screen.lines.contains { $0.contains("--once") })
    }

    @Test func aNewRedAlertRunsTheProgramOnce() throws {
        let scene = Scene()
        let program = scene.session.folder.write("#!/bin/sh\ncat >> \"$0.out\"\n", to: "tell")
        chmod(program, 0o755)
        scene.start("--alert-command \(program)")
        #expect(scene.screen.wait(for: "警示 红") != nil)
        let accident = "accident add case_no=X-1 occurred_on=2024-04-02 region=999101001 office=999101001 title=虚构 sector=construction"
        #expect(scene.run("\(accident) is_production=1").code == 0)
        #expect(scene.run("accident-report add accident=X-1 kind=final reported_at=2024-04-03T08:00 deaths=4").code == 0)
        let told = scene.screen.wait { _ in TestFile.text(program + ".out")?.contains("indicator/T02") ?? false }
        #expect(told != nil)
        usleep(300_000)
        let lines = (TestFile.text(program + ".out") ?? "").split(separator: "\n").filter { $0.contains("indicator/T02") }
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("{\"key\":\"indicator/T02\",\"grade\":\"red\","))
        #expect(lines[0].contains("\"is_sample\":true"))
        // Nothing of the program is seen, and one that is not there is said.
        #expect(!scene.screen.lines.contains { $0.contains("indicator/T02") })
    }

    @Test func anAlertProgramThatIsNotThereIsSaid() {
        let scene = Scene()
        scene.start("--alert-command /no/such/program")
        #expect(scene.screen.wait(for: "警示 红") != nil)
        let accident = "accident add case_no=X-1 occurred_on=2024-04-02 region=999101001 office=999101001 title=虚构 sector=construction"
        #expect(scene.run("\(accident) is_production=1").code == 0)
        #expect(scene.screen.wait(for: "/no/such/program") != nil)
    }

    @Test func aStoreThatIsRemovedOrReplacedUnderIt() {
        let scene = Scene()
        let (screen, path) = (scene.screen, scene.session.storePath)
        scene.start("--view 7")
        #expect(screen.wait(for: "plan use") != nil)
        rename(path, path + ".away")
        #expect(screen.wait(for: "没有存储") != nil)
        #expect(screen.lines.contains { $0.contains("plan use") }, "what was read stays")
        screen.type("1")
        screen.type("7")
        rename(path + ".away", path)
        #expect(screen.wait { lines in !lines.contains { $0.contains("没有存储") } } != nil, "\(screen.lines.joined(separator: "\n"))")
        // Another store in the same place is read as such.
        let other = TestSession(.office)
        for suffix in ["", "-wal", "-shm", ".anchor", ".lock"] {
            unlink(path + suffix)
            if let bytes = TestFile.bytes(other.storePath + suffix) { scene.session.folder.write(bytes, to: "jbem.db" + suffix) }
            chmod(path + suffix, 0o600)
        }
        #expect(screen.wait(for: "江北区人民政府") != nil)
        screen.type("q")
        #expect(screen.wait(until: DashboardTests.isPrompt) != nil)
    }

    @Test func anExportThatCannotBeWrittenIsSaid() {
        let scene = Scene()
        let screen = scene.screen
        scene.start("--view 3")
        #expect(screen.wait(for: "霁光街道") != nil)
        screen.type("e")
        #expect(screen.wait(for: "导出到：") != nil)
        for _ in 0..<60 { screen.press("BSpace") }
        screen.type("/dev/full")
        screen.press("Enter")
        #expect(screen.wait(for: "/dev/full 不是普通文件") != nil)
        screen.type("e")
        for _ in 0..<60 { screen.press("BSpace") }
        let path = scene.session.folder.file("out.csv")
        screen.type(path)
        screen.press("Enter")
        #expect(screen.wait { _ in TestFile.text(path)?.contains("霁光街道") ?? false } != nil)
    }

    @Test func atRestItWakesOnceASecondAtMost() throws {
        let scene = Scene()
        scene.start()
        #expect(scene.screen.wait(for: "偏离目标") != nil)
        #expect(scene.screen.wait(for: "警示 红") != nil)
        usleep(2_000_000)
        let pid = try #require(scene.pid)
        let trace = scene.session.folder.file("trace")
        let begin = ContinuousClock.now
        let strace = SpawnedProcess("/usr/bin/strace", ["-f", "-o", trace, "-p", String(pid)])
        usleep(6_000_000)
        strace.signal(SIGINT)
        _ = strace.wait()
        let seconds = Int((ContinuousClock.now - begin).components.seconds)
        // Each sleep that came back; the questions that do not wait are no sleeps.
        let woken = (TestFile.text(trace) ?? "").split(separator: "\n").filter { line in
            (line.contains("poll(") || line.contains("futex(") || line.contains("epoll_wait") || line.contains("resumed"))
                && !line.contains("unfinished") && !line.contains("1, 0) = 0 (Timeout)")
        }
        #expect((2...seconds + 1).contains(woken.count), "\(seconds) s: \(woken)")
    }
}

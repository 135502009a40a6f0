internal import Glibc

/// A process of the real program.
package final class SpawnedProcess {
    /// How a process ended.
    package struct End: Sendable, Equatable {
        /// The exit code; 128 + the number where a signal ended it, as a shell says it.
        package let code: Int32
        package let out: String
        package let err: String
    }

    /// Where standard output goes.
    package enum Output: Sendable {
        /// Kept, to be read at the end.
        case kept
        case file(String)
        /// A pipe that nobody reads.
        case closedPipe
    }

    package let pid: Int32
    /// The most memory that it had, in KiB; known after `wait()`.
    package private(set) var peakKiB = 0
    private let folder: TestFolder

    /// Starts a program with exactly this environment.
    ///
    /// - Parameter input: a file; `/dev/null` unless given.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String = "/dev/null", output: Output = .kept
    ) {
        folder = TestFolder()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        var pipeEnds: [Int32] = [-1, -1]
        switch output {
        case .kept: posix_spawn_file_actions_addopen(&actions, 1, folder.file("out"), O_WRONLY | O_CREAT, 0o600)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
        case .closedPipe:
            precondition(pipe(&pipeEnds) == 0, "no pipe can be made")
            posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
            posix_spawn_file_actions_addclose(&actions, pipeEnds[1])
            close(pipeEnds[0])
        }
        posix_spawn_file_actions_addopen(&actions, 2, folder.file("err"), O_WRONLY | O_CREAT, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A test runner may have signals ignored; a shell's child has not.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // Worker threads of the runner block signals, and a child inherits the mask.
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var started: pid_t = 0
        let code = posix_spawn(&started, program, &actions, &attributes, &argv, &envp)
        precondition(code == 0, "\(program) cannot be started: \(String(cString: strerror(code)))")
        if pipeEnds[1] >= 0 { close(pipeEnds[1]) }
        pid = started
    }

    /// Sends a signal.
    package func signal(_ number: Int32) { kill(pid, number) }

    /// Tells whether the process has not ended yet; an ended one is left for `wait()`.
    package var isRunning: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == 0
    }

    /// Waits until so many lines are on standard output, or the process has ended.
    package func waitForOutput(lines: Int) {
        while output.utf8.count(where: { $0 == UInt8(ascii: "\n") }) < lines, isRunning { usleep(1000) }
    }

    /// What is on standard output by now.
    package var output: String { TestFile.text(folder.file("out")) ?? "" }

    /// Waits for the end.
    package func wait() -> End {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        peakKiB = usage.ru_maxrss
        let signal = status & 0x7F
        let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        return End(code: code, out: TestFile.text(folder.file("out")) ?? "", err: TestFile.text(folder.file("err")) ?? "")
    }

    /// The `jbem` that was built with the running tests.
    package static let program = beside("jbem")

    /// A program that was built with the running tests.
    package static func beside(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, 4095)
        let path = String(decoding: buffer[0..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let beside = "/" + path.split(separator: "/").dropLast().joined(separator: "/") + "/\(name)"
        guard access(beside, X_OK) != 0 else { return beside }
        // The test runner of newer toolchains is not in the build folder.
        return Repository.path + "/.build/debug/\(name)"
    }
}

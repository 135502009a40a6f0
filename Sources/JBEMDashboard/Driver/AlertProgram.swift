internal import CNCurses
internal import Glibc
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// Runs a program for each new alert, with the alert as JSON on its standard input: no shell, no terminal.
struct AlertProgram {
    let path: String
    let storePath: String
    private var running: Set<pid_t> = []

    init(_ path: String, storePath: String) { (self.path, self.storePath) = (path, storePath) }

    /// The most that run at once; what comes on top waits for nobody and is said on the screen only.
    private static let most = 16

    /// - Returns: why it could not be started; `nil` if it runs.
    mutating func run(_ alert: Alert, at now: Instant, isSample: Bool) -> Localized? {
        reap()
        guard running.count < AlertProgram.most else {
            return Localized("警示程序还在运行，这次没有再启动", "the alert program is still running and was not started again")
        }
        var ends: [Int32] = [-1, -1]
        guard jbem_pipe(&ends) == 0 else { return AlertProgram.reason(path, errno) }
        // Far less than a pipe takes: it is all there before the program begins, and one that does not read holds nobody up.
        let text = AlertJSON.value(alert, at: now, storePath: storePath, isSample: isSample).text() + "\n"
        _ = text.withCString { write(ends[1], $0, text.utf8.count) }
        close(ends[1])
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // A group of its own: what the terminal tells the dashboard is not for it.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
        defer { free(arguments[0]) }
        var pid = pid_t()
        let code = posix_spawnp(&pid, path, &actions, &attributes, &arguments, environ)
        guard code == 0 else { return AlertProgram.reason(path, code) }
        running.insert(pid)
        return nil
    }

    /// Takes leave of programs that ended.
    mutating func reap() {
        for pid in running where waitpid(pid, nil, WNOHANG) != 0 { running.remove(pid) }
    }

    private static func reason(_ path: String, _ code: Int32) -> Localized {
        let why = String(cString: strerror(code))
        return Localized("警示程序 \(path) 启动失败：\(why)", "the alert program \(path) cannot be started: \(why)")
    }
}

/// An alert as programs get it.
enum AlertJSON {
    static func value(_ alert: Alert, at now: Instant, storePath: String, isSample: Bool) -> JSONValue {
        .object([
            ("key", .string(alert.key)), ("grade", .string(alert.grade.rawValue)), ("title", .string(alert.title.zh)),
            ("title_en", .string(alert.title.en)), ("detail", .string(alert.detail.zh)), ("detail_en", .string(alert.detail.en)),
            ("count", .integer(alert.count)), ("at", .string(now.description)), ("store", .string(storePath)),
            ("is_sample", .bool(isSample)),
        ])
    }
}

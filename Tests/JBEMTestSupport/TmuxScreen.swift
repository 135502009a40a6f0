internal import Glibc

/// A terminal of its own with a shell in it: tmux draws what a program writes, and tells each cell.
package final class TmuxScreen {
    private let folder = TestFolder()
    private let socket: String

    /// Whether tmux is there; a test that needs it is skipped where it is not.
    package static let isThere = access("/usr/bin/tmux", X_OK) == 0

    /// Starts a shell in a terminal of that size.
    package init(columns: Int, rows: Int, environment: [String: String]) {
        socket = folder.file("socket")
        // A shell that says nothing at its start, whose prompt is one sign, in a folder that goes with the test.
        let variables = environment.merging(["PS1": "$ ", "PATH": "/usr/bin:/bin"]) { own, _ in own }
        let words = variables.sorted { $0.key < $1.key }.map { "'\($0.key)=\($0.value)'" }
        let shell = "env -i \(words.joined(separator: " ")) sh -i"
        tmux("new-session", "-d", "-c", folder.path, "-x", String(columns), "-y", String(rows), shell)
        wait { $0.contains { $0.hasPrefix("$") } }
    }

    deinit { tmux("kill-server") }

    @discardableResult
    private func tmux(_ arguments: String...) -> String {
        let process = SpawnedProcess(
            "/usr/bin/tmux", ["-S", socket, "-f", "/dev/null"] + arguments, environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
        return process.wait().out
    }

    /// Types text, which is sent as it is.
    package func type(_ text: String) { tmux("send-keys", "-l", text) }

    /// Presses a key by tmux's name for it: `Enter`, `Escape`, `Tab`, `C-z`.
    package func press(_ keys: String...) { for key in keys { tmux("send-keys", key) } }

    package func resize(columns: Int, rows: Int) { tmux("resize-window", "-x", String(columns), "-y", String(rows)) }

    /// The lines that are seen, without blanks at their ends.
    package var lines: [String] { tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// What tmux says of the terminal, such as `#{alternate_on}`.
    package func state(_ format: String) -> String {
        String(tmux("display-message", "-p", format).split(separator: "\n").first ?? "")
    }

    /// Waits until a text is seen.
    ///
    /// - Returns: seconds that went by; `nil` if it did not come.
    @discardableResult
    package func wait(for text: String, seconds: Double = 30) -> Double? { wait(seconds: seconds) { $0.contains { $0.contains(text) } } }

    /// Waits until the lines are such.
    @discardableResult
    package func wait(seconds: Double = 30, until isSeen: ([String]) -> Bool) -> Double? {
        let begun = TmuxScreen.clock
        while TmuxScreen.clock - begun < seconds {
            if isSeen(lines) { return TmuxScreen.clock - begun }
            usleep(20_000)
        }
        return nil
    }

    /// Seconds of a clock that nobody sets.
    package static var clock: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}

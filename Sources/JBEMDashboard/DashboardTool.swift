internal import Glibc
package import JBEMCore
package import JBEMOperations
package import JBEMOutput
internal import JBEMStore

/// What the reader chose about the dashboard.
package struct DashboardOptions: Sendable {
    /// How a new red alert is told.
    package enum AlertSign: String, Sendable, CaseIterable {
        case none, bell, flash
    }

    package var view = 1
    /// Milliseconds between two looks at the store, at least 1000.
    package var refreshMilliseconds = 1000
    package var isASCII = false
    package var color = Style.Choice.auto
    package var asOf: CalendarDate?
    package var alertSign = AlertSign.bell
    /// Run for each new red alert.
    package var alertProgram: String?
    /// The beginning of the commands that are shown, such as `jbem --db FILE`.
    package var program = ["jbem"]

    package init() {}
}

/// The dashboard, on a terminal.
package enum DashboardTool {
    /// Shows the dashboard until the reader leaves; a signal ends the program as signals do, the terminal given back.
    ///
    /// - Throws: what opening the store says; `.unavailable` where input or output is no terminal, or one that cannot show a full screen.
    package static func run(_ options: DashboardOptions, _ session: Session) throws {
        guard session.terminal.isInputTerminal, session.terminal.isOutputTerminal else {
            throw Failure(
                .unavailable, Localized("仪表盘需要终端", "the dashboard needs a terminal"), hints: [Screen.onceHint])
        }
        // Opened once: a connection that is closed leaves a thread behind that wakes every second (libdispatch watches its workers).
        var session = session
        session.kept = KeptStore(session.storePath, lockTimeout: session.lockTimeout)
        // A store that cannot be opened is said as every command says it, before the screen is taken over.
        let driver = try DashboardDriver(options, try ReadHeading().run(session), session)
        let number = driver.run()
        Screen.close()
        if number != 0 {
            signal(number, SIG_DFL)
            raise(number)
        }
    }

    /// The numbers and titles of the views.
    package static var views: [(number: Int, title: Localized)] { DashboardView.all.map { ($0.number, $0.title) } }
}

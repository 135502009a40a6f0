internal import CNCurses
internal import Glibc
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// Runs the dashboard on a terminal: waits for keys, time, commits and answers, and does what the model asks.
///
/// Everything but the questions to the store happens on one thread. At rest it wakes once a second, to look whether the store changed.
final class DashboardDriver {
    private let options: DashboardOptions
    private let session: Session
    private var screen: Screen
    private var model: Dashboard
    private let loader: Loader
    private let watch: StoreWatch
    private let wake: Int32
    private var anchor: AnchorWatch
    private var program: AlertProgram?
    private var lastFailure: Failure?
    private var isStoreNew = true
    private var isDone = false

    /// - Throws: `.unavailable` without a terminal that can show a full screen.
    init(_ options: DashboardOptions, _ heading: ReadHeading.Output, _ session: Session) throws {
        (self.options, self.session) = (options, session)
        jbem_memory_share()
        var ends: [Int32] = [-1, -1]
        guard jbem_pipe(&ends) == 0 else { throw Failure(.io, Localized("不能建立管道", "no pipe can be made")) }
        wake = ends[0]
        let isASCII = options.isASCII || session.terminal.environment["TERM"] == "linux"
        var style = Style(.mono, isASCII: isASCII)
        screen = try Screen(wake: ends[1]) { colors in
            style = Style(DashboardDriver.palette(colors, options.color, session.terminal.environment), isASCII: isASCII)
            return style
        }
        let dress = Dress(session.language, .table, style)
        model = Dashboard(
            dress, size: screen.size, now: Instant(seconds: time(nil)), asOf: options.asOf, view: options.view, program: options.program)
        model.heading = heading
        loader = Loader(session, asOf: options.asOf, wake: ends[1])
        watch = StoreWatch(session.storePath)
        anchor = AnchorWatch(session.storePath)
        program = options.alertProgram.map { AlertProgram($0, storePath: session.storePath) }
    }

    private static func palette(_ colors: Int, _ choice: Style.Choice, _ environment: [String: String]) -> Style.Palette {
        let isPlain = choice == .never || (choice == .auto && !(environment["NO_COLOR"] ?? "").isEmpty)
        return isPlain || colors < 8 ? .mono : colors < 256 ? .ansi16 : .xterm256
    }

    /// Returns when the reader leaves.
    ///
    /// - Returns: the number of the signal that ended it, or 0.
    func run() -> Int32 {
        perform(model.start())
        draw()
        while !isDone {
            let signal = jbem_screen_signal()
            if signal != 0 { return signal }
            wait()
            readKeys()
            passTime()
            for answer in loader.take() { handle(.loaded(answer)) }
            draw()
        }
        return 0
    }

    /// Sleeps until something happens, at most until the next look at the store.
    private func wait() {
        var places = [
            pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
            pollfd(fd: anchor.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        poll(&places, nfds_t(places.count), Int32(max(0, min(Int(Int32.max), milliseconds))))
        if places[1].revents != 0 {
            var bytes = [UInt8](repeating: 0, count: 64)
            while read(wake, &bytes, bytes.count) > 0 {}
        }
        if places[2].revents != 0 {
            anchor.drain()
            nextLook = 0
        }
    }

    private var nextLook = 0

    private static var clock: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// Until the next look at the store, or until the clock shows another minute; looks every second tell the minute as well.
    private var milliseconds: Int {
        let look = nextLook - DashboardDriver.clock
        return options.refreshMilliseconds <= 1000 ? look : min(look, (60 - time(nil) % 60) * 1000)
    }

    /// Reads what was typed; a new size is read like a key, and whoever tells of it wakes us.
    private func readKeys() {
        // A paste is taken in pieces, so that answers and time are not held up.
        for _ in 0..<64 {
            switch screen.read() {
            case .none: return
            case .resize: handle(.resize(screen.size))
            case .hangUp:
                isDone = true
                return
            case .key(let key): handle(.key(key))
            }
            if isDone { return }
        }
    }

    /// Lets time pass, and looks at the store when it is due.
    private func passTime() {
        let now = Instant(seconds: time(nil))
        if now != model.now { handle(.tick(now)) }
        guard DashboardDriver.clock >= nextLook else { return }
        nextLook = DashboardDriver.clock + options.refreshMilliseconds
        program?.reap()
        if anchor.descriptor < 0 { anchor.open() }
        do {
            let hasChanged = try watch.look()
            if lastFailure != nil { anchor.open() }
            // The first look only learns where the store stands: everything is being read already.
            if hasChanged, hasLooked || lastFailure != nil {
                isStoreNew = true
                handle(.storeChanged)
            }
            (hasLooked, lastFailure) = (true, nil)
        } catch {
            let failure = error as? Failure ?? Failure(.bug, Localized(verbatim: "\(error)"))
            if failure != lastFailure { handle(.storeFailed(failure)) }
            lastFailure = failure
        }
    }

    private var hasLooked = false

    private func handle(_ event: Event) {
        if case .tick = event {
            let before = model.today
            let effects = model.update(event)
            isStoreNew = isStoreNew || before != model.today
            return perform(effects)
        }
        if case .key(.character("r")) = event, model.mode == .normal { isStoreNew = true }
        perform(model.update(event))
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .load(let jobs):
                loader.add(jobs, isStoreNew: isStoreNew)
                isStoreNew = false
            case .export(let text, let path): export(text, path)
            case .alert(let alerts): tell(alerts)
            case .suspend:
                jbem_screen_suspend()
                handle(.resize(screen.size))
            case .repaint: needsRepaint = true
            case .quit: isDone = true
            }
        }
    }

    private var needsRepaint = false

    private func draw() {
        guard !isDone else { return }
        screen.draw(model.frame, whole: needsRepaint)
        needsRepaint = false
    }

    private func export(_ text: String, _ typed: String) {
        let home = session.terminal.environment["HOME"] ?? ""
        let path = typed.hasPrefix("~/") && !home.isEmpty ? home + typed.dropFirst() : typed
        do {
            try OutputFile.write(text, to: path, replacing: false)
            handle(.message(Localized("已写入 \(path)", "wrote \(path)")))
        } catch {
            handle(.message((error as? Failure)?.message ?? Localized(verbatim: "\(error)")))
        }
    }

    private func tell(_ alerts: [Alert]) {
        if options.alertSign != .none { jbem_screen_alert(options.alertSign == .flash) }
        guard var running = program else { return }
        for alert in alerts {
            if let reason = running.run(alert, at: model.now, isSample: model.heading?.isSample ?? false) { handle(.message(reason)) }
        }
        program = running
    }
}

/// Hears of commits at once: every one appends to the anchor beside the store.
struct AnchorWatch {
    private let path: String
    /// Readable when something happened; -1 where there is nothing to hear, which `poll` leaves out.
    private(set) var descriptor: Int32 = -1

    init(_ storePath: String) {
        path = storePath + ".anchor"
        open()
    }

    /// Listens to the file that is there now.
    mutating func open() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        let wanted = UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
        guard descriptor >= 0, inotify_add_watch(descriptor, path, wanted) < 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }

    /// Takes what was heard.
    ///
    /// - Postcondition: a file that went away or was replaced is looked for anew.
    mutating func drain() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var isLost = false
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            var place = 0
            while place + 16 <= count {
                // struct inotify_event: wd, mask, cookie, len, name
                let mask = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self) }
                let length = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self) }
                isLost = isLost || mask & ~UInt32(IN_MODIFY) != 0
                place += 16 + Int(length)
            }
        }
        if isLost { open() }
    }
}

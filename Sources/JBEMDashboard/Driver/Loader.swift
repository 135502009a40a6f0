internal import CNCurses
internal import Glibc
internal import JBEMCore
internal import JBEMOperations
internal import JBEMStore

/// Asks the operations on a thread of its own, so that keys are answered meanwhile.
final class Loader: @unchecked Sendable {
    // Everything below is guarded by the lock; `session` is used by the thread alone.
    private let session: Session
    private let asOf: CalendarDate?
    private let wake: Int32
    private var lock = pthread_mutex_t()
    private var more = pthread_cond_t()
    private var waiting: [LoadJob] = []
    private var answers: [LoadAnswer] = []
    private var isStoreNew = true

    /// - Parameter wake: the writing end of a pipe, written to when answers are there.
    init(_ session: Session, asOf: CalendarDate?, wake: Int32) {
        (self.session, self.asOf, self.wake) = (session, asOf, wake)
        pthread_mutex_init(&lock, nil)
        pthread_cond_init(&more, nil)
        start()
    }

    /// Takes questions; they go before those that wait, of which those that are asked anew are dropped.
    ///
    /// - Parameter isStoreNew: what was read before does not hold any more.
    func add(_ jobs: [LoadJob], isStoreNew: Bool) {
        pthread_mutex_lock(&lock)
        let places = Set(jobs.map(\.place))
        waiting = jobs + waiting.filter { !places.contains($0.place) }
        self.isStoreNew = self.isStoreNew || isStoreNew
        pthread_cond_signal(&more)
        pthread_mutex_unlock(&lock)
    }

    /// The answers since the last call.
    func take() -> [LoadAnswer] {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        defer { answers = [] }
        return answers
    }

    private func start() {
        var thread = pthread_t()
        // Signals are for the main thread, which waits for keys.
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        // A fault has to reach the handler that gives the terminal back: blocked, it would end the program at once.
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { sigdelset(&all, fault) }
        pthread_sigmask(SIG_BLOCK, &all, &before)
        let box = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Loader>.fromOpaque(pointer).takeRetainedValue().work() }
                return nil
            }, box.toOpaque())
        pthread_sigmask(SIG_SETMASK, &before, nil)
        precondition(code == 0, "no thread can be made")
        pthread_detach(thread)
    }

    private func work() {
        var sources = PanelSources(session, asOf: asOf)
        while true {
            pthread_mutex_lock(&lock)
            while waiting.isEmpty { pthread_cond_wait(&more, &lock) }
            let job = waiting.removeFirst()
            if isStoreNew {
                var session = session
                session.now = Instant(seconds: time(nil))
                sources = PanelSources(session, asOf: asOf)
                isStoreNew = false
            }
            pthread_mutex_unlock(&lock)
            let answer = job.answer(sources)
            pthread_mutex_lock(&lock)
            answers.append(answer)
            let isIdle = waiting.isEmpty
            pthread_mutex_unlock(&lock)
            _ = write(wake, "", 1)
            if isIdle {
                session.kept?.releaseMemory()
                jbem_memory_trim()
            }
        }
    }
}

extension LoadJob {
    /// Where the answer goes: a newer question for the same place takes over.
    fileprivate var place: [Int] {
        switch self {
        case .heading: [-1]
        case .alerts: [-2]
        case .pane(let ticket, _, _): [ticket.view, ticket.depth, ticket.pane]
        }
    }

    /// Asks the operations.
    func answer(_ sources: PanelSources) -> LoadAnswer {
        switch self {
        case .heading: .heading(result { try ReadHeading().run(sources.session) })
        case .alerts: .alerts(result { try sources.alerts() })
        case .pane(let ticket, let panel, let request): .pane(ticket, result { try panel.load(request, sources).masked })
        }
    }

    private func result<Value>(_ body: () throws -> Value) -> Result<Value, Failure> {
        do {
            return .success(try body())
        } catch let failure as Failure {
            return .failure(failure)
        } catch {
            return .failure(Failure(.bug, Localized(verbatim: "\(error)")))
        }
    }
}

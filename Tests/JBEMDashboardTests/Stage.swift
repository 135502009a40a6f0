import JBEMCore
import JBEMOperations
import JBEMOutput
import JBEMPresentation
import JBEMTestSupport

@testable import JBEMDashboard

/// The dashboard without a terminal: keys go in, frames come out, questions are answered at once from a real store.
final class Stage {
    var model: Dashboard
    let session: TestSession
    /// What the driver was asked to do beside reading, in order.
    private(set) var effects: [Effect] = []
    /// Questions are kept instead of answered.
    var isHolding = false
    private(set) var held: [LoadJob] = []

    init(
        _ content: StoreContent = .sample, rows: Int = 24, columns: Int = 80, language: Language = .zh, palette: Style.Palette = .none,
        isASCII: Bool = false, view: Int = 1, asOf: String? = "2024-06-30", isHolding: Bool = false
    ) {
        session = TestSession.withPlan(content, language: language)
        let dress = Dress(language, .table, Style(palette, isASCII: isASCII))
        model = Dashboard(
            dress, size: ScreenSize(rows: rows, columns: columns), now: session.now, asOf: asOf.flatMap { CalendarDate(iso: $0) },
            view: view)
        self.isHolding = isHolding
        perform(model.start())
    }

    var sources: PanelSources {
        var operations = session.operations
        operations.now = model.now
        return PanelSources(operations, asOf: model.fixedDay)
    }

    func send(_ event: Event) { perform(model.update(event)) }

    /// Presses keys: characters stand for themselves, `<Tab>`, `<Enter>`, `<Esc>`, `<Up>` … for the others.
    func press(_ keys: String) {
        var rest = keys[...]
        while let first = rest.first {
            if first == "<", let end = rest.firstIndex(of: ">"),
                let named = Stage.named[String(rest[rest.index(after: rest.startIndex)..<end])]
            {
                send(.key(named))
                rest = rest[rest.index(after: end)...]
            } else {
                send(.key(.character(first)))
                rest = rest.dropFirst()
            }
        }
    }

    static let named: [String: Key] = [
        "Tab": .tab, "S-Tab": .backTab, "Enter": .enter, "Esc": .escape, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
        "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown, "BS": .backspace, "C-c": .character("\u{3}"),
    ]

    /// Answers what was held back.
    func answerHeld() {
        let jobs = held
        held = []
        let sources = sources
        for job in jobs { send(.loaded(job.answer(sources))) }
    }

    func clearHeld() { held = [] }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            guard case .load(let jobs) = effect else {
                self.effects.append(effect)
                continue
            }
            if isHolding {
                held += jobs
                continue
            }
            let sources = sources
            for job in jobs { send(.loaded(job.answer(sources))) }
        }
    }

    /// The frame as text; escape sequences are shown as `␛`.
    var text: String {
        model.frame.rows.map { $0.text(model.dress.style).replacing("\u{1B}", with: "␛") + "\n" }.joined()
    }

    /// The frame without looks.
    var plain: String { model.frame.rows.map { $0.text() + "\n" }.joined() }
}

extension TestSession {
    /// A session whose store has its plan in use.
    static func withPlan(_ content: StoreContent, language: Language = .zh) -> TestSession {
        let session = TestSession(content, language: language)
        // Long after the store was filled: what was imported from which folder is not among the recent changes.
        session.now = Instant(rfc3339: "2026-12-04T08:00:00Z")!
        switch content {
        case .sample: session.output("plan use sample-2021-2025")
        case .few: session.output("plan use t-2021")
        case .nothing, .office, .emptySample: break
        }
        return session
    }
}

import JBEMCore
import JBEMOperations
import JBEMOutput
import JBEMTestSupport
import Testing

@testable import JBEMDashboard

/// Random keys, sizes, answers and failures: nothing traps, and every frame fits its screen.
@Suite struct FuzzTests {
    @Test func aHundredThousandRandomEvents() throws {
        var dice = SeededGenerator(seed: 20_261_126)
        let stage = Stage(isHolding: true)
        let keys = KeyTable.all.flatMap(\.keys).filter { $0 != .character("q") && $0 != .character("\u{3}") }
        var known: [String: LoadAnswer] = [:]
        var pending: [LoadJob] = stage.takeHeld()
        let sources = stage.sources
        var frames = 0
        for _ in 0..<Tier.count(100_000, long: 100_000) {
            switch Int.random(in: 0..<100, using: &dice) {
            case 0..<70: stage.send(.key(keys.randomElement(using: &dice)!))
            case 70..<80: stage.send(.key(.character(Character(Unicode.Scalar(UInt32.random(in: 0x20..<0x9FFF, using: &dice)) ?? "x"))))
            case 80..<84:
                let size = ScreenSize(rows: Int.random(in: 0...90, using: &dice), columns: Int.random(in: 0...310, using: &dice))
                stage.send(.resize(size))
            case 84: stage.send(.storeChanged)
            case 85: stage.send(.storeFailed(Failure(.io, Localized("坏了", "broken"))))
            case 86: stage.send(.tick(Instant(seconds: stage.model.now.seconds + Int.random(in: 0...40_000, using: &dice))))
            default:
                pending += stage.takeHeld()
                guard !pending.isEmpty else { continue }
                let job = pending.remove(at: Int.random(in: 0..<pending.count, using: &dice))
                if Int.random(in: 0..<12, using: &dice) == 0 { continue }
                stage.send(.loaded(answer(job, sources, &known, isFailing: Int.random(in: 0..<20, using: &dice) == 0)))
            }
            if pending.count > 64 { pending.removeFirst(32) }
            // Frames are drawn as often as a terminal would.
            if Int.random(in: 0..<8, using: &dice) == 0 {
                frames += 1
                let frame = stage.model.frame
                #expect(frame.rows.count == max(0, frame.size.rows))
                let widest = frame.rows.compactMap { $0.last.map { $0.column + $0.width } }.max() ?? 0
                #expect(widest <= frame.size.columns)
            }
        }
        #expect(frames > Tier.count(10_000, long: 10_000))
        #expect(known.count > 20, "the walk did not see enough panes")
    }

    /// Answers from what was read before: the walk is about the model, not about the store.
    private func answer(
        _ job: LoadJob, _ sources: PanelSources, _ known: inout [String: LoadAnswer], isFailing: Bool
    ) -> LoadAnswer {
        guard case .pane(let ticket, let panel, let request) = job else {
            let name = if case .heading = job { "heading" } else { "alerts" }
            let answer = known[name] ?? job.answer(sources)
            known[name] = answer
            return answer
        }
        if isFailing { return .pane(ticket, .failure(Failure(.busy, Localized("正忙", "busy")))) }
        let name = "\(panel.key) \(panel.title.zh) \(request.range?.rawValue ?? "") \(request.selection.map { "\($0)" } ?? "")"
        if case .pane(_, let result)? = known[name] { return .pane(ticket, result) }
        let answer = job.answer(sources)
        known[name] = answer
        return answer
    }
}

extension Stage {
    /// Takes the questions that were held back.
    func takeHeld() -> [LoadJob] {
        defer { clearHeld() }
        return held
    }
}

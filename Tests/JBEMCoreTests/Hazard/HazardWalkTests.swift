import JBEMCore
import Testing

/// Random sequences of steps against a second, hand-written description of the way.
@Suite struct HazardWalkTests {
    /// The chart of the issue, written down apart from the program's own: state, step, next state.
    private static let chart: Set<String> = [
        "registered grade graded", "graded grade graded", "graded order ordered", "ordered start rectifying", "ordered extend ordered",
        "rectifying extend rectifying", "rectifying submit submitted", "submitted recheck rechecked", "submitted return rectifying",
        "rechecked return rectifying", "ordered tolerate tolerated", "rectifying tolerate tolerated", "rechecked close closed",
        "closed reopen ordered",
    ]

    /// SplitMix64 (public domain reference), so that a failure can be repeated.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test func noForbiddenStepIsTakenAndHistoryReplays() {
        var (taken, refused) = (0, 0)
        for seed in 0..<10_000 {
            var dice = Dice(state: UInt64(seed))
            let isMajor = Bool.random(using: &dice)
            let first = HazardMachineTests.hazard()
            var (hazard, date, steps) = (first, HazardMachineTests.day("2024-03-01"), [RecordRow]())
            var state = "registered"
            for _ in 0..<24 {
                date = date.adding(days: Int.random(in: 0...12, using: &dice))
                if state == "tolerated", let until = hazard[Hazard.toleratedUntil], until < date { state = "ordered" }
                let action = HazardAction.allCases.randomElement(using: &dice)!
                var step = HazardMachineTests.step(action, on: date, of: hazard, isMajor: isMajor)
                if Int.random(in: 0..<10, using: &dice) == 0 { step[HazardStep.takenBy] = HazardMachineTests.people.worker }
                let before = hazard
                let faults = HazardMachine.take(&step, on: &hazard, limits: HazardMachineTests.limits)
                let next = step[HazardStep.toState] ?? ""
                if faults.isEmpty {
                    #expect(Self.chart.contains("\(state) \(action.rawValue) \(next)"), "seed \(seed): \(state) \(action) \(next)")
                    let own = step[HazardStep.takenBy] == HazardMachineTests.people.worker
                    #expect(!(own && [.recheck, .return, .close].contains(action)), "seed \(seed): own work judged")
                    state = next
                    steps.append(step)
                    taken += 1
                } else {
                    #expect(hazard == before, "seed \(seed): a refused step changed the hazard")
                    refused += 1
                }
            }
            #expect(hazard[Hazard.stage] == (steps.last?[HazardStep.toState] ?? "registered"), "seed \(seed)")
            #expect((hazard[Hazard.closedOn] != nil) == (hazard[Hazard.stage] == "closed"), "seed \(seed)")
            #expect(hazard[Hazard.stepCount] == Int64(steps.count), "seed \(seed): a step is lost")
            var replayed = first
            for step in steps {
                var copy = step
                #expect(HazardMachine.take(&copy, on: &replayed, limits: HazardMachineTests.limits).isEmpty, "seed \(seed): replay")
            }
            #expect(replayed == hazard, "seed \(seed): the history does not give the hazard")
        }
        #expect(taken > 30_000 && refused > 30_000, "the walk has to meet both: \(taken), \(refused)")
    }
}

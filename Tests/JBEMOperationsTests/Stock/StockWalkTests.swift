import Glibc
import JBEMCore
import JBEMStore
import JBEMTestSupport
import Testing

@testable import JBEMOperations

/// Conservation under random operations, back-dated and undone ones among them, against a ledger kept beside.
@Suite struct StockWalkTests {
    @Test(arguments: [1, 2, 3]) func nothingComesFromNowhere(seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        let stage = StockStage()
        let session = stage.session
        /// What the test itself knows: movements as (day, lot, place, thousandths), in the order of entry.
        var known: [(day: Int, lot: String, place: String, quantity: Int)] = []
        let places = ["W1", "W2", "W3"]
        var (written, refused) = (0, 0)
        for step in 0..<120 {
            let day = Int.random(in: 0..<200, using: &dice)
            let date = CalendarDate(iso: "2026-01-01")!.adding(days: day).description
            let place = places.randomElement(using: &dice)!
            let quantity = Int.random(in: 1...30, using: &dice)
            let lots = Array(Set(known.map(\.lot))).sorted()
            let lot = lots.randomElement(using: &dice) ?? "L0"
            switch Int.random(in: 0..<10, using: &dice) {
            case 0..<4:
                let name = Bool.random(using: &dice) ? lot : "L\(step)"
                if session.run("stock receive \(place) WATER=\(quantity) --lot \(name) moved_on=\(date)").code == 0 {
                    known.append((day, name, place, quantity))
                    written += 1
                } else {
                    refused += 1
                }
            case 4..<7:
                let wasPossible = Self.isPossible(-quantity, lot, place, day, known)
                let result = session.run("stock issue \(place) WATER=\(quantity) --lot \(lot) moved_on=\(date)")
                #expect((result.code == 0) == wasPossible, "seed \(seed) step \(step): \(result.err)")
                if result.code == 0 {
                    known.append((day, lot, place, -quantity))
                    written += 1
                } else {
                    refused += 1
                }
            case 7:
                let to = places.filter { $0 != place }.randomElement(using: &dice)!
                let lost = Int.random(in: 0..<quantity, using: &dice)
                let sent = session.run("stock transfer \(place) WATER=\(quantity) --to \(to) --lot \(lot) moved_on=\(date) number=T\(step)")
                guard sent.code == 0 else {
                    refused += 1
                    continue
                }
                known.append((day, lot, place, -quantity))
                session.output("stock arrive T\(step) WATER=\(quantity - lost) --lost moved_on=\(date)")
                known.append((day, lot, to, quantity - lost))
                written += 2
            case 8:
                let now = known.filter { $0.lot == lot && $0.place == place && $0.day <= day }.map(\.quantity).reduce(0, +)
                let wasPossible = Self.isPossible(quantity - now, lot, place, day, known)
                let result = session.run("stock count \(place) WATER=\(quantity) --lot \(lot) reason=盘点 moved_on=\(date)")
                guard !lots.isEmpty else { continue }
                #expect((result.code == 0) == wasPossible, "seed \(seed) step \(step): \(result.err)")
                if result.code == 0, quantity != now { known.append((day, lot, place, quantity - now)) }
            default:
                // A change that was taken back and brought again leaves everything as it was.
                let before = session.output("stock balance --by lot --csv")
                if session.run("undo").code == 0 { session.output("redo") }
                #expect(session.output("stock balance --by lot --csv") == before)
            }
        }
        #expect(written > 20 && refused > 5)
        #expect(session.run("stock check").code == 0)
        session.output("log verify --replay")
        checkJournal(stage, known, places)
        for place in places {
            let expected = known.filter { $0.place == place }.map(\.quantity).reduce(0, +)
            #expect(stage.balance("WATER", place) == String(expected), "\(place)")
        }
    }

    /// The ledger program adds up the exported journal to the same balances.
    private func checkJournal(_ stage: StockStage, _ known: [(day: Int, lot: String, place: String, quantity: Int)], _ places: [String]) {
        guard access("/usr/bin/ledger", X_OK) == 0 else { return }
        let path = stage.session.folder.write(stage.session.output("stock export"), to: "journal")
        for place in places {
            let end = SpawnedProcess(
                "/usr/bin/ledger",
                ["-f", path, "balance", "place:\(place)", "--flat", "--no-total", "-F", "%(account) %(quantity(display_total))\n"]
            )
            .wait()
            #expect(end.code == 0, "\(end.err)")
            let expected = Dictionary(grouping: known.filter { $0.place == place }, by: \.lot).mapValues { $0.map(\.quantity).reduce(0, +) }
                .filter { $0.value != 0 }.map { "place:\(place):\($0.key) \($0.value)" }
            #expect(Set(end.out.split(separator: "\n").map(String.init)) == Set(expected))
        }
    }

    /// Whether a change on a day leaves every later balance of the lot at the place at zero or more.
    private static func isPossible(
        _ quantity: Int, _ lot: String, _ place: String, _ day: Int, _ known: [(day: Int, lot: String, place: String, quantity: Int)]
    ) -> Bool {
        let own = known.enumerated().filter { $0.element.lot == lot && $0.element.place == place }
        let entries =
            own.map { (day: $0.element.day, order: $0.offset, quantity: $0.element.quantity) } + [
                (day: day, order: Int.max, quantity: quantity)
            ]
        var balance = 0
        for entry in entries.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) }) {
            balance += entry.quantity
            if balance < 0 { return false }
        }
        return true
    }
}

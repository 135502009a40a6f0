import Glibc
import JBEMCore
import JBEMStore
import JBEMTestSupport
import Testing

@testable import JBEMOperations

/// Conservation under ten thousand random operations: what is allowed and what is refused is known beforehand, every law holds after each of
/// them, and two other programs add up the exported journal to the same balances.
@Suite struct StockWalkTests {
    private static let steps = 500

    @Test(arguments: 0..<Tier.count(8, long: 40)) func nothingComesFromNowhere(seed: Int) throws {
        var walk = StockWalk(seed: UInt64(seed))
        for step in 1...Self.steps {
            try walk.take()
            let findings = try CheckStock().run(walk.stage.session.operations).findings
            #expect(findings.isEmpty, "seed \(seed) step \(step): \(findings.map(\.reason.en))")
            if step.isMultiple(of: 250) { try compare(walk, "seed \(seed) step \(step)") }
        }
        #expect(walk.written > 100 && walk.refused > 50, "\(walk.written) \(walk.refused)")
        walk.stage.session.output("log verify --replay")
    }

    private func compare(_ walk: StockWalk, _ name: String) throws {
        let session = walk.stage.session
        let expected = walk.model.balances(of: StockWalk.places)
        let (balances, _, _) = try ListStockBalances(by: .lot, StockScope()).run(session.operations)
        // What is on the way counts.
        let byLot = walk.model.balances(of: StockWalk.places + ["@transit"]).reduce(into: [String: Int64]()) { sums, line in
            sums[line.key.lot, default: 0] += line.value
        }
        #expect(Dictionary(balances.map { ($0.key, $0.quantity) }, uniquingKeysWith: +) == byLot.filter { $0.value != 0 }, "\(name)")
        let journal = session.folder.write(session.output("stock export"), to: "journal")
        let lines = Set(expected.map { "place:\($0.key.place):\($0.key.lot) \(FixedPoint.text($0.value, scale: 3))" })
        for reader in Self.readers where access(reader.path, X_OK) == 0 {
            let end = SpawnedProcess(reader.path, ["-f", journal] + reader.arguments, environment: ["LC_ALL": "C.UTF-8"]).wait()
            #expect(end.code == 0, "\(name): \(end.err)")
            #expect(Set(end.out.split(separator: "\n").compactMap { reader.line(String($0)) }) == lines, "\(name): \(reader.path)")
        }
    }

    /// Programs that add up journals, and how they write a balance.
    private static let readers: [(path: String, arguments: [String], line: @Sendable (String) -> String?)] = [
        (
            "/usr/bin/ledger",
            ["balance", "^place:", "--flat", "--no-total", "-F", "%(account) %(quantity(display_total))\n"],
            { $0.isEmpty ? nil : $0 }
        ),
        (
            "/usr/bin/hledger", ["balance", "^place:", "--flat", "--no-total", "-O", "csv"],
            { line in
                let cells = line.split(separator: ",").map { $0.filter { $0 != "\"" } }
                guard cells.count == 2, cells[0] != "account" else { return nil }
                return "\(cells[0]) \(cells[1].split(separator: " ")[0])"
            }
        ),
    ]
}

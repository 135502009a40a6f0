import GRDB
import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMStore

/// The cost of a change does not grow with the records that it does not concern.
@Suite struct InvariantPlanTests {
    @Test func noInvariantWalksOverATable() throws {
        let box = try TemporaryStore()
        let plans = try box.store.queue.writeWithoutTransaction { db in
            try db.execute(sql: "CREATE TEMP TABLE touched (name TEXT NOT NULL, id, next, PRIMARY KEY (name, id, next)) WITHOUT ROWID")
            for scope in Set(Invariants.all.compactMap(\.scope)) { try scope.fill(db) }
            return try Invariants.all.map { invariant in
                (invariant, try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(invariant.sql)").map { $0["detail"] as String })
            }
        }
        for (invariant, plan) in plans where !invariant.tables.isSubset(of: rules) {
            // Over the disasters only where a victim was taken off the list.
            let walks = plan.filter {
                $0.hasPrefix("SCAN ") && !$0.hasPrefix("SCAN disaster USING COVERING")
                    && growing.contains(table(String($0.split(separator: " ")[1]), in: invariant.sql))
            }
            #expect(walks.isEmpty, "\(invariant.tables.sorted()): \(walks) in \(invariant.sql.prefix(200))")
        }
    }

    /// Rows of these concern every record: a scale, a table of a standard, a code that is taken away.
    private let rules: Set<String> = ["risk_factor", "hazmat_substance", "code"]

    /// Tables with a record for each thing that happens; plans, forms and lists stay short.
    private let growing = Set(Catalog.schemas.filter { $0.identity == .issued }.map(\.table)).subtracting([
        "campaign", "contract", "inspect_rule",
    ])

    /// The table that an alias stands for.
    private func table(_ alias: String, in sql: String) -> String {
        let words = sql.split { $0.isWhitespace || "(),".contains($0) }
        let place = words.indices.dropFirst(2).first {
            words[$0] == alias && words[$0 - 1] == "AS" && growing.contains(String(words[$0 - 2]))
        }
        return place.map { String(words[$0 - 2]) } ?? alias
    }
}

import GRDB
import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMStore

/// Every tampering with the journal below its anchor is named by its kind and its entry, whichever entry it is.
@Suite struct TamperTests {
    /// A way of tampering with a journal of 12 changes.
    private enum Kind: CaseIterable { case edit, content, delete, insert, reorder, cut, replace, rows }

    private static let changes: Int64 = 12

    @Test func everyTamperingIsNamedByKind() throws {
        var dice = TestSeed.generator
        let origin = try journal()
        var tried: [Kind: Int] = [:]
        for round in 0..<Tier.count(200, long: 1000) {
            let box = try TemporaryStore(copyOf: origin)
            let kind = Kind.allCases[round % Kind.allCases.count]
            let id = Int64.random(in: 2..<Self.changes, using: &dice)
            let (statements, expected, reasons) = tampering(kind, id, &dice)
            try Tampering.run(box, statements)
            if kind == .replace { try Tampering.rechain(box) }
            let found = try box.store.verify(replay: kind == .rows)
            let story = "\(TestSeed.remedy), round \(round): \(kind) of \(id): \(statements)"
            if kind == .rows {
                #expect(found.differences?.first?.hasPrefix("person: ") == true, "\(story)")
            } else {
                #expect(found.broken?.change == expected, "\(story): \(String(describing: found.broken))")
                #expect(reasons.contains(found.broken?.reason.en ?? ""), "\(story): \(found.broken?.reason.en ?? "nothing found")")
            }
            tried[kind, default: 0] += 1
        }
        #expect(tried.values.allSatisfy { $0 >= Tier.count(20, long: 100) } && tried.count == Kind.allCases.count)
    }

    /// The statements, the entry that has to be named, and the names that the tampering may get.
    private func tampering(_ kind: Kind, _ id: Int64, _ dice: inout SeededGenerator) -> ([String], Int64, [String]) {
        let last = Self.changes
        switch kind {
        case .edit:
            let column = [
                "at = '2031-05-06T00:00:00Z'", "actor = actor || 'x'", "note = 'another'", "action = 'kpi'", "rows = rows + 1",
                "undoes = 1",
                "host = 'h2'", "os_user = ''", "kind = 'undo'", "tables = ''", "arguments = arguments || ' '", "store_uuid = 'x'",
            ].randomElement(using: &dice)!
            return (["UPDATE change SET \(column) WHERE id = \(id)"], id, ["the entry was altered"])
        case .content:
            let bytes = [
                "CAST(bytes || x'00' AS BLOB)", "substr(bytes, 2)", "x''", "CAST(replace(CAST(bytes AS TEXT), '甲', '乙') AS BLOB)",
            ].randomElement(using: &dice)!
            return (
                ["UPDATE change_data SET bytes = \(bytes) WHERE change_id = \(id) AND part = 'public'"], id,
                ["its public content was altered"]
            )
        case .delete:
            return (
                ["DELETE FROM change_data WHERE change_id = \(id)", "DELETE FROM change WHERE id = \(id)"], id + 1,
                ["change \(id) is missing"]
            )
        case .insert:
            // In between, by moving the later ones up.
            return (
                move(after: id, by: 1) + [
                    "INSERT INTO change SELECT \(id + 1), store_uuid, at, actor, os_user, host, kind, action, arguments, note, schema_version, tables, rows, hash, hash || '', undoes FROM change WHERE id = \(id)"
                ], id + 1, ["the entry was altered"]
            )
        case .reorder:
            let other = id == 2 ? 3 : id - 1
            let (low, high) = (min(id, other), max(id, other))
            return (
                [("change_data", "change_id"), ("change", "id")].flatMap { table, column in
                    [(low, 100), (high, low), (100, high)].map { "UPDATE \(table) SET \(column) = \($1) WHERE \(column) = \($0)" }
                }, low, ["it does not follow the hash of the entry before"]
            )
        case .cut:
            return (
                ["DELETE FROM change_data WHERE change_id > \(id)", "DELETE FROM change WHERE id > \(id)"], id + 1,
                ["the .anchor file knows change \(last), the store does not"]
            )
        case .replace:
            return (["UPDATE change SET actor = 'nobody' WHERE id = \(id)"], last, ["it differs from the .anchor file"])
        case .rows:
            return (
                [
                    [
                        "UPDATE person SET name = '丙' WHERE number = '\(id)'", "DELETE FROM person WHERE number = '\(id)'",
                        "UPDATE person SET number = 'x' WHERE number = '\(id)'",
                    ].randomElement(using: &dice)!
                ], id, []
            )
        }
    }

    private func move(after id: Int64, by step: Int) -> [String] {
        (id + 1...Self.changes).reversed().flatMap { from in
            [("change_data", "change_id"), ("change", "id")].map { "UPDATE \($0) SET \($1) = \(from + 1) WHERE \($1) = \(from)" }
        }
    }

    /// The world and eleven people.
    private func journal() throws -> TemporaryStore {
        let box = try TemporaryStore()
        for number in 2...Self.changes { try box.add(Person.schema, SampleRow.person("\(number)", name: "甲\(number)")) }
        return box
    }
}

import GRDB
import JBEMCore
import JBEMStore
import Testing

/// The change journal takes new entries and nothing else.
@Suite struct JournalGuardTests {
    @Test(arguments: [
        "UPDATE change SET actor = 'x' WHERE id = 1", "DELETE FROM change WHERE id = 2",
        "UPDATE change_data SET bytes = x'00' WHERE change_id = 2",
        "UPDATE change_data SET digest = 'x' WHERE change_id = 2", "DELETE FROM change_data WHERE change_id = 2",
        "UPDATE change_data SET bytes = NULL WHERE change_id = 2 AND part = 'public'",
        "UPDATE change_data SET bytes = NULL, digest = 'x' WHERE change_id = 2 AND part = 'private'",
        "INSERT OR REPLACE INTO change SELECT * FROM change WHERE id = 2", "INSERT OR REPLACE INTO change_data SELECT * FROM change_data",
        "INSERT INTO change SELECT 0, store_uuid, at, actor, os_user, host, kind, action, '', '', 1, '', 0, '', '', 1 FROM change WHERE id = 2",
    ])
    func theJournalRefuses(sql: String) throws {
        let box = try store()
        let before = try journal(box)
        let raw = try DatabaseQueue(path: box.path)
        #expect(throws: DatabaseError.self) { try raw.writeWithoutTransaction { try $0.execute(sql: sql) } }
        #expect(throws: Failure.self) { try box.perform { try $0.execute(sql: sql) } }
        #expect(try journal(box) == before)
        #expect(try box.store.verify(replay: true).isSound)
    }

    @Test func onlyTheBytesOfAPersonalPartCanBeDropped() throws {
        let box = try store()
        let raw = try DatabaseQueue(path: box.path)
        try raw.writeWithoutTransaction { try $0.execute(sql: "UPDATE change_data SET bytes = NULL WHERE part = 'private'") }
        let found = try box.store.verify(replay: true)
        #expect(found.isSound)
        // The personal tables can no longer be rebuilt and are left out of the comparison.
        let rows = try box.store.read { try StoreDump.rowCount($0) - (Int.fetchOne($0, sql: "SELECT count(*) FROM person_private") ?? 0) }
        #expect(found.replayedRows == rows)
    }

    @Test func personalValuesAreInTheirOwnPartOnly() throws {
        let box = try store()
        let found = try box.store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT part, instr(bytes, CAST('13800001234' AS BLOB)) > 0 AS clear, instr(bytes, CAST('138****1234' AS BLOB)) > 0 AS masked
                    FROM change_data WHERE change_id = 2 ORDER BY part
                    """
            ).map { "\($0["part"] as String) \($0["clear"] as Bool) \($0["masked"] as Bool)" }
        }
        #expect(found == ["private true false", "public false true"])
    }

    private func store() throws -> TemporaryStore {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1", phone: "13800001234"), revealed: ["phone": "13800001234"])
        return box
    }

    private func journal(_ box: TemporaryStore) throws -> [Row] {
        try box.store.read { try Row.fetchAll($0, sql: "SELECT * FROM change JOIN change_data ON change_id = id ORDER BY id, part") }
    }
}

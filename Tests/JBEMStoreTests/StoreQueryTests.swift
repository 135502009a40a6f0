import GRDB
import JBEMCore
import JBEMStore
import Testing

/// Free SQL: reading of the record tables, and of nothing else. What hostile readers try is in QueryTests.
@Suite struct StoreQueryTests {
    @Test func aSelectGivesColumnsAndRows() throws {
        let box = try store()
        let (columns, rows) = try run("SELECT number, name AS 姓名, phone FROM person ORDER BY number", box)
        #expect(columns == ["number", "姓名", "phone"])
        #expect(rows == [["\"1\"", "\"张三\"", "\"138****1234\""]])
    }

    @Test(arguments: [
        "SELECT count(*) FROM accident JOIN region ON accident.region = region.code",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT sum(i) FROM n",
        "SELECT actor, count(*) OVER (ORDER BY id) FROM change", "SELECT key, value FROM store", "SELECT name FROM sqlite_schema",
        "SELECT name FROM person ORDER BY gb18030(name)", "SELECT json_group_array(name) FROM region -- a comment", "VALUES (1), (2);",
        "WITH few AS (SELECT name FROM person) SELECT count(*) FROM few", "SELECT count(*) FROM (SELECT 1)", "SELECT count(*) FROM person",
        "SELECT * FROM person CROSS JOIN setting", "SELECT count(*) FROM disaster_report",
    ])
    func readingIsAllowed(sql: String) throws {
        _ = try run(sql, try store())
    }

    @Test func theRefusedTableIsNamed() throws {
        #expect(try refusal("SELECT 1 FROM person JOIN person_private USING (id)").message.en == "reading person_private is not allowed")
        #expect(
            try refusal("WITH person AS (SELECT * FROM person_private) SELECT * FROM person").message.en
                == "reading person_private is not allowed")
    }

    @Test func statementsAndTextsAreLimited() throws {
        let sql = "SELECT " + String(repeating: "(1+", count: 300) + "1" + String(repeating: ")", count: 300)
        #expect(try refusal(sql).kind == .usage)
        #expect(try refusal("SELECT '" + String(repeating: "x", count: 200_000) + "'").kind == .usage)
        let long =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT length(group_concat(printf('%99999d', i))) FROM n"
        #expect(try refusal(long).kind == .usage)
    }

    @Test func aQueryThatTakesTooLongIsStopped() throws {
        let start = ContinuousClock.now
        let failure = try refusal("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", seconds: 1)
        let spent = ContinuousClock.now - start
        #expect(failure.kind == .io)
        #expect(failure.message.en.contains("1 s"))
        #expect(spent >= .seconds(1) && spent < .seconds(10))
    }

    @Test func rowsAreHandedOverAsTheyCome() throws {
        struct Enough: Error {}
        let box = try store()
        var count = 0
        #expect(throws: Enough.self) {
            try StoreQuery.run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", path: box.path, columns: { _ in },
                row: { _ in
                    count += 1
                    if count == 5 { throw Enough() }
                })
        }
        #expect(count == 5)
    }

    /// A new personal table must not become readable by being forgotten in a list.
    @Test func noPersonalTableIsReadable() throws {
        let box = try store()
        let names = try box.store.read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%\\_private' ESCAPE '\\'")
        }
        #expect(Set(names) == Set(Catalog.schemas.compactMap(\.privateTable)) && !names.isEmpty)
        for name in names { #expect(try refusal("SELECT * FROM \(name)", box).kind == .usage) }
    }

    @Test func everyNounIsReadable() throws {
        let box = try store()
        for schema in Catalog.schemas { _ = try run("SELECT * FROM \(schema.table) LIMIT 1", box) }
    }

    private func store() throws -> TemporaryStore {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1", phone: "13800001234"), revealed: ["phone": "13800001234"])
        return box
    }

    private func run(_ sql: String, _ box: TemporaryStore, seconds: Int = 20) throws -> (columns: [String], rows: [[String]]) {
        var columns: [String] = []
        var rows: [[String]] = []
        try StoreQuery.run(
            sql, path: box.path, seconds: seconds, columns: { columns = $0 }, row: { rows.append($0.map(\.description)) })
        return (columns, rows)
    }

    private func refusal(
        _ sql: String, _ box: TemporaryStore? = nil, seconds: Int = 20, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Failure {
        let box = try box ?? store()
        return try #require(
            #expect(throws: Failure.self, "\(sql)", sourceLocation: sourceLocation) { try run(sql, box, seconds: seconds) },
            sourceLocation: sourceLocation)
    }
}

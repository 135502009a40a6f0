import GRDB
import JBEMCore
import JBEMStore
import Testing

/// Every noun's schema against the tables that the migrations make.
@Suite struct SchemaAgreementTests {
    private static let nouns = Catalog.schemas.map(\.noun)

    /// The columns as `name type notnull pk`, in column order: history decodes changesets by position.
    @Test(arguments: nouns) func columnsAgreeInOrder(noun: String) throws {
        let schema = try #require(Catalog.schema(noun))
        let asked = try inMemory(TableDefinition.sql(schema))
        let made = try migrated()
        for table in tables(of: schema) {
            #expect(try columns(of: table, in: made) == columns(of: table, in: asked))
        }
    }

    @Test(arguments: nouns) func columnsAreTheStoredFields(noun: String) throws {
        let schema = try #require(Catalog.schema(noun))
        let names = try migrated().read { try $0.columns(in: schema.table).map(\.name) }
        #expect(names == (schema.identity == .issued ? ["id"] : []) + schema.storedFields.map(\.name))
    }

    /// CHECK, UNIQUE, REFERENCES and PRIMARY KEY clauses; order aside, because later columns are appended behind them.
    @Test(arguments: nouns) func clausesAgree(noun: String) throws {
        let schema = try #require(Catalog.schema(noun))
        let asked = try inMemory(TableDefinition.sql(schema))
        let made = try migrated()
        for table in tables(of: schema) {
            #expect(try clauses(of: table, in: made) == clauses(of: table, in: asked))
        }
    }

    @Test(arguments: nouns) func referencesAgree(noun: String) throws {
        let schema = try #require(Catalog.schema(noun))
        let made = try migrated()
        let found = try made.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM pragma_foreign_key_list(?)", arguments: [schema.table]).map { row -> String in
                // The session extension applies row by row: an action would change rows that no changeset holds.
                #expect(row["on_delete"] == "NO ACTION" && row["on_update"] == "NO ACTION")
                return "\(row["from"] as String) \(row["table"] as String) \(row["to"] as String)"
            }
        }
        let asked = schema.storedFields.compactMap { field -> String? in
            switch field.kind {
            case .reference(let noun): return Catalog.schema(noun).map { "\(field.name) \($0.table) id" }
            case .key(let noun): return Catalog.schema(noun).map { "\(field.name) \($0.table) \($0.naturalKey[0])" }
            default: return nil
            }
        }
        #expect(found.sorted() == asked.sorted())
    }

    @Test func everyTableIsStrict() throws {
        let loose = try migrated().read { db in
            try String.fetchAll(
                db,
                sql:
                    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
            )
        }
        #expect(loose == [])
    }

    /// No generated columns, no triggers on recorded tables: the session extension needs it so.
    @Test func recordedTablesHaveNoTriggersAndNoGeneratedColumns() throws {
        try migrated().read { db in
            let triggered = try String.fetchSet(db, sql: "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger'")
            #expect(triggered.isDisjoint(with: StoreDump.tables))
            #expect(triggered == ["change", "change_data"])
            for table in StoreDump.tables {
                let hidden = try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden <> 0", arguments: [table])
                #expect(hidden == 0)
                let keyed = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0 AND \"notnull\"", arguments: [table])
                #expect((keyed ?? 0) > 0, "\(table) has no NOT NULL primary key: the session extension would not see it")
            }
        }
    }

    /// A table that is in the store but in no list would be neither recorded nor named as left out.
    @Test func everyTableIsRecordedOrKnownAsUnrecorded() throws {
        let names = try migrated().read {
            try String.fetchSet($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        }
        #expect(names.subtracting(StoreDump.tables) == ["agenda_memory", "change", "change_data", "sequence", "store"])
        #expect(Set(StoreDump.tables).isSubset(of: names))
    }

    @Test func migrationsAreNumberedWithoutGaps() {
        #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
    }

    /// The whole schema as text; `RECORD=1` writes it anew.
    @Test func schemaMatchesTheGoldenFile() throws {
        let sql = try migrated().read { db in
            try String.fetchAll(
                db,
                sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, tbl_name, name")
        }
        try GoldenFile.check(sql.map { lines($0) + ";\n" }.joined(), against: "schema.sql")
    }

    private func tables(of schema: RecordSchema) -> [String] { [schema.table] + (schema.privateTable.map { [$0] } ?? []) }

    private func migrated() throws -> DatabaseQueue {
        try inMemory(Migration.all.map(\.sql).joined(separator: "\n"))
    }

    private func inMemory(_ sql: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.write { try $0.execute(sql: sql) }
        return queue
    }

    private func columns(of table: String, in queue: DatabaseQueue) throws -> [String] {
        try queue.read { db in
            try Row.fetchAll(db, sql: "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid", arguments: [table]).map {
                "\($0["name"] as String) \($0["type"] as String) \($0["notnull"] as Int) \($0["pk"] as Int)"
            }
        }
    }

    private func clauses(of table: String, in queue: DatabaseQueue) throws -> Set<String> {
        let sql = try queue.read { try String.fetchOne($0, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table]) }
        let text = try #require(sql)
        let open = try #require(text.firstIndex(of: "("))
        let close = try #require(text.lastIndex(of: ")"))
        var depth = 0
        let parts = text[text.index(after: open)..<close].split { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return character == "," && depth == 0
        }
        return Set(parts.map { squeezed(String($0)) })
    }

    /// One clause a line, as the migrations write it, without their indentation.
    private func lines(_ sql: String) -> String {
        sql.split(separator: "\n").map { squeezed(String($0)) }.joined(separator: "\n")
    }

    private func squeezed(_ sql: String) -> String {
        sql.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("( ", with: "(").replacing(" )", with: ")")
    }
}

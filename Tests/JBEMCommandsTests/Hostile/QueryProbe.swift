/// Statements that a hostile reader tries, by what they are after. `{}` stands for a folder in which nothing may appear.
enum QueryProbe {
    static let writing = [
        "INSERT INTO setting VALUES ('a', 'b')", "INSERT INTO setting VALUES ('a', 'b') RETURNING value", "UPDATE person SET name = 'x'",
        "INSERT INTO setting VALUES ('a', 'b') ON CONFLICT DO UPDATE SET value = 'c'", "DELETE FROM person",
        "REPLACE INTO setting VALUES ('a', 'b')",
        "WITH x AS (SELECT 1) DELETE FROM person", "WITH x AS (SELECT 1) UPDATE person SET name = 'x' RETURNING *", "DROP TABLE person",
        "CREATE TABLE t AS SELECT * FROM person", "CREATE INDEX i ON person (name)", "ALTER TABLE person ADD COLUMN x", "REINDEX",
        "ANALYZE",
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM change; END",
        "CREATE TEMP TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM change; END", "CREATE TEMP TABLE person (phone)",
        "CREATE TEMP VIEW person AS SELECT * FROM person_private", "CREATE VIRTUAL TABLE v USING fts5(x)",
        "UPDATE sqlite_schema SET sql = ''",
        "EXPLAIN QUERY PLAN DELETE FROM person", "DELETE FROM change",
    ]

    static let files = [
        "ATTACH '{}/a.db' AS x", "ATTACH 'file:{}/a.db?mode=rwc' AS x", "ATTACH ':memory:' AS x", "DETACH main", "VACUUM",
        "VACUUM INTO '{}/a.db'",
        "SELECT readfile('/etc/passwd')", "SELECT writefile('{}/a', 'x')", "SELECT edit('x', 'touch {}/a')", "SELECT * FROM fsdir('/etc')",
        "SELECT load_extension('{}/a.so')", "SELECT load_extension('libm.so', 'cos')", "SELECT fts3_tokenizer('simple')", ".output {}/a",
        ".shell touch {}/a",
        "CREATE VIRTUAL TABLE temp.v USING csv(filename = '/etc/passwd')", "SELECT * FROM zipfile('/etc/passwd')", "SELECT * FROM dbstat",
        "PRAGMA temp_store_directory = '{}'", "PRAGMA writable_schema = ON", "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 9",
        "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA table_info(person_private)", "PRAGMA query_only = OFF",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM pragma_table_info('person_private')", "EXPLAIN PRAGMA user_version = 9", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK",
        "SAVEPOINT s",
    ]

    static let secrets = [
        "SELECT phone FROM person_private", "SELECT * FROM main.\"person_private\"", "SELECT * FROM [PERSON_PRIVATE]",
        "SELECT * FROM `person_private`",
        "SELECT/**/phone/**/FROM/**/person_private", "SELECT count(*) FROM person_private WHERE phone LIKE '139%'",
        "SELECT 1 FROM victim_private",
        "WITH person AS (SELECT * FROM person_private) SELECT * FROM person",
        "WITH RECURSIVE person(phone) AS (SELECT phone FROM person_private UNION ALL SELECT phone FROM person) SELECT phone FROM person LIMIT 9",
        "WITH accident AS (SELECT phone AS title FROM person_private) SELECT title FROM accident",
        "WITH person_private AS (SELECT * FROM main.person_private) SELECT * FROM person_private", "SELECT * FROM person_private AS person",
        "SELECT name FROM person UNION SELECT phone FROM person_private", "SELECT * FROM person NATURAL JOIN person_private",
        "SELECT phone FROM (SELECT '13900000001' AS phone) JOIN person_private USING (phone)",
        "WITH RECURSIVE n(phone) AS (SELECT '13900000001' UNION ALL SELECT CAST(phone + 1 AS TEXT) FROM n LIMIT 9) SELECT phone FROM n NATURAL JOIN person_private",
        "SELECT id FROM person NATURAL JOIN (SELECT id FROM person_private) ORDER BY 1",
        "SELECT 1 FROM person JOIN person_private USING (id)",
        "SELECT count(*) FROM change JOIN change_data USING (id)",
        "SELECT name FROM person ORDER BY (SELECT phone FROM person_private)",
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM person_private WHERE phone LIKE '139%') THEN 1 END",
        "SELECT (SELECT group_concat(phone) FROM person_private)",
        "SELECT json_group_array(phone) FROM person_private", "VALUES ((SELECT phone FROM person_private))", "TABLE person_private",
        "SELECT rank() OVER (ORDER BY phone) FROM person_private", "EXPLAIN SELECT phone FROM person_private",
        "SELECT bytes FROM change_data",
        "SELECT hex(bytes) FROM change_data", "SELECT * FROM json_each((SELECT json_array(phone) FROM person_private))",
        "SELECT * FROM sequence",
        "SELECT * FROM sqlite_stat1", "SELECT * FROM sqlite_temp_schema", "SELECT phone FROM person_private LIMIT 1 OFFSET 1",
        "SELECT rowid FROM person_private", "SELECT count(*) FROM sequence",
        "SELECT * FROM temp.touched", "SELECT EXISTS (SELECT 1 FROM person_private AS person)", "SELECT 1 FROM \"Change_Data\" AS x",
        "SELECT row_digest(id, name) FROM person", "SELECT sqlite_version()",
    ]

    static let several = [
        "SELECT 1; DELETE FROM person", "SELECT 1;DROP TABLE person;--", "SELECT 1 -- x\n; DELETE FROM person",
        "/* SELECT 1 */ DELETE FROM person",
        "SELECT 1 /* ; */ ; /* */ DELETE FROM person /* */", "SELECT 1;\u{0}DELETE FROM person", "\u{0}DELETE FROM person",
        "\u{FEFF}DELETE FROM person", "",
        ";", "-- nothing", "SELECT ?", "SELECT :a", "SELEC 1", "SELECT 'open", "SELECT \"no such\"",
        "SELECT 1; SELECT phone FROM person_private", "SELECT 1; SELECT 2",
    ]

    static let size = [
        "SELECT " + String(repeating: "(1+", count: 300) + "1" + String(repeating: ")", count: 300),
        "SELECT " + String(repeating: "(SELECT ", count: 300) + "1" + String(repeating: ")", count: 300),
        "SELECT " + String(repeating: "NOT ", count: 5000) + "1", "SELECT 1" + String(repeating: " UNION SELECT 1", count: 60),
        "SELECT '" + String(repeating: "x", count: 200_000) + "'", "SELECT " + Array(repeating: "1", count: 600).joined(separator: ","),
        "SELECT max(" + Array(repeating: "1", count: 2000).joined(separator: ",") + ")",
        "SELECT 'a' LIKE '" + String(repeating: "%a", count: 150) + "'",
        "SELECT * FROM " + Array(repeating: "person", count: 70).joined(separator: ","), "SELECT zeroblob(2000000000)",
        "SELECT randomblob(2000000000)",
        "SELECT hex(hex(hex(hex(printf('%.*c', 900000, 'x')))))",
        "SELECT replace(replace(printf('%.*c', 9999, 'x'), 'x', printf('%.*c', 9999, 'x')), 'x', printf('%.*c', 9999, 'x'))",
        "SELECT json_extract('" + String(repeating: "[", count: 5000) + "', '$')",
        "SELECT char(" + Array(repeating: "65", count: 2000).joined(separator: ",") + ")",
    ]

    /// Refused for what they are; nothing of them is run.
    static var refused: [String] { writing + files + secrets + several + size }

    /// Valid, and without an end in time or memory.
    static let endless = [
        "SELECT count(*) FROM region a, region b, region c, region d, region e, code f, code g", "{n} SELECT count(*) FROM n",
        "{n} SELECT sum(i) FROM n",
        "{n} SELECT i FROM n WHERE i < 0", "{n} SELECT a.i FROM n a, n b WHERE a.i = -b.i",
        "SELECT count(*) FROM code a, code b, code c ORDER BY gb18030(a.zh || b.zh)",
    ]
}

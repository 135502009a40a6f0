import JBEMTestSupport
import Testing

/// `query` in the hands of somebody who wants more than to ask: nothing is written, no file is made, nothing private is seen.
@Suite struct QueryTests {
    private static let guarded = ["13900000001", "13900000002", "999101197409229013"]

    private final class Scene {
        let session = TestSession(.few)
        let target = TestFolder()
        /// The files of the store but for the index of its log, which readers share in memory.
        var content: [String: [UInt8]?] {
            session.folder.names.filter { !$0.hasSuffix("-shm") }.reduce(into: [:]) { $0[$1] = TestFile.bytes(session.folder.file($1)) }
        }

        func run(_ sql: String, _ options: [String] = []) -> TestSession.Result {
            let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            return session.run(["query", sql.replacing("{}", with: target.path).replacing("{n}", with: numbers)] + options)
        }
    }

    @Test(arguments: ["writing", "files", "secrets", "several", "size"]) func probesAreRefusedWithoutATrace(kind: String) {
        let probes = [
            "writing": QueryProbe.writing, "files": QueryProbe.files, "secrets": QueryProbe.secrets, "several": QueryProbe.several,
        ]
        let scene = Scene()
        let before = scene.content
        for sql in probes[kind] ?? QueryProbe.size {
            let start = ContinuousClock.now
            let result = scene.run(sql)
            let harmless = ["SELECT 1;\u{0}DELETE FROM person"]
            #expect(
                result.code == 64 || harmless.contains(sql),
                "\(sql.prefix(200)) → \(result.code) \(result.out.prefix(200)) \(result.err.prefix(200))")
            for number in Self.guarded { #expect(!(result.out + result.err).contains(number), "\(sql)") }
            #expect(ContinuousClock.now - start < .seconds(5), "\(sql.prefix(200))")
            #expect(scene.target.names.isEmpty && scene.content == before, "\(sql.prefix(200))")
        }
        #expect(scene.session.output("log verify --replay --json").contains("\"sound\":true"))
    }

    @Test(arguments: [
        "SELECT person.name FROM person JOIN region ON region.code = office", "SELECT * FROM person JOIN accident USING (office)",
        "EXPLAIN SELECT 1",
    ])
    func joinsOfWhatMayBeReadAreRead(sql: String) {
        let result = Scene().run(sql)
        #expect(result.code == 0, "\(result.err)")
    }

    @Test func thereAreProbesEnough() {
        #expect(Set(QueryProbe.refused + QueryProbe.endless).count >= 100)
    }

    @Test(arguments: QueryProbe.endless) func whatHasNoEndIsStopped(sql: String) {
        let scene = Scene()
        let before = scene.content
        let start = ContinuousClock.now
        let result = scene.run(sql, ["--timeout", "1", "--lang", "en"])
        #expect(result.code == 74, "\(result.out.prefix(200)) \(result.err.prefix(200))")
        #expect(result.err == "jbem: the query took more than 1 s and was stopped\n")
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(scene.content == before)
    }

    /// What the masked copies and the views of them say is masked, whichever way it is asked for.
    @Test(arguments: [
        "SELECT phone FROM person", "WITH person_private AS (SELECT phone FROM person) SELECT phone FROM person_private",
        "SELECT * FROM person JOIN victim",
        "SELECT note FROM person", "SELECT group_concat(phone || note) FROM person", "SELECT arguments, note FROM change",
        "SELECT upper(note) FROM person",
        "SELECT json_group_array(json_object('x', note)) FROM person",
    ])
    func maskedTextsStayMasked(sql: String) {
        let scene = Scene()
        scene.session.output("person set PE-1 note=电话13900000001 phone=13900000001")
        for format in ["table", "json", "csv"] {
            let result = scene.run(sql, ["--format", format])
            #expect(result.code == 0, "\(result.err)")
            for number in Self.guarded + ["13900000003"] { #expect(!(result.out + result.err).contains(number), "\(sql) \(format)") }
        }
    }

    @Test(arguments: ["0", "-1", "3601", "99999999999"]) func theTimeLimitIsALimit(seconds: String) {
        expectRefusal(
            Scene().session, "query 'SELECT 1' --timeout=\(seconds) --lang en", code: 64,
            ["jbem: --timeout: the time limit must be 1…3600 seconds"])
    }

    @Test func aTableHoldsOnlySoMuch() {
        let scene = Scene()
        let sql = "{n} SELECT i, i, i, i, i, i, i, i FROM n LIMIT 60000"
        #expect(scene.run(sql, ["--lang", "en"]).err.hasPrefix("jbem: the result is too large for one table"))
        #expect(scene.run(sql.replacing("60000", with: "6000")).code == 0)
    }
}

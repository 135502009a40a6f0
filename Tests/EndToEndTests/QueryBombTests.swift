import JBEMTestSupport
import Testing

/// Queries that would take all time or memory, in a process of their own: each ends within its limits, and says why.
@Suite struct QueryBombTests {
    private static let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    /// As long as a value may be.
    private static let long = "printf('%.*c', 1000000, 'a')"

    /// References that double from level to level: preparing alone would take for ever.
    private static let doubling =
        "WITH t0 AS (SELECT 1 AS x)" + (1...40).map { ", t\($0) AS (SELECT a.x FROM t\($0 - 1) a, t\($0 - 1) b)" }.joined()
        + " SELECT count(*) FROM t40"

    private static let bombs = [
        "\(numbers) SELECT i FROM n", "\(numbers) SELECT group_concat(i) FROM n", "\(numbers) SELECT json_group_array(i) FROM n",
        "\(numbers) SELECT json_group_object(i, \(long)) FROM n", "\(numbers) SELECT i, \(long) || i AS x FROM n ORDER BY x",
        "\(numbers) SELECT count(DISTINCT \(long) || i) FROM n",
        "\(numbers) SELECT max(x) FROM (SELECT \(long) || i AS x FROM n GROUP BY x)",
        "WITH RECURSIVE n(i, x) AS (SELECT 1, \(long) UNION SELECT i + 1, x FROM n) SELECT count(*) FROM n",
        "WITH RECURSIVE n(x) AS (SELECT 'a' UNION ALL SELECT x || x FROM n) SELECT max(length(x)) FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n UNION ALL SELECT i + 2 FROM n) SELECT count(*) FROM n",
        "\(numbers), m AS MATERIALIZED (SELECT i, \(long) || i AS x FROM n) SELECT count(*) FROM m",
        "\(numbers) SELECT first_value(x) OVER (ORDER BY x DESC) FROM (SELECT \(long) || i AS x FROM n)",
        "\(numbers) SELECT i FROM n ORDER BY -i", "SELECT " + (0..<400).map { "\(long) || \($0)" }.joined(separator: ","),
        "SELECT trim(\(long), printf('%.*c', 900000, 'b') || 'a')", "SELECT instr(\(long), printf('%.*c', 500000, 'a') || 'b')",
        "\(numbers) SELECT sum(length(replace(\(long), printf('%.*c', 500000, 'a') || 'b', i))) FROM n",
        "SELECT \(long) LIKE '" + String(repeating: "%a_", count: 60) + "b'",
        "SELECT \(long) GLOB '" + String(repeating: "*a?", count: 60) + "b'",
        "SELECT printf('%.*c', 2000000000, 'x')", doubling,
    ]

    @Test(arguments: bombs) func bombsAreDefused(sql: String) {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        for format in sql == Self.bombs[0] ? ["table", "json"] : ["table"] {
            let start = ContinuousClock.now
            let process = SpawnedProcess(
                SpawnedProcess.program, ["query", sql, "--timeout", "1", "--lang", "en", "--format", format],
                environment: scene.environment,
                output: format == "table" ? .kept : .file("/dev/null"))
            let end = process.wait()
            let spent = ContinuousClock.now - start
            #expect([0, 64, 74].contains(end.code), "\(sql.prefix(120)): \(end.code) \(end.err.prefix(200))")
            if end.code != 0 { #expect(end.err.hasPrefix("jbem: ") && end.err.utf8.count < 400, "\(end.err.prefix(400))") }
            #expect(spent < .seconds(30), "\(sql.prefix(120)): \(spent)")
            #expect(process.peakKiB < 640 << 10, "\(sql.prefix(120)): \(process.peakKiB >> 10) MiB")
        }
        #expect(scene.folder.names.filter { !$0.hasPrefix("jbem.db") }.isEmpty)
    }
}

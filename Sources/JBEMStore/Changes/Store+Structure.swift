internal import GRDB
package import JBEMCore

extension Store {
    /// What is wrong with what no journal holds: tables, indexes and triggers, the identity of the store, the numbers given out.
    package func structureFindings() throws -> [Localized] {
        try read { db in
            let altered = try alteredObjects(db).map { Localized("\($0.name) 与本程序的结构不同", "\($0.name) is not as this program makes it") }
            return try altered + identityFindings(db) + sequenceFindings(db)
        }
    }

    /// Refuses a store of the newest version whose tables are not those that this program reads: a damaged name of a column.
    ///
    /// Further tables and all else do not hinder reading; ``structureFindings()`` tells them.
    /// - Throws: `.data` naming the tables.
    func checkTables() throws {
        let altered = try read { db in
            guard try Store.structureDigest(db) != Migration.structureDigest else { return [String]() }
            return try alteredObjects(db).filter { $0.isOwn && $0.name.hasPrefix("table ") }.map(\.name)
        }
        guard altered.isEmpty else {
            throw Failure(
                .data, Localized("\(path) 的结构已损坏", "the structure of \(path) is damaged"),
                hints: [Localized("从备份恢复：jbem store restore", "restore from a backup: jbem store restore")],
                details: altered.map { Fault(Localized("\($0) 与本程序的结构不同", "\($0) is not as this program makes it")) })
        }
    }

    /// SHA-256 over everything that the schema of a database holds, statistics apart.
    static func structureDigest(_ db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT sha256(group_concat(text, char(10))) FROM (\(objects) ORDER BY text)") ?? ""
    }

    /// Objects that differ from those that the steps of the schema make, by kind and name; own ones are those that the steps make.
    private func alteredObjects(_ db: Database) throws -> [(name: String, isOwn: Bool)] {
        let made = try DatabaseQueue().write { fresh in
            SQLFunctions.register(in: fresh)
            for step in steps where step.version <= schemaVersion { try fresh.execute(sql: step.sql) }
            return try Store.objects(fresh)
        }
        let found = try Store.objects(db)
        return Set(made.keys).union(found.keys).sorted().filter { made[$0] != found[$0] }.map { ($0, made[$0] != nil) }
    }

    private static func objects(_ db: Database) throws -> [String: String] {
        try Row.fetchAll(db, sql: objects).reduce(into: [:]) { $0[$1["name"] as String] = $1["text"] as String }
    }

    /// What the schema of a database holds; statistics are SQLite's own. Quoted, a text and the same bytes as a blob differ.
    private static let objects = """
        SELECT CAST(coalesce(type || ' ' || name, '') AS TEXT) AS name, quote(type) || quote(name) || quote(tbl_name) || quote(sql) AS text
        FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'
        """

    private func identityFindings(_ db: Database) throws -> [Localized] {
        var findings: [Localized] = []
        let others = try Int.fetchOne(db, sql: "SELECT count(*) FROM change WHERE store_uuid <> ?", arguments: [identity.uuid]) ?? 0
        if others > 0 { findings.append(Localized("\(others) 条改动属于另一个存储标识", "\(others) changes have another store's identity")) }
        if !(1...999_999_999).contains(identity.office) { findings.append(Localized("单位编号无效", "the office number is not valid")) }
        if Instant(rfc3339: identity.createdAt) == nil { findings.append(Localized("建立时间无效", "the time of creation is not valid")) }
        return findings
    }

    /// Sequences that would give out a number that a record has.
    private func sequenceFindings(_ db: Database) throws -> [Localized] {
        try Catalog.schemas.filter { $0.identity == .issued }.flatMap { schema in
            // The office and the number are one: office × 10 000 000 + number.
            let size = RecordID.sequenceRange.upperBound + 1
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id / \(size) AS office, max(id % \(size)) AS highest, coalesce(next, 1) AS next FROM \(schema.table)
                    LEFT JOIN sequence AS s ON s.name = '\(schema.table)' AND s.office = id / \(size)
                    WHERE id % \(size) <= \(RecordTable.lastRaised) GROUP BY 1 HAVING highest >= coalesce(next, 1)
                    """)
            return rows.map { row in
                let id = "\(row["office"] as Int64)-\(row["highest"] as Int64)"
                return Localized(
                    "\(schema.label.zh)的下一个编号不在 \(id) 之后", "the next number of \(schema.label.en) is not behind \(id)")
            }
        }
    }
}

package import GRDB
package import JBEMCore

/// What was announced of a draw and what it gave, read from the store.
package enum DrawStore {
    /// The announcement as the one text that the commitment hashes: lines of fields with tabs between them, candidates in byte order.
    package static func canonicalText(_ id: Int64, in db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT \(canonical("d")) FROM draw AS d WHERE d.id = ?", arguments: [id]) ?? ""
    }

    /// The canonical text of a row of `draw`, as SQL. A backslash, tab or line feed inside a value is written `\\`, `\t`, `\n`.
    static func canonical(_ row: String) -> String {
        let fields = ["number", "announced_on", "office", "objects", "inspectors_per_object", "public_source", "public_on"]
        let head = fields.map { "'\($0)' || char(9) || \(escaped("\(row).\($0)")) || char(10)" }.joined(separator: " || ")
        let object =
            "CASE WHEN c.risk IS NOT NULL THEN 'risk' ELSE 'equipment' END || char(9) || \(escaped("coalesce(r.point_no, e.number)"))"
        return """
            'jbem-draw-1' || char(10) || \(head) || coalesce((SELECT group_concat(line, char(10)) FROM (
                SELECT c.role || char(9) || CASE c.role WHEN 'object' THEN \(object) WHEN 'inspector' THEN \(escaped("p.number"))
                    ELSE \(escaped("p.number")) || char(9) || \(object) || char(9) || \(escaped("c.reason")) END AS line
                FROM draw_candidate AS c LEFT JOIN risk AS r ON r.id = c.risk LEFT JOIN equipment AS e ON e.id = c.equipment
                LEFT JOIN person AS p ON p.id = c.person WHERE c.draw = \(row).id ORDER BY line)), '')
            """
    }

    private static func escaped(_ value: String) -> String {
        #"replace(replace(replace(\#(value), '\', '\\'), char(9), '\t'), char(10), '\n')"#
    }

    /// The terms of a draw by the names that its arithmetic uses, and the records behind them.
    package static func terms(_ draw: RecordRow, in db: Database) throws -> (terms: DrawOrder.Terms, names: DrawNames) {
        let sql = """
            SELECT c.role, c.risk, c.equipment, c.person, \(objectName) AS object, p.number AS inspector
            FROM draw_candidate AS c LEFT JOIN risk AS r ON r.id = c.risk LEFT JOIN equipment AS e ON e.id = c.equipment
            LEFT JOIN person AS p ON p.id = c.person WHERE c.draw = ? ORDER BY c.number
            """
        var terms = DrawOrder.Terms(
            objects: [], inspectors: [], conflicts: [:], objectCount: Int(draw[Draw.objects] ?? 0),
            inspectorsPerObject: Int(draw[Draw.inspectorsPerObject] ?? 0))
        var names = DrawNames()
        for row in try Row.fetchAll(db, sql: sql, arguments: [draw.id]) {
            let (object, inspector): (String?, String?) = (row["object"], row["inspector"])
            if let object { names.objects[object] = (row["risk"], row["equipment"]) }
            if let inspector { names.inspectors[inspector] = row["person"] }
            switch (row["role"] as String, object, inspector) {
            case ("object", let object?, _): terms.objects.append(object)
            case ("inspector", _, let inspector?): terms.inspectors.append(inspector)
            case ("conflict", let object?, let inspector?): terms.conflicts[object, default: []].insert(inspector)
            default: break
            }
        }
        return (terms, names)
    }

    /// The stored result in the order of the draw.
    package static func results(_ id: Int64, in db: Database) throws -> [DrawOrder.Assignment] {
        let sql = """
            SELECT c.position, \(objectName) AS object, p.number AS inspector FROM draw_result AS c
            LEFT JOIN risk AS r ON r.id = c.risk LEFT JOIN equipment AS e ON e.id = c.equipment
            JOIN person AS p ON p.id = c.person WHERE c.draw = ? ORDER BY c.position, c.place
            """
        var found: [(position: Int64, assignment: DrawOrder.Assignment)] = []
        for row in try Row.fetchAll(db, sql: sql, arguments: [id]) {
            let (position, object, inspector): (Int64, String, String) = (row["position"], row["object"], row["inspector"])
            if let last = found.last, last.position == position, last.assignment.object == object {
                found[found.count - 1].assignment = .init(object: object, inspectors: last.assignment.inspectors + [inspector])
            } else {
                found.append((position, .init(object: object, inspectors: [inspector])))
            }
        }
        return found.map(\.assignment)
    }

    /// The ids of the candidate objects that filters give.
    ///
    /// - Parameters:
    ///   - schema: risk points or equipment.
    ///   - filters: as of a list, joined by AND.
    ///   - day: equipment that is not in use on it is left out.
    package static func objects(_ schema: RecordSchema, _ filters: [Filter], on day: CalendarDate, in db: Database) throws -> [Int64] {
        var query = RecordQuery(schema: schema, asOf: day)
        for filter in filters { query.add(filter) }
        return try query.fetchAll(db).filter { record in
            guard schema.noun == Equipment.schema.noun, let from = record[Equipment.inUseFrom] else { return true }
            return from <= day && (record[Equipment.inUseTo].map { day <= $0 } ?? true)
        }.compactMap(\.id)
    }

    private static let objectName =
        "CASE WHEN c.risk IS NOT NULL THEN 'risk ' || r.point_no WHEN c.equipment IS NOT NULL THEN 'equipment ' || e.number END"
}

/// The records behind the names of a draw.
package struct DrawNames: Sendable {
    package fileprivate(set) var objects: [String: (risk: Int64?, equipment: Int64?)] = [:]
    package fileprivate(set) var inspectors: [String: Int64] = [:]
}

/// What was announced stays, and what was drawn follows from it.
enum DrawInvariants {
    private static let concerned = """
        (SELECT * FROM draw WHERE id IN (SELECT id FROM touched WHERE name = 'draw')
            OR id IN (SELECT draw FROM draw_candidate WHERE id IN (SELECT id FROM touched WHERE name = 'draw_candidate'))
            OR id IN (SELECT draw FROM draw_result WHERE id IN (SELECT id FROM touched WHERE name = 'draw_result')))
        """

    static let all = [
        Invariant(
            tables: ["draw", "draw_candidate"],
            sql: """
                SELECT d.number AS place, '公告后不能改：承诺值与公告内容不符' AS zh,
                    'is fixed once announced: the commitment is not that of its terms and candidates' AS en
                FROM \(concerned) AS d WHERE d.commitment <> sha256(\(DrawStore.canonical("d")))
                """),
        Invariant(
            tables: ["draw", "draw_result"],
            sql: """
                SELECT d.number AS place, '抽取的结果与公告不符' AS zh, 'what was drawn does not agree with the announcement' AS en
                FROM (SELECT c.*, (SELECT count(*) FROM draw_result WHERE draw = c.id) AS rows FROM \(concerned) AS c) AS d
                WHERE (d.public_value IS NULL AND d.rows > 0) OR (d.public_value IS NOT NULL AND (
                    d.rows <> d.objects * d.inspectors_per_object OR d.run_on < d.public_on
                    OR d.seed <> sha256(d.commitment || char(10) || d.public_value)))
                """),
    ]
}

package import GRDB
package import JBEMCore

/// A query over the records of one noun, built from typed filters; every value is bound.
package struct RecordQuery {
    package let schema: RecordSchema
    package let asOf: CalendarDate
    private var conditions: [String] = []
    private var arguments: [String: (any DatabaseValueConvertible)?]
    private var order: [String] = []
    package var limit: Int?
    package var offset: Int = 0

    package init(schema: RecordSchema, asOf: CalendarDate) {
        self.schema = schema
        self.asOf = asOf
        arguments = ["as_of": asOf.description]
    }

    mutating func add(column: String, value: FieldValue) {
        conditions.append("\"\(column)\" IS \(bind(value))")
    }

    /// Adds a filter; filters are joined by AND.
    package mutating func add(_ filter: Filter) {
        let field = filter.field
        let isEquality = filter.comparison == .equal || filter.comparison == .notEqual
        if let table = schema.privateTable, schema.field(field)?.sensitivity != nil, isEquality, !filter.values.isEmpty {
            // Equality on personal fields searches the values that the main table only shows masked.
            let list = filter.values.map { bind($0) }.joined(separator: ", ")
            let isIn = filter.comparison == .notEqual ? "NOT IN" : "IN"
            conditions.append("id \(isIn) (SELECT id FROM \(table) WHERE \"\(field)\" IN (\(list)))")
            return
        }
        conditions.append(condition("\"\(field)\"", filter))
    }

    private mutating func condition(_ column: String, _ filter: Filter) -> String {
        switch filter.comparison {
        case .equal where filter.values.isEmpty: return "\(column) IS NULL"
        case .notEqual where filter.values.isEmpty: return "\(column) IS NOT NULL"
        case .equal: return "(" + filter.values.map { equality(column, $0) }.joined(separator: " OR ") + ")"
        case .notEqual: return "NOT coalesce(" + filter.values.map { equality(column, $0) }.joined(separator: " OR ") + ", 0)"
        case .less: return "\(column) < \(bind(filter.values[0]))"
        case .lessOrEqual: return "\(column) <= \(bind(filter.values[0]))"
        case .greater: return "\(column) > \(bind(filter.values[0]))"
        case .greaterOrEqual: return "\(column) >= \(bind(filter.values[0]))"
        case .contains: return "instr(lower(\(column)), lower(\(bind(filter.values[0])))) > 0"
        case .within: return "\(column) BETWEEN \(bind(filter.values[0])) AND \(bind(filter.values[1]))"
        }
    }

    private mutating func equality(_ column: String, _ value: FieldValue) -> String { "\(column) = \(bind(value))" }

    private mutating func bind(_ value: FieldValue) -> String {
        let name = "p\(arguments.count)"
        arguments[name] = value
        return ":\(name)"
    }

    /// Adds a sort key; text sorts by pinyin order of common characters.
    package mutating func sort(by field: String, descending: Bool) {
        let isName = if case .text = schema.field(field)?.kind { true } else { false }
        let key = isName ? "gb18030(\"\(field)\")" : "\"\(field)\""
        order.append("\(key)\(descending ? " DESC" : "")")
    }

    private var whereClause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

    private var statementArguments: StatementArguments {
        let used = arguments.filter { name, _ in name != "as_of" || Relation.of(schema).sql.contains(":as_of") }
        return StatementArguments(used)
    }

    /// Hands over the matching rows in order: the id, where ids are issued, and the fields asked for.
    package func forEachRow(_ db: Database, _ fields: [FieldDefinition], _ body: (StoredRow) throws -> Void) throws {
        let isIssued = schema.identity == .issued
        let columns = (isIssued ? ["id"] : []) + fields.map { "\"\($0.name)\"" }
        let keys = order + schema.order.map { "\"\($0)\"" } + (isIssued ? ["id"] : [])
        let statement = try db.makeStatement(
            sql: """
                SELECT \(columns.joined(separator: ", ")) FROM (\(Relation.of(schema).sql))\(whereClause)
                ORDER BY \(keys.joined(separator: ", ")) LIMIT \(limit ?? -1) OFFSET \(offset)
                """)
        try statement.setArguments(statementArguments)
        try PreparedStatement(statement).walk(in: db) { next in
            while let row = try next() { try body(row) }
        }
    }

    /// Hands over the matching records one by one, in order.
    package func forEach(_ db: Database, _ body: (RecordRow) throws -> Void) throws {
        try forEachRow(db, schema.fields) { try body(RecordRow($0, schema)) }
    }

    package func fetchAll(_ db: Database) throws -> [RecordRow] {
        var records: [RecordRow] = []
        try forEach(db) { records.append($0) }
        return records
    }

    func fetchFirst(_ db: Database) throws -> RecordRow? {
        var copy = self
        copy.limit = 1
        return try copy.fetchAll(db).first
    }

    /// Number of matching records, without limit and offset.
    package func count(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(Relation.of(schema).sql))\(whereClause)", arguments: statementArguments) ?? 0
    }
}

extension RecordRow {
    /// The record of a row that has the id, where ids are issued, and all fields.
    init(_ row: StoredRow, _ schema: RecordSchema) {
        let first = schema.identity == .issued ? 1 : 0
        self.init(id: first == 1 ? row[0].integer : nil, of: schema)
        for slot in schema.fields.indices { self[slot: slot] = row[first + slot] }
    }

    /// The fields of a schema from a row that names them all.
    init(_ row: Row, _ schema: RecordSchema) {
        self.init(id: schema.identity == .issued ? row["id"] : nil, of: schema)
        for (slot, field) in schema.fields.enumerated() { self[slot: slot] = FieldValue.fromDatabaseValue(row[field.name]) ?? .null }
    }
}

internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// What can be visited: a risk point or a piece of equipment.
struct VisitSubject {
    /// `risk` or `equipment`.
    let noun: String
    let record: RecordRow

    var id: Int64 { record.id ?? 0 }
    var number: String { (noun == "risk" ? record[Risk.pointNo] : record[Equipment.number]) ?? "" }
}

extension RecordFinder {
    /// Finds the risk point or the equipment that a user names, by id or number.
    ///
    /// - Throws: `.notFound`; `.usage` for a number that both have.
    static func subject(_ name: String, home: Int64, in db: Database) throws -> VisitSubject {
        let schemas = [Risk.schema, Equipment.schema]
        for schema in schemas where RecordID(name, prefix: schema.prefix, home: home) != nil {
            return VisitSubject(noun: schema.noun, record: try find(name, of: schema, home: home, in: db))
        }
        let found = try schemas.compactMap { schema in
            try RecordStore.findStored(schema, key: [.text(name)], in: db).map { VisitSubject(noun: schema.noun, record: $0) }
        }
        guard let first = found.first else {
            throw Failure(
                .notFound, Localized("没有风险点或特种设备 “\(name)”", "there is no risk point or equipment \"\(name)\""),
                hints: [Localized("用 jbem risk list、jbem equipment list 查看", "see jbem risk list and jbem equipment list")])
        }
        guard found.count == 1 else {
            throw Failure(
                .usage, Localized("风险点与特种设备都有 “\(name)”", "a risk point and a piece of equipment are both \"\(name)\""),
                hints: [Localized("请用编号 RK-… 或 EQ-…", "use the id RK-… or EQ-…")])
        }
        return first
    }
}

extension InspectionQuestion {
    /// The question with the region by its code.
    ///
    /// - Throws: `.notFound` for an unknown region.
    func resolved(in db: Database) throws -> InspectionQuestion {
        guard let name = region else { return self }
        var copy = self
        copy.region = try RecordFinder.code(name, of: Region.schema, in: db)
        return copy
    }
}

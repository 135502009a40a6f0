package import GRDB
package import JBEMCore

/// A risk point in the order of what to look at first.
package struct RankedRisk: Sendable {
    package let id: Int64
    package let name: String
    package let region: String
    package let level: String?
    package let residualLevel: String?
    /// Share of the highest score of its profile that remains after measures, 0…1; scores of different profiles do not compare.
    package let share: Rational?
    package let exposedPeople: Int64?
    package let reviewOn: CalendarDate?
}

/// Questions over all risk points.
package enum RiskReports {
    /// The class of each point, 4 for red … 1 for blue, after measures where they were assessed.
    package static func classes(in db: Database) throws -> [Int64: Int64] {
        let sql = """
            SELECT r.id, c.number FROM (\(RiskRelation.ranked.sql)) AS r
            JOIN code AS c ON c.list = 'risk_level' AND c.code = coalesce(r.residual_level, r.level)
            """
        return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[$1["id"] as Int64] = $1["number"] as Int64? ?? 1 }
    }

    /// How many points of each region have each level; `nil` for those not assessed.
    package static func counts(isResidual: Bool, in db: Database) throws -> [(region: String, level: String?, count: Int64)] {
        let level = isResidual ? "coalesce(residual_level, level)" : "level"
        let sql = "SELECT region, \(level) AS level, count(*) AS n FROM (\(RiskRelation.ranked.sql)) GROUP BY 1, 2 ORDER BY 1"
        return try Row.fetchAll(db, sql: sql).map { ($0["region"], $0["level"], $0["n"]) }
    }

    /// The points from the gravest down: by level after measures, then the share of the score that remains, exposed people, overdue review.
    package static func ranked(on day: CalendarDate, limit: Int?, in db: Database) throws -> [RankedRisk] {
        let sql = """
            SELECT r.*, coalesce(residual_score, score) AS left_score FROM (\(RiskRelation.ranked.sql)) AS r
            LEFT JOIN code AS c ON c.list = 'risk_level' AND c.code = coalesce(r.residual_level, r.level)
            ORDER BY c.number DESC NULLS LAST, coalesce(residual_score, score) * 1.0 / highest DESC, exposed_people DESC NULLS LAST,
                review_on < :day DESC, r.id LIMIT :limit
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["day": day.description, "limit": limit ?? -1]).map { row in
            let (left, highest): (Int64?, Int64?) = (row["left_score"], row["highest"])
            let review: String? = row["review_on"]
            let share = left.flatMap { left in highest.map { Rational(left, over: $0) } }
            return RankedRisk(
                id: row["id"], name: row["name"], region: row["region"], level: row["level"], residualLevel: row["residual_level"],
                share: share, exposedPeople: row["exposed_people"], reviewOn: review.flatMap { CalendarDate(iso: $0) })
        }
    }

    /// The points that hold substances, each with its sums by GB 18218.
    /// - Parameter id: only this point.
    package static func majorSources(_ id: Int64?, in db: Database) throws -> [(id: Int64, name: String, source: MajorSource)] {
        let sql = """
            SELECT s.risk, r.name, r.people_within_500m AS people, s.substance, s.class, s.quantity FROM risk_substance AS s
            JOIN risk AS r ON r.id = s.risk WHERE :id IS NULL OR r.id = :id ORDER BY s.risk, s.substance
            """
        let rows = try Row.fetchAll(db, sql: sql, arguments: ["id": id])
        return try Dictionary(grouping: rows) { $0["risk"] as Int64 }.sorted { $0.key < $1.key }.map { id, rows in
            let terms = try rows.map { row in
                try HazmatLookup.term(
                    substance: row["substance"], hazmatClass: row["class"],
                    quantity: Rational(scaled: row["quantity"], places: HazmatScale.quantity), in: db)
            }
            return (id, rows[0]["name"], MajorSource(terms, people: rows[0]["people"]))
        }
    }

    /// A scoring method with its scales and bands; `nil` if the data have none of that name.
    package static func profile(_ key: String, in db: Database) throws -> RiskProfile? {
        let steps = try Row.fetchAll(db, sql: "SELECT * FROM risk_factor WHERE profile = ?", arguments: [key])
        guard !steps.isEmpty else { return nil }
        let factors = Dictionary(grouping: steps) { $0["factor"] as String }.map { name, rows in
            RiskProfile.Factor(
                name: name, symbol: rows[0]["symbol"],
                steps: rows.map { .init(Rational(scaled: $0["value"], places: RiskScale.factor), Localized($0["zh"], $0["en"])) })
        }
        let bands = try Row.fetchAll(db, sql: "SELECT * FROM risk_band WHERE profile = ?", arguments: [key]).map { row in
            RiskProfile.Band(
                grade: row["grade"], level: row["level"], atLeast: Rational(scaled: row["at_least"], places: RiskScale.score),
                isInclusive: row["is_inclusive"], label: Localized(row["zh"], row["en"]))
        }
        let order = Risk.factors.map(\.0)
        let label = try CodeBook.read(db).label("risk_profile", code: key)
        return RiskProfile(
            key: key, label: label,
            factors: factors.sorted { (order.firstIndex(of: $0.name) ?? 9) < (order.firstIndex(of: $1.name) ?? 9) }, bands: bands)
    }
}

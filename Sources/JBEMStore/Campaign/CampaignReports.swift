package import GRDB
package import JBEMCore

/// Where a campaign stands on a day.
package struct CampaignProgress: Sendable {
    package let campaign: RecordRow
    package let visits: Int64
    /// Distinct subjects that were visited.
    package let visited: Int64
    /// Subjects in the scope: risk points of the category, equipment of the kind in use, or both where it names neither.
    package let inScope: Int64
    package let findings: Int64
    package let closedFindings: Int64
    /// Days that remain after the day of the question; 0 once it is over.
    package let daysLeft: Int

    package var quota: Int64 { campaign[Campaign.quota] ?? 0 }
    package var quotaShare: Rational? { quota == 0 ? nil : Rational(visits, over: quota) }
    /// `nil` where nothing is in the scope.
    package var coverage: Rational? { inScope == 0 ? nil : Rational(visited, over: inScope) }
    /// `nil` where nothing was found.
    package var closedShare: Rational? { findings == 0 ? nil : Rational(closedFindings, over: findings) }
}

/// Questions over campaigns.
package enum CampaignReports {
    /// - Parameter id: only this campaign.
    package static func progress(_ id: Int64?, asOf: CalendarDate, in db: Database) throws -> [CampaignProgress] {
        let sql = "SELECT * FROM campaign WHERE first_on <= :as_of OR id IS :id ORDER BY first_on, id"
        let rows = try Row.fetchAll(db, sql: sql, arguments: ["as_of": asOf.description, "id": id])
        return try rows.map { RecordRow($0, Campaign.schema) }.filter { id == nil || $0.id == id }.map { campaign in
            let counts = try Row.fetchOne(db, sql: counts, arguments: ["id": campaign.id, "as_of": asOf.description])
            let last = campaign[Campaign.lastOn] ?? asOf
            return CampaignProgress(
                campaign: campaign, visits: counts?["visits"] ?? 0, visited: counts?["visited"] ?? 0,
                inScope: try inScope(campaign, asOf: asOf, in: db), findings: counts?["findings"] ?? 0,
                closedFindings: counts?["closed"] ?? 0, daysLeft: max(0, asOf.days(to: last)))
        }
    }

    private static let counts = """
        SELECT count(*) AS visits, count(DISTINCT coalesce('r' || i.risk, 'e' || i.equipment)) AS visited,
            coalesce(sum((SELECT count(*) FROM inspect_answer WHERE inspect = i.id AND hazard IS NOT NULL)), 0) AS findings,
            coalesce(sum((SELECT count(*) FROM inspect_answer AS a JOIN hazard AS h ON h.id = a.hazard
                WHERE a.inspect = i.id AND h.closed_on <= :as_of)), 0) AS closed
        FROM inspect AS i WHERE i.campaign = :id AND i.visited_on <= :as_of
        """

    private static func inScope(_ campaign: RecordRow, asOf: CalendarDate, in db: Database) throws -> Int64 {
        let sql = """
            SELECT (SELECT count(*) FROM risk WHERE :kind IS NULL AND coalesce(:category, category) = category
                    AND region IN (SELECT value FROM json_each(:territory)))
                + (SELECT count(*) FROM equipment WHERE :category IS NULL AND coalesce(:kind, kind) = kind AND in_use_from <= :as_of
                    AND coalesce(in_use_to >= :as_of, 1) AND region IN (SELECT value FROM json_each(:territory)))
            """
        let territory = try Territory(campaign[Campaign.region] ?? "", in: db).all.json
        let arguments: StatementArguments = [
            "category": campaign[Campaign.category], "kind": campaign[Campaign.equipmentKind], "territory": territory,
            "as_of": asOf.description,
        ]
        return try Int64.fetchOne(db, sql: sql, arguments: arguments) ?? 0
    }
}

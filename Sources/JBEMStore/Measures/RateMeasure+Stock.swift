internal import GRDB
internal import JBEMCore

extension RateMeasure {
    /// T30, T31: stores of a tier that are in use on a day.
    static let warehouses = [warehouse("stock.district_warehouse", tier: "district"), warehouse("stock.street_warehouse", tier: "street")]

    private static func warehouse(_ code: String, tier: String) -> RateMeasure {
        RateMeasure(
            code: code,
            kind: .state { day, territory, db in
                let sql = """
                    SELECT count(*) AS known, total(:day BETWEEN coalesce(valid_from, '') AND coalesce(valid_to, '9999')) AS live FROM warehouse
                    WHERE kind = 'store' AND tier = :tier AND region IN (SELECT value FROM json_each(:regions))
                    """
                let arguments: StatementArguments = ["day": day.description, "tier": tier, "regions": territory.all.json]
                // Where no store of the tier was ever entered, nothing of the kind is kept.
                guard let row = try Row.fetchOne(db, sql: sql, arguments: arguments), row["known"] as Int64 > 0 else { return nil }
                return State(count: Int64(row["live"] as Double), total: nil)
            })
    }
}

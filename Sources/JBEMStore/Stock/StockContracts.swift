package import GRDB
package import JBEMCore

/// A capacity contract in force.
package struct StockContract: Sendable {
    package let number: String
    package let supplier: String
    package let item: Int64
    package let itemNumber: String
    package let itemName: String
    package let unit: String
    package let rampUp: RampUp
    package let validTo: CalendarDate?
}

package enum StockContracts {
    /// The contracts in force on a day, by item and number.
    package static func inForce(on day: CalendarDate, item: Int64?, in db: Database) throws -> [StockContract] {
        let sql = """
            SELECT c.*, i.number AS item_number, i.name, i.unit FROM contract AS c JOIN item AS i ON i.id = c.item
            JOIN warehouse AS w ON w.code = c.warehouse AND coalesce(w.valid_from, '') <= :as_of AND :as_of <= coalesce(w.valid_to, '9999')
            WHERE c.valid_from <= :as_of AND :as_of <= coalesce(c.valid_to, '9999') AND (:item IS NULL OR i.id = :item)
            ORDER BY i.number, c.number
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": day.description, "item": item]).map { row in
            let validTo = (row["valid_to"] as String?).flatMap { CalendarDate(iso: $0) }
            return StockContract(
                number: row["number"], supplier: row["warehouse"], item: row["item"], itemNumber: row["item_number"], itemName: row["name"],
                unit: row["unit"],
                rampUp: RampUp(
                    leadDays: row["lead_days"], rampDays: row["ramp_days"], daily: row["daily"], total: row["total"],
                    // The day of the call is day 1.
                    lastDay: validTo.map { day.days(to: $0) + 1 }), validTo: validTo)
        }
    }
}

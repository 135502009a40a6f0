package import GRDB
package import JBEMCore

/// A lot at a place that expires.
package struct ExpiringStock: Sendable {
    package let lot: Int64
    package let lotNumber: String
    package let itemNumber: String
    package let itemName: String
    package let unit: String
    package let warehouse: String
    package let quantity: Int64
    package let expiresOn: CalendarDate
    package let isQuarantined: Bool
}

/// A place that has less than its norm.
package struct StockShortage: Sendable {
    package let warehouse: String
    package let item: Int64
    package let itemNumber: String
    package let itemName: String
    package let unit: String
    package let norm: Int64
    package let usable: Int64
    package let source: String

    package var missing: Int64 { norm - usable }
}

/// A posting with its document, in the order of days and entry.
package struct StockJournalLine: Sendable {
    package let movement: Int64
    package let number: String
    package let kind: String
    package let movedOn: String
    package let warehouse: String
    package let lot: String
    package let item: String
    package let quantity: Int64
}

/// Questions over all goods.
package enum StockReports {
    package static func expiring(until last: CalendarDate, asOf: CalendarDate, in db: Database) throws -> [ExpiringStock] {
        let sql = """
            SELECT l.id, l.number, i.number AS item, i.name, i.unit, h.warehouse, h.quantity, l.expires_on, l.is_quarantined
            FROM \(StockBalances.held) AS h JOIN lot AS l ON l.id = h.lot AND l.expires_on <= :last JOIN item AS i ON i.id = l.item
            ORDER BY l.expires_on, l.number, h.warehouse
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": asOf.description, "last": last.description]).compactMap { row in
            guard let day = CalendarDate(iso: row["expires_on"] as String) else { return nil }
            return ExpiringStock(
                lot: row["id"], lotNumber: row["number"], itemNumber: row["item"], itemName: row["name"], unit: row["unit"],
                warehouse: row["warehouse"], quantity: row["quantity"], expiresOn: day, isQuarantined: row["is_quarantined"])
        }
    }

    /// The norm of a place goes before that of its tier.
    package static func shortages(asOf: CalendarDate, in db: Database) throws -> [StockShortage] {
        let sql = """
            WITH due AS (\(StockSupplies.due)),
                usable AS (SELECT h.warehouse, l.item, sum(h.quantity) AS quantity FROM \(StockBalances.held) AS h JOIN lot AS l ON l.id = h.lot
                    AND \(StockBalances.usable) GROUP BY h.warehouse, l.item)
            SELECT d.warehouse, i.id, i.number, i.name, i.unit, d.quantity AS norm, coalesce(u.quantity, 0) AS usable, d.source
            FROM due AS d JOIN item AS i ON i.id = d.item LEFT JOIN usable AS u ON u.warehouse = d.warehouse AND u.item = d.item
            WHERE d.quantity > coalesce(u.quantity, 0) ORDER BY d.warehouse, i.number
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": asOf.description]).map { row in
            StockShortage(
                warehouse: row["warehouse"], item: row["id"], itemNumber: row["number"], itemName: row["name"], unit: row["unit"],
                norm: row["norm"], usable: row["usable"], source: row["source"])
        }
    }

    /// Checks every row by the invariants of changes, whether anything touched it or not.
    package static func violations(in db: Database) throws -> [Fault] {
        try StockInvariants.all.flatMap { invariant in
            try Row.fetchAll(db, sql: StockInvariants.overAll(invariant)).map { row in
                Fault(Localized(row["zh"] ?? "", row["en"] ?? ""), at: .init(file: row["place"]))
            }
        }
    }

    package static func journal(in db: Database, _ body: (StockJournalLine) throws -> Void) throws {
        let sql = """
            SELECT m.id, m.number, m.kind, m.moved_on, p.warehouse, l.number AS lot, i.number AS item, p.quantity
            FROM movement AS m JOIN posting AS p ON p.movement = m.id JOIN lot AS l ON l.id = p.lot JOIN item AS i ON i.id = l.item
            ORDER BY m.moved_on, m.id, p.lot, p.quantity, p.warehouse
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            try body(
                StockJournalLine(
                    movement: row["id"], number: row["number"], kind: row["kind"], movedOn: row["moved_on"], warehouse: row["warehouse"],
                    lot: row["lot"], item: row["item"], quantity: row["quantity"]))
        }
    }
}

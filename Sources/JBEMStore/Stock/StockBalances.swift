package import GRDB
package import JBEMCore

/// What balances are added up by.
package enum StockGrouping: String, Sendable, CaseIterable {
    case item, lot, warehouse, tier, region
}

/// A balance: the sum of postings and nothing else.
package struct StockBalance: Sendable {
    package let item: Int64
    package let itemNumber: String
    package let itemName: String
    package let unit: String
    /// What the quantity is added up by: lot number, warehouse code, tier, region; empty by item.
    package let key: String
    /// Thousandths of the unit.
    package let quantity: Int64
    /// Of it, what can still be used on the day: not expired, not quarantined.
    package let usable: Int64
    /// The first day on which some of it expires.
    package let expiresOn: CalendarDate?

    package init(
        item: Int64, itemNumber: String, itemName: String, unit: String, key: String, quantity: Int64, usable: Int64,
        expiresOn: CalendarDate?
    ) {
        (self.item, self.itemNumber, self.itemName, self.unit, self.key) = (item, itemNumber, itemName, unit, key)
        (self.quantity, self.usable, self.expiresOn) = (quantity, usable, expiresOn)
    }
}

/// A line of the stock ledger: opening + in − out = closing.
package struct StockLedgerLine: Sendable {
    package let item: Int64
    package let itemNumber: String
    package let itemName: String
    package let unit: String
    package let warehouse: String
    package let opening: Int64
    package let received: Int64
    package let given: Int64

    package var closing: Int64 { opening + received - given }
}

/// One posting on the way of a lot.
package struct StockTraceStep: Sendable {
    package let movement: Int64
    package let number: String
    package let kind: String
    package let movedOn: CalendarDate
    package let warehouse: String
    package let quantity: Int64
    /// What the place has of the lot then.
    package let balance: Int64
    package let counterpart: String?
}

/// Questions about goods.
package enum StockBalances {
    /// Balances as of a day, of places only; what is zero is left out.
    ///
    /// - Parameters:
    ///   - item: this item only.
    ///   - warehouse: this place only.
    package static func balances(
        by grouping: StockGrouping, asOf: CalendarDate, item: Int64? = nil, warehouse: String? = nil, in db: Database
    ) throws -> [StockBalance] {
        let key =
            switch grouping {
            case .item: "''"
            case .lot: "l.number"
            case .warehouse: "w.code"
            case .tier: "coalesce(w.tier, '')"
            case .region: "coalesce(w.region, '')"
            }
        let sql = """
            SELECT i.id AS item, i.number, i.name, i.unit, \(key) AS key, sum(h.quantity) AS quantity,
                sum(CASE WHEN \(usable) THEN h.quantity ELSE 0 END) AS usable,
                min(l.expires_on) AS expires_on
            FROM \(held) AS h JOIN warehouse AS w ON w.code = h.warehouse JOIN lot AS l ON l.id = h.lot
            JOIN item AS i ON i.id = l.item
            WHERE (:item IS NULL OR i.id = :item) AND (:warehouse IS NULL OR w.code = :warehouse)
            GROUP BY i.id, key ORDER BY i.number, key
            """
        let arguments: StatementArguments = ["as_of": asOf.description, "item": item, "warehouse": warehouse]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            StockBalance(
                item: row["item"], itemNumber: row["number"], itemName: row["name"], unit: row["unit"], key: row["key"],
                quantity: row["quantity"], usable: row["usable"],
                expiresOn: (row["expires_on"] as String?).flatMap { CalendarDate(iso: $0) })
        }
    }

    /// What each place holds of each lot on a day: one walk over the postings in the order of their key; movements are asked for their days only
    /// if there is a later one, and of the outside accounts only the sums are looked at.
    static let held = """
        (SELECT s.* FROM (SELECT p.lot, p.warehouse, sum(p.quantity) AS quantity FROM posting AS p
                WHERE NOT EXISTS (SELECT 1 FROM movement WHERE moved_on > :as_of)
                    OR (SELECT moved_on FROM movement WHERE id = p.movement) <= :as_of
                GROUP BY p.lot, p.warehouse HAVING sum(p.quantity) <> 0) AS s
            CROSS JOIN warehouse AS w ON w.code = s.warehouse AND w.kind <> 'outside')
        """

    /// What can be used on a day: not quarantined, not expired.
    static let usable = "l.is_quarantined = 0 AND coalesce(l.expires_on, '9999') >= :as_of"

    /// SQL: what can be taken of lots at places on a day without making any later balance negative.
    ///
    /// The order of the joins is given: the planner would walk over all postings of a place.
    static func free(lots: String, postings: String = "1") -> String {
        """
        (SELECT lot, warehouse, min(now, coalesce(later, now)) AS quantity FROM (
            SELECT lot, warehouse, sum(quantity) FILTER (WHERE moved_on <= :as_of) AS now, min(balance) FILTER (WHERE moved_on > :as_of) AS later
            FROM (SELECT p.lot, p.warehouse, p.quantity, m.moved_on,
                    sum(p.quantity) OVER (PARTITION BY p.lot, p.warehouse ORDER BY m.moved_on, m.id) AS balance
                FROM lot AS l CROSS JOIN posting AS p ON p.lot = l.id AND \(postings) CROSS JOIN movement AS m ON m.id = p.movement WHERE \(lots))
            GROUP BY lot, warehouse HAVING now IS NOT NULL))
        """
    }

    /// What can be taken of each lot of an item at a place on a day without making any later balance negative.
    ///
    /// - Parameter isForUse: leaves out what is expired by then or quarantined.
    package static func available(
        item: Int64, warehouse: String, on day: CalendarDate, isForUse: Bool, in db: Database
    ) throws -> [FirstExpiredFirstOut.Lot] {
        let sql = """
            SELECT l.id, l.number, l.expires_on, f.quantity AS available
            FROM \(free(lots: "l.item = :item", postings: "p.warehouse = :warehouse")) AS f JOIN lot AS l ON l.id = f.lot WHERE :any OR (\(usable))
            """
        let arguments: StatementArguments = ["item": item, "warehouse": warehouse, "as_of": day.description, "any": !isForUse]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            FirstExpiredFirstOut.Lot(
                id: row["id"], number: row["number"], expiresOn: (row["expires_on"] as String?).flatMap { CalendarDate(iso: $0) },
                available: max(0, row["available"] as Int64))
        }
    }

    /// What a movement left at a place of each lot, that of the movements which follow it included.
    package static func rest(of movement: Int64, at warehouse: String, in db: Database) throws -> [(lot: Int64, quantity: Int64)] {
        let sql = """
            SELECT p.lot, sum(p.quantity) AS n FROM movement AS m CROSS JOIN posting AS p ON p.movement = m.id AND +p.warehouse = ?2
            WHERE m.id = ?1 OR m.follows = ?1 GROUP BY p.lot HAVING n > 0 ORDER BY p.lot
            """
        return try Row.fetchAll(db, sql: sql, arguments: [movement, warehouse]).map { ($0["lot"], $0["n"]) }
    }

    /// Opening, in, out and closing of a period by item and place: what is held at its end, less what it brought, is the opening.
    package static func ledger(
        _ period: DatePeriod, item: Int64? = nil, warehouse: String? = nil, in db: Database
    ) throws -> [StockLedgerLine] {
        let sql = """
            WITH line AS (SELECT lot, warehouse, quantity AS opening, 0 AS received, 0 AS given FROM \(held)
                UNION ALL SELECT p.lot, p.warehouse, -p.quantity, max(p.quantity, 0), max(-p.quantity, 0)
                    FROM movement AS m CROSS JOIN posting AS p ON p.movement = m.id WHERE m.moved_on BETWEEN :first AND :as_of)
            SELECT i.id AS item, i.number, i.name, i.unit, n.warehouse,
                sum(n.opening) AS opening, sum(n.received) AS received, sum(n.given) AS given
            FROM line AS n CROSS JOIN warehouse AS w ON w.code = n.warehouse AND w.kind <> 'outside'
            JOIN lot AS l ON l.id = n.lot JOIN item AS i ON i.id = l.item
            WHERE (:item IS NULL OR i.id = :item) AND (:warehouse IS NULL OR w.code = :warehouse)
            GROUP BY i.id, n.warehouse HAVING sum(n.opening) <> 0 OR sum(n.received) <> 0 OR sum(n.given) <> 0 ORDER BY i.number, n.warehouse
            """
        let arguments: StatementArguments = [
            "first": period.first.description, "as_of": period.last.description, "item": item, "warehouse": warehouse,
        ]
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            StockLedgerLine(
                item: row["item"], itemNumber: row["number"], itemName: row["name"], unit: row["unit"], warehouse: row["warehouse"],
                opening: row["opening"], received: row["received"], given: row["given"])
        }
    }

    /// Every posting of a lot in its order: donor or supplier → … → recipient.
    package static func trace(lot: Int64, in db: Database) throws -> [StockTraceStep] {
        let sql = """
            SELECT m.id, m.number, m.kind, m.moved_on, p.warehouse, p.quantity, m.counterpart,
                sum(p.quantity) OVER (PARTITION BY p.warehouse ORDER BY m.moved_on, m.id) AS balance
            FROM posting AS p JOIN movement AS m ON m.id = p.movement WHERE p.lot = ? ORDER BY m.moved_on, m.id, p.quantity, p.warehouse
            """
        return try Row.fetchAll(db, sql: sql, arguments: [lot]).map { row in
            StockTraceStep(
                movement: row["id"], number: row["number"], kind: row["kind"],
                movedOn: CalendarDate(iso: row["moved_on"] as String) ?? CalendarDate(dayNumber: 0), warehouse: row["warehouse"],
                quantity: row["quantity"], balance: row["balance"], counterpart: row["counterpart"])
        }
    }

    /// The next number of a kind on a day that is not taken.
    package static func freeNumber(_ kind: MovementKind, on day: CalendarDate, in db: Database) throws -> String {
        try free("\(kind.rawValue)-\(day)-", "movement", in: db)
    }

    /// A lot number of an item that is not taken.
    package static func freeLot(_ item: String, on day: CalendarDate, in db: Database) throws -> String {
        try free("\(item)-\(day)-", "lot", in: db)
    }

    private static func free(_ stem: String, _ table: String, in db: Database) throws -> String {
        // Anything may stand in an item's number: no pattern. The stem ends in "-", and "." is the sign after it.
        let sql = "SELECT number FROM \(table) WHERE number >= ? AND number < ?"
        let taken = try Set(String.fetchAll(db, sql: sql, arguments: [stem, String(stem.dropLast()) + "."]))
        var next = taken.count + 1
        while taken.contains(stem + String(next)) { next += 1 }
        return stem + String(next)
    }
}

/// What verbs ask while they move goods.
extension StockBalances {
    /// What a place has of a lot at the end of a day.
    package static func held(lot: Int64, at warehouse: String, on day: CalendarDate, in db: Database) throws -> Int64 {
        let sql = """
            SELECT coalesce(sum(p.quantity), 0) FROM posting AS p JOIN movement AS m ON m.id = p.movement AND m.moved_on <= ?3
            WHERE p.lot = ?1 AND p.warehouse = ?2
            """
        return try Int64.fetchOne(db, sql: sql, arguments: [lot, warehouse, day.description]) ?? 0
    }

    /// The lots of an item that a place has at the end of a day.
    package static func lots(
        of item: Int64, at warehouse: String, on day: CalendarDate, in db: Database
    ) throws -> [FirstExpiredFirstOut.Lot] {
        let sql = """
            SELECT l.id, l.number, l.expires_on, sum(p.quantity) AS held FROM lot AS l CROSS JOIN posting AS p ON p.lot = l.id AND p.warehouse = ?2
            CROSS JOIN movement AS m ON m.id = p.movement AND m.moved_on <= ?3 WHERE l.item = ?1 GROUP BY l.id HAVING held > 0 ORDER BY l.number
            """
        return try Row.fetchAll(db, sql: sql, arguments: [item, warehouse, day.description]).map { row in
            FirstExpiredFirstOut.Lot(
                id: row["id"], number: row["number"], expiresOn: (row["expires_on"] as String?).flatMap { CalendarDate(iso: $0) },
                available: row["held"])
        }
    }

    /// The place that a movement took from.
    package static func giver(of movement: Int64, in db: Database) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT warehouse FROM posting WHERE movement = ? AND quantity < 0 ORDER BY warehouse LIMIT 1", arguments: [movement])
    }
}

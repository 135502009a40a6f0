package import GRDB
package import JBEMCore

/// What a place could give of an item.
package struct StockSupply: Sendable {
    package let warehouse: String
    package let item: Int64
    /// Thousandths of the unit, whole pieces and packs of each lot.
    package let usable: Int64
    /// What it has to keep, and the part of that which may not be touched; 0 without a norm.
    package let norm: Int64
    package let floor: Int64
}

/// What a scenario asks for, as it was entered.
package struct StockNeed: Sendable {
    package let place: String
    package let item: Int64
    package let people: Int64?
    package let quantity: Int64?
    package let priority: Int
    package let warehouse: String?
    package let position: StockPosition?
}

/// Where something is, as it was entered: millionths of a degree.
package struct StockPosition: Sendable, Equatable {
    package let longitude: Int64
    package let latitude: Int64
    package let datum: String?

    init?(_ row: Row) {
        guard let longitude = row["longitude"] as Int64?, let latitude = row["latitude"] as Int64? else { return nil }
        (self.longitude, self.latitude, datum) = (longitude, latitude, row["datum"])
    }
}

/// A place of the six tiers as the start or the end of a way.
package struct StockPlace: Sendable {
    package let code: String
    package let name: String
    package let kind: String
    package let position: StockPosition?
    /// Thousandths of a cubic metre.
    package let dispatch: Int64?
}

/// What is asked of the store before goods are allocated.
package enum StockSupplies {
    /// What each place can give of the items on a day without making any later balance negative, and the norms that bind it.
    ///
    /// - Postcondition: ordered by place and item; every place with a norm for an item is there, also with nothing.
    package static func supplies(of items: [Int64], on day: CalendarDate, in db: Database) throws -> [StockSupply] {
        let sql = """
            WITH wanted AS (SELECT i.id, \(StockInvariants.step) AS step FROM item AS i WHERE i.id IN (SELECT value FROM json_each(:items))),
                usable AS (SELECT f.warehouse, l.item, sum(f.quantity / i.step * i.step) AS quantity
                    FROM \(StockBalances.free(lots: "l.item IN (SELECT id FROM wanted) AND \(StockBalances.usable)")) AS f
                    JOIN lot AS l ON l.id = f.lot JOIN wanted AS i ON i.id = l.item WHERE f.quantity > 0 GROUP BY f.warehouse, l.item),
                due AS (\(due)),
                pair AS (SELECT warehouse, item FROM usable UNION SELECT warehouse, item FROM due WHERE item IN (SELECT id FROM wanted))
            SELECT p.warehouse, p.item, coalesce(u.quantity, 0) AS usable, coalesce(d.quantity, 0) AS norm, coalesce(d.floor, 0) AS floor
            FROM pair AS p JOIN warehouse AS w ON w.code = p.warehouse AND w.kind NOT IN ('outside', 'transit') JOIN item AS i ON i.id = p.item
            LEFT JOIN usable AS u ON u.warehouse = p.warehouse AND u.item = p.item LEFT JOIN due AS d ON d.warehouse = p.warehouse AND d.item = p.item
            ORDER BY p.warehouse, i.number
            """
        let list = "[" + items.map(String.init).joined(separator: ",") + "]"
        return try Row.fetchAll(db, sql: sql, arguments: ["items": list, "as_of": day.description]).map { row in
            StockSupply(warehouse: row["warehouse"], item: row["item"], usable: row["usable"], norm: row["norm"], floor: row["floor"])
        }
    }

    /// The norm of each place for each item on a day: its own before that of its tier.
    static let due = """
        SELECT warehouse, item, quantity, floor, source, valid_from FROM (SELECT w.code AS warehouse, n.item, n.quantity, n.floor, n.source,
                n.valid_from, row_number() OVER (
                PARTITION BY w.code, n.item ORDER BY n.warehouse IS NULL, coalesce(n.valid_from, '') DESC, n.number) AS place
            FROM warehouse AS w JOIN norm AS n ON (n.warehouse = w.code OR (n.warehouse IS NULL AND n.tier = w.tier))
                AND coalesce(n.valid_from, '') <= :as_of AND :as_of <= coalesce(n.valid_to, '9999')
            WHERE w.kind NOT IN ('outside', 'transit') AND coalesce(w.valid_from, '') <= :as_of AND :as_of <= coalesce(w.valid_to, '9999'))
        WHERE place = 1
        """

    /// What can be used and is on the way to each place on a day, by item, thousandths of the unit.
    package static func inbound(on day: CalendarDate, in db: Database) throws -> [(warehouse: String, item: Int64, quantity: Int64)] {
        let sql = """
            SELECT r.destination, l.item, sum(p.quantity) AS n FROM posting AS p JOIN movement AS m ON m.id = p.movement AND m.moved_on <= :as_of
            JOIN movement AS r ON r.id = coalesce(m.follows, m.id) JOIN lot AS l ON l.id = p.lot AND \(StockBalances.usable)
            WHERE p.warehouse = '\(Warehouse.transit)' GROUP BY r.destination, l.item HAVING n > 0 ORDER BY r.destination, l.item
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": day.description]).compactMap { row in
            (row["destination"] as String?).map { ($0, row["item"], row["n"]) }
        }
    }

    /// What was sent for a scenario up to a day, by place and item: issued and not brought back, or sent to a warehouse and not lost.
    package static func sent(for scenario: Int64, until day: CalendarDate, in db: Database) throws -> [String: [Int64: Int64]] {
        let sql = """
            SELECT coalesce(r.destination, r.counterpart, '') AS place, l.item, sum(CASE p.warehouse WHEN '@lost' THEN -p.quantity ELSE p.quantity END) AS n
            FROM movement AS r JOIN movement AS m ON (m.id = r.id OR m.follows = r.id) AND m.moved_on <= :as_of
            JOIN posting AS p ON p.movement = m.id JOIN lot AS l ON l.id = p.lot
            WHERE r.scenario = :scenario AND CASE r.kind WHEN 'issue' THEN p.warehouse = '@issued'
                WHEN 'transfer' THEN (p.warehouse = '@transit' AND m.id = r.id) OR p.warehouse = '@lost' END
            GROUP BY place, l.item
            """
        var sent: [String: [Int64: Int64]] = [:]
        for row in try Row.fetchAll(db, sql: sql, arguments: ["scenario": scenario, "as_of": day.description]) {
            sent[row["place"], default: [:]][row["item"]] = row["n"]
        }
        return sent
    }

    /// Microlitres that places with a capacity have left, what is on the way to them counted as there.
    package static func room(on day: CalendarDate, in db: Database) throws -> [String: Int64] {
        let sql = """
            WITH inbound AS (SELECT r.destination AS warehouse, p.lot, sum(p.quantity) AS quantity FROM posting AS p
                    JOIN movement AS m ON m.id = p.movement AND m.moved_on <= :as_of JOIN movement AS r ON r.id = coalesce(m.follows, m.id)
                    WHERE p.warehouse = '\(Warehouse.transit)' GROUP BY r.destination, p.lot),
                stored AS (SELECT warehouse, lot, quantity FROM \(StockBalances.held) UNION ALL SELECT * FROM inbound)
            SELECT w.code, w.capacity_m3 * 1000000 - coalesce(sum(s.quantity * i.volume_l), 0) AS room
            FROM warehouse AS w LEFT JOIN (stored AS s JOIN lot AS l ON l.id = s.lot JOIN item AS i ON i.id = l.item) ON s.warehouse = w.code
            WHERE w.capacity_m3 IS NOT NULL GROUP BY w.code
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["as_of": day.description]).reduce(into: [:]) { $0[$1["code"]] = $1["room"] }
    }

    /// The places that are in use on a day, by code.
    package static func places(on day: CalendarDate, in db: Database) throws -> [StockPlace] {
        let sql = """
            SELECT * FROM warehouse WHERE kind NOT IN ('outside', 'transit') AND coalesce(valid_from, '') <= ?1 AND ?1 <= coalesce(valid_to, '9999')
            ORDER BY code
            """
        return try Row.fetchAll(db, sql: sql, arguments: [day.description]).map { row in
            StockPlace(code: row["code"], name: row["name"], kind: row["kind"], position: StockPosition(row), dispatch: row["dispatch_m3"])
        }
    }

    /// The needs of a scenario, the most urgent first.
    package static func needs(of scenario: Int64, in db: Database) throws -> [StockNeed] {
        let sql = """
            SELECT n.* FROM need AS n JOIN item AS i ON i.id = n.item WHERE n.scenario = ? ORDER BY n.priority, n.place, i.number
            """
        return try Row.fetchAll(db, sql: sql, arguments: [scenario]).map { row in
            StockNeed(
                place: row["place"], item: row["item"], people: row["people"], quantity: row["quantity"], priority: row["priority"],
                warehouse: row["warehouse"], position: StockPosition(row))
        }
    }

    /// Ways that were entered: metres and seconds by start and end.
    package static func legs(in db: Database) throws -> [String: [String: (metres: Int64?, seconds: Int64?)]] {
        var legs: [String: [String: (metres: Int64?, seconds: Int64?)]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT origin, place, distance_km, minutes FROM leg") {
            let minutes = row["minutes"] as Int64?
            legs[row["origin"], default: [:]][row["place"]] = (row["distance_km"], minutes.map { $0 * 60 })
        }
        return legs
    }
}

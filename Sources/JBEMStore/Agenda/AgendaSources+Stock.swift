internal import JBEMCore

/// What goods bring: lots that expire, places below their norms and floors, capacity contracts that end.
extension AgendaSources {
    static let lots = [
        AgendaSource(
            "stock.expiry", basis: Localized("批次的到期日", "the lot's day of expiry"),
            sql: """
                SELECT l.id AS subject, l.number || ' ' || i.name AS title, l.expires_on AS day, NULL AS scope, NULL AS last_done,
                    min(w.keeper) AS person, min(w.office) AS office, min(w.region) AS region
                FROM \(StockBalances.held) AS h JOIN lot AS l ON l.id = h.lot AND l.expires_on <= :until JOIN item AS i ON i.id = l.item
                JOIN warehouse AS w ON w.code = h.warehouse AND w.kind <> 'transit' WHERE h.quantity > 0 GROUP BY l.id
                """)
    ]

    static let warehouses = [
        short("stock.norm", of: "quantity", basis: Localized("储备定额", "the norm")),
        short("stock.floor", of: "floor", basis: Localized("动用底线", "the floor")),
    ]

    /// A place that has less of items than it has to keep, since the day of what changed last: a movement, an expiry, the norm itself.
    private static func short(_ topic: String, of column: String, basis: Localized) -> AgendaSource {
        AgendaSource(
            topic, basis: basis,
            sql: """
                WITH due AS (\(StockSupplies.due)),
                    usable AS (SELECT h.warehouse, l.item, sum(h.quantity) AS quantity FROM \(StockBalances.held) AS h JOIN lot AS l ON l.id = h.lot
                        AND \(StockBalances.usable) GROUP BY h.warehouse, l.item),
                    short AS (SELECT d.warehouse, i.number || ' ' || printf('%.15g', coalesce(u.quantity, 0) / 1000.0) || '/'
                            || printf('%.15g', d.\(column) / 1000.0) AS words,
                            max(coalesce(d.valid_from, ''), coalesce((SELECT max(max(m.moved_on, CASE WHEN l.expires_on < :as_of
                                    THEN date(l.expires_on, '+1 day') ELSE '' END)) FROM lot AS l CROSS JOIN posting AS p ON p.lot = l.id
                                    AND p.warehouse = d.warehouse CROSS JOIN movement AS m ON m.id = p.movement AND m.moved_on <= :as_of
                                WHERE l.item = d.item), '')) AS since
                        FROM due AS d JOIN item AS i ON i.id = d.item LEFT JOIN usable AS u ON u.warehouse = d.warehouse AND u.item = d.item
                        WHERE d.\(column) > coalesce(u.quantity, 0))
                SELECT s.warehouse AS subject, w.name || ' ' || group_concat(s.words, ', ') AS title, coalesce(nullif(max(s.since), ''), :as_of) AS day,
                    NULL AS scope, NULL AS last_done, w.keeper AS person, w.office, w.region
                FROM short AS s JOIN warehouse AS w ON w.code = s.warehouse GROUP BY s.warehouse
                """)
    }

    static let contracts = [
        AgendaSource(
            "stock.contract", basis: Localized("合同的最后有效日", "the contract's last day"),
            sql: """
                SELECT c.id AS subject, c.number || ' ' || i.name AS title, c.valid_to AS day, NULL AS scope, NULL AS last_done, w.keeper AS person,
                    w.office, w.region
                FROM contract AS c JOIN item AS i ON i.id = c.item JOIN warehouse AS w ON w.code = c.warehouse
                WHERE c.valid_to <= :until AND c.valid_from <= :as_of AND NOT EXISTS (SELECT 1 FROM contract AS n
                    WHERE n.warehouse = c.warehouse AND n.item = c.item AND n.id <> c.id AND coalesce(n.valid_to, '9999') > c.valid_to
                        AND n.valid_from <= date(c.valid_to, '+1 day'))
                """)
    ]
}

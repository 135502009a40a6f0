internal import GRDB
internal import JBEMCore

/// What goods obey at every time, whoever moves them: commands, imports, undo.
enum StockInvariants {
    static let all = [balanced, neverNegative, transfersHold, withinLife, wholePieces, withinCapacity]

    /// The lots that a change concerns: postings are read in the order of their key, which begins with the lot.
    private static let lots = Invariant.Scope(
        name: "touched_lot",
        sql: """
            SELECT id FROM touched WHERE name IN ('posting', 'lot')
            UNION SELECT lot FROM posting WHERE movement IN (SELECT id FROM touched WHERE name = 'movement')
            UNION SELECT id FROM lot WHERE item IN (SELECT id FROM touched WHERE name = 'item')
            """)
    private static let ofLots = "p.lot IN (SELECT id FROM touched_lot)"

    /// SQL that writes thousandths as people do.
    private static func number(_ thousandths: String) -> String { "printf('%.15g', \(thousandths) / 1000.0)" }

    /// What moves at least of an item, thousandths of the unit.
    static let step = "CASE i.granularity WHEN 'any' THEN 1 WHEN 'pack' THEN i.pack ELSE 1000 END"

    /// What leaves one place arrives at another.
    private static let balanced = Invariant(
        tables: ["posting", "movement"], scope: lots,
        sql: """
            WITH uneven AS (SELECT p.lot, p.movement FROM posting AS p WHERE \(ofLots)
                    GROUP BY p.lot, p.movement HAVING sum(p.quantity) <> 0)
            SELECT m.number AS place, '批次 ' || l.number || ' 的分录合计不为零' AS zh, 'the postings of lot ' || l.number || ' do not add up to zero' AS en
            FROM uneven AS u JOIN movement AS m ON m.id = u.movement JOIN lot AS l ON l.id = u.lot ORDER BY u.movement, u.lot
            """)

    /// Names the first movement at which a place would have less than nothing of a lot.
    private static let neverNegative = Invariant(
        tables: ["posting", "movement"], scope: lots,
        sql: """
            WITH running AS (SELECT p.lot, p.warehouse, p.movement, m.moved_on,
                        sum(p.quantity) OVER (PARTITION BY p.lot, p.warehouse ORDER BY m.moved_on, m.id) AS balance
                    FROM posting AS p JOIN movement AS m ON m.id = p.movement WHERE \(ofLots)),
                broken AS (SELECT r.*, row_number() OVER (PARTITION BY r.lot, r.warehouse ORDER BY r.moved_on, r.movement) AS nth
                    FROM running AS r CROSS JOIN warehouse AS w ON w.code = r.warehouse AND w.kind <> 'outside' WHERE r.balance < 0)
            SELECT m.number AS place, b.moved_on || ' ' || b.warehouse || ' 的批次 ' || l.number || ' 将为 ' || \(number("b.balance")) AS zh,
                'on ' || b.moved_on || ' ' || b.warehouse || ' would have ' || \(number("b.balance")) || ' of lot ' || l.number AS en
            FROM broken AS b JOIN lot AS l ON l.id = b.lot JOIN movement AS m ON m.id = b.movement WHERE b.nth = 1
            """)

    /// What arrives of a transfer is not more than what was sent with it.
    private static let transfersHold = Invariant(
        tables: ["posting", "movement"], scope: lots,
        sql: """
            WITH excess AS (SELECT coalesce(m.follows, m.id) AS transfer, p.lot FROM posting AS p JOIN movement AS m ON m.id = p.movement
                    WHERE +p.warehouse = '\(Warehouse.transit)' AND \(ofLots) GROUP BY p.lot, transfer HAVING sum(p.quantity) < 0)
            SELECT m.number AS place, '到货多于调出：批次 ' || l.number AS zh, 'more arrives than was sent: lot ' || l.number AS en
            FROM excess AS e JOIN movement AS m ON m.id = e.transfer JOIN lot AS l ON l.id = e.lot ORDER BY e.transfer, e.lot
            """)

    private static let withinLife = Invariant(
        tables: ["posting", "movement", "lot"], scope: lots,
        sql: """
            SELECT DISTINCT m.number AS place,
                CASE WHEN m.moved_on < l.made_on THEN '批次 ' || l.number || ' 在 ' || l.made_on || ' 才生产'
                    ELSE '批次 ' || l.number || ' 已于 ' || l.expires_on || ' 到期，不能发放' END AS zh,
                CASE WHEN m.moved_on < l.made_on THEN 'lot ' || l.number || ' was made on ' || l.made_on || ' only'
                    ELSE 'lot ' || l.number || ' expired on ' || l.expires_on || ' and cannot be issued' END AS en
            FROM posting AS p JOIN movement AS m ON m.id = p.movement JOIN lot AS l ON l.id = p.lot
            WHERE \(ofLots) AND (m.moved_on < l.made_on OR (m.kind = 'issue' AND m.moved_on > l.expires_on))
            """)

    /// A pack may be broken where goods are counted, mended or packed anew, not on the way.
    private static let wholePieces = Invariant(
        tables: ["posting", "movement", "item"], scope: lots,
        sql: """
            SELECT DISTINCT m.number AS place,
                i.number || ' 的数量须是 ' || \(number(step)) || ' 的整数倍' AS zh,
                'quantities of ' || i.number || ' are multiples of ' || \(number(step)) AS en
            FROM posting AS p JOIN movement AS m ON m.id = p.movement JOIN lot AS l ON l.id = p.lot JOIN item AS i ON i.id = l.item
            WHERE \(ofLots) AND p.quantity % (\(step)) <> 0
                AND (i.granularity <> 'pack' OR m.kind NOT IN ('adjust', 'count', 'dispose', 'repack'))
            """)

    /// Goods without a volume take no room. The places are looked for only if there is a capacity at all.
    private static let withinCapacity = Invariant(
        tables: ["posting", "movement", "warehouse", "item"],
        sql: """
            WITH place AS (SELECT code, capacity_m3 FROM warehouse WHERE capacity_m3 IS NOT NULL AND +code IN (
                    SELECT next FROM touched WHERE name = 'posting' UNION SELECT id FROM touched WHERE name = 'warehouse'
                    UNION SELECT warehouse FROM posting WHERE movement IN (SELECT id FROM touched WHERE name = 'movement')
                    UNION SELECT warehouse FROM posting
                        WHERE lot IN (SELECT id FROM lot WHERE item IN (SELECT id FROM touched WHERE name = 'item')))),
                running AS (SELECT w.code, w.capacity_m3, m.number, m.moved_on, m.id,
                        sum(p.quantity * 1e-9 * i.volume_l) OVER (PARTITION BY w.code ORDER BY m.moved_on, m.id) AS used
                    FROM place AS w CROSS JOIN posting AS p ON p.warehouse = w.code
                    JOIN movement AS m ON m.id = p.movement JOIN lot AS l ON l.id = p.lot JOIN item AS i ON i.id = l.item WHERE i.volume_l IS NOT NULL),
                broken AS (SELECT *, row_number() OVER (PARTITION BY code ORDER BY moved_on, id) AS nth FROM running
                    WHERE used > capacity_m3 * 1e-3 + 1e-9)
            SELECT number AS place, moved_on || ' ' || code || ' 需 ' || round(used, 3) || ' 立方米，库容 ' || \(number("capacity_m3")) AS zh,
                'on ' || moved_on || ' ' || code || ' would hold ' || round(used, 3) || ' m³ of ' || \(number("capacity_m3")) AS en
            FROM broken WHERE nth = 1
            """)

    /// An invariant asked of every row: what it takes for touched is everything.
    static func overAll(_ invariant: Invariant) -> String {
        // Common tables of these names hide the temporary ones.
        let everything = """
            touched(name, id, next) AS (SELECT 'warehouse', code, '' FROM warehouse), \(lots.name)(id) AS (SELECT id FROM lot)
            """
        let sql = invariant.sql
        return sql.hasPrefix("WITH ") ? "WITH \(everything), " + sql.dropFirst(5) : "WITH \(everything) " + sql
    }

    /// Gives a new lot its last day of use.
    @Sendable static func complete(_ lot: inout RecordRow, in db: Database) throws {
        guard lot[StockLot.expiresOn] == nil, let made = lot[StockLot.madeOn], let item = lot[StockLot.item],
            let stored = try RecordStore.findStored(StockItem.schema, id: item, in: db), let days = stored[StockItem.shelfLife]
        else { return }
        lot[StockLot.expiresOn] = made.adding(days: Int(days))
    }
}

internal import JBEMCore

extension StockInvariants {
    /// Only a supplier can be called on.
    static let contractsAreOfSuppliers = Invariant(
        tables: ["contract", "warehouse"],
        sql: """
            SELECT c.number AS place, c.warehouse || ' 不是产能储备企业' AS zh, c.warehouse || ' is no capacity supplier' AS en
            FROM contract AS c JOIN warehouse AS w ON w.code = c.warehouse WHERE w.kind <> 'supplier' AND
                (c.id IN (SELECT id FROM touched WHERE name = 'contract') OR c.warehouse IN (SELECT id FROM touched WHERE name = 'warehouse'))
            """)
}

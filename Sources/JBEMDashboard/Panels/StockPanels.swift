internal import JBEMCore
internal import JBEMOperations
internal import JBEMPresentation
internal import JBEMStore

/// Places that have less than their norm.
struct StockShortagePanel: Panel {
    let key = "stock_shortage"
    let title = Localized("短缺", "shortage")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let (shortages, _, facts) = try ListStockShortages(asOf: request.asOf).run(sources.session)
        return PanelContent(
            .table(
                StockTable.shortages(shortages, facts, request.dress), machine: StockTable.shortages(shortages, facts, request.machine),
                subjects: shortages.map { .record(noun: Warehouse.schema.noun, name: $0.warehouse) }),
            command: ["stock", "shortage"] + request.past)
    }
}

/// Lots that expired or will.
struct StockExpiringPanel: Panel {
    let key = "stock_expiring"
    let title = Localized("到期", "expiring")
    let ranges: [TimeRange] = [.quarter, .year, .week, .month]

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let days = (request.range ?? .quarter).days
        let (lots, day, facts) = try ListExpiringStock(within: days, asOf: request.asOf).run(sources.session)
        return PanelContent(
            .table(
                StockTable.expiring(lots, asOf: day, facts, request.dress),
                machine: StockTable.expiring(lots, asOf: day, facts, request.machine),
                subjects: lots.map { .record(of: StockLot.schema, $0.lot) }),
            command: ["stock", "expiring", "--days", String(days)] + request.past)
    }
}

/// What is held and can be used, item by item.
struct StockBalancePanel: Panel {
    let key = "stock_balance"
    let title = Localized("结存", "balance")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        var scope = StockScope()
        scope.asOf = request.asOf
        let (balances, _, facts) = try ListStockBalances(by: .item, scope).run(sources.session)
        return PanelContent(
            .table(
                StockTable.balances(balances, by: .item, facts, request.dress),
                machine: StockTable.balances(balances, by: .item, facts, request.machine),
                subjects: balances.map { .record(of: StockItem.schema, $0.item) }),
            command: ["stock", "balance"] + request.past)
    }
}

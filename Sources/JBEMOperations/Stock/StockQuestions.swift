internal import GRDB
package import JBEMCore
package import JBEMStore

/// What a question about goods is limited to, as users name it.
package struct StockScope: Sendable {
    package var item: String?
    package var warehouse: String?
    package var asOf: CalendarDate?

    package init() {}

    func resolved(_ home: Int64, in db: Database) throws -> (item: Int64?, warehouse: String?) {
        (
            try item.map { try RecordFinder.find($0, of: StockItem.schema, home: home, in: db).id ?? 0 },
            try warehouse.map { try RecordFinder.code($0, of: Warehouse.schema, in: db) }
        )
    }
}

/// What places hold, added up from the postings.
package struct ListStockBalances {
    let grouping: StockGrouping
    let scope: StockScope

    package init(by grouping: StockGrouping, _ scope: StockScope) { (self.grouping, self.scope) = (grouping, scope) }

    package func run(_ session: Session) throws -> (balances: [StockBalance], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = scope.asOf ?? session.today
        return try store.read { db in
            let (item, warehouse) = try scope.resolved(store.identity.office, in: db)
            let balances = try StockBalances.balances(by: grouping, asOf: day, item: item, warehouse: warehouse, in: db)
            return (balances, day, try ReadingFacts(store, in: db))
        }
    }
}

/// Opening, in, out and closing by item and place.
package struct StockLedgerOf {
    let period: DatePeriod
    let scope: StockScope

    package init(_ period: DatePeriod, _ scope: StockScope) { (self.period, self.scope) = (period, scope) }

    package func run(_ session: Session) throws -> (lines: [StockLedgerLine], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { db in
            let (item, warehouse) = try scope.resolved(store.identity.office, in: db)
            return (try StockBalances.ledger(period, item: item, warehouse: warehouse, in: db), try ReadingFacts(store, in: db))
        }
    }
}

/// The way of a lot from its donor or supplier to those who got it.
package struct TraceLot {
    let name: String

    package init(_ name: String) { self.name = name }

    package func run(_ session: Session) throws -> (lot: RecordRow, steps: [StockTraceStep], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { db in
            let lot = try RecordFinder.find(name, of: StockLot.schema, home: store.identity.office, in: db)
            return (lot, try StockBalances.trace(lot: lot.id ?? 0, in: db), try ReadingFacts(store, in: db))
        }
    }
}

/// Lots that are held and expire within some days, or have expired.
package struct ListExpiringStock {
    let days: Int
    let asOf: CalendarDate?

    package init(within days: Int, asOf: CalendarDate?) { (self.days, self.asOf) = (days, asOf) }

    package func run(_ session: Session) throws -> (lots: [ExpiringStock], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            (try StockReports.expiring(until: day.adding(days: days), asOf: day, in: db), day, try ReadingFacts(store, in: db))
        }
    }
}

/// Places that have less of an item than their norm, counting only what can be used.
package struct ListStockShortages {
    let asOf: CalendarDate?

    package init(asOf: CalendarDate?) { self.asOf = asOf }

    package func run(_ session: Session) throws -> (shortages: [StockShortage], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in (try StockReports.shortages(asOf: day, in: db), day, try ReadingFacts(store, in: db)) }
    }
}

/// Proves that nothing came from nowhere: every law of goods over every row, whatever wrote it.
package struct CheckStock {
    package init() {}

    /// - Returns: what is wrong, and the number of postings that were looked at.
    package func run(_ session: Session) throws -> (findings: [Fault], postings: Int, isSample: Bool) {
        let store = try session.open(.read)
        return try store.read { db in
            (try StockReports.violations(in: db), try RecordStore.count(StockPosting.schema, in: db), store.identity.isSample)
        }
    }
}

/// Hands over every movement with its postings, for a journal that other programs can add up.
package struct ExportStockJournal {
    package init() {}

    package func run(_ session: Session, begin: (_ isSample: Bool) throws -> Void, line: (StockJournalLine) throws -> Void) throws {
        let store = try session.open(.read)
        try begin(store.identity.isSample)
        try store.read { db in try StockReports.journal(in: db, line) }
    }
}

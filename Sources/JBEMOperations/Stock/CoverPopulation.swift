internal import GRDB
package import JBEMCore
package import JBEMStore

/// How long what can be used lasts for so many people, item by item.
package struct CoverPopulation {
    /// Days after which nobody counts on.
    package static let longest = 3660

    package struct Line: Sendable {
        package let balance: StockBalance
        /// Units that the people need: once, or a day.
        package let need: Rational
        package let isDaily: Bool
        /// Days, or for durable goods the share of the people that is provided for.
        package let cover: Rational
        /// Whole days with what capacity contracts bring, at most ``longest``; `nil` where there is no contract.
        package let daysWithContracts: Int?
    }

    let people: Int64
    let scope: StockScope

    package init(people: Int64, _ scope: StockScope) { (self.people, self.scope) = (people, scope) }

    package func run(_ session: Session) throws -> (lines: [Line], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = scope.asOf ?? session.today
        return try store.read { db in
            let (item, warehouse) = try scope.resolved(store.identity.office, in: db)
            var held = try StockBalances.balances(by: .item, asOf: day, item: item, warehouse: warehouse, in: db)
            let contracts = Dictionary(grouping: try StockContracts.inForce(on: day, item: item, in: db), by: \.item)
            // What is only under contract is there with nothing.
            let missing = contracts.values.compactMap(\.first).filter { contract in !held.contains { $0.item == contract.item } }
            held = (held + missing.map(StockBalance.nothing)).sorted { $0.itemNumber < $1.itemNumber }
            let lines = try held.flatMap { balance -> [Line] in
                guard let record = try RecordStore.findStored(StockItem.schema, id: balance.item, in: db) else { return [] }
                let norms = [(record[StockItem.perPersonDay], true), (record[StockItem.perPerson], false)]
                return norms.compactMap { norm, isDaily in
                    guard let norm, norm > 0 else { return nil }
                    let need = Rational(scaled: norm, places: StockScale.norm) * Rational(people)
                    let usable = Rational(scaled: balance.usable, places: StockScale.quantity)
                    let ramps = (contracts[balance.item] ?? []).map(\.rampUp)
                    let days = isDaily && !ramps.isEmpty ? CoverPopulation.days(usable, need, ramps) : nil
                    return Line(balance: balance, need: need, isDaily: isDaily, cover: usable / need, daysWithContracts: days)
                }
            }
            return (lines, day, try ReadingFacts(store, in: db))
        }
    }

    /// How many whole days the need is met, if every contract is called on at once; what comes out on a day serves the next.
    static func days(_ usable: Rational, _ need: Rational, _ ramps: [RampUp]) -> Int {
        var days = 0
        while days < longest {
            let made = ramps.map { Rational(scaled: $0.output(by: days), places: StockScale.quantity) }.reduce(Rational(0), +)
            guard usable + made >= need * Rational(days + 1) else { break }
            days += 1
        }
        return days
    }
}

/// What suppliers under contract turn out within some days of being called on.
package struct ListCapacity {
    let days: Int
    let scope: StockScope

    package init(within days: Int, _ scope: StockScope) { (self.days, self.scope) = (days, scope) }

    package func run(_ session: Session) throws -> (contracts: [StockContract], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = scope.asOf ?? session.today
        return try store.read { db in
            let (item, supplier) = try scope.resolved(store.identity.office, in: db)
            let contracts = try StockContracts.inForce(on: day, item: item, in: db).filter { supplier == nil || $0.supplier == supplier }
            return (contracts, day, try ReadingFacts(store, in: db))
        }
    }
}

extension StockBalance {
    /// Nothing of what a contract is about.
    fileprivate static func nothing(_ contract: StockContract) -> StockBalance {
        StockBalance(
            item: contract.item, itemNumber: contract.itemNumber, itemName: contract.itemName, unit: contract.unit, key: "", quantity: 0,
            usable: 0,
            expiresOn: nil)
    }
}

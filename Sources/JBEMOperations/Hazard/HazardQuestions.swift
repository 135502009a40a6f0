internal import GRDB
package import JBEMCore
package import JBEMStore

/// What a reader of rows needs beside them: labels, the office's own number, whether the store is a sample.
package struct ReadingFacts: Sendable {
    package let codes: CodeBook
    package let home: Int64
    package let isSample: Bool

    init(_ store: Store, in db: Database) throws {
        codes = try CodeBook.read(db)
        home = store.identity.office
        isSample = store.identity.isSample
    }
}

/// Hazards past their deadline, or due within some days.
package struct ListOpenHazards {
    let days: Int?
    let asOf: CalendarDate?
    let limit: Int?

    /// - Parameter days: `nil` asks for the overdue ones; else for those due from today over so many days.
    package init(dueWithin days: Int?, asOf: CalendarDate?, limit: Int?) {
        (self.days, self.asOf, self.limit) = (days, asOf, limit)
    }

    package func run(_ session: Session) throws -> (hazards: [RecordRow], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        let first = days == nil ? nil : day
        let last = day.adding(days: days ?? -1)
        return try store.read { db in
            (try HazardReports.open(from: first, to: last, asOf: day, limit: limit, in: db), day, try ReadingFacts(store, in: db))
        }
    }
}

/// The ledger of a period by street, office or department.
package struct HazardLedgerOf {
    package struct Output: Sendable {
        package let lines: [HazardLedgerLine]
        package let totals: [HazardLedgerLine]
        package let facts: ReadingFacts
    }

    let grouping: HazardGrouping
    let period: DatePeriod
    let isMonthly: Bool

    package init(by grouping: HazardGrouping, _ period: DatePeriod, isMonthly: Bool) {
        (self.grouping, self.period, self.isMonthly) = (grouping, period, isMonthly)
    }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let months = isMonthly ? period.months.map(\.description) : nil
        return try store.read { db in
            let lines = HazardLedger.lines(try HazardReports.flows(by: grouping, period, in: db), months: months)
            let totals = (months?.map(Optional.some) ?? [nil]).map { HazardLedger.total(lines, month: $0) }
            return Output(lines: lines, totals: totals, facts: try ReadingFacts(store, in: db))
        }
    }
}

/// Rectification and on-time rates with their numerators and denominators.
package struct HazardRatesOf {
    package struct Output: Sendable {
        package let lines: [HazardRates]
        package let total: HazardRates
        package let facts: ReadingFacts
    }

    let grouping: HazardGrouping
    let period: DatePeriod
    let asOf: CalendarDate?

    package init(by grouping: HazardGrouping, _ period: DatePeriod, asOf: CalendarDate?) {
        (self.grouping, self.period, self.asOf) = (grouping, period, asOf)
    }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        return try store.read { db in
            let lines = try HazardReports.rates(by: grouping, period, asOf: asOf ?? session.today, in: db)
            return Output(lines: lines, total: HazardRates(sumOf: lines), facts: try ReadingFacts(store, in: db))
        }
    }
}

/// Units whose hazards came back.
package struct ListRecurringHazards {
    let period: DatePeriod?

    package init(_ period: DatePeriod?) { self.period = period }

    package func run(_ session: Session) throws -> (units: [HazardRecurrence], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { (try HazardReports.recurring(period, in: $0), try ReadingFacts(store, in: $0)) }
    }
}

/// What to fix first, and what a budget buys.
package struct RankHazards {
    package struct Output: Sendable {
        package let places: [HazardRanking.Place]
        package let hazards: [Int64: RecordRow]
        package let facts: ReadingFacts
    }

    /// 分.
    let budget: Int64?
    let asOf: CalendarDate?

    package init(budget: Int64?, asOf: CalendarDate?) { (self.budget, self.asOf) = (budget, asOf) }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        return try store.read { db in
            let open = try HazardReports.allOpen(asOf: asOf ?? session.today, in: db)
            let levels = try RiskReports.classes(in: db)
            let items = open.map { hazard in
                HazardRanking.Item(
                    id: hazard.id ?? 0, isMajor: hazard[Hazard.kind] == "major", isOverdue: hazard[Hazard.isOverdue] ?? false,
                    riskClass: hazard[Hazard.risk].flatMap { levels[$0] } ?? 1,
                    cost: hazard[Hazard.funds] ?? hazard[Hazard.cost])
            }
            return Output(
                places: HazardRanking.order(items, budget: budget),
                hazards: Dictionary(uniqueKeysWithValues: open.map { ($0.id ?? 0, $0) }), facts: try ReadingFacts(store, in: db))
        }
    }
}

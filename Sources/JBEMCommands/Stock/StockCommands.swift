internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

extension StockGrouping: ExpressibleByArgument {}

/// `jbem stock …`.
struct StockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stock", abstract: "物资收发存：六级储备的复式账␟relief stock: a double-entry ledger over six tiers",
        subcommands: [StockBalanceCommand.self] + StockVerbs.all + [
            StockLedgerCommand.self, StockTraceCommand.self, StockExpiringCommand.self, StockShortageCommand.self, StockCoverCommand.self,
            StockCapacityCommand.self,
            StockAllocateCommand.self, StockRebalanceCommand.self, StockPlaceCommand.self, StockCheckCommand.self, StockLabelCommand.self,
            StockExportCommand.self,
        ], defaultSubcommand: StockBalanceCommand.self, helpNames: [])
}

/// What questions about goods are limited to.
struct StockScopeOptions: ParsableArguments {
    @Option(name: .long, help: "只看这种物资␟this item only")
    var item: String?
    @Option(name: .long, help: "只看这个库点␟this warehouse only")
    var warehouse: String?
    @OptionGroup var past: AsOfOption

    func scope(_ session: Session) throws -> StockScope {
        var scope = StockScope()
        (scope.item, scope.warehouse, scope.asOf) = (item, warehouse, try past.date(session))
        return scope
    }
}

/// `jbem stock balance`.
struct StockBalanceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance", abstract: "结存与可用，由分录合计␟what is held and can be used, added up from the postings", helpNames: [])

    @Option(name: .long, help: "按什么合计：item lot warehouse tier region␟added up by: item lot warehouse tier region")
    var by = StockGrouping.item
    @OptionGroup var scope: StockScopeOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (balances, day, facts) = try ListStockBalances(by: by, try scope.scope(session)).run(session)
        try printer.print(StockTable.balances(balances, by: by, facts, printer.dress), isSample: facts.isSample)
        printer.note(
            Localized("截至 \(day)；可用＝未到期且未封存，在途计入", "as of \(day); usable = not expired, not quarantined; what is on the way counts"))
    }
}

/// `jbem stock ledger`.
struct StockLedgerCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "收发存：期初、收入、发出、期末␟opening, in, out, closing by item and place", helpNames: [])

    @Option(name: .long, help: "期间：2024 2024Q2 2024-03（默认本年）␟period: 2024 2024Q2 2024-03 (default: this year)")
    var period: String?
    @OptionGroup var scope: StockScopeOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try period.map { try DateOption.period($0, option: "--period", session) } ?? .year(session.today.year)
        let (lines, facts) = try StockLedgerOf(asked, try scope.scope(session)).run(session)
        try printer.print(StockTable.ledger(lines, facts, printer.dress), isSample: facts.isSample)
        printer.note(Localized("\(asked)：期初＋收入－发出＝期末", "\(asked): opening + in − out = closing"))
    }
}

/// `jbem stock trace LOT`.
struct StockTraceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "一个批次的来去：捐赠方或供货方 → … → 接收方␟the way of a lot: donor or supplier → … → recipient", helpNames: [])

    @Argument(help: "批号␟lot number")
    var lot: String
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (lot, steps, facts) = try TraceLot(lot).run(session)
        try printer.print(StockTable.trace(steps, facts, printer.dress), isSample: facts.isSample)
        guard let donor = lot[StockLot.donor] else { return }
        printer.note(Localized("捐赠方：\(donor)", "donor: \(donor)"))
    }
}

/// `jbem stock expiring`.
struct StockExpiringCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "expiring", abstract: "已到期和将到期的批次␟lots that expired or will", helpNames: [])

    @Option(name: .long, help: "几天之内（默认 90）␟within so many days (default 90)")
    var days = 90
    @Flag(name: .customLong("exit-status"), help: "有则退出码 1␟exit 1 if there are any")
    var exitStatus = false
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard (0...36_600).contains(days) else { throw Failure(.usage, Localized("--days 为 0 到 36600", "--days is 0 to 36600")) }
        let (lots, day, facts) = try ListExpiringStock(within: days, asOf: try past.date(session)).run(session)
        if lots.isEmpty, global.cron { return }
        try printer.print(StockTable.expiring(lots, asOf: day, facts, printer.dress), isSample: facts.isSample)
        let last = day.adding(days: days)
        printer.note(Localized("到 \(last) 共 \(lots.count) 条", "\(lots.count) up to \(last)"))
        if exitStatus, !lots.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem stock shortage`.
struct StockShortageCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "shortage", abstract: "低于储备定额的库点，只计可用␟places below their norm, counting what can be used", helpNames: [])

    @Flag(name: .customLong("exit-status"), help: "有则退出码 1␟exit 1 if there are any")
    var exitStatus = false
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (shortages, day, facts) = try ListStockShortages(asOf: try past.date(session)).run(session)
        if shortages.isEmpty, global.cron { return }
        try printer.print(StockTable.shortages(shortages, facts, printer.dress), isSample: facts.isSample)
        printer.note(Localized("截至 \(day) 缺 \(shortages.count) 项", "\(shortages.count) short as of \(day)"))
        if exitStatus, !shortages.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem stock cover`.
struct StockCoverCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover", abstract: "够多少人用多少天␟for how many people and days it is enough", helpNames: [])

    @Option(name: .long, help: "人数␟number of people")
    var people: Int64
    @OptionGroup var scope: StockScopeOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard people > 0 else { throw Failure(.usage, Localized("--people 须大于零", "--people must be above zero")) }
        let (lines, day, facts) = try CoverPopulation(people: people, try scope.scope(session)).run(session)
        try printer.print(StockTable.cover(lines, facts, printer.dress), isSample: facts.isSample)
        printer.note(
            Localized("截至 \(day)，\(people) 人；没有人均定额的物资不列", "as of \(day), \(people) people; items without a norm per person are left out"))
    }
}

/// `jbem stock capacity`.
struct StockCapacityCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "capacity", abstract: "产能合同启动后若干天能产出多少␟what capacity contracts turn out within so many days", helpNames: [])

    @Option(name: .long, help: "几天之内（默认 30）␟within so many days (default 30)")
    var days = 30
    @OptionGroup var scope: StockScopeOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard (1...3660).contains(days) else { throw Failure(.usage, Localized("--days 为 1 到 3660", "--days is 1 to 3660")) }
        let (contracts, day, facts) = try ListCapacity(within: days, try scope.scope(session)).run(session)
        if contracts.isEmpty, global.cron { return }
        try printer.print(StockTable.capacity(contracts, within: days, facts, printer.dress), isSample: facts.isSample)
        printer.note(
            Localized(
                "\(day) 有效的合同 \(contracts.count) 份；启动当天为第 1 天",
                "\(contracts.count) contracts in force on \(day); day 1 is the day of the call"))
    }
}

/// `jbem stock check`.
struct StockCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "核对守恒：合计为零、从不为负、到期不发、不超库容␟prove conservation: sums of zero, never negative, nothing issued after expiry",
        helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (findings, postings, isSample) = try CheckStock().run(session)
        let language = session.language
        try printer.print(
            object: .object([
                ("sound", .bool(findings.isEmpty)), ("postings", .integer(Int64(postings))), ("is_sample", .bool(isSample)),
                (
                    "findings",
                    .array(
                        findings.map {
                            .object([
                                ("place", .string($0.location.text)), ("reason", .string($0.reason.zh)),
                                ("reason_en", .string($0.reason.en)),
                            ])
                        })
                ),
            ]), isSample: isSample,
            lines: findings.isEmpty
                ? [Localized("守恒：\(postings) 条分录没有矛盾", "goods are conserved: nothing wrong in \(postings) postings").text(language)]
                : findings.map { OutputGate.visible("\($0.location.text): \($0.reason.text(language))") })
        if !findings.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem stock export`.
struct StockExportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出 ledger 与 hledger 可读的账，供外人核对␟a journal that ledger and hledger read, for others to check",
        helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard !printer.isForMachines else {
            throw Failure(
                .usage, Localized("这里只有账本格式", "there is only the format of journals here"),
                hints: [Localized("CSV 与 JSON 见 jbem posting export", "for CSV and JSON see jbem posting export")])
        }
        var journal = StockJournal()
        try printer.write(isStyled: false) { sink in
            try ExportStockJournal().run(
                session, begin: { isSample in if isSample { try sink.write(StockJournal.sampleHead) } },
                line: { try sink.write(printer.masked(journal.text($0))) })
        }
    }
}

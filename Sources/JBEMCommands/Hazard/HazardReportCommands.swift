internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

extension HazardGrouping: ExpressibleByArgument {}

/// `jbem hazard overdue`.
struct HazardOverdueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "overdue", abstract: "超过整改期限的隐患，最早的在前␟hazards past their deadline, the earliest first", helpNames: [])

    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @Flag(name: .customLong("exit-status"), help: "有超期的则退出码 1␟exit 1 if there are any")
    var exitStatus = false
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (hazards, day, facts) = try ListOpenHazards(dueWithin: nil, asOf: try past.date(session), limit: limit).run(session)
        if hazards.isEmpty, global.cron { return }
        try printer.print(HazardTable.duties(hazards, facts, printer.dress), isSample: facts.isSample)
        printer.note(
            Localized("截至 \(day) 共 \(hazards.count) 条超期", "\(hazards.count) overdue as of \(day)"), count: hazards.count, limit: limit)
        if exitStatus, !hazards.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem hazard due`.
struct HazardDueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "今后几天到期的隐患␟hazards due in the next days", helpNames: [])

    @Option(name: .long, help: "几天之内（默认 7）␟within so many days (default 7)")
    var days = 7
    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard (0...3660).contains(days) else { throw Failure(.usage, Localized("--days 为 0 到 3660", "--days is 0 to 3660")) }
        let (hazards, day, facts) = try ListOpenHazards(dueWithin: days, asOf: try past.date(session), limit: limit).run(session)
        if hazards.isEmpty, global.cron { return }
        try printer.print(HazardTable.duties(hazards, facts, printer.dress), isSample: facts.isSample)
        let last = day.adding(days: days)
        printer.note(
            Localized("\(day) 至 \(last) 到期 \(hazards.count) 条", "\(hazards.count) due from \(day) to \(last)"), count: hazards.count,
            limit: limit)
    }
}

/// `jbem hazard ledger`.
struct HazardLedgerCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "一街镇（部门）一清单：期初、发现、重开、销号、期末␟a list for each street or department: opening, found, reopened, closed, remaining",
        helpNames: [])

    @Option(name: .long, help: "期间：2024 2024Q2 2024-03（默认本年）␟period: 2024 2024Q2 2024-03 (default: this year)")
    var period: String?
    @Option(name: .long, help: "按什么分：region office department␟by what: region office department")
    var by = HazardGrouping.region
    @Flag(name: .long, help: "逐月␟month by month")
    var monthly = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try period.map { try DateOption.period($0, option: "--period", session) } ?? .year(session.today.year)
        let output = try HazardLedgerOf(by: by, asked, isMonthly: monthly).run(session)
        try printer.print(HazardTable.ledger(output, by: by, isMonthly: monthly, printer.dress), isSample: output.facts.isSample)
        printer.note(
            Localized("\(asked)：期初＋发现＋重开－销号＝期末", "\(asked): opening + found + reopened − closed = remaining"))
    }
}

/// `jbem hazard rates`.
struct HazardRatesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates", abstract: "整改率与按期整改率，含分子分母␟rectification and on-time rates with their counts", helpNames: [])

    @Option(name: .long, help: "期间：2024 2024Q2 2024-03（默认本年）␟period: 2024 2024Q2 2024-03 (default: this year)")
    var period: String?
    @Option(name: .long, help: "按什么分：region office department␟by what: region office department")
    var by = HazardGrouping.region
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try period.map { try DateOption.period($0, option: "--period", session) } ?? .year(session.today.year)
        let output = try HazardRatesOf(by: by, asked, asOf: try past.date(session)).run(session)
        let language = session.language
        let columns =
            GroupColumns.columns(by, language) + [
                Column(key: "closed", title: Localized("已销号", "closed").text(language)),
                Column(key: "should_be_closed", title: Localized("应销号", "should be").text(language)),
                Column(key: "rectification_rate", title: Localized("整改率", "rate").text(language), alignment: .trailing),
                Column(key: "on_time", title: Localized("按期", "on time").text(language)),
                Column(key: "due", title: Localized("到期", "due").text(language)),
                Column(key: "on_time_rate", title: Localized("按期整改率", "on-time rate").text(language), alignment: .trailing),
            ]
        func cells(_ line: HazardRates, _ group: [Cell]) -> [Cell] {
            group + [
                .integer(line.closed), .integer(line.shouldBeClosed), .rate(line.rectification, language), .integer(line.onTime),
                .integer(line.due), .rate(line.punctuality, language),
            ]
        }
        var rows = output.lines.map { cells($0, GroupColumns.cells(by, $0.key, output.facts.codes, language)) }
        if !printer.isForMachines { rows.append(cells(output.total, GroupColumns.total(language))) }
        try printer.print(Table(title: printer.sampleBanner(output.facts.isSample), columns: columns, rows: rows))
        printer.note(
            Localized("\(asked)：应销号＝到期＋其他已销号；没有到期的不适用", "\(asked): should be = due + closed besides; n/a where nothing was due"))
    }
}

/// `jbem hazard recurring`.
struct HazardRecurringCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "recurring", abstract: "隐患复发的责任单位␟units whose hazards came back", helpNames: [])

    @Option(name: .long, help: "发现于期间：2024 2024Q2（默认全部）␟found in the period: 2024 2024Q2 (default: ever)")
    var period: String?
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try period.map { try DateOption.period($0, option: "--period", session) }
        let (units, facts) = try ListRecurringHazards(asked).run(session)
        let language = session.language
        let columns = [
            Column(key: "unit", title: Localized("责任单位", "responsible unit").text(language), isFlexible: true),
            Column(key: "hazards", title: Localized("隐患", "hazards").text(language)),
            Column(key: "recurrences", title: Localized("复发", "recurrences").text(language)),
            Column(key: "reopened", title: Localized("重开", "reopened").text(language)),
        ]
        let rows = units.map { [Cell.text($0.unit), .integer($0.hazards), .integer($0.recurrences), .integer($0.reopened)] }
        try printer.print(Table(title: printer.sampleBanner(facts.isSample), columns: columns, rows: rows))
        printer.note(Localized("共 \(units.count) 个单位", "\(units.count) in all"))
    }
}

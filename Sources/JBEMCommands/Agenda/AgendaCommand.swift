internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// `jbem agenda [overdue]`.
struct AgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "存储里的每一个期限，按日期排列␟every clock in the store as dated duties",
        subcommands: [AgendaListCommand.self, AgendaOverdueCommand.self], defaultSubcommand: AgendaListCommand.self, helpNames: [])
}

/// What both verbs of the agenda ask.
struct AgendaOptions: ParsableArguments {
    @Option(name: .long, help: "事项，可重复：hazard accident.approval …␟topic, repeatable: hazard accident.approval …")
    var topic: [String] = []
    @Option(name: .long, help: "责任人：工号或编号␟person: staff number or id")
    var person: String?
    @Option(name: .long, help: "单位：代码或名称␟office: code or name")
    var office: String?
    @Option(name: .long, help: "区域及其下级：代码或名称␟region and those below it: code or name")
    var region: String?
    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @Flag(name: .long, help: "只说上次之后新出现的（记忆不入日志）␟only what is new since the last time (remembered outside of the journal)")
    var new = false
    @Option(name: .long, help: "谁的记忆，供几个任务各记各的（默认 default）␟whose memory, so that several jobs have their own (default: default)")
    var reader = "default"
    @Flag(name: .customLong("exit-status"), help: "有超期的则退出码 1␟exit 1 if anything is overdue")
    var exitStatus = false
    @Flag(name: .long, help: "iCalendar（RFC 5545）␟iCalendar (RFC 5545)")
    var ics = false
    @OptionGroup var past: AsOfOption
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "配合 --new：说了也不记␟with --new: tell, but remember nothing")
    var dryRun = false
    @OptionGroup var global: GlobalOptions

    func filter() throws -> ShowAgenda.Filter {
        if let limit, limit < 1 { throw Failure(.usage, Localized("--limit 至少为 1", "--limit must be at least 1")) }
        var filter = ShowAgenda.Filter()
        (filter.topics, filter.person, filter.office, filter.region, filter.limit) = (topic, person, office, region, limit)
        return filter
    }

    func run(_ filter: ShowAgenda.Filter, _ words: (ShowAgenda.Output) -> Localized, _ session: Session) throws {
        let printer = try Printer(session, global)
        if ics, global.format != nil || printer.isForMachines {
            throw Failure(.usage, Localized("--ics 与其他输出格式只能选一种", "choose --ics or another format, not both"))
        }
        let agenda = ShowAgenda(
            filter, asOf: try past.date(session), newFor: new ? reader : nil, options: WriteOptions(isDryRun: dryRun, name: "agenda"))
        let output = try agenda.run(session)
        try show(output, words(output), printer)
        try agenda.remember(output, session)
        if exitStatus, output.overdue > 0 { throw Failure(.found, Localized("", "")) }
    }
}

extension AgendaOptions {
    private func show(_ output: ShowAgenda.Output, _ words: Localized, _ printer: Printer) throws {
        let agenda = AgendaTable(output, printer.dress)
        if ics { return try printer.print(document: agenda.calendar(stamp: printer.session.now.description).text) }
        if output.entries.isEmpty, global.cron { return }
        try printer.print(agenda.table, isSample: output.facts.isSample)
        printer.note(words + (output.isCut ? Localized("（--limit 之外还有）", " (more beyond --limit)") : Localized("", "")))
        let unknown = Set(output.entries.flatMap(\.unknownYears)).sorted()
        if !unknown.isEmpty { printer.note(WorkingDayText.note(unknown)) }
    }
}

/// `jbem agenda list`.
struct AgendaListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "超期的和今后几天到期的，最早的在前␟what is overdue or due in the next days, the earliest first", helpNames: [])

    @Option(name: .long, help: "到哪天：7d 是今后 7 天（默认 30d），也可写日期␟up to which day: 7d is 7 days ahead (default 30d), or a date")
    var until: String?
    @OptionGroup var options: AgendaOptions

    var global: GlobalOptions { options.global }

    func run(_ session: Session) throws {
        var filter = try options.filter()
        let day = try options.past.date(session) ?? session.today
        if let until { filter.days = day.days(to: try AgendaListCommand.last(until, from: day, session)) }
        try options.run(
            filter,
            { output in
                let last = output.asOf.adding(days: filter.days)
                return Localized(
                    "到 \(last)，列出 \(output.entries.count) 条；截至 \(output.asOf) 超期共 \(output.overdue) 条",
                    "up to \(last), \(output.entries.count) listed; \(output.overdue) overdue in all as of \(output.asOf)")
            }, session)
    }

    /// `7d` looks ahead here, where nothing but the future can be meant.
    private static func last(_ text: String, from day: CalendarDate, _ session: Session) throws -> CalendarDate {
        if text.hasSuffix("d"), let days = Int(text.dropLast()), (0...36_600).contains(days) { return day.adding(days: days) }
        return try DateOption.period(text, option: "--until", session).last
    }
}

/// `jbem agenda overdue`.
struct AgendaOverdueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "overdue", abstract: "已经超期的␟what is overdue", helpNames: [])

    @OptionGroup var options: AgendaOptions

    var global: GlobalOptions { options.global }

    func run(_ session: Session) throws {
        var filter = try options.filter()
        filter.isOverdueOnly = true
        try options.run(
            filter, { Localized("截至 \($0.asOf) 超期 \($0.overdue) 条", "\($0.overdue) overdue as of \($0.asOf)") }, session)
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

extension ListInspectionSlots.Order: ExpressibleByArgument {}
extension InspectionGrouping: ExpressibleByArgument {}
extension SlotCycle: ExpressibleByArgument {}

extension InspectionGrouping: RecordGrouping {
    var title: Localized {
        switch self {
        case .region: Localized("区域", "region")
        case .office: Localized("单位", "office")
        case .subject: Localized("对象", "subject")
        case .purpose: Localized("目的", "purpose")
        case .cycle: Localized("周期", "cycle")
        }
    }

    var list: String {
        switch self {
        case .region, .office: rawValue
        case .subject, .purpose, .cycle: "inspect_\(rawValue)"
        }
    }
}

/// What a question about the calendar is limited to.
struct InspectionOptions: ParsableArguments {
    enum Subject: String, ExpressibleByArgument, CaseIterable { case risk, equipment }

    @Option(name: .long, help: "对象：risk 或 equipment␟subjects: risk or equipment")
    var subject: Subject?
    @Option(name: .long, help: "目的：routine test␟purpose: routine test")
    var purpose: String?
    @Option(name: .long, help: "周期：day week month quarter half_year year␟cycle: day week month quarter half_year year")
    var cycle: SlotCycle?
    @Option(name: .long, help: "区域，含下级␟a region with everything below it")
    var region: String?
    @Flag(name: .customLong("key-only"), help: "仅重点监控特种设备␟key special equipment only")
    var keyOnly = false

    var question: InspectionQuestion {
        InspectionQuestion(
            subject: keyOnly ? "equipment" : subject?.rawValue, purpose: purpose, cycle: cycle, region: region, isKeyOnly: keyOnly)
    }
}

/// The slots of a question as a table that grows row by row.
struct SlotTable {
    let printer: Printer
    let list: ListInspectionSlots

    /// - Returns: the number of slots, limit aside.
    @discardableResult
    func print(_ session: Session) throws -> Int {
        var result = (total: 0, unassessed: 0)
        try printer.write { sink in
            var writer = printer.writer(to: sink)
            var subjects: SubjectColumns?
            result = try list.run(
                session,
                begin: { heading in
                    let made = SubjectColumns(heading, printer)
                    subjects = made
                    try writer.begin(title: printer.sampleBanner(heading.isSample), columns: columns(made))
                }, row: { row in if let subjects { try writer.row(cells(row, subjects)) } })
            try writer.end()
        }
        if result.unassessed > 0 { printer.note(SlotTable.unassessed(result.unassessed)) }
        return result.total
    }

    static func unassessed(_ count: Int) -> Localized {
        Localized("\(count) 个风险点未评估，不在日历上", "\(count) risk points were not assessed and are not on the calendar")
    }

    /// The cycle shows in the days, so that people do not need its column.
    private func columns(_ subjects: SubjectColumns) -> [Column] {
        let language = subjects.language
        return subjects.columns + [Column(key: "purpose", title: Localized("目的", "purpose").text(language), isFlexible: true)]
            + (printer.isForMachines ? [Column(key: "cycle", title: Localized("周期", "cycle").text(language))] : []) + [
                Column(key: "first_on", title: Localized("起", "first").text(language)),
                Column(key: "last_on", title: Localized("止", "last").text(language)),
                Column(key: "state", title: Localized("状态", "state").text(language)),
                Column(key: "done_on", title: Localized("检查日期", "done on").text(language)),
                Column(key: "done_by", title: Localized("检查人", "by").text(language)),
            ]
    }

    private func cells(_ row: InspectionSlotRow, _ subjects: SubjectColumns) -> [Cell] {
        let state: Localized =
            switch row.state {
            case .done: Localized("已查", "done")
            case .open: Localized("待查", "open")
            case .missed: Localized("漏查", "missed")
            }
        return subjects.cells(row.subject) + [subjects.code("purpose", row.purpose)]
            + (printer.isForMachines ? [subjects.code("cycle", row.slot.cycle.rawValue)] : []) + [
                .moment(row.slot.first.description), .moment(row.slot.last.description),
                .code(row.state.rawValue, shown: state.text(subjects.language)),
                row.doneOn.map { .moment($0.description) } ?? .empty, subjects.person(row.doneBy),
            ]
    }
}

/// `jbem inspect calendar`.
struct InspectCalendarCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "检查日历：期内到期的时段，已查与未查␟the slots that end in a period, visited or not", helpNames: [])

    @Option(name: .long, help: "期间：2025-06 2025Q2 2025（默认本月）␟period: 2025-06 2025Q2 2025 (default: this month)")
    var period: String?
    @Option(name: .long, help: "次序：subject day region person␟order: subject day region person")
    var by = ListInspectionSlots.Order.subject
    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @OptionGroup var narrowing: InspectionOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let today = session.today
        let asked = try period.map { try DateOption.period($0, option: "--period", session) } ?? .month(today.year, today.month)
        let total = try SlotTable(
            printer: printer,
            list: ListInspectionSlots(narrowing.question, asked, asOf: try past.date(session), order: by, limit: limit)
        ).print(session)
        printer.note(Localized("\(asked)：共 \(total) 个时段", "\(asked): \(total) slots in all"))
    }
}

/// `jbem inspect due`.
struct InspectDueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "今后几天到期、还没有查的␟slots that end in the next days and were not visited yet", helpNames: [])

    @Option(name: .long, help: "几天之内（默认 7）␟within so many days (default 7)")
    var days = 7
    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @OptionGroup var narrowing: InspectionOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        guard (0...366).contains(days) else { throw Failure(.usage, Localized("--days 为 0 到 366", "--days is 0 to 366")) }
        let printer = try Printer(session, global)
        let day = try past.date(session) ?? session.today
        let asked = DatePeriod(day, day.adding(days: days))
        let total = try SlotTable(
            printer: printer, list: ListInspectionSlots(narrowing.question, asked, asOf: day, kind: .unvisited, order: .day, limit: limit)
        ).print(session)
        printer.note(Localized("\(asked.first) 至 \(asked.last) 到期 \(total) 个", "\(total) due from \(asked.first) to \(asked.last)"))
    }
}

/// `jbem inspect overdue`.
struct InspectOverdueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "overdue", abstract: "上一时段漏查、至今没有补查的␟subjects whose newest slot was missed and that nobody visited since",
        helpNames: [])

    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @Flag(name: .customLong("exit-status"), help: "有逾期的则退出码 1␟exit 1 if there are any")
    var exitStatus = false
    @OptionGroup var narrowing: InspectionOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let language = session.language
        let (found, total, day, facts) = try ListOverdueInspections(
            narrowing.question, asOf: try past.date(session), limit: limit
        ).run(session)
        if total == 0, global.cron { return }
        let subjects = SubjectColumns(facts, printer)
        let columns =
            subjects.columns + [
                Column(key: "purpose", title: Localized("目的", "purpose").text(language), isFlexible: true),
                Column(key: "first_on", title: Localized("漏查时段起", "missed from").text(language)),
                Column(key: "last_on", title: Localized("止", "to").text(language)),
                Column(key: "missed", title: Localized("连漏", "in a row").text(language)),
                Column(key: "last_visit", title: Localized("上次检查", "last visit").text(language)),
            ]
        let rows = found.map { row -> [Cell] in
            subjects.cells(row.subject) + [
                subjects.code("purpose", row.purpose),
                .moment(row.slot.first.description), .moment(row.slot.last.description), .integer(row.missed),
                row.lastVisit.map { .moment($0.description) } ?? .empty,
            ]
        }
        try printer.print(Table(title: printer.sampleBanner(facts.isSample), columns: columns, rows: rows))
        printer.note(
            found.count == total
                ? Localized("截至 \(day) 共 \(total) 条逾期", "\(total) overdue as of \(day)")
                : Localized("截至 \(day) 共 \(total) 条逾期，列出 \(found.count) 条", "\(total) overdue as of \(day), \(found.count) listed"))
        if exitStatus, total > 0 { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem inspect coverage`.
struct InspectCoverageCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "检查覆盖率：已查÷应查，含分子分母；--gaps 列漏查␟visits done ÷ due with their counts; --gaps lists the missed",
        helpNames: [])

    @Option(name: .long, help: "期间：2025 2025Q2 2025-06（默认本年）␟period: 2025 2025Q2 2025-06 (default: this year)")
    var period: String?
    @Option(name: .long, help: "按什么分：region office subject purpose cycle␟by what: region office subject purpose cycle")
    var by = InspectionGrouping.region
    @Flag(name: .long, help: "列出漏查的时段␟list exactly the missed slots")
    var gaps = false
    @OptionGroup var narrowing: InspectionOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try period.map { try DateOption.period($0, option: "--period", session) } ?? .year(session.today.year)
        let day = try past.date(session)
        guard !gaps else {
            let total = try SlotTable(
                printer: printer, list: ListInspectionSlots(narrowing.question, asked, asOf: day, kind: .gaps)
            ).print(session)
            return printer.note(Localized("\(asked)：漏查 \(total) 个时段", "\(asked): \(total) slots missed"))
        }
        let output = try CountInspections(narrowing.question, asked, by: by, asOf: day).run(session)
        let language = session.language
        let columns =
            GroupColumns.columns(by, language) + [
                Column(key: "done", title: Localized("已查", "done").text(language)),
                Column(key: "due", title: Localized("应查", "due").text(language)),
                Column(key: "rate", title: Localized("覆盖率", "coverage").text(language), alignment: .trailing),
                Column(key: "extra", title: Localized("另查", "extra").text(language)),
            ]
        func cells(_ line: CountInspections.Line, _ group: [Cell]) -> [Cell] {
            group + [.integer(line.count.done), .integer(line.count.due), .rate(line.count.rate, language), .integer(line.extra)]
        }
        var rows = output.lines.map { cells($0, GroupColumns.cells(by, $0.key, output.facts.codes, language)) }
        if !printer.isForMachines { rows.append(cells(output.total, GroupColumns.total(language))) }
        try printer.print(Table(title: printer.sampleBanner(output.facts.isSample), columns: columns, rows: rows))
        printer.note(
            Localized(
                "\(asked)：截至 \(output.asOf) 已到期的时段；另查为雨前雨中雨后、开园前、专项与双随机",
                "\(asked): slots that ended by \(output.asOf); extra: rain, opening, campaigns and draws"))
        if output.unassessed > 0 { printer.note(SlotTable.unassessed(output.unassessed)) }
    }
}

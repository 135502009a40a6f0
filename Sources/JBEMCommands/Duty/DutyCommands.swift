internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

enum DutyVerbs {
    static let all: [any ParsableCommand.Type] = [
        DutyGapsCommand.self, DutyConflictsCommand.self, DutyNoticeCommand.self, DutyVerifyCommand.self,
    ]
}

/// A period given by `--from` and `--to`.
struct PeriodOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("起始：2025-05-01 2025 today␟first day: 2025-05-01 2025 today", valueName: "day"))
    var from: String?
    @Option(name: .long, help: ArgumentHelp("截止：2025-09-30 2025Q3 today+30␟last day: 2025-09-30 2025Q3 today+30", valueName: "day"))
    var to: String?

    /// - Parameter standard: what an end that is not given is taken from.
    /// - Throws: `.usage` for an end before the beginning.
    func period(_ session: Session, default standard: DatePeriod) throws -> DatePeriod {
        let first = try from.map { try DateOption.period($0, option: "--from", session) }
        let last = try to.map { try DateOption.period($0, option: "--to", session).last } ?? first.map { max($0.last, standard.last) }
        let (begin, end) = (first?.first ?? min(standard.first, last ?? standard.first), last ?? standard.last)
        guard begin <= end else {
            throw Failure(.usage, Localized("--to（\(end)）早于 --from（\(begin)）", "--to (\(end)) is before --from (\(begin))"))
        }
        guard end.dayNumber - begin.dayNumber < 36_600 else {
            throw Failure(.usage, Localized("期间超过 100 年", "the period is longer than 100 years"))
        }
        return DatePeriod(begin, end)
    }
}

/// `jbem duty gaps`.
struct DutyGapsCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "逐点逐日证明有能联系上的责任人，列出空档␟prove for each point and day that a reachable person is responsible; list the holes",
        helpNames: [])

    @OptionGroup var period: PeriodOptions
    @Flag(name: .customLong("by-role"), help: "三个责任人逐一要求␟ask for each of the three roles")
    var byRole = false
    @Option(name: .long, help: "只查这个区域␟this region only")
    var region: String?
    @Option(name: .long, help: "最多几条（照样全数）␟at most so many (all are counted)")
    var limit: Int?
    @Flag(name: .customLong("exit-status"), help: "有空档则退出码 1␟exit 1 if there are holes")
    var exitStatus = false
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        if let limit, limit < 1 { throw Failure(.usage, Localized("--limit 至少为 1", "--limit must be at least 1")) }
        let window = try period.period(session, default: DatePeriod(session.today, session.today))
        let output = try FindDutyGaps(window, isByRole: byRole, region: region, asOf: try past.date(session), limit: limit).run(session)
        if output.gaps.isEmpty, global.cron { return }
        try printer.print(DutyTable.gaps(output, byRole: byRole, printer.dress), isSample: output.facts.isSample)
        printer.note(DutyWords.gaps(output, window, byRole: byRole))
        if exitStatus, !output.gaps.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem duty conflicts`.
struct DutyConflictsCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts", abstract: "任期重叠：一责两人、重复登记、一人两处值班␟overlapping terms: two persons in a role, twice, two offices",
        helpNames: [])

    @OptionGroup var period: PeriodOptions
    @Flag(name: .customLong("exit-status"), help: "有重叠则退出码 1␟exit 1 if there are any")
    var exitStatus = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let language = session.language
        let whole = DatePeriod.years(1900, 9998)
        let isAsked = period.from != nil || period.to != nil
        let window = isAsked ? try period.period(session, default: DatePeriod(session.today, session.today)) : whole
        let (conflicts, facts) = try FindDutyConflicts(window).run(session)
        if conflicts.isEmpty, global.cron { return }
        let columns = [
            Column(key: "kind", title: Localized("冲突", "conflict").text(language)),
            Column(key: "role", title: Localized("责任", "role").text(language)),
            Column(key: "subject", title: Localized("对象", "subject").text(language), isFlexible: true),
            Column(key: "first", title: Localized("责任一", "first").text(language)),
            Column(key: "second", title: Localized("责任二", "second").text(language)),
            Column(key: "from", title: Localized("自", "from").text(language)),
            Column(key: "to", title: Localized("至", "to").text(language)),
        ]
        let rows = conflicts.map { conflict -> [Cell] in
            let last = conflict.days.last == whole.last ? nil : conflict.days.last.description
            return [
                .code(conflict.kind.rawValue, shown: DutyWords.conflict(conflict.kind).text(language)),
                DutyWords.role(conflict.role, facts.codes, language), .identifier(conflict.subject),
                .identifier(conflict.first), .identifier(conflict.second), .moment(conflict.days.first.description),
                last.map { .moment($0) } ?? .empty,
            ]
        }
        try printer.print(Table(title: printer.sampleBanner(facts.isSample), columns: columns, rows: rows))
        printer.note(
            conflicts.isEmpty ? Localized("没有重叠", "no overlap") : Localized("重叠 \(conflicts.count) 处", "overlaps: \(conflicts.count)"))
        if exitStatus, !conflicts.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem duty verify PERSON`.
struct DutyVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "记下一次电话核实␟note that a person's number was called", helpNames: [])

    @Argument(help: "工号或编号␟staff number or id")
    var person: String
    @Option(name: .long, help: "核实日期（默认今天）␟day of the call (default: today)")
    var on: String?
    @Flag(name: .long, help: "没有接通本人␟the person was not reached")
    var failed = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let asked = try on.map { try DateOption.period($0, option: "--on", session) }
        if let asked, asked.days > 1 {
            throw Failure(.usage, Localized("核实是某一天的事：\(asked)", "a call is made on one day: \(asked)"), at: .init(field: "--on"))
        }
        let day = asked?.first
        let (report, name, until) = try VerifyPhone(person, on: day, isReached: !failed, options: writing.options("duty verify")).run(
            session)
        let words: Localized =
            if failed {
                Localized("\(name)的电话未接通，不再算已核实", "\(name) was not reached; the number no longer counts as verified")
            } else if let until {
                Localized("\(name)的电话已核实，有效至 \(until)（含当日）", "the number of \(name) is verified, good until \(until)")
            } else {
                Localized("已记下，但此后已换号、未接通或已过期", "noted, but the number has changed, failed or run out since")
            }
        try Printer(session, global).report(report, words)
    }
}

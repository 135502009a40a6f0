internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

enum HolidayVerbs {
    static let all: [any ParsableCommand.Type] = [HolidayAfterCommand.self, HolidayCountCommand.self]
}

/// `jbem holiday after 2024-09-27 20`.
struct HolidayAfterCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "after", abstract: "某日之后第几个工作日是哪天␟the day on which so many working days have passed after a day", helpNames: [])

    @Argument(help: "起算日，当日不计␟the day from which to count, not counted itself")
    var day: String
    @Argument(help: "工作日数␟working days")
    var count: Int
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard (0...100_000).contains(count) else {
            throw Failure(.usage, Localized("工作日数为 0 到 100000", "working days are 0 to 100000"))
        }
        let first = try DateOption.period(day, option: "DAY", session).last
        guard first.year < 9000, count < 100_000 else {
            throw Failure(.usage, Localized("日子太远：\(day)", "too far away: \(day)"))
        }
        let result = try WorkingDays().after(first, count, session)
        try WorkingDayText.print(
            [("from", .string(first.description)), ("working_days", .integer(Int64(count))), ("day", .string(result.value.description))],
            result.value.description, result.unknownYears, printer)
    }
}

/// `jbem holiday count 2024-10`.
struct HolidayCountCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "期间内有几个工作日␟the working days of a period", helpNames: [])

    @Argument(help: "期间：2024-10 2024Q4 2024-09-27/2024-10-30␟period: 2024-10 2024Q4 2024-09-27/2024-10-30")
    var period: String
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try DateOption.period(period, option: "PERIOD", session)
        let result = try WorkingDays().inside(asked, session)
        try WorkingDayText.print(
            [
                ("period", .string(asked.description)), ("days", .integer(Int64(asked.days))),
                ("working_days", .integer(Int64(result.value))),
            ],
            String(result.value), result.unknownYears, printer)
    }
}

enum WorkingDayText {
    static func print(_ members: [(String, JSONValue)], _ line: String, _ unknown: [Int], _ printer: Printer) throws {
        let years = ("unknown_years", JSONValue.array(unknown.map { .integer(Int64($0)) }))
        try printer.print(object: .object(members + [("is_certain", .bool(unknown.isEmpty)), years]), isSample: false, lines: [line])
        if !unknown.isEmpty { printer.note(note(unknown)) }
    }

    static func note(_ unknown: [Int]) -> Localized {
        let years = unknown.map(String.init)
        return Localized(
            "\(years.joined(separator: "、")) 年的放假安排不在存储里，只扣了周末",
            "the days off of \(years.joined(separator: ", ")) are not in the store: only weekends were left out")
    }
}

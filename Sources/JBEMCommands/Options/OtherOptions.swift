internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations

/// Options of every writing command.
struct WritingOptions: ParsableArguments {
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "走完全程后回滚␟go all the way, then roll back")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "不提问（只有不能撤销的命令才问）␟no question (only what cannot be undone asks)")
    var yes = false

    @Option(name: .long, help: "随改动保存的理由␟a reason kept with the change")
    var note: String?

    func options(_ name: String, _ arguments: [String] = []) -> WriteOptions {
        WriteOptions(isDryRun: dryRun, note: note, name: name, arguments: arguments)
    }
}

/// Options of every list.
struct ListingOptions: ParsableArguments {
    @Option(name: .long, help: "要列的字段，逗号分隔；all 为全部␟fields to list, comma-separated; all for every one")
    var fields: String?

    @Option(
        name: .customLong("where"), help: "条件，可重复：等级=较大,重大 日期>=2024 名称~桥␟condition, repeatable: grade=larger,major date>=2024 title~bridge")
    var filters: [String] = []

    @Option(name: .long, parsing: .unconditional, help: "排序字段，逗号分隔；- 为倒序␟sort fields, comma-separated; - for descending")
    var sort: String?

    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?

    @Option(name: .long, help: "跳过前几条␟skip the first so many")
    var offset = 0

    @Option(name: .long, help: ArgumentHelp("从这天起：2024-06-01 2024Q2 7d 今天␟from this day: 2024-06-01 2024Q2 7d today", valueName: "day"))
    var since: String?

    @Option(name: .long, help: "到这天止␟up to this day")
    var until: String?

    /// Called by the commands: the argument parser would make a mere text of these failures.
    func check() throws {
        if let limit, limit < 0 { throw Failure(.usage, Localized("--limit 不能为负", "--limit must not be negative")) }
        if offset < 0 { throw Failure(.usage, Localized("--offset 不能为负", "--offset must not be negative")) }
    }
}

/// Options of commands that can show personal fields.
struct RevealOptions: ParsableArguments {
    @Flag(name: .long, help: "显示个人信息（须 --reason，先入日志）␟show personal fields (needs --reason; logged first)")
    var reveal = false

    @Option(name: .long, help: "查看个人信息的理由␟why the personal fields are looked at")
    var reason: String?

    /// The reason, if personal fields are asked for.
    ///
    /// - Throws: `.usage` without a reason.
    func givenReason() throws -> String? {
        guard reveal else { return nil }
        guard let reason, !reason.isEmpty else {
            throw Failure(.usage, Localized("--reveal 须同时给出 --reason", "--reveal needs --reason"))
        }
        return reason
    }
}

/// The option of every command that looks at the past.
struct AsOfOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "以该日所知为准：2024-01-31 2024Q1 today␟what was known on that day: 2024-01-31 2024Q1 today")
    var asOf: String?

    /// The last day of the expression.
    func date(_ session: Session) throws -> CalendarDate? {
        try asOf.map { try DateOption.period($0, option: "--as-of", session).last }
    }
}

enum DateOption {
    /// - Throws: `.usage` naming the option.
    static func period(_ text: String, option: String, _ session: Session) throws -> DatePeriod {
        do {
            return try DateExpression.parse(text, today: session.today)
        } catch {
            throw Failure(.usage, error.reason, at: .init(field: option))
        }
    }
}

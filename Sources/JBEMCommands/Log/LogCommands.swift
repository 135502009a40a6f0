internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// `jbem log …`.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "改动日志：谁、何时、改了什么␟the change journal: who, when, what",
        subcommands: [LogListCommand.self, LogShowCommand.self, LogVerifyCommand.self, LogHeadCommand.self],
        defaultSubcommand: LogListCommand.self,
        helpNames: [])
}

/// `jbem log list`.
struct LogListCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "最近的改动，新的在前␟the newest changes first", helpNames: [])

    @Option(name: .long, help: "只列此号之后的改动␟only changes after this one")
    var since: Int64?
    @Option(name: .long, help: "最多几条（默认 20；0 为全部）␟at most so many (default 20; 0 for all)")
    var limit = 20
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let changes = try ListChanges(since: since, limit: limit == 0 ? nil : limit).run(session)
        try printer.print(
            Table(columns: ChangeTable.columns(session.language), rows: changes.map { ChangeTable.row($0, session.language) }))
    }
}

/// `jbem log show N`.
struct LogShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一次改动的每个字段，之前与之后␟every field of one change, before and after", helpNames: [])

    @Argument(help: "改动号␟change number")
    var id: Int64
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let output = try ShowChange(id).run(session)
        let (columns, rows) = (ChangeFieldTable.columns(session.language), ChangeFieldTable.rows(output, session.language))
        if printer.isJSON {
            let change = JSONValue.record(ChangeTable.columns(session.language), ChangeTable.row(output.change, session.language))
            return try printer.print(change.adding("fields", .array(rows.map { JSONValue.record(columns, $0) })))
        }
        let title = ChangeTable.sentence(output.change, session.language)
        try printer.print(Table(title: printer.isForMachines ? nil : title, columns: columns, rows: rows))
    }
}

/// `jbem log verify`.
struct LogVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "验证改动链；--replay 由日志重建各表并逐行比较␟check the change chain; --replay rebuilds the tables and compares every row", helpNames: [])

    @Flag(name: .long, help: "由日志重建并比较␟rebuild from the journal and compare")
    var replay = false
    @Option(
        name: .long, help: "另存的 .anchor 文件：其中每个链头都须在链上␟a copy of the .anchor file kept elsewhere: every head in it has to be in the chain")
    var anchor: String?
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let result = try VerifyLog(replay: replay, anchor: anchor).run(session)
        try printer.print(
            object: .object([
                ("sound", .bool(result.isSound)), ("changes", .integer(Int64(result.changes))), ("head", .optional(result.head?.hash)),
                ("broken_change", .optional(result.broken?.change)),
                ("reason", .optional(result.broken?.reason.zh)), ("reason_en", .optional(result.broken?.reason.en)),
                ("replayed_rows", .optional(result.replayedRows.map { Int64($0) })),
                ("differences", .array((result.differences ?? []).map(JSONValue.string))),
            ]), isSample: false, lines: LogVerifyCommand.lines(result).map { OutputGate.visible($0.text(session.language)) })
        guard !result.isSound else { return }
        throw Failure(
            .found,
            result.broken == nil
                ? Localized("表中的数据不是日志得出的", "the tables hold what does not follow from the journal")
                : Localized("改动链不完整", "the change chain does not hold"))
    }

    private static func lines(_ result: Store.Verification) -> [Localized] {
        if let broken = result.broken {
            return [Localized("第 \(broken.change) 号改动：\(broken.reason.zh)", "change \(broken.change): \(broken.reason.en)")]
        }
        var lines = [
            Localized(
                "改动链完好：\(result.changes) 次改动，链头 \(result.head?.hash.prefix(16) ?? "—")",
                "the chain holds: \(result.changes) changes, head \(result.head?.hash.prefix(16) ?? "—")")
        ]
        if let differences = result.differences {
            lines +=
                differences.isEmpty
                ? [Localized("重放一致：\(result.replayedRows ?? 0) 行", "the replay agrees: \(result.replayedRows ?? 0) rows")]
                : differences.map { Localized("与日志不符：\($0)", "does not follow from the journal: \($0)") }
        }
        return lines
    }
}

/// `jbem log head`.
struct LogHeadCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: "链头：最新改动的号与散列␟the head of the chain: newest number and hash", helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let head = try ListChanges(since: nil, limit: 1).run(session).first
        try printer.print(
            object: .object([("change", .optional(head?.id)), ("hash", .optional(head?.hash))]), isSample: false,
            lines: [head.map { "\($0.id) \($0.hash)" } ?? "0"])
    }
}

/// `jbem undo [N]`.
struct UndoCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "撤销一次改动（默认自己最近的一次）␟take one change back (default: your newest)", helpNames: [])

    @Argument(help: "改动号␟change number")
    var id: Int64?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let options = writing.options("undo", id.map { [String($0)] } ?? [])
        let output = try TakeBackChange(.undo, id, options: options).run(session)
        let words = ChangeTable.sentence(output.target, session.language)
        try Printer(session, global).report(output.report, Localized("已撤销：\(words)", "undone: \(words)"))
    }
}

/// `jbem redo`.
struct RedoCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "redo", abstract: "重做最近的撤销␟take the newest undo back", helpNames: [])

    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let output = try TakeBackChange(.redo, nil, options: writing.options("redo")).run(session)
        let words = ChangeTable.sentence(output.target, session.language)
        try Printer(session, global).report(output.report, Localized("已重做：\(words)", "redone: \(words)"))
    }
}

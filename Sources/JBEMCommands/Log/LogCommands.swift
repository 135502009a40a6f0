internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
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
        let text = FieldText(codes: output.codes, home: output.home, language: session.language)
        let rows = output.rows.flatMap { row in
            row.fields.map { field in
                [Cell.text(row.table), Cell.identifier(row.name)]
                    + FieldChangeTable.row(output.change, row.operation, field, text).dropFirst(3)
            }
        }
        let columns =
            [
                Column(key: "table", title: Localized("表", "table").text(session.language)),
                Column(key: "record", title: Localized("记录", "record").text(session.language)),
            ] + FieldChangeTable.columns(session.language).dropFirst(3)
        if printer.isJSON {
            let change = JSONValue.record(ChangeTable.columns(session.language), ChangeTable.row(output.change, session.language))
            return try printer.print(change.adding("fields", .array(rows.map { JSONValue.record(Array(columns), $0) })))
        }
        let title = ChangeTable.sentence(output.change, session.language)
        try printer.print(Table(title: printer.isForMachines ? nil : title, columns: Array(columns), rows: rows))
    }
}

/// `jbem log verify`.
struct LogVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "验证改动链；--replay 由日志重建各表并逐行比较␟check the change chain; --replay rebuilds the tables and compares every row", helpNames: [])

    @Flag(name: .long, help: "由日志重建并比较␟rebuild from the journal and compare")
    var replay = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let result = try VerifyLog(replay: replay).run(session)
        try printer.print(
            object: .object([
                ("sound", .bool(result.isSound)), ("changes", .integer(Int64(result.changes))), ("head", .optional(result.head?.hash)),
                ("broken_change", .optional(result.broken?.change)),
                ("reason", .optional(result.broken?.reason.zh)), ("reason_en", .optional(result.broken?.reason.en)),
                ("replayed_rows", .optional(result.replayedRows.map { Int64($0) })),
                ("differences", .array((result.differences ?? []).map(JSONValue.string))),
            ]), isSample: false, lines: LogVerifyCommand.lines(result).map { OutputGate.visible($0.text(session.language)) })
        if !result.isSound { throw Failure(.found, Localized("改动链不完整", "the change chain does not hold")) }
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

/// Changes as rows.
enum ChangeTable {
    static func columns(_ language: Language) -> [Column] {
        [
            Column(key: "change", title: Localized("改动", "change").text(language)),
            Column(key: "at", title: Localized("时间", "at").text(language)),
            Column(key: "actor", title: Localized("操作人", "actor").text(language)),
            Column(key: "kind", title: Localized("类别", "kind").text(language)),
            Column(key: "action", title: Localized("操作", "action").text(language)),
            Column(key: "rows", title: Localized("行数", "rows").text(language)),
            Column(key: "arguments", title: Localized("参数", "arguments").text(language), isFlexible: true),
            Column(key: "note", title: Localized("理由", "note").text(language), isFlexible: true),
            Column(key: "undoes", title: Localized("撤销", "undoes").text(language)),
        ]
    }

    static func row(_ change: Change, _ language: Language) -> [Cell] {
        [
            .integer(change.id), .moment(change.at, shown: Instant(rfc3339: change.at)?.localText()), .text(change.actor),
            .code(change.kind, shown: kind(change.kind).text(language)), .text(change.action), .integer(change.rows),
            .text(change.arguments),
            change.note.map { .text($0) } ?? .empty, change.undoes.map { .integer($0) } ?? .empty,
        ]
    }

    static func sentence(_ change: Change, _ language: Language) -> String {
        let at = Instant(rfc3339: change.at)?.localText() ?? change.at
        return Localized(
            "第 \(change.id) 号 \(change.action)，\(change.rows) 行，\(change.actor)，\(at)",
            "change \(change.id) \(change.action), rows: \(change.rows), by \(change.actor), \(at)"
        ).text(language)
    }

    private static func kind(_ kind: String) -> Localized {
        switch kind {
        case "init": Localized("建库", "init")
        case "command": Localized("命令", "command")
        case "import": Localized("导入", "import")
        case "undo": Localized("撤销", "undo")
        case "redo": Localized("重做", "redo")
        case "migration": Localized("升级", "migration")
        case "reveal": Localized("查看个人信息", "reveal")
        default: Localized(verbatim: kind)
        }
    }
}

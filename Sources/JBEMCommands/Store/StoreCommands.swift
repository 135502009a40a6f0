internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMStore

extension JBEM {
    static let storeNouns: [NounCommand] = [
        command("init", InitCommand.self, Localized("建库", "init"), .store, aliases: ["建库"]),
        command("import", ImportBatchCommand.self, Localized("批量导入", "import"), .store),
        command("log", LogCommand.self, Localized("日志", "log"), .store, aliases: ["日志"]),
        command("undo", UndoCommand.self, Localized("撤销", "undo"), .store, aliases: ["撤销"]),
        command("redo", RedoCommand.self, Localized("重做", "redo"), .store, aliases: ["重做"]),
        command("query", QueryCommand.self, Localized("查询", "query"), .store, aliases: ["查询"]),
        command("store", StoreCommand.self, Localized("存储", "store"), .store, aliases: ["存储"]),
        command("completion", CompletionCommand.self, Localized("补全", "completion"), .store, aliases: ["补全"]),
        command("help", HelpTopicCommand.self, Localized("帮助", "help"), .store, aliases: ["帮助"]),
    ]
}

/// `jbem init`.
struct InitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "新建存储，载入代码表、区域与规则␟make a store with the code lists, regions and rules", helpNames: [])

    @Option(
        name: .long,
        help:
            "单位编号：九位区划代码，或 10⁸ 以下的号（默认 500105000，示例存储 999101000）␟office number: the nine-digit division code, or one below 10⁸ (default 500105000; 999101000 for a sample store)"
    )
    var office: Int64?

    @Flag(name: .long, help: "示例存储：只收虚构数据␟a sample store: takes invented data only")
    var sample = false

    @Flag(name: .long, help: "与同组用户共用（2770/0660）␟shared with the group (2770/0660)")
    var shared = false

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let office = office ?? (sample ? 999_101_000 : 500_105_000)
        let options = WriteOptions(name: "init", arguments: ["--office", String(office)] + (sample ? ["--sample"] : []))
        let output = try InitStore(office: office, isSample: sample, isShared: shared, options: options).run(session)
        let report = WriteReport(change: output.change, ids: [], rows: output.rows, isDryRun: false)
        try printer.report(report, Localized("已建立存储 \(output.path)，单位 \(office)", "made the store \(output.path) of office \(office)"))
    }
}

/// `jbem store …`.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "存储的状况与维护␟the store: what it is, checks, upkeep",
        subcommands: [
            StoreInfoCommand.self, StoreCheckCommand.self, StoreDoctorCommand.self, StoreBackupCommand.self, StoreRestoreCommand.self,
            StoreMigrateCommand.self, StorePurgeCommand.self,
        ], defaultSubcommand: StoreInfoCommand.self, helpNames: [])
}

/// `jbem store info`.
struct StoreInfoCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "存储的身份与记录数␟identity and number of records", helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let output = try StoreInfo().run(session)
        let object = JSONValue.object([

            ("path", .string(output.path)), ("uuid", .string(output.identity.uuid)), ("office", .integer(output.identity.office)),
            ("is_sample", .bool(output.identity.isSample)), ("created_at", .string(output.identity.createdAt)),
            ("schema_version", .integer(Int64(output.schemaVersion))), ("head", .optional(output.head?.id)),
            ("head_hash", .optional(output.head?.hash)), ("plan", .optional(output.plan)), ("bytes", .integer(Int64(output.bytes))),
            ("records", .object(output.counts.map { ($0.noun, .integer(Int64($0.count))) })),
        ])
        let language = session.language
        let facts: [(Localized, String)] = [
            (Localized("文件", "file"), output.path), (Localized("单位编号", "office number"), String(output.identity.office)),
            (Localized("示例数据", "sample data"), (output.identity.isSample ? Localized("是", "yes") : Localized("否", "no")).text(language)),
            (Localized("建立时间", "created at"), Instant(rfc3339: output.identity.createdAt)?.localText() ?? ""),
            (Localized("结构版本", "schema version"), String(output.schemaVersion)), (Localized("大小", "size"), "\(output.bytes / 1024) KiB"),
            (Localized("采用的规划", "plan in use"), output.plan ?? "—"),
            (Localized("最新改动", "newest change"), output.head.map { "\($0.id) \($0.hash.prefix(12))…" } ?? "—"),
        ]
        let items = facts.map { KeyValueList.Item($0.0.text(language), $0.1) }
        let counts = output.counts.map { KeyValueList.Item($0.label.text(language), String($0.count)) }
        let list = KeyValueList(sections: [.init(items: items), .init(title: Localized("记录数", "Records").text(language), items: counts)])
        try printer.print(object: object, isSample: output.identity.isSample, lines: printer.lines(list))
    }
}

/// `jbem store check`.
struct StoreCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "查损坏：数据库、引用、改动链与重放␟look for damage: database, references, change chain and replay", helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let output = try CheckStore().run(session)
        let language = session.language
        let rows = output.checks.flatMap { check -> [[Cell]] in
            let name = Cell(display: check.name.text(language), machine: check.name.en, json: .string(check.name.en))
            guard !check.findings.isEmpty else {
                return [[name, .code("sound", shown: Localized("正常", "sound").text(language)).styled(.good), .empty]]
            }
            return check.findings.map { [name, .code("broken", shown: Localized("有问题", "broken").text(language)).styled(.bad), .text($0)] }
        }
        let columns = [
            Column(key: "check", title: Localized("检查", "check").text(language)),
            Column(key: "state", title: Localized("结果", "result").text(language)),
            Column(key: "finding", title: Localized("发现", "finding").text(language), isFlexible: true),
        ]
        try printer.print(Table(columns: columns, rows: rows))
        if !output.isSound { throw Failure(.found, Localized("存储有问题", "the store is not sound")) }
    }
}

/// `jbem store migrate`.
struct StoreMigrateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "把旧存储升到本程序的版本（先备份）␟bring an older store up to date (backup first)", helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let (from, to) = try MigrateStore().run(session)
        let words =
            from == to
            ? Localized("已是版本 \(to)", "already at version \(to)")
            : Localized("已从版本 \(from) 升到 \(to)", "migrated from version \(from) to \(to)")
        let printer = try Printer(session, global)
        try printer.print(lines: [words.text(session.language)])
        // Lists of the office may have been edited: they are never overwritten without being asked for.
        guard from != to, let data = try? session.dataFolder() else { return }
        printer.note(
            Localized(
                "新版本的代码表与规则另行载入：jbem import --batch \(data)/codes，再 jbem import --batch \(data)/rules",
                "load the lists and rules of this version: jbem import --batch \(data)/codes, then jbem import --batch \(data)/rules"))
    }
}

/// `jbem query "SELECT …"`.
struct QueryCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "只读 SQL 查询，各种格式␟a read-only SQL query in every format", helpNames: [])

    @Argument(help: "一条 SELECT␟one SELECT")
    var sql: String
    @Option(name: .long, help: "最多几秒，1 到 3600（默认 60）␟time limit in seconds, 1 to 3600 (default 60)")
    var timeout = 60
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let operation = RunQuery(sql, seconds: timeout)
        var room = room(printer)
        try printer.write { sink in
            var writer = printer.writer(to: sink)
            try operation.run(
                session,
                begin: { names, isSample in
                    try writer.begin(
                        title: printer.sampleBanner(isSample), columns: names.map { Column(key: $0, title: $0, isFlexible: true) })
                },
                row: { row in
                    room -= row.reduce(0) { $0 + $1.size }
                    guard room >= 0 else { throw QueryCommand.tooMuch }
                    try writer.row(row.map(QueryCommand.cell))
                })
            try writer.end()
        }
    }

    /// Bytes of values that may be gathered: a table is laid out, and a file written, when all of it is there.
    private func room(_ printer: Printer) -> Int {
        switch printer.format {
        case .table, .md: 16 << 20
        default: printer.global.output == nil ? .max : 128 << 20
        }
    }

    private static let tooMuch = Failure(
        .usage, Localized("结果太多，放不进一张表", "the result is too large for one table"),
        hints: [Localized("加 LIMIT，或用 --csv、--jsonl 输出到管道", "add LIMIT, or stream it: --csv or --jsonl into a pipe")])

    private static func cell(_ value: QueryValue) -> Cell {
        switch value {
        case .null: .empty
        case .integer(let number): .integer(number)
        case .real(let number): .real(number, digits: 15)
        case .text(let text): .text(text)
        case .blob(let hex): .text(hex)
        }
    }
}

extension QueryValue {
    /// Bytes that it takes in memory, as a rule of thumb.
    fileprivate var size: Int {
        switch self {
        case .null, .integer, .real: 64
        case .text(let text), .blob(let text): 64 + text.utf8.count
        }
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMStore

/// `jbem store backup …`.
struct StoreBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份与核对备份␟backups, and proving them",
        subcommands: [StoreBackupMakeCommand.self, StoreBackupVerifyCommand.self], defaultSubcommand: StoreBackupMakeCommand.self,
        helpNames: [])
}

/// `jbem store backup [make]`.
struct StoreBackupMakeCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "备份成一个文件，重新读过、逐行比对后才算␟a backup in one file, which counts when it was read again and compared row by row",
        helpNames: [])

    @Option(name: .customLong("to"), help: ArgumentHelp("默认存储旁的 backups␟default: backups beside the store", valueName: "folder"))
    var folder: String?
    @Option(name: .long, help: "保留最新几份；更旧的先改名，下次备份后才删␟keep so many; older ones are renamed and removed after the next backup")
    var keep: Int?
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard keep.map({ (1...100_000).contains($0) }) ?? true else {
            throw Failure(.usage, Localized("--keep 为 1 到 100000", "--keep is 1 to 100000"))
        }
        let output = try BackupStore(to: folder, keep: keep).run(session)
        let object = JSONValue.object([
            ("path", .string(output.backup.path)), ("change", .optional(output.backup.head?.id)), ("bytes", .integer(output.backup.bytes)),
            ("verified", .bool(true)), ("expired", .array(output.expired.map(JSONValue.string))),
            ("removed", .array(output.removed.map(JSONValue.string))),
        ])
        if printer.isForMachines { return try printer.print(object: object, isSample: false, lines: []) }
        guard !global.quiet, !global.cron else { return }
        let head = output.backup.head.map { Localized("到改动 \($0.id)", "up to change \($0.id)") } ?? Localized("没有改动", "no changes")
        let words = Localized(
            "已备份并核对：\(output.backup.path)（\(head.zh)，\(output.backup.bytes >> 10) KiB）",
            "backed up and verified: \(output.backup.path) (\(head.en), \(output.backup.bytes >> 10) KiB)")
        try printer.print(lines: [OutputGate.visible(words.text(session.language))])
        for path in output.expired { printer.note(Localized("下次备份后删除：\(path)", "to be removed after the next backup: \(path)")) }
        for path in output.removed { printer.note(Localized("已删除：\(path)", "removed: \(path)")) }
    }
}

/// `jbem store backup verify FILE`.
struct StoreBackupVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "真正恢复到别处，查页、引用、改动链并重放␟really restores it elsewhere: pages, references, chain and replay",
        helpNames: [])

    @Argument(help: "备份文件␟backup file")
    var file: String
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (backup, findings) = try VerifyBackup(file).run(session)
        let language = session.language
        try printer.print(
            object: .object([
                ("path", .string(backup.path)), ("sound", .bool(findings.isEmpty)), ("change", .optional(backup.head?.id)),
                ("schema_version", .integer(Int64(backup.schemaVersion))),
                ("findings", .array(findings.map { .string($0.text(language)) })),
            ]), isSample: false,
            lines: findings.isEmpty
                ? [
                    Localized(
                        "备份完好，可恢复到改动 \(backup.head?.id ?? 0)", "the backup is sound and restores up to change \(backup.head?.id ?? 0)"
                    ).text(language)
                ] : findings.map { OutputGate.visible($0.text(language)) })
        if !findings.isEmpty { throw Failure(.found, Localized("备份有问题", "the backup is not sound")) }
    }
}

/// `jbem store restore FILE`.
struct StoreRestoreCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "从备份恢复；现有内容另存一份␟takes the store back to a backup; what it holds now is kept beside", helpNames: []
    )

    @Argument(help: "备份文件␟backup file")
    var file: String
    @Flag(name: [.short, .long], help: "不再询问␟no question")
    var yes = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard yes else {
            throw Failure(
                .usage, Localized("恢复会换掉存储现有的内容", "a restore replaces what the store holds"),
                hints: [Localized("确定就运行：jbem store restore \(file) --yes", "to do it: jbem store restore \(file) --yes")])
        }
        let output = try RestoreStore(file).run(session)
        let object = JSONValue.object([
            ("path", .string(session.storePath)), ("change", .optional(output.backup.head?.id)), ("former", .optional(output.former)),
        ])
        let words = Localized(
            "已恢复到改动 \(output.backup.head?.id ?? 0)\(output.former.map { "；原有内容在 \($0)" } ?? "")",
            "restored up to change \(output.backup.head?.id ?? 0)\(output.former.map { "; what was there is in \($0)" } ?? "")")
        try printer.print(object: object, isSample: false, lines: [OutputGate.visible(words.text(session.language))])
    }
}

/// `jbem store doctor`.
struct StoreDoctorCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "体检：SQLite、文件系统、空间、权限、时钟、改动链、备份、关账␟SQLite, file system, space, rights, clock, chain, backup, closings",
        helpNames: [])

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let all = try RunDoctor().run(session)
        let language = session.language
        let isQuiet = global.quiet || global.cron
        let checks = isQuiet ? all.filter { $0.grade == .broken } : all
        if !(isQuiet && checks.isEmpty) {
            let labels: [RunDoctor.Grade: (Localized, Style.Role)] = [
                .sound: (Localized("正常", "sound"), .good), .notice: (Localized("留意", "notice"), .warning),
                .broken: (Localized("有问题", "broken"), .bad),
            ]
            // What to do is for people a sentence of its own: a column would cut it off.
            let rows = checks.map { check -> [Cell] in
                let (label, role) = labels[check.grade]!
                return [
                    Cell(display: check.name.text(language), machine: check.name.en, json: .string(check.name.en)),
                    .code(check.grade.rawValue, shown: label.text(language)).styled(role), .text(check.words.text(language)),
                ] + (printer.isForMachines ? [check.remedy.map { .text($0.text(language)) } ?? .empty] : [])
            }
            let columns =
                [
                    Column(key: "check", title: Localized("检查", "check").text(language)),
                    Column(key: "state", title: Localized("结果", "result").text(language)),
                    Column(key: "finding", title: Localized("情况", "what is there").text(language), isFlexible: true),
                ] + (printer.isForMachines ? [Column(key: "remedy", title: "remedy")] : [])
            let remedies = checks.compactMap { check in
                check.remedy.map {
                    OutputGate.visible(
                        Localized("\(check.name.zh)：\(check.words.zh)。\($0.zh)。", "\(check.name.en): \(check.words.en). \($0.en).").text(
                            language))
                }
            }
            let lines = printer.isForMachines || remedies.isEmpty ? [] : [""] + remedies
            try printer.print(Table(columns: columns, rows: rows), isSample: false, lines: lines)
        }
        if all.contains(where: { $0.grade == .broken }) { throw Failure(.found, Localized("", "")) }
    }
}

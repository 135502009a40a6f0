internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// The options that mean the same on every command.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "存储文件（默认 JBEM_DB，再默认 $XDG_DATA_HOME/jbem/jbem.db）␟store file (default: JBEM_DB, then $XDG_DATA_HOME/jbem/jbem.db)")
    var db: String?

    @Option(
        name: [.customShort("O"), .long],
        help: "输出格式：table plain md csv tsv json jsonl html␟output format: table plain md csv tsv json jsonl html")
    var format: OutputFormat?

    @Flag(name: .long, help: "同 --format json␟same as --format json")
    var json = false

    @Flag(name: .long, help: "同 --format jsonl␟same as --format jsonl")
    var jsonl = false

    @Flag(name: .long, help: "同 --format csv␟same as --format csv")
    var csv = false

    @Flag(name: .long, help: "同 --format tsv␟same as --format tsv")
    var tsv = false

    @Flag(name: .long, help: "供电子表格的 CSV：BOM、中文表头、防公式␟CSV for spreadsheets: BOM, headers in words, formulas guarded")
    var excel = false

    @Option(
        name: [.customShort("o"), .long],
        help: "写入文件（格式由后缀定；已存在须 --force）␟write to a file (format from its ending; an existing one needs --force)")
    var output: String?

    @Flag(name: .long, help: "覆盖已有的输出文件␟replace an existing output file")
    var force = false

    @Option(name: .long, help: "界面语言：zh 或 en␟language: zh or en")
    var lang: Language?

    @Flag(name: .shortAndLong, help: "只输出错误␟errors only")
    var quiet = false

    @Flag(name: .shortAndLong, help: "在 stderr 上说明细节␟say details on stderr")
    var verbose = false

    @Option(name: .long, help: "颜色：auto always never␟colour: auto always never")
    var color: ColorChoice = .auto

    @Flag(name: .long, help: "只用 ASCII 排版符号␟ASCII typography only")
    var ascii = false

    @Option(name: .long, help: "行宽（字符格）␟line width in cells")
    var width: Int?

    @Flag(name: .customLong("no-pager"), help: "不用分页器（目前没有分页器）␟no pager (there is none so far)")
    var noPager = false

    @Flag(name: .long, help: "定时任务：安静、不提问、无颜色、锁等待 60 秒␟for cron: quiet, no questions, no colour, lock timeout 60 s")
    var cron = false

    @Option(name: .customLong("lock-timeout"), help: "等待其他写入者的秒数（默认 10）␟seconds to wait for other writers (default 10)")
    var lockTimeout: Double?

    @Option(name: .long, help: "操作人（系统用户另记）␟who acts (the system user is kept beside it)")
    var actor: String?

    /// The argument parser would make a mere text of these failures, so they are not in `validate()`.
    private func check() throws {
        // Before the command runs: a refused output file must not follow a written change.
        if let output { try OutputFile.checkIsFree(output, replacing: force) }
        if let lockTimeout, lockTimeout < 0 || lockTimeout > 86_400 {
            throw Failure(.usage, Localized("--lock-timeout 须在 0 到 86400 之间", "--lock-timeout must be 0…86400"))
        }
        if let width, width < 20 || width > 10_000 {
            throw Failure(.usage, Localized("--width 须在 20 到 10000 之间", "--width must be 20…10000"))
        }
    }

    /// The session with these options in force.
    func applied(to session: Session, arguments: [String]) throws -> Session {
        try check()
        var session = session
        if let db { session.storePath = db }
        if let actor { session.actor = actor }
        session.lockTimeout = lockTimeout ?? (cron ? 60 : session.lockTimeout)
        if let width { session.terminal.width = width }
        return session
    }

    /// The format of the output: `--format`, its short forms, the ending of `--output`, or the command's own.
    func chosenFormat(default standard: OutputFormat) throws -> OutputFormat {
        let short: [(Bool, OutputFormat)] = [(json, .json), (jsonl, .jsonl), (csv || excel, .csv), (tsv, .tsv)]
        let asked = short.filter(\.0).map(\.1) + (format.map { [$0] } ?? [])
        guard asked.count <= 1 else {
            throw Failure(.usage, Localized("只能选一种输出格式", "choose one output format"))
        }
        if let first = asked.first { return first }
        if let output, let format = OutputFormat(fileName: output) { return format }
        return standard
    }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

extension OutputFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// Which language a run speaks: `--lang`, `JBEM_LANG`, then the locale; C and POSIX decide nothing.
enum LanguageChoice {
    static func language(_ arguments: [String], environment: [String: String]) -> Language {
        if let asked = EarlyOption.values(of: "--lang", in: arguments).compactMap({ Language(rawValue: $0) }).first { return asked }
        if let own = environment["JBEM_LANG"].flatMap({ Language(rawValue: String($0.prefix(2))) }) { return own }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            if value.hasPrefix("zh") { return .zh }
            if value.hasPrefix("en") { return .en }
            // LC_ALL=C is set by cron and scripts: it says nothing about the reader.
        }
        return .zh
    }
}

/// Options that have to be read before the command is parsed, for help, completion and the language of its faults.
enum EarlyOption {
    /// The values of `--name value` and `--name=value` before `--`, in their order.
    static func values(of name: String, in arguments: [String]) -> [String] {
        let own = Array(arguments.prefix { $0 != "--" })
        return own.indices.compactMap { index in
            if own[index] == name { return index + 1 < own.count ? own[index + 1] : nil }
            return own[index].hasPrefix(name + "=") ? String(own[index].dropFirst(name.count + 1)) : nil
        }
    }
}

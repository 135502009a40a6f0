internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// `jbem <noun> import FILE …`.
struct ImportCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract:
                "导入\(N.schema.label.zh)：CSV、TSV、JSON、JSONL，- 为标准输入␟import \(N.schema.label.en) records: CSV, TSV, JSON, JSONL; - is stdin",
            helpNames: [])
    }

    @Argument(help: "文件，- 为标准输入␟files; - is stdin")
    var files: [String]
    @OptionGroup var importing: ImportingOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let sources = try files.map { (schema: N.schema, source: try importing.source($0, session)) }
        try importing.run(sources, name: "\(N.schema.noun) import", arguments: files, writing, Printer(session, global), session)
    }
}

/// `jbem import --batch FOLDER`: several nouns in one change.
struct ImportBatchCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "把文件夹里各名词的 CSV 作为一次改动导入␟import a folder of CSV files, one a noun, as one change", helpNames: [])

    @Option(name: .long, help: "文件夹，文件名为名词：accident.csv …␟folder with files named after nouns: accident.csv …")
    var batch: String
    @OptionGroup var importing: ImportingOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let sources = DataFolder.inOrder(try DataFolder.sources(in: batch, session: session))
        guard !sources.isEmpty else {
            throw Failure(.data, Localized("\(batch) 里没有 .csv 文件", "there is no .csv file in \(batch)"))
        }
        try importing.run(
            sources, isBatch: true, name: "import", arguments: ["--batch", batch], writing, Printer(session, global), session)
    }
}

/// Options of every import.
struct ImportingOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "编码：utf-8 utf-16le utf-16be gb18030（默认自动）␟encoding: utf-8 utf-16le utf-16be gb18030 (default: told from the bytes)")
    var encoding: String?

    @Option(
        name: .customLong("input-format"), help: "输入格式：csv tsv json jsonl（默认由文件名）␟input format: csv tsv json jsonl (default: by the name)")
    var inputFormat: ImportSource.Format?

    @Option(name: .long, help: "列名=字段，可重复；字段留空则忽略该列␟column=field, repeatable; an empty field leaves the column out")
    var map: [String] = []

    @Option(
        name: .customLong("on-error"),
        help: "有误时：stop 全不写（默认），skip 写入无误的行␟on faults: stop writes nothing (default), skip writes the good rows")
    var onError: ImportRecords.FaultPolicy = .stop

    @Option(
        name: .long,
        help:
            "把有误的行与原因写入此文件（已存在须 --force；--batch 时为文件夹）␟write the faulty rows with reasons to this file (an existing one needs --force; a folder with --batch)"
    )
    var rejects: String?

    func source(_ file: String, _ session: Session) throws -> ImportSource {
        let chosen = try encoding.map { name in
            guard let encoding = TextEncoding(name: name) else {
                throw Failure(.usage, Localized("不认识的编码 “\(name)”", "unknown encoding \"\(name)\""))
            }
            return encoding
        }
        return try ImportSource(name: file == "-" ? "stdin" : file, bytes: session.readFile(file), format: inputFormat, encoding: chosen)
    }

    func run(
        _ sources: [(schema: RecordSchema, source: ImportSource)], isBatch: Bool = false, name: String, arguments: [String],
        _ writing: WritingOptions, _ printer: Printer, _ session: Session
    ) throws {
        let columns = try map.reduce(into: [String: String]()) { result, text in
            let assignment = try Assignment(text)
            result[assignment.field] = assignment.value
        }
        if let rejects, onError == .stop {
            throw Failure(.usage, Localized("--rejects 须与 --on-error skip 同用", "--rejects \(rejects) needs --on-error skip"))
        }
        let targets = try rejectTargets(sources, isBatch: isBatch, printer)
        let operation = ImportRecords(sources, map: columns, policy: onError, options: writing.options(name, arguments))
        let output = try operation.run(session)
        for summary in output.summaries {
            describe(summary, printer)
            if !isBatch { warnOfNumbers(summary, printer) }
        }
        if isBatch, let rejects, !output.rejects.isEmpty { try OutputFile.makeFolder(rejects) }
        for (noun, text) in output.rejects {
            if let path = targets[noun] { try OutputFile.write(text, to: path, replacing: printer.global.force) }
        }
        try report(output, printer)
        guard output.isPartial else { return }
        throw Failure(
            .partial, Localized("\(output.faults.count) 处有误的行没有写入", "rows with \(Failure.counted(output.faults)) were not written"),
            hints: rejects.map { [Localized("见 \($0)", "see \($0)")] } ?? [], details: output.faults)
    }

    /// Where the faulty rows of each noun go; looked at before anything is written.
    private func rejectTargets(
        _ sources: [(schema: RecordSchema, source: ImportSource)], isBatch: Bool, _ printer: Printer
    ) throws -> [String: String] {
        guard let rejects else { return [:] }
        let nouns = Set(sources.map(\.schema.noun))
        let targets = nouns.reduce(into: [:]) { $0[$1] = isBatch ? "\(rejects)/\($1).csv" : rejects }
        for path in targets.values.sorted() { try OutputFile.checkIsFree(path, replacing: printer.global.force) }
        return targets
    }

    private func describe(_ summary: ImportRecords.Summary, _ printer: Printer) {
        let delimiter = summary.delimiter.map {
            $0 == "\t" ? Localized("，制表符分隔", ", tab-separated") : Localized("，分隔符 \($0)", ", delimiter \($0)")
        }
        printer.detail(
            Localized("\(summary.file)：编码 \(summary.encoding)", "\(summary.file): encoding \(summary.encoding)")
                + (delimiter ?? Localized("", "")))
        guard !summary.ignoredColumns.isEmpty else { return }
        let names = summary.ignoredColumns.joined(separator: " ")
        printer.detail(Localized("\(summary.file)：不读这些列（由程序计算）：\(names)", "\(summary.file): columns not read (computed): \(names)"))
    }

    /// References that another file makes to these records by their numbers would mean other records here; a batch follows them.
    private func warnOfNumbers(_ summary: ImportRecords.Summary, _ printer: Printer) {
        guard summary.renumbered > 0 else { return }
        printer.note(
            Localized(
                "\(summary.file)：\(summary.renumbered) 条的编号与文件不同；用编号引用它们的文件须一起用 import --batch 导入",
                "\(summary.file): \(summary.renumbered) have other numbers here than in the file; import files that refer to them by number "
                    + "together, with import --batch"))
    }

    private func report(_ output: ImportRecords.Output, _ printer: Printer) throws {
        if printer.isJSON {
            let files = output.summaries.map { summary in
                JSONValue.object([
                    ("noun", .string(summary.noun)), ("file", .string(summary.file)), ("encoding", .string(summary.encoding)),
                    ("inserted", .integer(Int64(summary.inserted))), ("updated", .integer(Int64(summary.updated))),
                    ("unchanged", .integer(Int64(summary.unchanged))), ("rejected", .integer(Int64(summary.rejected))),
                    ("renumbered", .integer(Int64(summary.renumbered))),
                ])
            }
            return try printer.print(
                .object([
                    ("change", .optional(output.report.change)), ("rows", .integer(Int64(output.report.rows))),
                    ("dry_run", .bool(output.report.isDryRun)), ("files", .array(files)),
                ]))
        }
        let sum = output.summaries.reduce(into: (0, 0, 0, 0)) { total, summary in
            total = (total.0 + summary.inserted, total.1 + summary.updated, total.2 + summary.unchanged, total.3 + summary.rejected)
        }
        try printer.report(
            output.report,
            Localized(
                "导入：新增 \(sum.0)，更新 \(sum.1)，未变 \(sum.2)，拒绝 \(sum.3)",
                "imported: \(sum.0) added, \(sum.1) updated, \(sum.2) unchanged, \(sum.3) rejected"))
    }
}

extension ImportSource.Format: ExpressibleByArgument {}
extension ImportRecords.FaultPolicy: ExpressibleByArgument {}

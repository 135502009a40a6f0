internal import Glibc
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// Where a command's output goes and in which dress.
struct Printer {
    let session: Session
    let global: GlobalOptions
    let format: OutputFormat
    let language: Language
    /// The reader gave a reason to see personal numbers, and the journal has it.
    var isRevealed = false

    init(_ session: Session, _ global: GlobalOptions, default standard: OutputFormat = .table) throws {
        self.session = session
        self.global = global
        language = session.language
        format = try global.chosenFormat(default: standard)
    }

    var dress: Dress { Dress(language, format, style) }
    var isForMachines: Bool { format.isForMachines }
    var isJSON: Bool { format == .json || format == .jsonl }

    /// Options for people on this terminal; nothing is cut in a pipe.
    var options: OutputOptions {
        let terminal = session.terminal
        let width = global.output == nil && (terminal.isOutputTerminal || global.width != nil) ? terminal.width : nil
        return OutputOptions(
            width: width, style: style, isForExcel: global.excel, isPretty: format == .json && terminal.isOutputTerminal,
            language: language == .zh ? "zh-CN" : "en", heading: "jbem")
    }

    var style: Style {
        let choice: Style.Choice =
            switch global.color {
            case .auto: global.cron || global.output != nil ? .never : .auto
            case .always: .always
            case .never: .never
            }
        return Style(
            Style.Palette(choice: choice, isTerminal: session.terminal.isOutputTerminal, environment: session.terminal.environment),
            isASCII: global.ascii)
    }

    /// How rows go out as bytes for programs; `nil` where they are revealed, guarded for spreadsheets, made visible on a terminal, or for
    /// people.
    var encoding: RecordEncoder.Dialect? {
        guard !isRevealed, !global.excel, global.output != nil || !session.terminal.isOutputTerminal else { return nil }
        return RecordEncoder.Dialect(format)
    }

    /// A text as this reader may see it.
    func masked(_ text: String) -> String { isRevealed ? text : PersonalPattern.masked(text) }

    /// Rows in the format that was asked for.
    func writer(to sink: TextSink) -> any RowWriter {
        let writer = format.writer(to: sink, options)
        return isRevealed ? writer : MaskingWriter(writer)
    }

    func lines(_ list: KeyValueList) -> [String] { (isRevealed ? list : list.masked).lines(options) }
    func lines(_ outline: Outline) -> [String] { (isRevealed ? outline : outline.masked).lines(options) }

    /// Gives `body` a sink for the output: standard output, or a file that appears whole or not at all.
    ///
    /// - Parameter isStyled: the text is for people and has passed the output gate; escape sequences in it are our own.
    func write(isStyled: Bool, _ body: (TextSink) throws -> Void) throws {
        guard let path = global.output else {
            let buffer = OutputBuffer(session.out)
            // Bytes of machine formats stay exact in a pipe; a terminal never sees control characters.
            let sink = session.terminal.isOutputTerminal && !isStyled ? buffer.sink.gated() : buffer.sink
            try body(sink)
            try buffer.flush()
            return
        }
        let collector = TextCollector()
        try body(collector.sink)
        try OutputFile.write(collector.text, to: path, replacing: global.force)
        note(Localized("已写入 \(path)", "wrote \(path)"))
    }

    func write(_ body: (TextSink) throws -> Void) throws { try write(isStyled: !isForMachines, body) }

    func print(_ table: Table) throws {
        let table = isRevealed ? table : table.masked
        try write { try table.write(to: $0, as: format, options) }
    }

    /// Prints a document of a format of its own.
    func print(document: String) throws {
        try write(isStyled: false) { try $0.write(document) }
    }

    /// Prints what comes from a store, marked where that holds synthetic data.
    ///
    /// - Parameter lines: said after the table, wrapped to the terminal.
    func print(_ table: Table, isSample: Bool, lines: [String] = []) throws {
        var table = isRevealed ? table : table.masked
        table.title = sampleBanner(isSample)
        let lines = lines.map(masked)
        let wrapped = options.width.map { width in lines.flatMap { CellWidth().wrap($0, to: width) } } ?? lines
        try write { sink in
            try table.write(to: sink, as: format, options)
            for line in wrapped { try sink.write(line + "\n") }
        }
    }

    func needsSampleSign(_ isSample: Bool) -> Bool { dress.needsSampleSign(isSample) }

    func print(_ json: JSONValue) throws {
        let json = isRevealed ? json : json.masked
        try write { try $0.write(json.text(pretty: format == .json && session.terminal.isOutputTerminal) + "\n") }
    }

    func print(lines: [String]) throws {
        try write { sink in for line in lines { try sink.write(masked(line) + "\n") } }
    }

    /// Says something on stderr, unless quiet.
    func note(_ text: Localized) {
        guard !global.quiet, !global.cron else { return }
        session.err(OutputGate.visible(text.text(language)) + "\n")
    }

    /// What a limit may have left out is not counted, so the note says so.
    func note(_ words: Localized, count: Int, limit: Int?) {
        let isCut = limit.map { count >= $0 } ?? false
        note(words + (isCut ? Localized("（--limit，可能还有）", " (--limit: there may be more)") : Localized("", "")))
    }

    func detail(_ text: Localized) {
        guard global.verbose else { return }
        session.err(OutputGate.visible(text.text(language)) + "\n")
    }

    /// Says that the store holds synthetic data: a line above what people read, on stderr beside machine formats.
    func sampleBanner(_ isSample: Bool) -> String? {
        guard isSample else { return nil }
        let text = Dress.sampleBanner.text(language)
        if isForMachines {
            if !isJSON { session.err(text + "\n") }
            return nil
        }
        return text
    }

    /// One line of what a write changed, or its JSON with what else there is to say.
    func report(_ report: WriteReport, _ words: Localized, further: [(key: String, value: JSONValue)] = []) throws {
        if isJSON {
            try print(
                .object(
                    [
                        ("change", .optional(report.change)), ("ids", .array(report.ids.map(JSONValue.string))),
                        ("rows", .integer(Int64(report.rows))), ("dry_run", .bool(report.isDryRun)),
                    ] + further))
            return
        }
        if let line = reportLine(report, words) { try print(lines: [line]) }
    }

    /// The line for people of what a write changed; `nil` if nobody wants it.
    func reportLine(_ report: WriteReport, _ words: Localized) -> String? {
        guard !global.quiet, !global.cron else { return nil }
        let suffix: Localized =
            if report.isDryRun {
                Localized("（试运行，未写入）", " (dry run, nothing written)")
            } else if let change = report.change {
                Localized("（改动 \(change)）", " (change \(change))")
            } else {
                Localized("（没有变化）", " (no change)")
            }
        return OutputGate.visible((words + suffix).text(language))
    }
}

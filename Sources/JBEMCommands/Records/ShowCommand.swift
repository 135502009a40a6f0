internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// `jbem <noun> show ID`.
struct ShowCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: "显示一条\(N.schema.label.zh)␟show one \(N.schema.label.en)", helpNames: [])
    }

    @Argument(help: "编号或自然键␟id or natural key")
    var name: String
    @OptionGroup var personal: RevealOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        var printer = try Printer(session, global)
        let reason = try personal.givenReason()
        printer.isRevealed = reason != nil
        let options = WriteOptions(name: "\(N.schema.noun) show", arguments: [name])
        let output = try ShowRecord(N.schema, name, asOf: try past.date(session), revealReason: reason, options: options)
            .run(session)
        var record = output.record
        for (field, text) in output.revealed { record[field] = .text(text) }
        let text = FieldText(codes: output.codes, home: output.identity.office, language: session.language)
        let presenter = RecordPresenter(N.schema, text: text, fields: N.schema.fields)
        let (columns, cells) = (presenter.columns, presenter.row(record))
        let banner = printer.sampleBanner(output.identity.isSample)
        switch printer.format {
        case .json:
            try printer.print(JSONValue.record(columns, cells).adding("is_sample", .bool(output.identity.isSample)))
        case .table:
            try printer.print(lines: (banner.map { [$0] } ?? []) + printer.lines(presenter.facts(of: record)))
        default:
            try printer.print(Table(title: banner, columns: columns, rows: [cells]))
        }
    }
}

/// `jbem <noun> history ID`.
struct HistoryCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history", abstract: "一条\(N.schema.label.zh)的改动经过␟what happened to one \(N.schema.label.en)", helpNames: [])
    }

    @Argument(help: "编号或自然键␟id or natural key")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (steps, codes, home) = try RecordHistory(N.schema, name).run(session)
        let text = FieldText(codes: codes, home: home, language: session.language)
        let rows = steps.flatMap { step in
            step.fields.map { FieldChangeTable.row(step.change, step.operation, $0, text) }
        }
        try printer.print(Table(columns: FieldChangeTable.columns(session.language), rows: rows))
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// `jbem <noun> list`.
struct ListCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "列出\(N.schema.label.zh)␟list \(N.schema.label.en) records", helpNames: [])
    }

    @OptionGroup var listing: ListingOptions
    @OptionGroup var past: AsOfOption
    @Option(name: .long, help: "机器格式中代码写成词：zh 或 en␟write codes as words in machine formats: zh or en")
    var labels: Language?
    @OptionGroup var personal: RevealOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        try RecordListing(schema: N.schema, listing: listing, past: past, labels: labels, reason: try personal.givenReason()).print(
            printer, session)
    }
}

/// `jbem <noun> export`: every field, for machines, CSV unless another format is asked for.
struct ExportCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: "导出\(N.schema.label.zh)，可再导入␟export \(N.schema.label.en) records, ready to import again",
            helpNames: [])
    }

    @OptionGroup var listing: ListingOptions
    @OptionGroup var past: AsOfOption
    @Option(name: .long, help: "机器格式中代码写成词：zh 或 en␟write codes as words in machine formats: zh or en")
    var labels: Language?
    @OptionGroup var personal: RevealOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global, default: .csv)
        var listing = listing
        if listing.fields == nil { listing.fields = "all" }
        try RecordListing(schema: N.schema, listing: listing, past: past, labels: labels, reason: try personal.givenReason()).print(
            printer, session)
    }
}

/// The one way in which records become a table.
struct RecordListing {
    let schema: RecordSchema
    let listing: ListingOptions
    let past: AsOfOption
    let labels: Language?
    /// Why personal fields are shown unmasked.
    let reason: String?

    func print(_ plain: Printer, _ session: Session) throws {
        try listing.check()
        var printer = plain
        printer.isRevealed = reason != nil
        var request = ListRecords.Request()
        request.filters = listing.filters
        request.revealReason = reason
        request.sort = listing.sort?.split(separator: ",").map(String.init) ?? []
        request.limit = listing.limit
        request.offset = listing.offset
        request.asOf = try past.date(session)
        request.since = try listing.since.map { try DateOption.period($0, option: "--since", session).first }
        request.until = try listing.until.map { try DateOption.period($0, option: "--until", session).last }
        let fields = try RecordPresenter.fields(listing.fields, of: schema, isForMachines: printer.isForMachines)
        func presenter(_ heading: ListRecords.Heading) -> RecordPresenter {
            let text = FieldText(codes: heading.codes, home: heading.identity.office, language: session.language)
            var presenter = RecordPresenter(schema, text: text, fields: fields, labels: labels)
            presenter.sampleSign = printer.needsSampleSign(heading.identity.isSample) ? heading.identity.isSample : nil
            return presenter
        }
        if let encoding = printer.encoding, labels == nil, !fields.isEmpty {
            return try encode(encoding, request, fields, printer, session, presenter)
        }
        var shown = 0
        var total = 0
        try printer.write { sink in
            var writer = printer.writer(to: sink)
            var made: RecordPresenter?
            total = try ListRecords(schema, request).run(
                session,
                begin: { heading in
                    let presenter = presenter(heading)
                    made = presenter
                    try writer.begin(title: printer.sampleBanner(heading.identity.isSample), columns: presenter.columns)
                },
                row: { record in
                    guard let made else { return }
                    try writer.row(made.row(record))
                    shown += 1
                })
            try writer.end()
        }
        guard !printer.isForMachines else { return }
        printer.note(
            shown == total
                ? Localized("共 \(total) 条", "\(total) in all") : Localized("共 \(total) 条，列出 \(shown) 条", "\(total) in all, \(shown) listed")
        )
    }

    /// The same for programs, row by row from the store's bytes.
    private func encode(
        _ encoding: RecordEncoder.Dialect, _ request: ListRecords.Request, _ fields: [FieldDefinition], _ printer: Printer,
        _ session: Session, _ presenter: (ListRecords.Heading) -> RecordPresenter
    ) throws {
        try printer.write { sink in
            var encoder: RecordEncoder?
            try ListRecords(schema, request).run(
                session, fields,
                begin: { heading in
                    let presenter = presenter(heading)
                    var writer = printer.writer(to: sink)
                    try writer.begin(title: printer.sampleBanner(heading.identity.isSample), columns: presenter.columns)
                    encoder = RecordEncoder(presenter, encoding, to: sink)
                },
                row: { try encoder?.append($0) })
            try encoder?.flush()
        }
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// `jbem inspect draw …`: random draws of objects and inspectors.
struct InspectDrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "双随机抽查：announce run show list verify␟random draws: announce run show list verify",
        subcommands: [
            DrawAnnounceCommand.self, DrawRunCommand.self, DrawShowCommand.self, ListCommand<Draw>.self, DrawVerifyCommand.self,
        ], defaultSubcommand: ListCommand<Draw>.self, helpNames: [])
}

/// `jbem inspect draw announce`.
struct DrawAnnounceCommand: SessionCommand, FieldTaking {
    static let givenFields = [AnnounceDraw.fields]

    static let configuration = CommandConfiguration(
        commandName: "announce", abstract: "公告抽查：候选、回避、数目与将用的公开值␟announce a draw: candidates, conflicts, numbers, the public value to come",
        helpNames: [])

    enum Noun: String, ExpressibleByArgument, CaseIterable { case risk, equipment }

    @Argument(help: "字段=值␟field=value")
    var assignments: [String]
    @Option(name: .long, help: "--where 所指：risk（默认）或 equipment␟what --where is about: risk (default) or equipment")
    var noun = Noun.risk
    @Option(name: .customLong("where"), help: "候选对象的条件，可重复␟condition on the candidate objects, repeatable")
    var filters: [String] = []
    @Option(name: .long, help: "候选对象，可重复␟a candidate object, repeatable")
    var object: [String] = []
    @Option(name: .long, help: ArgumentHelp("候选检查人的工号，可重复␟a candidate inspector by staff number, repeatable", valueName: "person"))
    var inspector: [String] = []
    @Option(name: .long, help: "回避：检查人=对象:理由，可重复␟a conflict: INSPECTOR=OBJECT:reason, repeatable")
    var conflict: [String] = []
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        var candidates = AnnounceDraw.Candidates()
        (candidates.noun, candidates.filters, candidates.objects) = (noun.rawValue, filters, object)
        (candidates.inspectors, candidates.conflicts) = (inspector, conflict)
        let output = try AnnounceDraw(assignments, candidates, options: writing.options("inspect draw announce")).run(session)
        let id = output.report.ids.first.map { ShortName.text($0, Draw.schema) } ?? ""
        let printer = try Printer(session, global)
        try printer.report(
            output.report,
            Localized(
                "已公告抽查 \(id)：对象 \(output.objects)、检查人 \(output.inspectors)、回避 \(output.conflicts)",
                "announced draw \(id): \(output.objects) objects, \(output.inspectors) inspectors, \(output.conflicts) conflicts"))
        printer.note(
            Localized("承诺值 \(output.commitment)，请即公布", "commitment \(output.commitment): publish it now"))
    }
}

/// `jbem inspect draw run ID --public V`.
struct DrawRunCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "用公开值抽取，只能一次␟draw with the public value, once", helpNames: [])

    @Argument(help: "抽查，编号␟the draw, by id or number")
    var name: String
    @Option(name: .customLong("public"), help: "公告所指的公开值␟the public value that was announced")
    var value: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let report = try RunDraw(name, publicValue: value, options: writing.options("inspect draw run")).run(session)
        let id = report.ids.first.map { ShortName.text($0, Draw.schema) } ?? name
        try Printer(session, global).report(
            report, Localized("已抽取 \(id)，见 jbem inspect draw show \(id)", "drew \(id): see jbem inspect draw show \(id)"))
    }
}

/// `jbem inspect draw show ID [--inputs]`.
struct DrawShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "抽中的对象与检查人；--inputs 打印复算所需的一切␟what was drawn; --inputs prints all that repeats it", helpNames: [])

    @Argument(help: "抽查，编号␟the draw, by id or number")
    var name: String
    @Flag(name: .long, help: "公告原文，其 SHA-256 即承诺值␟the announcement whose SHA-256 is the commitment")
    var inputs = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let output = try ShowDraw(name).run(session)
        if inputs { return try printInputs(output, printer) }
        let language = session.language
        let columns = [
            Column(key: "position", title: Localized("序", "no.").text(language)),
            Column(key: "object", title: Localized("对象", "object").text(language)),
            Column(key: "inspectors", title: Localized("检查人", "inspectors").text(language), isFlexible: true),
        ]
        let rows = output.results.enumerated().map { index, drawn -> [Cell] in
            [
                .integer(Int64(index + 1)), .text(drawn.object),
                Cell(
                    display: drawn.inspectors.joined(separator: Localized("、", ", ").text(language)),
                    machine: drawn.inspectors.joined(separator: " "), json: .array(drawn.inspectors.map(JSONValue.string))),
            ]
        }
        try printer.print(Table(title: printer.sampleBanner(output.facts.isSample), columns: columns, rows: rows))
        printer.note(
            Localized(
                "对象 \(output.terms.objects.count) 抽 \(output.terms.objectCount)，承诺值 \(output.draw[Draw.commitment] ?? "")",
                "\(output.terms.objectCount) of \(output.terms.objects.count) objects, commitment \(output.draw[Draw.commitment] ?? "")"))
        guard output.draw[Draw.publicValue] == nil, let day = output.draw[Draw.publicOn] else { return }
        printer.note(Localized("尚未抽取，公开值 \(day) 公布", "not drawn yet: the public value comes on \(day)"))
    }

    private func printInputs(_ output: ShowDraw.Output, _ printer: Printer) throws {
        let draw = output.draw
        let lines = output.canonical.split(separator: "\n", omittingEmptySubsequences: false).map { OutputGate.visible(String($0)) }
        let object = JSONValue.object([
            ("canonical", .string(output.canonical)), ("commitment", .optional(draw[Draw.commitment])),
            ("public_value", .optional(draw[Draw.publicValue])), ("seed", .optional(draw[Draw.seed])),
            (
                "results",
                .array(
                    output.results.map { drawn in
                        .object([
                            ("object", .string(drawn.object)), ("inspectors", .array(drawn.inspectors.map(JSONValue.string))),
                        ])
                    })
            ), ("is_sample", .bool(output.facts.isSample)),
        ])
        // In a pipe the text is exact, for its hash is taken there.
        if printer.format == .table {
            try printer.print(document: printer.masked(output.canonical) + "\n")
        } else {
            try printer.print(object: object, isSample: false, lines: lines)
        }
        let value = draw[Draw.publicValue] ?? "?"
        printer.note(
            Localized(
                "承诺值＝SHA-256(上文，末尾无换行)；种子＝SHA-256(承诺值⏎\(value))；对象按 SHA-256(种子⏎对象) 排序，检查人按 SHA-256(种子⏎对象⏎检查人)，回避的跳过；对象写作“risk 编号”",
                "commitment = SHA-256(the text above without its last line feed); seed = SHA-256(commitment⏎\(value)); objects by SHA-256(seed⏎object), inspectors by SHA-256(seed⏎object⏎inspector) without those in conflict; an object is written \"risk NUMBER\""
            ))
    }
}

/// `jbem inspect draw verify ID`.
struct DrawVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "复算抽查，不符则退出码 1␟recompute a draw, exit 1 if its rows differ", helpNames: [])

    @Argument(help: "抽查，编号␟the draw, by id or number")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let output = try ShowDraw(name).run(session)
        let differences = output.differences
        let number = output.draw[Draw.number] ?? name
        let lines =
            differences.isEmpty
            ? [
                output.draw[Draw.publicValue] == nil
                    ? Localized("\(number)：公告无误，尚未抽取", "\(number): the announcement is sound, nothing was drawn yet")
                    : Localized(
                        "\(number)：复算一致，\(output.results.count) 个对象", "\(number): recomputed, \(output.results.count) objects agree")
            ] : differences.map { Localized("\(number)：", "\(number): ") + $0 }
        try printer.print(
            object: .object([
                ("number", .string(number)), ("is_sound", .bool(differences.isEmpty)),
                ("differences", .array(differences.map { .string($0.en) })), ("is_sample", .bool(output.facts.isSample)),
            ]), isSample: output.facts.isSample, lines: lines.map { $0.text(session.language) })
        if !differences.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

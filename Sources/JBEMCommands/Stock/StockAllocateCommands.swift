internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

extension AllocationOptions.Basis: ExpressibleByArgument {}

/// How ways are measured.
struct WayArguments: ParsableArguments {
    @Option(name: .long, help: "按什么算远近：distance time␟measured by: distance time")
    var by = AllocationOptions.Basis.distance
    @Option(name: .long, help: "最远：30km；--by time 时 90min␟at most so far: 30km; with --by time 90min")
    var within: String?
    @Option(
        name: .long,
        help: "没有登记路程时，道路比直线长多少倍（默认 1.3）␟how much longer roads are than the great circle where no way was entered (default 1.3)")
    var detour = AllocationOptions().detour
    @Option(name: .long, help: "没有登记时间时的车速，公里/小时（默认 40）␟km/h where no time was entered (default 40)")
    var speed = AllocationOptions().speed
    @OptionGroup var past: AsOfOption

    func options(_ session: Session) throws -> AllocationOptions {
        guard (1...10).contains(detour) else { throw Failure(.usage, Localized("--detour 为 1 到 10", "--detour is 1 to 10")) }
        guard (1...200).contains(speed) else { throw Failure(.usage, Localized("--speed 为 1 到 200", "--speed is 1 to 200")) }
        var options = AllocationOptions()
        (options.basis, options.detour, options.speed, options.asOf) = (by, detour, speed, try past.date(session))
        options.limit = try within.map(options.limit)
        return options
    }
}

/// What an allocation may use and whether it is written.
struct AllocationArguments: ParsableArguments {
    @OptionGroup var ways: WayArguments
    @Option(name: .long, help: ArgumentHelp("只从这个库点，可重复␟from this warehouse only, repeatable", valueName: "warehouse"))
    var from: [String] = []
    @Option(name: .long, help: "只看这种物资，可重复␟this item only, repeatable")
    var item: [String] = []
    @Flag(name: .long, help: "写成收发单，一次改动␟write the documents, as one change")
    var apply = false
    @Flag(name: .long, help: "与 --apply 同用：不能全部满足时先调运有的␟with --apply: send what there is if it is not enough")
    var partial = false
    @Flag(name: .long, help: "列出限制与放宽的价格␟list the limits and what relaxing them is worth")
    var explain = false
    @Flag(name: .customLong("exit-status"), help: "有缺则退出码 1␟exit 1 if something is missing")
    var exitStatus = false

    func options(_ session: Session) throws -> AllocationOptions {
        guard apply || !partial else { throw Failure(.usage, Localized("--partial 须与 --apply 同用", "--partial goes with --apply")) }
        var options = try ways.options(session)
        guard !apply || options.asOf == nil else {
            throw Failure(.usage, Localized("--apply 写今天的单据，不能用 --as-of", "--apply writes documents of today: --as-of does not go with it"))
        }
        (options.sources, options.items) = (from, item)
        return options
    }

    /// As typed, for the journal.
    private func words(usesFloors: Bool) -> [String] {
        var words = from.flatMap { ["--from", $0] } + item.flatMap { ["--item", $0] }
        let standard = AllocationOptions()
        if ways.by != standard.basis { words += ["--by", ways.by.rawValue] }
        if let within = ways.within { words += ["--within", within] }
        if ways.detour != standard.detour { words += ["--detour", "\(ways.detour)"] }
        if ways.speed != standard.speed { words += ["--speed", "\(ways.speed)"] }
        return words + (usesFloors ? ["--use-floors"] : []) + (partial ? ["--partial"] : [])
    }

    func run(
        _ goal: AllocateStock.Goal, usesFloors: Bool, command: String, _ arguments: [String], _ writing: WritingOptions, _ printer: Printer
    ) throws {
        let session = printer.session
        var options = try options(session)
        options.usesFloors = usesFloors
        let operation = AllocateStock(goal, options)
        guard apply else {
            let (answer, facts) = try operation.run(session)
            return try show(answer, facts, printer)
        }
        // What cannot be told afterwards is not begun.
        if let path = printer.global.output { try OutputFile.checkIsFree(path, replacing: printer.global.force) }
        let (answer, written, facts) = try operation.apply(
            session, isPartial: partial, options: writing.options(command, arguments + words(usesFloors: usesFloors)))
        let documents = written.documents
        let done =
            documents.isEmpty
            ? Localized("没有要调运的", "nothing to send")
            : Localized(
                "写了 \(documents.count) 张单据：\(documents.joined(separator: "、"))",
                "\(documents.count) documents: \(documents.joined(separator: ", "))")
        if printer.isJSON {
            try printer.report(
                written.report, done,
                further: [("documents", .array(documents.map(JSONValue.string))), ("is_complete", .bool(answer.isComplete))])
        } else {
            try tell(answer, facts, printer, further: printer.reportLine(written.report, done).map { [$0] } ?? [])
        }
        if !answer.isComplete { throw Failure(.partial, Localized("没有全部满足", "not every need is met")) }
    }

    private func show(_ answer: AllocateStock.Answer, _ facts: ReadingFacts, _ printer: Printer) throws {
        let unmet = answer.plan.unmet.filter { $0 > 0 }.count
        if printer.global.cron, answer.plan.shipments.isEmpty, unmet == 0 { return }
        try tell(answer, facts, printer, further: [])
        printer.note(
            Localized(
                "截至 \(answer.asOf)：\(answer.plan.shipments.count) 段调运，\(unmet) 项需求未满足",
                "as of \(answer.asOf): \(answer.plan.shipments.count) ways, \(unmet) needs unmet"))
        if exitStatus, unmet > 0 { throw Failure(.found, Localized("", "")) }
    }

    /// The table, and for people what follows from it, in one piece.
    private func tell(_ answer: AllocateStock.Answer, _ facts: ReadingFacts, _ printer: Printer, further: [String]) throws {
        let table = AllocationTable(answer, facts, printer.dress)
        let sentences = table.sentences.map { OutputGate.visible($0.text(printer.language)) }
        let lines = (sentences.isEmpty ? [] : [""] + sentences) + (further.isEmpty ? [] : [""] + further)
        try printer.print(explain ? table.limits : table.ways, isSample: facts.isSample, lines: printer.isForMachines ? [] : lines)
    }
}

/// `jbem stock allocate SCENARIO`.
struct StockAllocateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "按情景配货：谁给谁送多少，路最短；不够的说明原因␟answer a scenario: who sends what to whom on the shortest ways, and why not more",
        helpNames: [])

    @Argument(help: "情景编号␟scenario number")
    var scenario: String
    @Flag(name: .customLong("use-floors"), help: "可动用底线␟what norms protect may be touched")
    var useFloors = false
    @OptionGroup var allocation: AllocationArguments
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        try allocation.run(
            .scenario(scenario), usesFloors: useFloors, command: "stock allocate", [scenario], writing, Printer(session, global))
    }
}

/// `jbem stock rebalance`.
struct StockRebalanceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebalance", abstract: "向储备定额调剂：多的给缺的␟towards the norms: from places with more to places with less", helpNames: [])

    @OptionGroup var allocation: AllocationArguments
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        try allocation.run(.norms, usesFloors: false, command: "stock rebalance", [], writing, Printer(session, global))
    }
}

/// `jbem stock place SCENARIO`.
struct StockPlaceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "几套装备放在哪里，能在限定路程或时间内到达最多的人␟where to hold so many sets that the most people are reached in time",
        helpNames: [])

    @Argument(help: "情景编号␟scenario number")
    var scenario: String
    @Option(name: .long, help: "几套␟how many sets")
    var sets: Int
    @Option(name: .long, help: "已有此物资的库点算已布设␟places that have this item count as sets that are there")
    var item: String?
    @OptionGroup var ways: WayArguments
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        guard (1...1000).contains(sets) else { throw Failure(.usage, Localized("--sets 为 1 到 1000", "--sets is 1 to 1000")) }
        let options = try ways.options(session)
        guard options.limit != nil else {
            throw Failure(
                .usage, Localized("没有写多远以内", "how far is not said"),
                hints: [Localized("用 --within 10km，或 --by time --within 30min", "use --within 10km, or --by time --within 30min")])
        }
        let (answer, day, facts) = try PlaceSets(scenario, count: sets, having: item, options).run(session)
        try printer.print(PlacementTable.table(answer, facts, printer.dress), isSample: facts.isSample)
        printer.note(PlacementTable.summary(answer, asOf: day))
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMStore

enum InspectVerbs {
    static let all: [any ParsableCommand.Type] = [
        InspectRecordCommand.self, InspectFindingCommand.self, InspectCalendarCommand.self, InspectDueCommand.self,
        InspectOverdueCommand.self, InspectCoverageCommand.self, InspectRouteCommand.self, InspectDrawCommand.self,
    ]
}

/// `jbem inspect record SUBJECT inspector=… visited_on=… 1=ok 2=fault:…`.
struct InspectRecordCommand: SessionCommand, FieldTaking {
    static let givenFields = [RecordInspection.fields]

    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "登记一次检查与答卷：inspector=工号 1=ok 2=fault:问题␟a visit and its answers: inspector=NUMBER 1=ok 2=fault:text",
        helpNames: [])

    @Argument(help: "风险点或特种设备，编号␟a risk point or equipment, by id or number")
    var subject: String
    @Argument(help: "字段=值；项=ok、fault:问题 或 not_applicable␟field=value; item=ok, fault:what is wrong or not_applicable")
    var assignments: [String]
    @Flag(name: .long, help: "其余各项都合格␟the items that are not named are in order")
    var ok = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let output = try RecordInspection(subject, assignments, isOtherwiseOk: ok, options: writing.options("inspect record")).run(session)
        let id = output.report.ids.first.map { ShortName.text($0, Inspection.schema) } ?? ""
        let items = output.faults.map(String.init).joined(separator: ", ")
        let result =
            output.faults.isEmpty
            ? Localized("未发现问题", "nothing found") : Localized("第 \(items) 项有问题", "item \(items): fault")
        let printer = try Printer(session, global)
        try printer.report(output.report, Localized("已登记检查 \(id)：\(result.zh)", "recorded visit \(id): \(result.en)"))
        guard !output.faults.isEmpty, !output.report.isDryRun else { return }
        printer.note(
            Localized("登记为隐患：jbem inspect finding \(id) 项 number=…", "register it as a hazard: jbem inspect finding \(id) ITEM number=…"))
    }
}

/// `jbem inspect finding INSPECT ITEM number=… title=…`.
struct InspectFindingCommand: SessionCommand, FieldTaking {
    static let givenFields = [MakeFinding.fields]

    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "把检查发现的问题登记为隐患␟register a fault that a visit found as a hazard", helpNames: [])

    @Argument(help: "检查，编号␟the visit, by id or number")
    var name: String
    @Argument(help: ArgumentHelp("检查表的项␟the item of the form", valueName: "form-item"))
    var item: Int64
    @Argument(help: "隐患的 字段=值：number 必填␟field=value of the hazard: number is required")
    var assignments: [String]
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let output = try MakeFinding(
            name, item: item, try assignments.map(Assignment.init), options: writing.options("inspect finding")
        ).run(session)
        let id = output.report.ids.first.map { ShortName.text($0, Hazard.schema) } ?? ""
        let printer = try Printer(session, global)
        try printer.report(
            output.report, Localized("第 \(item) 项已登记为隐患 \(id)", "registered item \(item) as hazard \(id)"))
        guard output.isMajor, !output.report.isDryRun else { return }
        printer.note(
            Localized(
                "检查表把这一项的不合格列为重大：jbem hazard grade \(id) kind=major list=… taken_by=…",
                "the form calls a fault of this item major: jbem hazard grade \(id) kind=major list=… taken_by=…"))
    }
}

/// `jbem inspect route [ID …]`.
struct InspectRouteCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "按路程排检查次序␟the order of visits along a short way", helpNames: [])

    @Argument(help: "去哪些地方（默认应查的）␟what to visit (default: what is due)")
    var names: [String] = []
    @Option(name: .long, help: "区域，含下级␟a region with everything below it")
    var region: String?
    @Option(name: .long, help: "几天内应查的（默认 0）␟due within so many days (default 0)")
    var days = 0
    @Option(name: .long, help: "从哪里出发␟where to begin")
    var start: String?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let language = session.language
        guard (0...366).contains(days) else { throw Failure(.usage, Localized("--days 为 0 到 366", "--days is 0 to 366")) }
        let output = try OrderVisits(names, region: region, days: days, start: start, asOf: try past.date(session)).run(session)
        let subjects = SubjectColumns(output.facts, printer)
        let columns =
            [Column(key: "position", title: Localized("序", "no.").text(language))] + subjects.columns + [
                Column(key: "leg_km", title: Localized("本段(公里)", "leg (km)").text(language)),
                Column(key: "total_km", title: Localized("累计(公里)", "total (km)").text(language)),
            ]
        let rows = output.stops.enumerated().map { index, stop -> [Cell] in
            [.integer(Int64(index + 1))] + subjects.cells(stop.subject) + [km(stop.legKm), km(stop.totalKm)]
        }
        try printer.print(Table(title: printer.sampleBanner(output.facts.isSample), columns: columns, rows: rows))
        if output.stops.count > 1 {
            printer.note(
                output.isExact
                    ? Localized("大圆距离，不是路程；次序是最短的", "great-circle distances, not roads; no order is shorter")
                    : Localized("大圆距离，不是路程；次序较短，未必最短", "great-circle distances, not roads; a short order, perhaps not the shortest"))
        }
        guard !output.leftOut.isEmpty else { return }
        let list = output.leftOut.map(\.number)
        printer.note(
            Localized(
                "没有坐标，未排入 \(list.count) 处：\(list.joined(separator: "、"))",
                "left out for want of coordinates, \(list.count): \(list.joined(separator: ", "))"))
    }

    private func km(_ value: Double) -> Cell {
        RealText.fixed(value, decimals: 2).map { .decimal($0) } ?? .empty
    }
}

/// What was visited, in a report; its region is for machines, people read it in the name and have 80 columns.
struct SubjectColumns {
    let facts: ReadingFacts
    let language: Language
    let isForMachines: Bool
    /// Whether each row says if it is synthetic.
    private let isSigned: Bool

    var columns: [Column] {
        let region = Column(key: "region", title: Localized("区域", "region").text(language))
        let sign = Column(key: "is_sample", title: Localized("示例", "sample").text(language))
        return [
            Column(key: "subject", title: Localized("对象", "subject").text(language)),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
        ] + (isForMachines ? [region] : []) + (isSigned ? [sign] : [])
    }

    init(_ facts: ReadingFacts, _ printer: Printer) {
        (self.facts, language, isForMachines) = (facts, printer.language, printer.isForMachines)
        isSigned = printer.needsSampleSign(facts.isSample)
    }

    func cells(_ subject: InspectionSubject) -> [Cell] {
        let text = FieldText(codes: facts.codes, home: facts.home, language: language)
        let region = Cell.code(subject.region, shown: facts.codes.label("region", code: subject.region).text(language))
        return [
            .identifier(text.fullID(subject.id, noun: subject.noun), shown: text.shortID(subject.id, noun: subject.noun)),
            .text(subject.name),
        ] + (isForMachines ? [region] : [])
            + (isSigned ? [Cell(display: "", machine: facts.isSample ? "1" : "0", json: .bool(facts.isSample))] : [])
    }

    /// A code of the list `inspect_…`.
    func code(_ list: String, _ code: String) -> Cell {
        .code(code, shown: facts.codes.label("inspect_\(list)", code: code).text(language))
    }

    /// A person by id.
    func person(_ id: Int64?) -> Cell {
        let text = FieldText(codes: facts.codes, home: facts.home, language: language)
        return id.map { .identifier(text.fullID($0, noun: "person"), shown: text.shortID($0, noun: "person")) } ?? .empty
    }
}

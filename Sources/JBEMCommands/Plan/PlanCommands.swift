internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// Domain verbs of plans.
enum PlanVerbs {
    static let all: [any ParsableCommand.Type] = [
        PlanShowCommand.self, PlanTargetsCommand.self, PlanCoverageCommand.self, PlanLoadCommand.self, PlanUseCommand.self,
        PlanDiffCommand.self,
        PlanCheckCommand.self,
    ]
}

/// `jbem plan load FOLDER`.
struct PlanLoadCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "载入规划文件夹（一次改动）；没有采用的规划时即采用␟load a plan folder as one change; put it to use if none is in use",
        helpNames: [])

    @Argument(help: "文件夹，或随程序的规划的键␟a folder, or the key of a plan that comes with the program")
    var folder: String
    @Flag(name: .long, help: "载入后即采用␟put it to use even if another one is in use")
    var use = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let options = writing.options("plan load", [folder] + (use ? ["--use"] : []))
        let output = try LoadPlan(folder, putsToUse: use, options: options).run(session)
        let added = output.summaries.reduce(0) { $0 + $1.inserted }
        let updated = output.summaries.reduce(0) { $0 + $1.updated }
        let inUse = output.isInUse ? Localized("，已采用", ", in use") : Localized("", "")
        let printer = try Printer(session, global)
        try printer.report(
            output.report,
            Localized(
                "已载入规划 \(output.plan)：新增 \(added)，更新 \(updated)", "loaded the plan \(output.plan): \(added) added, \(updated) updated")
                + inUse)
        for other in output.others {
            let list = "jbem \(other.noun) list --where plan=\(output.plan)"
            printer.note(
                Localized(
                    "存储里另有 \(other.count) 条\(other.label.zh)不在文件夹中，未动（\(list)）",
                    "\(other.noun): \(other.count) more in the store than in the folder, left as they are (\(list))"))
        }
    }
}

/// `jbem plan use KEY`.
struct PlanUseCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "use", abstract: "采用一个规划␟put a plan to use", helpNames: [])

    @Argument(help: "规划的键␟key of the plan")
    var key: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let report = try UsePlan(key, options: writing.options("plan use", [key])).run(session)
        try Printer(session, global).report(report, Localized("采用规划 \(key)", "using the plan \(key)"))
    }
}

/// `jbem plan show [KEY]`.
struct PlanShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "规划概况（默认采用的一个）␟what a plan is (default: the one in use)", helpNames: [])

    @Argument(help: "规划的键␟key of the plan")
    var key: String?
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (plan, isSample, _) = try ReadPlan(key).run(session)
        let natures = Indicator.Nature.allCases.map { nature in (nature, plan.catalog.roots.filter { $0.nature == nature }.count) }
        let readings = plan.catalog.indicators.reduce(0) { $0 + $1.readings.count }
        let object = JSONValue.object([

            ("key", .string(plan.key)), ("name", .string(plan.name.zh)), ("name_en", .string(plan.name.en)),
            ("document_no", .optional(plan.documentNo)), ("published_on", .optional(plan.publishedOn?.description)),
            ("region", .string(plan.region)), ("base_year", .integer(Int64(plan.baseYear))),
            ("from_year", .integer(Int64(plan.years.lowerBound))), ("to_year", .integer(Int64(plan.years.upperBound))),
            ("clauses", .integer(Int64(plan.clauses.count))), ("indicators", .integer(Int64(plan.catalog.indicators.count))),
            ("readings", .integer(Int64(readings))), ("is_sample", .bool(isSample)),
        ])
        let language = session.language
        var facts: [(Localized, String)] = [
            (Localized("规划", "plan"), plan.key), (Localized("名称", "name"), plan.name.text(language)),
            (Localized("文号", "document"), plan.documentNo ?? "—"),
            (Localized("印发日期", "published on"), plan.publishedOn?.description ?? "—"),
            (Localized("区域", "territory"), plan.region), (Localized("基准年", "base year"), String(plan.baseYear)),
            (Localized("期限", "years"), "\(plan.years.lowerBound)–\(plan.years.upperBound)"),
            (Localized("条款", "clauses"), String(plan.clauses.count)),
            (Localized("指标", "indicators"), String(plan.catalog.indicators.count)), (Localized("读法", "readings"), String(readings)),
        ]
        facts += natures.map { (NatureText.label($0.0), String($0.1)) }
        let list = KeyValueList(facts.map { KeyValueList.Item($0.0.text(language), $0.1) })
        try printer.print(object: object, isSample: isSample, lines: printer.lines(list))
    }
}

/// `jbem plan targets`.
struct PlanTargetsCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "targets", abstract: "每个指标的目标、窗口、期限与条款␟target, window, deadline and clause of every indicator", helpNames: [])

    @Argument(help: "规划的键␟key of the plan")
    var key: String?
    @Flag(name: .long, help: "列出全部读法␟every reading, not only the chosen one")
    var readings = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (plan, isSample, offices) = try ReadPlan(key).run(session)
        let language = session.language
        let rows = plan.catalog.indicators.flatMap { indicator -> [[Cell]] in
            let shown = readings ? indicator.readings : indicator.chosen.map { [$0] } ?? []
            guard !shown.isEmpty else { return [row(indicator, nil, offices, language)] }
            return shown.map { row(indicator, $0, offices, language) }
        }
        try printer.print(Table(title: printer.sampleBanner(isSample), columns: columns(language), rows: rows))
    }

    private func columns(_ language: Language) -> [Column] {
        var columns = [
            Column(key: "id", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("指标", "indicator").text(language), isFlexible: true),
            Column(key: "nature", title: Localized("性质", "nature").text(language)),
        ]
        if readings { columns.append(Column(key: "reading", title: Localized("读法", "reading").text(language))) }
        return columns + [
            Column(key: "target", title: Localized("目标", "target").text(language), alignment: .leading),
            Column(key: "unit", title: Localized("单位", "unit").text(language)),
            Column(key: "window", title: Localized("窗口", "window").text(language), isFlexible: true),
            Column(key: "deadline", title: Localized("期限", "deadline").text(language)),
            Column(key: "is_inferred", title: Localized("推定", "inferred").text(language)),
            Column(key: "clause", title: Localized("条款", "clause").text(language)),
            Column(key: "responsible", title: Localized("责任单位", "office").text(language), isFlexible: true),
        ]
    }

    private func row(_ indicator: Indicator, _ reading: Reading?, _ offices: [String: Localized], _ language: Language) -> [Cell] {
        var cells: [Cell] = [
            .identifier(indicator.id),
            Cell(display: indicator.name.text(language), machine: indicator.name.zh, json: .string(indicator.name.zh)),
            .code(indicator.nature.rawValue, shown: NatureText.label(indicator.nature).text(language)),
        ]
        if readings { cells.append(.identifier(reading?.id ?? "")) }
        let target = reading.map(TargetText.target) ?? TargetText.target(indicator)
        let office = indicator.responsible
        return cells + [
            Cell(display: target.text(language), machine: target.zh, json: .string(target.zh)),
            Cell(display: indicator.unit.text(language), machine: indicator.unit.zh, json: .string(indicator.unit.zh)),
            reading.map {
                Cell(
                    display: TargetText.window($0).text(language), machine: $0.window.period.description,
                    json: .string($0.window.period.description))
            } ?? .empty,
            reading.map { .moment($0.deadline.description) } ?? .empty,
            reading.map { .bool($0.isInferred, shown: $0.isInferred ? Localized("是", "yes").text(language) : "") } ?? .empty,
            .identifier(indicator.clause),
            office.map { code in
                Cell(display: offices[code]?.text(language) ?? code, machine: code, json: .string(code), kind: .identifier)
            } ?? .empty,
        ]
    }
}

/// `jbem plan coverage`.
struct PlanCoverageCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "哪些条款有指标，哪些指标有数据␟which clauses have an indicator, which indicators have data", helpNames: [])

    @Argument(help: "规划的键␟key of the plan")
    var key: String?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let rows = try PlanCoverage(key, asOf: try past.date(session)).run(session)
        let language = session.language
        let columns = [
            Column(key: "clause", title: Localized("条款", "clause").text(language)),
            Column(key: "section", title: Localized("章节", "section").text(language)),
            Column(key: "indicators", title: Localized("指标", "indicators").text(language), isFlexible: true),
            Column(key: "with_data", title: Localized("有数据", "with data").text(language), isFlexible: true),
            Column(key: "summary", title: Localized("摘要", "summary").text(language), isFlexible: true),
        ]
        try printer.print(
            Table(
                columns: columns,
                rows: rows.map { row in
                    [
                        .identifier(row.clause.id), .text(row.clause.section), list(row.indicators), list(row.withData),
                        Cell(
                            display: row.clause.summary.text(language), machine: row.clause.summary.zh, json: .string(row.clause.summary.zh)
                        ),
                    ]
                }))
        let (covered, total) = (rows.filter { !$0.indicators.isEmpty }.count, rows.count)
        let known = rows.reduce(0) { $0 + $1.withData.count }
        let all = rows.reduce(0) { $0 + $1.indicators.count }
        printer.note(
            Localized(
                "\(total) 条中 \(covered) 条有指标；\(all) 个指标中 \(known) 个有数据",
                "\(covered) of \(total) clauses have an indicator; \(known) of \(all) indicators have data"))
    }

    private func list(_ ids: [String]) -> Cell {
        Cell(display: ids.joined(separator: " "), machine: ids.joined(separator: " "), json: .array(ids.map(JSONValue.string)))
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// `jbem kpi …`.
struct KpiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpi", abstract: "指标：现值、能否达到、为什么␟indicators: where they stand, whether they will be met, and why",
        subcommands: [KpiListCommand.self, KpiShowCommand.self, KpiExplainCommand.self, KpiForecastCommand.self, KpiCheckCommand.self],
        defaultSubcommand: KpiListCommand.self, helpNames: [])
}

/// Options of every indicator command.
struct KpiOptions: ParsableArguments {
    @Option(name: .long, help: "规划的键（默认采用的一个）␟key of the plan (default: the one in use)")
    var plan: String?

    @Option(name: .long, help: "以该期末为评定时刻：2023 2024Q2␟give the verdict at the end of this period: 2023 2024Q2")
    var period: String?

    @Option(name: .long, help: "假设再发生：deaths=+2，可重复␟what if there were: deaths=+2, repeatable")
    var with: [String] = []

    func request(_ ids: [String], _ past: AsOfOption, _ session: Session) throws -> IndicatorRequest {
        var request = IndicatorRequest()
        request.plan = plan
        request.ids = ids
        request.period = try period.map { try DateOption.period($0, option: "--period", session) }
        request.asOf = try past.date(session)
        request.assumptions = with
        return request
    }
}

/// `jbem kpi list`.
struct KpiListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "核心指标一览；--all 为规划全部指标␟the core indicators; --all for every one of the plan", helpNames: [])

    @Argument(help: "只列这些指标：T01 T03␟only these indicators: T01 T03")
    var ids: [String] = []
    @Flag(name: .long, help: "规划的全部指标␟every indicator of the plan")
    var all = false
    @Option(name: .long, help: "按此分列：region␟split by: region")
    var by: Split?
    @OptionGroup var kpi: KpiOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    enum Split: String, ExpressibleByArgument, CaseIterable {
        case region
    }

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        var request = try kpi.request(ids, past, session)
        request.includesAll = all
        if by == .region {
            let (rows, isSample) = try AssessByRegion(request).run(session)
            return try printer.print(KpiRegionTable.table(rows, session.language), isSample: isSample)
        }
        request.needsAlternatives = printer.isForMachines || !all
        let output = try AssessIndicators(request).run(session)
        if printer.format == .json {
            return try printer.print(.array(output.reports.map { KpiJSON.value($0, output) }))
        }
        if printer.format == .jsonl {
            return try printer.print(lines: output.reports.map { KpiJSON.value($0, output).text(pretty: false) })
        }
        try printer.print(KpiTable(output, printer.dress).table, isSample: output.isSample)
        guard !printer.isForMachines, ids.isEmpty, !all else { return }
        printer.note(
            Localized(
                "截至 \(output.asOf)；规划共 \(output.plan.catalog.indicators.count) 项指标，--all 全列；jbem kpi explain 编号 看来历",
                "as of \(output.asOf); the plan has \(output.plan.catalog.indicators.count) indicators, --all lists them; jbem kpi explain ID shows the way back"
            ))
    }
}

/// `jbem kpi check`.
struct KpiCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "约束性指标未达到、偏离或缺数据时退出码 1␟exit 1 if a binding indicator is missed, off track or without data",
        helpNames: [])

    @Option(name: .long, help: "容许的状态，可重复：no_data off_track␟states to let pass, repeatable: no_data off_track")
    var allow: [AssessmentState] = []
    @OptionGroup var kpi: KpiOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        var request = try kpi.request([], past, session)
        request.includesAll = true
        let output = try AssessIndicators(request).run(session)
        let bad: Set<AssessmentState> = Set([.missed, .offTrack, .noData]).subtracting(allow)
        let found = output.reports.filter { $0.indicator.nature == .binding && bad.contains($0.assessment.state) }
        if printer.isJSON {
            try printer.print(.array(found.map { KpiJSON.value($0, output) }))
        } else if found.isEmpty {
            printer.note(Localized("约束性指标没有问题（截至 \(output.asOf)）", "no binding indicator is in trouble (as of \(output.asOf))"))
        } else {
            let lines = found.map { OutputGate.visible(KpiText.alarm($0).text(session.language)) }
            try printer.print(lines: (printer.sampleBanner(output.isSample).map { [$0] } ?? []) + lines)
        }
        if !found.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

extension AssessmentState: ExpressibleByArgument {}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// `jbem kpi show ID`.
struct KpiShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "一个指标的现状␟where one indicator stands", helpNames: [])

    @Argument(help: "指标编号，如 T01␟indicator id such as T01")
    var id: String
    @OptionGroup var kpi: KpiOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let (output, report, printer) = try KpiQuestion.assess(id, kpi, past, global, session)
        let items = KpiDetail.items(report, output, session.language)
        try printer.print(
            object: KpiJSON.value(report, output), isSample: output.isSample, lines: printer.lines(KeyValueList(items)))
    }
}

/// `jbem kpi explain ID`.
struct KpiExplainCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "从指标走回到每一行和规划条款␟the way from an indicator back to the rows and the clause", helpNames: [])

    @Argument(help: "指标编号，如 T01␟indicator id such as T01")
    var id: String
    @OptionGroup var kpi: KpiOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let (output, report, printer) = try KpiQuestion.assess(id, kpi, past, global, session)
        let tree = Outline([KpiDetail.tree(report, output, session.language)])
        try printer.print(
            object: KpiJSON.value(report, output).adding("explanation", KpiJSON.node(report.assessment.explanation)),
            isSample: output.isSample, lines: printer.lines(tree))
    }
}

/// `jbem kpi forecast ID`.
struct KpiForecastCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "能否达到：概率、区间、尚可发生数；--with 假设␟will it be met: chance, interval, events still allowed; --with for what if", helpNames: [])

    @Argument(help: "指标编号，如 T01␟indicator id such as T01")
    var id: String
    @OptionGroup var kpi: KpiOptions
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let (output, report, printer) = try KpiQuestion.assess(id, kpi, past, global, session)
        let items = KpiDetail.forecastItems(report, output, session.language)
        try printer.print(
            object: KpiJSON.value(report, output).adding("forecast", KpiDetail.forecastJSON(report.assessment)), isSample: output.isSample,
            lines: printer.lines(KeyValueList(items)))
    }
}

/// What show, explain and forecast share.
enum KpiQuestion {
    static func assess(
        _ id: String, _ kpi: KpiOptions, _ past: AsOfOption, _ global: GlobalOptions, _ session: Session
    ) throws -> (output: AssessIndicators.Output, report: IndicatorReport, printer: Printer) {
        var request = try kpi.request([id], past, session)
        request.needsAlternatives = true
        let output = try AssessIndicators(request).run(session)
        guard let report = output.reports.first else {
            throw Failure(.data, Localized("指标 \(id) 没有采用的读法", "the indicator \(id) has no chosen reading"))
        }
        return (output, report, try Printer(session, global))
    }
}

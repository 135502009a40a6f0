internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// The core indicators of the plan's table with bars to their targets.
struct CoreIndicatorsPanel: Panel {
    let key = "core_indicators"
    let title = Localized("核心指标", "core indicators")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        IndicatorRows.content(try sources.indicators().core, request, command: ["kpi"], hasBar: true)
    }
}

/// Every indicator, in the order of the plan's chapters.
struct AllIndicatorsPanel: Panel {
    let key = "indicators"
    let title = Localized("全部指标", "all indicators")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        IndicatorRows.content(try sources.indicators(), request, command: ["kpi", "--all"], hasBar: false)
    }
}

/// Indicators as rows of a pane.
private enum IndicatorRows {
    static func content(
        _ output: AssessIndicators.Output, _ request: PanelRequest, command: [String], hasBar: Bool
    ) -> PanelContent {
        let (people, machine) = (KpiTable(output, request.dress), KpiTable(output, request.machine))
        var table = hasBar ? people.tableWithBars : people.tableByChapter
        table.notes = []
        return PanelContent(
            .table(table, machine: machine.table, subjects: output.reports.map { .indicator($0.indicator.id) }),
            command: command + request.past, notes: hasBar ? people.notes : [],
            json: .array(output.reports.map { KpiJSON.value($0, output) }))
    }
}

/// The way from the selected indicator back to rows and clause.
struct DerivationPanel: Panel {
    let key = "derivation"
    let title = Localized("来历", "derivation")
    let followsSelection: Bool
    private let id: String?

    /// - Parameter id: `nil` for the one that is selected.
    init(_ id: String? = nil) { (self.id, followsSelection) = (id, id == nil) }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        guard let (report, output) = try sources.report(id, request) else { return PanelContent(.absent(IndicatorWords.none), command: []) }
        let json = KpiJSON.value(report, output).adding("explanation", KpiJSON.node(report.assessment.explanation))
        return PanelContent(
            .outline(Outline([KpiDetail.tree(report, output, request.dress.language)]), json: json),
            command: ["kpi", "explain", report.indicator.id] + request.past)
    }
}

/// The yearly values of the selected indicator with the line of its target.
struct ChartPanel: Panel {
    let key = "trend"
    let title = Localized("走势", "trend")
    let followsSelection: Bool
    private let id: String?

    init(_ id: String? = nil) { (self.id, followsSelection) = (id, id == nil) }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        guard let (report, output) = try sources.report(id, request) else { return PanelContent(.absent(IndicatorWords.none), command: []) }
        let (language, assessment) = (request.dress.language, report.assessment)
        let points = assessment.trend.map { (label: String($0.year), value: $0.value?.double) }
        let target = KpiText.isYearly(report) ? assessment.limit?.double : nil
        let unit = report.indicator.unit.text(language)
        let name = "\(report.indicator.id) \(report.indicator.name.text(language))" + (unit.isEmpty ? "" : " (\(unit))")
        let values = assessment.trend.map { "\($0.year) \($0.value.map(KpiText.number) ?? "—")" }
        let words = [Localized("目标：", "target: ").text(language) + KpiText.target(report).text(language), values.joined(separator: "  ")]
        let isEmpty = !points.contains { $0.value != nil }
        return PanelContent(
            isEmpty
                ? .absent(Localized("\(report.indicator.id) 没有逐年的数", "no yearly values of \(report.indicator.id)"))
                : .chart(LineChart(points, target: target), title: name),
            command: ["kpi", "show", report.indicator.id] + request.past, notes: words, json: KpiJSON.value(report, output))
    }
}

private enum IndicatorWords {
    static let none = Localized("没有选中指标", "no indicator is selected")
}

extension PanelSources {
    /// The indicator that a pane is about.
    fileprivate func report(
        _ id: String?, _ request: PanelRequest
    ) throws -> (report: IndicatorReport, output: AssessIndicators.Output)? {
        let output = try indicators()
        var wanted = id
        if wanted == nil, case .indicator(let selected)? = request.selection { wanted = selected }
        guard let report = output.reports.first(where: { wanted == nil || $0.indicator.id == wanted }) else { return nil }
        return (report, output)
    }
}

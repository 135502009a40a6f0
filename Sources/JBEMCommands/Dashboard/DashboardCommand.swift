internal import ArgumentParser
internal import JBEMCore
internal import JBEMDashboard
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

extension DashboardOptions.AlertSign: ExpressibleByArgument {}

/// `jbem dashboard`.
struct DashboardCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard",
        abstract: "全屏仪表盘：核心指标、警示、期限、改动，实时更新␟full-screen dashboard: core indicators, alerts, deadlines, changes, live",
        helpNames: [])

    @Option(name: .long, help: "视图 1 到 7（默认 1）；--once 时可为 all␟view 1 to 7 (default 1); with --once also all")
    var view = "1"
    @Option(name: .long, help: "几秒看一次存储（默认 1，改动一般即时可见）␟seconds between looks at the store (default 1; commits show at once)")
    var refresh = 1.0
    @Flag(name: .long, help: "打印一次后结束；--json 为数据␟print it once and end; --json for data")
    var once = false
    @Option(name: .long, help: "新的红色警示怎么提示：none bell flash（默认 bell）␟how a new red alert is told: none bell flash (default bell)")
    var alert = DashboardOptions.AlertSign.bell
    @Option(
        name: .customLong("alert-command"),
        help: "每条新的红色警示运行一次的程序，警示以 JSON 写入其标准输入␟program run once for each new red alert, which it gets as JSON on its input")
    var alertCommand: String?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let numbers = try views()
        guard once else {
            guard global.format == nil, !printer.isForMachines, global.output == nil else {
                throw Failure(
                    .usage, Localized("输出格式与 --output 须配合 --once", "formats and --output go with --once"),
                    hints: [Localized("加上 --once", "add --once")])
            }
            return try DashboardTool.run(try options(numbers[0], printer, session), session)
        }
        let report = try DashboardReport(views: numbers, asOf: try past.date(session), printer.dress, session)
        switch printer.format {
        case .csv, .tsv, .plain:
            throw Failure(
                .usage, Localized("仪表盘没有这种格式", "the dashboard has no such format"),
                hints: [Localized("用 --json，或各窗格自己的命令", "use --json, or the commands of the panes")])
        default: try printer.print(object: report.json, isSample: report.isSample, lines: report.lines(printer.options, session.language))
        }
    }

    private func views() throws -> [Int] {
        let known = DashboardTool.views.map(\.number)
        if view == "all", once { return known }
        guard let number = Int(view), known.contains(number) else {
            throw Failure(
                .usage, Localized("没有视图 “\(view)”", "there is no view \"\(view)\""), at: .init(field: "--view"),
                hints: [DashboardTool.views.map { Localized("\($0.number) \($0.title.zh)", "\($0.number) \($0.title.en)") }.joined()])
        }
        return [number]
    }

    private func options(_ view: Int, _ printer: Printer, _ session: Session) throws -> DashboardOptions {
        guard (1...3600).contains(refresh) else {
            throw Failure(.usage, Localized("--refresh 为 1 到 3600 秒", "--refresh is 1 to 3600 seconds"))
        }
        var options = DashboardOptions()
        (options.view, options.refreshMilliseconds) = (view, Int(refresh * 1000))
        (options.isASCII, options.color) = (global.ascii, Style.Choice(rawValue: global.color.rawValue) ?? .auto)
        options.asOf = try past.date(session)
        (options.alertSign, options.alertProgram) = (alert, alertCommand)
        options.program = ["jbem"] + (global.db.map { ["--db", $0] } ?? [])
        return options
    }
}

internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMStore

/// `jbem plan diff OLD NEW`.
struct PlanDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "比较两个规划的指标（有差异退出码 1）␟compare the indicators of two plans (exit 1 if they differ)", helpNames: [])

    @Argument(help: "旧规划的键␟key of the old plan")
    var old: String
    @Argument(help: "新规划的键␟key of the new plan")
    var new: String
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let rows = try DiffPlans(old, new).run(session)
        let language = session.language
        let columns = [
            Column(key: "id", title: Localized("指标", "indicator").text(language)),
            Column(key: "kind", title: Localized("差异", "difference").text(language)),
            Column(key: "field", title: Localized("字段", "field").text(language)), Column(key: "old", title: old, isFlexible: true),
            Column(key: "new", title: new, isFlexible: true),
        ]
        func cell(_ text: Localized?) -> Cell {
            text.map { Cell(display: $0.text(language), machine: $0.zh, json: .string($0.zh)) } ?? .empty
        }
        let labels: [DiffPlans.Row.Kind: Localized] = [
            .added: Localized("新增", "added"), .removed: Localized("删去", "removed"), .changed: Localized("改变", "changed"),
        ]
        try printer.print(
            Table(
                columns: columns,
                rows: rows.map { row in
                    [
                        .identifier(row.indicator), .code(row.kind.rawValue, shown: labels[row.kind]?.text(language) ?? ""),
                        .text(row.field), cell(row.old), cell(row.new),
                    ]
                }))
        if !rows.isEmpty { throw Failure(.found, Localized("", "")) }
    }
}

/// `jbem plan check --text FILE`.
struct PlanCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "按散列与开头在规划全文中找回各条款（有变化退出码 1）␟find the clauses in the plan's text by hash and opening (exit 1 on a change)",
        helpNames: [])

    @Argument(help: "规划的键␟key of the plan")
    var key: String?
    @Option(name: .long, help: "规划全文，- 为标准输入␟text of the plan; - is stdin")
    var text: String
    @Flag(name: .long, help: "也列出相同的␟list the same ones too")
    var all = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let rows = try CheckPlanText(key, file: text).run(session)
        let language = session.language
        let columns = [
            Column(key: "clause", title: Localized("条款", "clause").text(language)),
            Column(key: "state", title: Localized("状态", "state").text(language)),
            Column(key: "line", title: Localized("现行号", "line now").text(language)),
            Column(key: "indicators", title: Localized("指标", "indicators").text(language)),
            Column(key: "summary", title: Localized("摘要", "summary").text(language), isFlexible: true),
        ]
        let listed = rows.filter { all || printer.isForMachines || $0.state != .same }
        try printer.print(
            Table(
                columns: columns,
                rows: listed.map { row in
                    let role: Style.Role? = row.state == .same ? .good : row.state == .moved ? .warning : .bad
                    return [
                        .identifier(row.clause.id), Cell.code(row.state.rawValue, shown: row.state.label.text(language)).styled(role),
                        row.line.map { .integer(Int64($0)) } ?? .empty, .text(row.indicators.joined(separator: " ")),
                        Cell(
                            display: row.clause.summary.text(language), machine: row.clause.summary.zh, json: .string(row.clause.summary.zh)
                        ),
                    ]
                }))
        let same = rows.filter { $0.state == .same }.count
        printer.note(Localized("\(rows.count) 条，\(same) 条相同", "\(rows.count) clauses, \(same) the same"))
        if rows.contains(where: { $0.state == .changed || $0.state == .missing }) {
            throw Failure(.found, Localized("有条款的文字已变或找不到", "some clauses changed or are missing"))
        }
    }
}

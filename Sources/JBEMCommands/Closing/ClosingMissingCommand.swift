internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMStore

/// `jbem closing missing`.
struct ClosingMissingCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing", abstract: "哪些单位哪些月份还没有关账␟which offices have not closed which months", helpNames: [])

    @Option(name: .long, help: "期间：2024 2024Q2 2024-03（默认上月）␟period: 2024 2024Q2 2024-03 (default: last month)")
    var period: String?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let asked = try period.map { try DateOption.period($0, option: "--period", session) }
        let (rows, isSample) = try MissingClosings(period: asked, asOf: try past.date(session)).run(session)
        let language = session.language
        let columns = [
            Column(key: "office", title: Localized("单位", "office").text(language)),
            Column(key: "office_name", title: Localized("名称", "name").text(language), isFlexible: true),
            Column(key: "noun", title: Localized("台账", "noun").text(language)),
            Column(key: "month", title: Localized("月份", "month").text(language)),
            Column(key: "reason", title: Localized("原因", "reason").text(language)),
        ]
        if rows.isEmpty, global.cron { return }
        try printer.print(
            Table(
                title: printer.sampleBanner(isSample), columns: columns,
                rows: rows.map { row in
                    let reason = row.isStale ? Localized("关账后有改动", "stale: changed after closing") : Localized("未关账", "not closed")
                    return [
                        .identifier(row.office), Cell(display: row.name.text(language), machine: row.name.zh, json: .string(row.name.zh)),
                        .code(row.noun, shown: (Catalog.schema(row.noun)?.label ?? Localized(verbatim: row.noun)).text(language)),
                        .moment(row.month),
                        .code(row.isStale ? "stale" : "not_closed", shown: reason.text(language)),
                    ]
                }))
        printer.note(rows.isEmpty ? Localized("全部已关账", "all closed") : Localized("共 \(rows.count) 条", "\(rows.count) in all"))
    }
}

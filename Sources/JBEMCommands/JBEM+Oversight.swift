internal import JBEMCore

extension JBEM {
    static let oversight: [NounCommand] = [
        command("kpi", KpiCommand.self, Localized("指标", "kpi"), .oversight, aliases: ["指标", "核心指标"]),
        command("agenda", AgendaCommand.self, Localized("日程", "agenda"), .oversight, aliases: ["日程"]),
        command("dashboard", DashboardCommand.self, Localized("仪表盘", "dashboard"), .oversight, aliases: ["仪表盘"]),
    ]

    static let preparedness: [NounCommand] = [
        command("stock", StockCommand.self, Localized("物资收发存", "stock"), .preparedness, aliases: ["物资收发存"])
    ]
}

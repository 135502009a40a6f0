internal import JBEMCore

/// A screenful: panes that belong together. A new domain adds its panels here.
struct DashboardView: Sendable {
    let number: Int
    /// Names the view in JSON.
    let key: String
    let title: Localized
    let panels: [any Panel]
    /// Lines that the first pane takes at least, where it stands above others.
    let firstHeight: Int

    private init(_ number: Int, _ key: String, _ title: Localized, firstHeight: Int = 0, _ panels: [any Panel]) {
        (self.number, self.key, self.title, self.panels, self.firstHeight) = (number, key, title, panels, firstHeight)
    }

    static let all = [
        DashboardView(
            1, "overview", Localized("总览", "overview"), firstHeight: 8, [CoreIndicatorsPanel(), AlertsPanel(), RecentChangesPanel()]),
        DashboardView(2, "indicators", Localized("指标", "indicators"), [AllIndicatorsPanel(), ChartPanel(), DerivationPanel()]),
        DashboardView(
            3, "risk", Localized("风险隐患", "risk"), [RiskMatrixPanel(), OverdueHazardsPanel(), DueHazardsPanel(), HazardLedgerPanel()]),
        DashboardView(
            4, "readiness", Localized("队伍演练", "readiness"),
            [
                DutyGapsPanel(), AgendaPanel(of: .terms), CampaignsPanel(),
                AbsentPanel("team", Localized("队伍与资格", "teams and qualifications")),
                AbsentPanel("drill", Localized("演练计划与整改", "programme of drills, corrective actions")),
            ]),
        DashboardView(5, "stock", Localized("物资", "stock"), [StockShortagePanel(), StockExpiringPanel(), StockBalancePanel()]),
        DashboardView(6, "agenda", Localized("日程", "agenda"), [AgendaPanel(of: .everything), AgendaTallyPanel()]),
        DashboardView(7, "log", Localized("日志", "log"), [LogPanel(), ChangePanel()]),
    ]
}

internal import JBEMCore
internal import JBEMOperations
internal import JBEMPresentation
internal import JBEMStore

/// Risk points for which nobody can be reached today.
struct DutyGapsPanel: Panel {
    let key = "duty_gaps"
    let title = Localized("责任空档", "duty gaps")
    let ranges: [TimeRange] = [.day, .week, .month]

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let first = request.asOf ?? sources.session.today
        let window = DatePeriod(first, first.adding(days: (request.range ?? .day).days - 1))
        let output = try FindDutyGaps(window, isByRole: false, region: nil, asOf: request.asOf, limit: request.limit).run(sources.session)
        let notes = [DutyWords.gaps(output, window, byRole: false).text(request.dress.language)]
        return PanelContent(
            .table(
                DutyTable.gaps(output, byRole: false, request.dress), machine: DutyTable.gaps(output, byRole: false, request.machine),
                subjects: output.gaps.map { .record(of: Risk.schema, $0.risk) }),
            command: [
                "duty", "gaps", "--from", window.first.description, "--to", window.last.description, "--limit", String(request.limit),
            ] + request.past,
            notes: notes + (output.isCut ? LimitNote.notes(output.gaps.count, request) : []))
    }
}

/// Where the special campaigns stand.
struct CampaignsPanel: Panel {
    let key = "campaigns"
    let title = Localized("专项整治", "campaigns")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let (campaigns, _, facts) = try ListCampaignProgress(nil, asOf: request.asOf).run(sources.session)
        return PanelContent(
            .table(
                CampaignTable.progress(campaigns, facts, request.dress), machine: CampaignTable.progress(campaigns, facts, request.machine),
                subjects: campaigns.map { line in line.campaign.id.map { .record(of: Campaign.schema, $0) } }),
            command: ["campaign", "progress"] + request.past)
    }
}

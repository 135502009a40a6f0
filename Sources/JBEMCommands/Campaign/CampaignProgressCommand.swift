internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMStore

/// `jbem campaign progress [ID]`.
struct CampaignProgressCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "专项整治的进度：检查、覆盖、隐患、剩余天数␟where campaigns stand: visits, coverage, findings, days left",
        helpNames: [])

    @Argument(help: "编号（默认已开始的各项）␟id or number (default: every one that has begun)")
    var name: String?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let language = session.language
        let (campaigns, day, facts) = try ListCampaignProgress(name, asOf: try past.date(session)).run(session)
        let text = FieldText(codes: facts.codes, home: facts.home, language: language)
        let columns = [
            Column(key: "campaign", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
            Column(key: "visits", title: Localized("检查", "visits").text(language)),
            Column(key: "quota", title: Localized("应查", "quota").text(language)),
            Column(key: "quota_share", title: Localized("完成", "share").text(language), alignment: .trailing),
            Column(key: "visited", title: Localized("已查对象", "visited").text(language)),
            Column(key: "in_scope", title: Localized("范围内", "scope").text(language)),
            Column(key: "coverage", title: Localized("覆盖", "cover").text(language), alignment: .trailing),
            Column(key: "findings", title: Localized("隐患", "found").text(language)),
            Column(key: "closed", title: Localized("销号", "closed").text(language)),
            Column(key: "days_left", title: Localized("剩余天", "days left").text(language)),
        ]
        let rows = campaigns.map { line -> [Cell] in
            let id = line.campaign.id ?? 0
            return [
                .identifier(text.fullID(id, noun: "campaign"), shown: text.shortID(id, noun: "campaign")),
                .text(line.campaign[Campaign.name] ?? ""), .integer(line.visits), .integer(line.quota), .rate(line.quotaShare, language),
                .integer(line.visited), .integer(line.inScope), .rate(line.coverage, language), .integer(line.findings),
                .integer(line.closedFindings), .integer(Int64(line.daysLeft)),
            ]
        }
        try printer.print(Table(title: printer.sampleBanner(facts.isSample), columns: columns, rows: rows))
        printer.note(Localized("截至 \(day)；完成＝检查÷应查，覆盖＝已查对象÷范围内", "as of \(day); share = visits ÷ quota, cover = visited ÷ scope"))
    }
}

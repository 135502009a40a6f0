internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
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
        let (campaigns, day, facts) = try ListCampaignProgress(name, asOf: try past.date(session)).run(session)
        try printer.print(CampaignTable.progress(campaigns, facts, printer.dress), isSample: facts.isSample)
        printer.note(Localized("截至 \(day)；完成＝检查÷应查，覆盖＝已查对象÷范围内", "as of \(day); share = visits ÷ quota, cover = visited ÷ scope"))
    }
}

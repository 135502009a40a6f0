internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// `jbem store purge-personal --before DATE --note REASON`.
struct StorePurgeCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge-personal",
        abstract: "从日志里永久清除某日之前的个人信息；现有记录不变␟drops personal data before a day from the journal, for good; records stay as they are",
        helpNames: [])

    @Option(name: .long, help: "清除此日之前的改动里的个人信息␟personal data in changes before this day")
    var before: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let day = try DateOption.period(before, option: "--before", session).first
        guard writing.yes || writing.dryRun else {
            throw Failure(
                .usage, Localized("清除不能撤销", "a purge cannot be taken back"),
                hints: [Localized("先用 --dry-run 看，再加 --yes", "look with --dry-run first, then add --yes")])
        }
        let (changes, report) = try PurgePersonal(before: day, options: writing.options("store purge-personal", ["--before", before])).run(
            session)
        try printer.report(
            report, Localized("\(changes) 次改动的个人信息已从日志清除", "personal data of \(changes) changes is gone from the journal"),
            further: [("purged", .integer(Int64(changes)))])
        printer.note(Localized("以前的备份里仍有", "backups that were made before still have it"))
    }
}

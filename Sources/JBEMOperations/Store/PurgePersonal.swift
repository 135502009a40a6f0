package import JBEMCore
internal import JBEMStore

/// Drops personal data of the past from the journal.
package struct PurgePersonal {
    let day: CalendarDate
    let options: WriteOptions

    /// - Parameter day: changes before it are purged.
    package init(before day: CalendarDate, options: WriteOptions) { (self.day, self.options) = (day, options) }

    /// - Throws: `.usage` without a reason.
    package func run(_ session: Session) throws -> (changes: Int, report: WriteReport) {
        guard options.note != nil else {
            throw Failure(.usage, Localized("清除须写明理由", "a purge needs a reason"), hints: [Localized("加 --note 理由", "add --note REASON")])
        }
        let result = try session.open(.write).purgePersonal(before: day, options.action(.purge, in: session), dryRun: options.isDryRun)
        return (result.value, WriteReport(change: result.change?.id, ids: [], rows: result.rows, isDryRun: result.isDryRun))
    }
}

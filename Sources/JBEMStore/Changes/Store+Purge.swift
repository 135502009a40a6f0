internal import GRDB
package import JBEMCore

extension Store {
    /// Drops the personal part of changes before a day from the journal, for good.
    ///
    /// What records hold now stays. The chain still holds: it goes by the digests of the parts. Such changes cannot be taken back, and a replay no
    /// longer compares the personal tables. Freed pages are overwritten and the write-ahead log is emptied; backups keep what they have.
    ///
    /// - Returns: how many changes were purged.
    package func purgePersonal(before day: CalendarDate, _ action: Action, dryRun: Bool = false) throws -> WriteResult<Int> {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let result = try perform(action, dryRun: dryRun) { db in
            // The day of a change is the day here.
            try db.execute(
                sql: """
                    UPDATE change_data SET bytes = NULL WHERE part = '\(ChangePart.personal)' AND bytes IS NOT NULL
                        AND change_id IN (SELECT id FROM change WHERE date(at, '+8 hours') < ?)
                    """, arguments: [day.description])
            return db.changesCount
        }
        if result.change != nil {
            try StoreLock.holding(storePath: path, timeout: lockTimeout) { try Store.translatingErrors(at: path) { try checkpoint() } }
        }
        return result
    }
}

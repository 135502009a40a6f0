internal import Glibc
package import JBEMCore
internal import JBEMStore

/// Looks at everything around a store that makes it trustworthy, and says what to do where something is amiss.
package struct RunDoctor {
    package enum Grade: String, Sendable {
        case sound, notice, broken
    }

    package struct Check: Sendable {
        package let name: Localized
        package let grade: Grade
        package let words: Localized
        /// What to do.
        package let remedy: Localized?
    }

    /// Days after which the last verified backup is too old (ours).
    package static let backupDays = 7

    package init() {}

    package func run(_ session: Session) throws -> [Check] {
        let store = try session.open(.read)
        let facts = try StoreSurroundings.of(session.storePath)
        return [engine(), fileSystem(facts), space(facts), rights(facts)]
            + [try clock(store, session), try chain(store), try backup(store, session), try closings(session)]
    }

    private func engine() -> Check {
        let version = StoreSurroundings.sqliteVersion
        let name = Localized("SQLite", "SQLite")
        // The race needs two connections that write and checkpoint at once; the lock allows one.
        guard version.number < 3_051_003 else {
            return Check(name: name, grade: .sound, words: Localized(verbatim: version.text), remedy: nil)
        }
        return Check(
            name: name, grade: .sound,
            words: Localized(
                "\(version.text)：3.51.3 之前的 WAL 重置竞争由本程序的锁避开；不要用别的程序写这个文件",
                "\(version.text): the WAL-reset race before 3.51.3 is kept away by the lock of this program; let no other program write the file"
            ),
            remedy: nil)
    }

    private func fileSystem(_ facts: StoreSurroundings) -> Check {
        Check(
            name: Localized("文件系统", "file system"), grade: .sound,
            words: Localized("本机，\(facts.fileSystem)", "local, \(facts.fileSystem)"), remedy: nil)
    }

    /// A backup, a migration and a restore each need the store once more.
    private func space(_ facts: StoreSurroundings) -> Check {
        let (need, free) = (2 * facts.storeBytes, facts.freeBytes)
        let words = Localized(
            "剩余 \(free >> 20) MiB，存储 \(facts.storeBytes >> 10) KiB", "\(free >> 20) MiB free, the store takes \(facts.storeBytes >> 10) KiB"
        )
        let name = Localized("空间", "space")
        guard free < need else { return Check(name: name, grade: .sound, words: words, remedy: nil) }
        return Check(
            name: name, grade: .broken, words: words,
            remedy: Localized("腾出至少 \(need >> 20) MiB，备份与升级才做得成", "free at least \(need >> 20) MiB: backups and migrations need it"))
    }

    private func rights(_ facts: StoreSurroundings) -> Check {
        let name = Localized("权限", "rights")
        guard let first = facts.openToAll.first else {
            return Check(
                name: name, grade: .sound,
                words: facts.isShared ? Localized("仅本人与同组", "owner and group only") : Localized("仅本人", "owner only"), remedy: nil)
        }
        return Check(
            name: name, grade: .broken, words: Localized("\(first) 别人可读", "\(first) is readable by everyone"),
            remedy: Localized(
                "运行 chmod o-rwx \(facts.openToAll.joined(separator: " "))", "run chmod o-rwx \(facts.openToAll.joined(separator: " "))"))
    }

    private func clock(_ store: Store, _ session: Session) throws -> Check {
        let name = Localized("时钟", "clock")
        let newest = try store.read { db in try ChangeLog.head(db).flatMap { Instant(rfc3339: try ChangeLog.find($0.id, in: db).at) } }
        guard let newest, newest > session.now else {
            return Check(name: name, grade: .sound, words: Localized(verbatim: session.now.localText()), remedy: nil)
        }
        return Check(
            name: name, grade: .broken,
            words: Localized("最新改动在 \(newest.localText())，晚于现在", "the newest change is of \(newest.localText()), after now"),
            remedy: Localized("校准本机时钟", "set the clock of this machine"))
    }

    private func chain(_ store: Store) throws -> Check {
        let name = Localized("改动链与 .anchor", "change chain and .anchor")
        let verification = try store.verify(replay: false)
        if let broken = verification.broken {
            return Check(
                name: name, grade: .broken,
                words: Localized("第 \(broken.change) 号：\(broken.reason.zh)", "change \(broken.change): \(broken.reason.en)"),
                remedy: Localized("从备份恢复：jbem store restore", "restore a backup: jbem store restore"))
        }
        guard try store.hasAnchor() || verification.changes == 0 else {
            return Check(
                name: name, grade: .broken, words: Localized(".anchor 文件不在", "the .anchor file is missing"),
                remedy: Localized("从备份处找回；下一次改动会新建", "look for it in your backups; the next change makes a new one"))
        }
        return Check(
            name: name, grade: .sound, words: Localized("\(verification.changes) 次改动", "\(verification.changes) changes"), remedy: nil)
    }

    private func backup(_ store: Store, _ session: Session) throws -> Check {
        let name = Localized("备份", "backup")
        let remedy = Localized("运行 jbem store backup --keep 14，并放进 cron", "run jbem store backup --keep 14, and put it into cron")
        guard let newest = try BackupNotes(storePath: session.storePath).newest() else {
            return Check(name: name, grade: .broken, words: Localized("从未备份", "there was never a backup"), remedy: remedy)
        }
        let days = newest.at.local().date.days(to: session.today)
        let words = Localized(
            "最近核对过的在 \(newest.at.localText())：\(newest.path)", "the last verified one is of \(newest.at.localText()): \(newest.path)")
        guard access(newest.path, R_OK) == 0 else {
            return Check(
                name: name, grade: .broken, words: Localized("\(newest.path) 已不在", "\(newest.path) is no longer there"), remedy: remedy)
        }
        return Check(
            name: name, grade: days > RunDoctor.backupDays ? .broken : .sound, words: words,
            remedy: days > RunDoctor.backupDays ? remedy : nil)
    }

    /// Months that are not closed are work to do, not a fault of the store.
    private func closings(_ session: Session) throws -> Check {
        let count = try MissingClosings(period: nil, asOf: nil).run(session).rows.count
        return Check(
            name: Localized("关账", "closings"), grade: count == 0 ? .sound : .notice,
            words: count == 0 ? Localized("都已关", "all closed") : Localized("\(count) 项未关", "\(count) are open"),
            remedy: count == 0 ? nil : Localized("见 jbem closing missing", "see jbem closing missing"))
    }
}

internal import JBEMCore

extension HelpTopic {
    /// Changes, their hashes, undo, the anchor.
    static let storeJournalBlocks: [HelpBlock] = [
        .heading(Localized("改动日志", "The journal")),
        .text(
            Localized(
                "一次改动是一条命令在一个事务里写下的全部：要么全有，要么全无。change 的各列：",
                """
                A change is all that one command wrote, in one transaction: it is there as a whole or not at all. The columns of change:
                """)),
        .terms([
            HelpTerm("id", "改动号，从 1 起，没有缺号。", "Number of the change, from 1 without a gap."),
            HelpTerm("store_uuid", "存储的标识。", "uuid of the store."),
            HelpTerm(
                "at actor os_user host",
                "何时（UTC）、何人（--actor 或 JBEM_ACTOR，否则系统用户）、系统用户、哪台机器。",
                "When (UTC), who (--actor or JBEM_ACTOR, else the system user), the system user, the machine."),
            HelpTerm(
                "kind",
                "init command import undo redo migration reveal purge 之一。reveal 是查看个人信息，purge 是清除；两者都不改记录。",
                """
                One of init command import undo redo migration reveal purge. reveal is a look at personal data, purge its removal from \
                the journal; neither changes records.
                """),
            HelpTerm(
                "action arguments note",
                "命令、参数、理由（--note、--reason）；其中的个人号码已遮蔽。",
                "The command, its arguments, the reason (--note, --reason); personal numbers in them are masked."),
            HelpTerm("schema_version tables rows", "当时的结构版本、涉及的表、改了几行。", "Version of the schema then, tables touched, number of rows."),
            HelpTerm("previous_hash hash", "上一条与本条的散列。", "Hash of the entry before and of this one."),
            HelpTerm("undoes", "所撤销或重做的改动号。", "The change that this one takes back."),
        ]),
        .text(
            Localized(
                """
                内容在 change_data：part 为 public 的是记录表的改动，大的改动每 8 MiB 一段，接着是 public.00001 等；part 为 private 的是 _private 表的改动。bytes 是 SQLite 会话\
                扩展的改动集（changeset），digest 是它的 SHA-256。触发器不许改、不许删这两张表的行；唯一的例外是 store purge-personal 清空 private 的 bytes，digest 仍在，链照样核对得上。
                """,
                """
                What it did is in change_data: part public for the record tables, public.00001 and so on behind it where a change is \
                larger than 8 MiB, and private for the _private tables. bytes is a changeset of SQLite's session extension, digest its \
                SHA-256. Triggers refuse to change or delete rows of the two tables, with one exception: store purge-personal empties the \
                bytes of private parts; the digest stays, and the chain still holds.
                """)),
        .heading(Localized("散列链", "The chain of hashes")),
        .text(
            Localized(
                """
                hash 是依次对以下各项取的 SHA-256：字节串 jbem-change-1 加一个零字节；previous_hash 的 64 个十六进制字符（第一条用 64 个 0）；下列各列，每列先是 8 字节大端长度，再是 UTF-8 文字，\
                NULL 作空文字；最后是每段内容的 part 与 digest，写法相同，private 在末。
                """,
                """
                hash is the SHA-256 of: the bytes jbem-change-1 and a zero byte; the 64 hexadecimal digits of previous_hash (64 zeros for \
                the first entry); the columns below, each as its length in 8 bytes, most significant first, and its text in UTF-8, NULL \
                as an empty text; then part and digest of each piece of content in the same way, private last.
                """)),
        .code([
            "id store_uuid at actor os_user host kind action arguments note",
            "schema_version tables rows undoes",
        ]),
        .heading(Localized("撤销与重做", "Undo and redo")),
        .text(
            Localized(
                "undo 把改动集反过来，作为一次新的改动写入，undoes 指向原来的一条；redo 撤销那次撤销。日志里什么也不删。其后又有改动挡住时拒绝，并逐个字段说明。不能撤销的：建库、升级、查看个人信息，以及个人信息已清除的改动。",
                """
                undo turns the changeset round and writes it as a new change whose undoes names the old one; redo takes an undo back in \
                the same way. Nothing is removed from the journal. Where later changes are in the way it refuses and tells them field by \
                field. init, migrations, looks at personal data, and changes whose personal part was purged cannot be taken back.
                """)),
        .heading(Localized("锚文件", "The anchor")),
        .text(
            Localized(
                "每行是改动号、空格、64 位十六进制散列；恢复之后的一行末尾另有 restored，表示其后的号码作废。",
                """
                Each line is the number of a change, a blank, its hash in 64 hexadecimal digits; the line that a restore adds ends in \
                restored: the changes after that number no longer count.
                """)),
        .code([
            "1 5ad8e6e313f0849aa7ce3e83cd4b89f23f3900b693572b702232ee5affb76b4c",
            "2 6654da0520f1b48dc4bf2dafc0b4888174054fb276c23956a45d7ccd3ceb44a1",
            "1 5ad8e6e313f0849aa7ce3e83cd4b89f23f3900b693572b702232ee5affb76b4c restored",
        ]),
        .text(
            Localized(
                "提交之后才写锚，写到磁盘才报告成功。打开存储时，锚的最后一行必须在链上，否则就是丢了提交，拒绝打开（65）。程序在提交与写锚之间被终止，下一个写入者补记。锚文件不在时照常打开，由 store doctor 指出，下一次改动会新建。",
                """
                The line is written after the commit, and success is reported when it is on the disk. When a store is opened the last \
                line has to be in the chain; else commits were lost and the store is refused (65). If a program is killed between commit \
                and anchor, the next writer adds the line. A store whose anchor is missing opens as usual; store doctor tells, and the \
                next change makes a new one.
                """)),
    ]

    /// What the checks prove, other programs, versions, backups.
    static let storeProofBlocks: [HelpBlock] = [
        .heading(Localized("核对", "What the checks prove")),
        .terms([
            HelpTerm(
                "jbem log verify",
                "链没有断：号码不缺，条目与内容未被改过，与锚的最后一行一致。",
                """
                The chain holds: no number is missing, no entry or content was altered, and it agrees with the last line of the anchor.
                """),
            HelpTerm(
                "jbem log verify --replay",
                "另由日志把各表重建一遍，逐行比较：发现绕过程序改动的值、磁盘损坏的值。",
                """
                Also rebuilds every table from the journal and compares row by row: finds values that were changed beside the program or \
                by a fault of the disk.
                """),
            HelpTerm(
                Localized("jbem log verify --anchor 文件", "jbem log verify --anchor FILE"),
                Localized(
                    "另存他处的锚文件里，每一行都须在链上：整条链被重造，只有这样看得出。恢复之后要重新抄一份。",
                    """
                    Every line of a copy of the anchor kept elsewhere has to be in the chain: the one way to see that the whole chain was \
                    made anew. After a restore take a new copy.
                    """)),
            HelpTerm(
                "jbem store check",
                "SQLite 自身的检查、引用、表的结构、下一个编号，加上重放。",
                "SQLite's own check, references, the structure of the tables, the next numbers, and the replay."),
            HelpTerm(
                Localized("jbem store backup verify 文件", "jbem store backup verify FILE"),
                Localized("把备份真正恢复到别处，再做以上检查。", "Really restores a backup elsewhere and does all of this.")),
        ]),
        .text(
            Localized(
                """
                链能让人看出篡改，不能阻止篡改：能写文件的人也能重造整条链。不在日志里、因而查不出的有：agenda_memory，store 里的建立时间与单位编号，被调大的 sequence。清除个人信息之后，重放不再比较 _private 表。核对的是记\
                下之后没有变，不是当初记得对不对。
                """,
                """
                The chain shows tampering, it does not prevent it: who can write the file can also make the whole chain anew. Not in the \
                journal, and so not checked: agenda_memory, time of creation and office in store, a sequence that was raised. After a \
                purge the replay no longer compares the _private tables. What is proved is that nothing changed since it was entered, not \
                that it was entered right.
                """)),
        .heading(Localized("用别的程序读", "Reading with other programs")),
        .text(
            Localized(
                "只读打开，决不写：别的程序绕过锁、日志和规则。也不要用 immutable=1，那样读不到 -wal 里的改动。",
                """
                Open it read-only and never write: other programs pass by the lock, the journal and the rules. Do not use immutable=1 \
                either, which leaves the changes in -wal unread.
                """)),
        .code([
            "jbem query \"select sector, count(*) from accident group by 1\" --csv",
            "sqlite3 -readonly jbem.db \"select count(*) from accident\"",
            "sqlite3 \"file:/srv/jbem/jbem.db?mode=ro\" \"select max(id) from change\"",
        ]),
        .text(
            Localized(
                """
                jbem query 只收一条 SELECT，能读记录表、setting、change、store，读不到 _private 表、change_data、sequence、agenda_memory；默认最多 60 秒（--timeout）、\
                256 MiB 内存。事故的等级、伤亡等计算得出的字段不在表里，用 jbem accident list --fields all --csv 取。
                """,
                """
                jbem query takes one SELECT. It reads the record tables, setting, change and store, not the _private tables, change_data, \
                sequence or agenda_memory; at most 60 s (--timeout) and 256 MiB of memory. Computed fields, such as the grade and the \
                toll of an accident, are not in the tables: take them from jbem accident list --fields all --csv.
                """)),
        .heading(Localized("版本与升级", "Versions and upgrades")),
        .text(
            Localized(
                """
                结构的版本在 user_version。1 基础，2 遇难失踪人员，3 风险，4 隐患，5 责任，6 检查，7 物资，8 配货。存储比程序旧：只读的命令拒绝（78），写入的命令和 jbem store migrate 先复制成 \
                jbem.db.before-v8，再在一个事务里升级。存储比程序新：拒绝（76），请升级程序。升级不动代码表与规则，新版的另行载入：
                """,
                """
                user_version is the version of the schema: 1 foundation, 2 victims, 3 risk, 4 hazards, 5 duties, 6 inspection, 7 stock, 8 \
                allocation. A store older than the program: commands that read refuse it (78); commands that write, and jbem store \
                migrate, copy it to jbem.db.before-v8 and bring it up to date in one transaction. A store newer than the program is \
                refused (76): upgrade the program. An upgrade leaves code lists and rules alone; load those of the new version with:
                """)),
        .code([
            "jbem store migrate",
            "jbem import --batch /usr/local/share/jbem/codes",
            "jbem import --batch /usr/local/share/jbem/rules",
        ]),
        .heading(Localized("备份与恢复", "Backup and restore")),
        .code([
            "jbem store backup --keep 14",
            "jbem store backup verify FILE",
            "jbem store restore FILE --yes",
            "jbem store doctor",
        ]),
        .text(
            Localized(
                """
                备份是一个文件：在锁下复制，重新打开，逐行比较，一致才报告，并记入 jbem.db.backups。--keep 保留最新几份，更旧的先改名，下一次备份成功后才删。恢复之前先核对备份，原有内容另存为 before-restore；恢复后编号接着\
                往下发，不会重号。另一个存储的备份拒绝恢复到这里，用 --db 指定新路径即可。store doctor 要求七天内有核对过的备份。
                """,
                """
                A backup is one file: copied under the lock, opened again and compared row by row; only then is it spoken of, and noted \
                in jbem.db.backups. --keep keeps the newest ones; older ones are renamed first and removed after the next good backup. A \
                restore verifies the backup first and keeps what was there as before-restore; ids go on behind those already given, so \
                that none comes twice. A backup of another store is refused; name a new path with --db to restore it there. store doctor \
                asks for a verified backup of the last seven days.
                """)),
    ]
}

internal import JBEMCore

extension HelpTopic {
    /// The store as a file: what lies where, who may read it, what the tables hold.
    static let storeBlocks: [HelpBlock] = storeFileBlocks + storeTableBlocks + storeJournalBlocks + storeProofBlocks

    /// Place, files beside it, permissions, marks in the header.
    static let storeFileBlocks: [HelpBlock] = [
        .text(
            Localized(
                "一个存储就是一个 SQLite 文件：记录、代码表、规划、改动日志都在里面。程序用到的只有它和旁边的几个小文件。",
                """
                A store is one SQLite file that holds the records, the code lists, the plans and the journal of changes. The program \
                needs it, the small files beside it, and nothing else.
                """)),
        .heading(Localized("位置", "Where it lies")),
        .text(
            Localized(
                """
                依次看 --db 文件、JBEM_DB、$XDG_DATA_HOME/jbem/jbem.db、~/.local/share/jbem/jbem.db，取第一个给出的。必须是本机磁盘上的普通文件：不跟随符号链接，网络文件系统一律拒绝（退出码 \
                78），任何人都可写的文件也拒绝（77）。
                """,
                """
                --db FILE, else JBEM_DB, else $XDG_DATA_HOME/jbem/jbem.db, else ~/.local/share/jbem/jbem.db. It has to be a regular file \
                on a local disk: links are not followed, a network file system is refused (exit code 78), and so is a file that everyone \
                may write (77).
                """)),
        .heading(Localized("旁边的文件", "The files beside it")),
        .terms([
            HelpTerm("jbem.db", "主文件。", "The main file."),
            HelpTerm(
                "jbem.db-wal",
                "SQLite 的预写日志，是存储的一部分：最新的改动先写在这里，超过 4 MiB 才并入主文件；没有程序运行时它也在。删掉它，或者复制时漏了它，就会丢失改动。",
                """
                The write-ahead log of SQLite, a part of the store: the newest changes are here and move into the main file once the log \
                has passed 4 MiB. It stays while no program runs. Who deletes it, or copies the store without it, loses changes.
                """),
            HelpTerm(
                "jbem.db-shm",
                "-wal 的索引，由正在运行的程序共用，没有时自动重建。不必复制。",
                "Index of -wal, shared by the programs that run and made anew where it is missing. Need not be copied."),
            HelpTerm(
                "jbem.db.anchor",
                "锚文件：每次改动一行，记号码与散列。只增不改，随时可以复制；宜常抄一份到别的机器。",
                """
                The anchor: a line for each change with its number and hash. Lines are only added, so it may be copied at any time; keep \
                a copy on another machine.
                """),
            HelpTerm(
                "jbem.db.lock",
                "写锁，里面是最近一个写入者的进程号。不必复制。",
                "The lock of writers; holds the process id of the last one. Need not be copied."),
            HelpTerm("jbem.db.backups", "每个核对过的备份一行：时间、改动号、路径。", "A line for each verified backup: time, number of the change, path."),
            HelpTerm(
                "backups/",
                """
                store backup 不给 --to 时的去处。文件名如 jbem-02c517d8-20261126T182846Z-c6.backup：存储标识前八位、UTC 时间、最新的改动号；改名为 .backup.expired 的由下一次备份删\
                除。
                """,
                """
                Where store backup puts its files without --to, with names such as jbem-02c517d8-20261126T182846Z-c6.backup: begin of the \
                store's uuid, time in UTC, newest change. Those renamed to .backup.expired are removed by the next backup.
                """),
            HelpTerm("jbem.db.before-v8", "升级到版本 8 之前的副本。", "The copy made before an upgrade to version 8."),
            HelpTerm(
                Localized("jbem.db.before-restore-时间", "jbem.db.before-restore-TIME"),
                Localized("恢复之前的内容，是一个备份。", "What was there before a restore; a backup.")),
            HelpTerm(
                Localized("jbem.db.damaged-时间", "jbem.db.damaged-TIME"),
                Localized("恢复时移开的损坏文件。", "Damaged files that a restore put aside.")),
            HelpTerm(
                "*.making *.restoring *.tmp",
                "没有做完的文件，是中途被终止的程序留下的；下一次同样的操作会清掉。",
                "Files that were not finished, left by a program that was killed; the next such run removes them."),
        ]),
        .text(
            Localized(
                """
                要复制就用 jbem store backup：得到一个完整的文件。只用 cp 复制主文件会丢失提交；连同 .anchor 一起复制时，程序打开即发现并拒绝（65），不复制 .anchor 就发现不了。带 before、damaged 字样的文\
                件不再需要时可以手工删除。
                """,
                """
                To copy a store use jbem store backup, which makes one complete file. A cp of the main file alone loses commits; with the \
                .anchor beside the copy the program notices and refuses it (65), without it nothing is noticed. Files with before or \
                damaged in their names may be deleted by hand when nobody needs them any more.
                """)),
        .heading(Localized("权限", "Permissions")),
        .terms([
            HelpTerm(
                "jbem init",
                "文件 0600，新建的文件夹 0700：只有本人能读写。",
                "Files are 0600, folders that it makes 0700: only the owner reads and writes."),
            HelpTerm(
                "jbem init --shared",
                "文件 0660，新建的文件夹 2770：文件夹所属组的成员共用。",
                "Files are 0660, folders that it makes 2770: shared with the group of the folder."),
            HelpTerm(
                Localized("只读用户", "a user who only reads"),
                Localized("须能读主文件、-wal、-shm 和所在的文件夹。", "Has to be able to read the main file, -wal, -shm and the folder.")),
            HelpTerm("JBEM_READONLY=1", "程序不写存储。防手误，不防有意。", "The program does not write the store. Keeps from slips, not from intent."),
        ]),
        .text(
            Localized(
                "存储没有加密：谁能读这个文件，谁就能用别的程序读到全部内容，包括未遮蔽的号码。宜放在加密的磁盘上。jbem store doctor 会指出别人可读的文件。",
                """
                The store is not encrypted: who may read the file can read all of it with another program, unmasked numbers included. Use \
                an encrypted disk. jbem store doctor names files that others may read.
                """)),
        .heading(Localized("文件头", "Marks in the header")),
        .terms([
            HelpTerm(
                "application_id",
                "1245857101，即 0x4A42454D，四个字母 JBEM；在文件的第 68 至 71 字节。",
                "1245857101, that is 0x4A42454D, the letters JBEM; bytes 68 to 71 of the file."),
            HelpTerm("user_version", "结构的版本，本程序为 8。", "Version of the schema, 8 in this program."),
            HelpTerm("journal_mode", "存储为 WAL；备份为 DELETE，不带别的文件。", "WAL in a store; DELETE in a backup, which needs no file beside it."),
        ]),
        .code([
            "sqlite3 -readonly jbem.db \"pragma application_id; pragma user_version\""
        ]),
    ]

    /// Tables, ids, how values are stored.
    static let storeTableBlocks: [HelpBlock] = [
        .heading(Localized("表", "Tables")),
        .terms([
            HelpTerm(
                Localized("记录表", "record tables"),
                Localized(
                    "每个名词一张，名称里的 - 写作 _（accident-report 即 accident_report）。一条记录一行，一个字段一列；计算得出的字段没有列。主键是 id 或自然键。全部为 STRICT 表。",
                    """
                    One for each noun, with _ for - (accident_report for accident-report). A row for a record, a column for a field; \
                    computed fields have no column. The primary key is id or the natural key. All are STRICT.
                    """)),
            HelpTerm(
                "person_private victim_private",
                "未遮蔽的电话、身份证号，按 id 对应；记录表里只有遮蔽后的样子，如 138****1234。",
                "Unmasked telephone and identity numbers by id; the record table holds them masked, such as 138****1234."),
            HelpTerm("code", "各代码表的条目，也是一张记录表。", "The entries of the code lists; a record table as well."),
            HelpTerm(
                "store",
                "存储的身份：uuid、office（单位编号）、is_sample（是否示例）、created_at。建库时写定。",
                "The identity: uuid, office, is_sample, created_at. Written once, by init."),
            HelpTerm(
                "sequence",
                "各表、各单位的下一个编号。撤销和恢复都不会使它变小。",
                "The next number for each table and office. Neither undo nor restore lowers it."),
            HelpTerm(
                "setting",
                "所作的选择，目前只有 plan：采用哪个规划。和记录一样入日志。",
                "Choices; so far only plan, the key of the plan in use. In the journal like records."),
            HelpTerm("change", "改动日志：一次改动一行。", "The journal: a row for each change."),
            HelpTerm("change_data", "每次改动的内容。", "What each change did."),
            HelpTerm(
                "agenda_memory",
                "agenda --new 已经说过什么，按 --reader 分。不入日志。",
                "What agenda --new has said, by --reader. Not in the journal."),
        ]),
        .heading(Localized("编号", "Ids")),
        .text(
            Localized(
                """
                编号 = 单位编号 × 10⁷ + 序号。单位编号为 1 到 999999999，在 init 时定下；序号为 1 到 9999999，每张表从 1 起。库里的 5001050000000042 写作 HZ-500105000-42，在本单位的\
                存储里简写 HZ-42；字母是名词的前缀。用过的序号不再用，删除、撤销之后也不再用。导入时，文件里的编号没有被占用就保留。以自然键为名的记录（区域、单位、代码、规划等）没有编号。
                """,
                """
                An id is office number × 10⁷ + sequence. The office number, 1 to 999999999, is fixed by init; the sequence, 1 to 9999999, \
                begins at 1 in each table. What the store holds as 5001050000000042 is written HZ-500105000-42, in the store of that \
                office HZ-42 for short; the letters tell the noun. A sequence is used once, also after rm and undo. An import keeps the \
                ids of its file where they are free. Records that are named by their natural key (regions, offices, codes, plans and \
                others) have no id.
                """)),
        .heading(Localized("值的存法", "How values are stored")),
        .terms([
            HelpTerm(Localized("文字", "text"), Localized("TEXT。空为 NULL，各类都如此。", "TEXT. Empty is NULL, in every kind.")),
            HelpTerm(Localized("整数", "whole number"), Localized("INTEGER。", "INTEGER.")),
            HelpTerm(
                Localized("数", "number"),
                Localized(
                    """
                    INTEGER，放大 10ⁿ 倍，n 因字段而定：figure.value 放大 10⁶，18.2 存为 18200000；面积（公顷）10⁴，评分 10²，物资数量、体积、路程 10³，经纬度 10⁶。拿不准就与 jbem 名词 \
                    list --csv 的输出比较。
                    """,
                    """
                    INTEGER, times 10ⁿ; n belongs to the field: 10⁶ in figure.value, so that 18.2 is 18200000; 10⁴ for hectares, 10² for \
                    scores, 10³ for quantities of goods, volumes and distances, 10⁶ for longitude and latitude. In doubt compare with the \
                    output of jbem NOUN list --csv.
                    """)),
            HelpTerm(
                Localized("金额", "amount"),
                Localized("INTEGER，以分计：35.14 万元存为 35140000。", "INTEGER in 分 (0.01 yuan): 351 400 yuan is 35140000.")),
            HelpTerm(Localized("日期", "date"), Localized("TEXT，2024-03-05。", "TEXT, 2024-03-05.")),
            HelpTerm(
                Localized("时刻", "time"),
                Localized(
                    "TEXT，UTC，2024-03-05T00:30:00Z，精确到秒。当地日期按 +08:00 计，另存一列，如 occurred_at 与 occurred_on。",
                    """
                    TEXT in UTC, 2024-03-05T00:30:00Z, whole seconds. The local date, at +08:00, has a column of its own, as occurred_on \
                    beside occurred_at.
                    """)),
            HelpTerm(
                Localized("期间", "period"),
                Localized(
                    "TEXT，取最短的写法：2024、2024Q2、2024-06、2024-06-01、2021/2023、2024-01/2024-04。",
                    "TEXT in its shortest form: 2024, 2024Q2, 2024-06, 2024-06-01, 2021/2023, 2024-01/2024-04.")),
            HelpTerm(Localized("是/否", "yes/no"), Localized("INTEGER，1 或 0。", "INTEGER, 1 or 0.")),
            HelpTerm(
                Localized("代码", "code"), Localized("TEXT，代码本身；中英文词在 code 表。", "TEXT, the code itself; its words are in the table code.")),
            HelpTerm(
                Localized("→ 名词", "→ noun"),
                Localized(
                    "指向有编号的记录：INTEGER，即其 id；指向以自然键为名的记录：TEXT，即其键。",
                    "A record with an id: INTEGER, that id; a record named by its key: TEXT, that key.")),
        ]),
    ]
}

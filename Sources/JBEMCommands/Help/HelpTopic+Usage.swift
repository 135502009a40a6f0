internal import JBEMCore

extension HelpTopic {
    /// Jobs that run by the clock.
    static let cronBlocks: [HelpBlock] = [
        .text(
            Localized(
                """
                --cron：只输出结果，不提问，不用颜色，等锁 60 秒而不是 10 秒。kpi check、agenda、store backup、store doctor 和各写入命令没有可报告的就什么也不打印，cron 也就不发邮件；log \
                verify、query、list 等照常打印。
                """,
                """
                --cron: nothing but results, no questions, no colour, 60 s for the lock instead of 10. kpi check, agenda, store backup, \
                store doctor and commands that write print nothing where there is nothing to report, so that cron sends no mail; log \
                verify, query, list and others print as always.
                """)),
        .text(
            Localized(
                "不需要 JBEM_ 各变量，LC_ALL=C 下中文照常。cron 的 PATH 多半没有 /usr/local/bin，写在开头；存储用 --db 指定：",
                """
                None of the JBEM_ variables is needed, and Chinese works under LC_ALL=C. The PATH of cron mostly lacks /usr/local/bin, so \
                begin with it; name the store with --db:
                """)),
        .code([
            "PATH=/usr/local/bin:/usr/bin:/bin",
            "0 7 * * *  jbem --cron --db /srv/jbem/jbem.db kpi check --allow no_data",
            "30 7 * * * jbem --cron --db /srv/jbem/jbem.db agenda --new",
            "0 1 * * *  jbem --cron --db /srv/jbem/jbem.db store backup --keep 14",
            "0 2 * * *  jbem --cron --db /srv/jbem/jbem.db store doctor",
            "0 3 * * 0  jbem --cron --db /srv/jbem/jbem.db log verify --replay",
            "0 4 * * *  cp /srv/jbem/jbem.db.anchor /mnt/elsewhere/",
        ]),
        .terms([
            HelpTerm(
                "agenda --new",
                "只说上次之后新出现的。几个任务用 --reader 名字 各记各的；-n 说了也不记。它要写存储，只读用户不能用。",
                """
                Tells only what is new since the last time. Several jobs keep apart with --reader NAME; with -n it remembers nothing. It \
                writes to the store, so a user who only reads cannot use it.
                """),
            HelpTerm(
                "--exit-status",
                "agenda 有超期的就以 1 结束，不论这次有没有打印。",
                "agenda ends with 1 as long as anything is overdue, whether it printed anything or not."),
            HelpTerm(
                "kpi check --allow", "容许的状态，可重复：no_data off_track missed。", "States to let pass, repeatable: no_data off_track missed."),
        ]),
        .text(
            Localized(
                "退出码 1 是检查有发现，75 是存储正被占用、下次再来；其余见 jbem help exit-codes。crontab 里 % 要写作 \\%。",
                """
                Exit code 1 means that a check found something, 75 that the store was busy: next time. For the others see jbem help \
                exit-codes. In a crontab % is written \\%.
                """)),
    ]

    /// How files are read.
    static let importBlocks: [HelpBlock] = [
        .code([
            "jbem accident import a.csv b.csv",
            "jbem accident import - < a.csv",
            "jbem import --batch FOLDER",
            "jbem accident import a.csv --dry-run",
        ]),
        .text(
            Localized(
                "- 是标准输入。--batch 把一个文件夹作为一次改动，文件以名词命名（accident.csv、accident-report.csv），先后由程序排。一次导入一次 undo；同一文件再导入不产生改动。",
                """
                - is standard input. --batch takes a folder as one change; its files are named after nouns (accident.csv, \
                accident-report.csv) and put in order by the program. One import is one undo; importing the same file again changes \
                nothing.
                """)),
        .terms([
            HelpTerm(
                Localized("格式", "format"),
                Localized(
                    "csv tsv json jsonl，按后缀，否则看内容；--input-format 指定。Excel 工作簿先另存为 CSV。",
                    "csv tsv json jsonl, by the ending, else by the content, or --input-format. Save an Excel workbook as CSV first.")),
            HelpTerm(
                Localized("编码", "encoding"),
                Localized("依次看 BOM、UTF-8、GB18030；--encoding 指定。", "The byte order mark, then UTF-8, then GB18030; --encoding names one.")),
            HelpTerm(
                Localized("分隔符", "delimiter"),
                Localized(
                    "逗号、制表符、分号、竖线、全角逗号，自动判断；也认首行的 sep=;",
                    "Comma, tab, semicolon, bar or full-width comma, found by itself; a first line sep=; is understood.")),
            HelpTerm(
                Localized("列名", "columns"),
                Localized(
                    "字段名、中英文名或别名，大小写和空格不论。--map 列名=字段 指定，--map 列名= 忽略该列；有不认识的列就不导入。计算得出的和由动词写入的字段不读。",
                    """
                    Name, label or alias of a field; case and blanks do not matter. --map column=field names one, --map column= leaves it \
                    out; an unknown column stops the import. Fields that are computed, or that a verb writes, are not read.
                    """)),
            HelpTerm(
                Localized("金额", "amounts"),
                Localized(
                    "单位写在表头，如 直接经济损失(万元)；格子里另写单位须与表头一致。JSON 的数是分。",
                    """
                    Unit in the header, as 直接经济损失(万元) or direct loss (yuan); a unit in a cell has to agree. A JSON number is in 分 (0.01 \
                    yuan).
                    """)),
            HelpTerm(
                Localized("空格子", "empty cells"),
                Localized(
                    "新记录取默认值；已有记录的该字段被清空，必填的取默认值，没有默认值就拒绝；没有的列不动。",
                    """
                    A new record takes the default; in one that exists the field is emptied; a required one takes its default, or the row is \
                    refused where there is none. Fields without a column stay.
                    """)),
            HelpTerm(
                Localized("同一条", "same record"),
                Localized(
                    "按自然键识别（jbem 名词 -h），没有则新增，有则更新。", "Told by the natural key (jbem NOUN -h): added if it is not there, else updated.")),
            HelpTerm(
                "id",
                "新记录保留文件里的编号；已被占用的另取新号并说明，--batch 中按编号的引用随之改变。",
                """
                A new record keeps the number of the file; where that is taken it gets another, which is said, and references by number \
                within a --batch follow it.
                """),
        ]),
        .heading(Localized("有误时", "Faults")),
        .text(
            Localized(
                """
                先检查每一行：有误则逐条列出 文件:行: 字段: 原因，什么也不写（65）。--on-error skip 写入无误的行（退出码 3），--rejects 文件 存下有误的行和原因，改正后可直接再导入；--batch 时它是文件夹。-v 说明编\
                码、分隔符、没有读的列。上限：文件 512 MiB，一行 1 MiB，一格 64 KiB，256 列。
                """,
                """
                Every row is checked first: faults are listed as FILE:LINE: field: reason and nothing is written (65). --on-error skip \
                writes the good rows (exit code 3); --rejects FILE keeps the faulty ones with the reason, to be corrected and imported as \
                they are; with --batch it is a folder. -v tells encoding, delimiter and columns that were not read. Limits: file 512 MiB, \
                row 1 MiB, cell 64 KiB, 256 columns.
                """)),
    ]

    /// Dates and periods of options and filters.
    static let datesBlocks: [HelpBlock] = [
        .text(
            Localized(
                "--as-of、--since、--until、--period 与筛选接受下列写法；一律按 +08:00。",
                "--as-of, --since, --until, --period and filters take these; all at +08:00.")),
        .terms([
            HelpTerm("2024-06-01", "一天；也可写 2024-6-1、2024/6/1、20240601、2024年6月1日。", "A day; also 2024-6-1, 2024/6/1, 20240601, 2024年6月1日."),
            HelpTerm(
                "2024-06 2024Q2 2024",
                "一月、一季、一年；也可写 2024年6月、2024年二季度、2024年上半年。",
                "A month, a quarter, a year; also 2024年6月, 2024年二季度, 2024年上半年."),
            HelpTerm("2021/2023 2024-01/2024-04", "从某期到某期。", "From a period to a period."),
            HelpTerm("today yesterday tomorrow", "今天、昨天、明天；中文也可。", "The day by its name; 今天 昨天 明天 too."),
            HelpTerm("7d", "七天前；也可写 7天前。只有 agenda --until 7d 是今后七天。", "Seven days ago. Only agenda --until 7d looks seven days ahead."),
            HelpTerm("today+30 today-7d", "从今天起算的若干天；也可写 今天+30。", "So many days from today; 今天+30 too."),
            HelpTerm("this-month last-month", "本月、上月（中文也可）。", "本月 and 上月 too."),
            HelpTerm("this-quarter last-quarter", "本季度、上季度。", "本季度 and 上季度 too."),
            HelpTerm("this-year last-year", "今年、去年。", "今年 and 去年 too."),
        ]),
        .terms([
            HelpTerm(
                "--as-of",
                "取该期间的最后一天：只看那天为止的报告和公布的数字。默认今天。",
                "The last day of the period: reports and figures dated up to that day count. Today by default."),
            HelpTerm(
                "--since --until",
                "该期间的第一天起；最后一天止。比较的是名词的时间字段，没有时间字段的名词不能用。",
                """
                From the first day of the period; up to its last day. They compare the time field of the noun; a noun without one refuses \
                them.
                """),
            HelpTerm("--period", "指标以该期末为评定时刻；统计只算该期。", "For indicators the verdict is that at its end; counts are those within it."),
        ]),
        .code([
            "jbem kpi --as-of 2024Q1",
            "jbem accident list --since 2024-03 --until 2024-05",
            "jbem hazard list --where 'deadline<today'",
        ]),
        .text(Localized("字段里的日期、时刻怎样写，见 jbem help fields。", "How dates and times are written in fields: jbem help fields.")),
    ]

    /// Conditions of lists.
    static let filtersBlocks: [HelpBlock] = [
        .text(
            Localized(
                "--where 条件 用于各名词的 list 与 export，可重复，须同时成立。条件要加引号，因为 shell 会解释 < 和 >。",
                """
                --where CONDITION goes with list and export of every noun; several must all hold. Quote it: the shell has its own meaning \
                for < and >.
                """)),
        .terms([
            HelpTerm(Localized("等级=较大,重大", "grade=larger,major"), Localized("其中之一。", "One of them.")),
            HelpTerm(Localized("等级!=一般", "grade!=general"), Localized("不是；没有填的也列出。", "Is not; those without a value are listed, too.")),
            HelpTerm(Localized("死亡>=3", "deaths>=3"), Localized("比较：< <= > >=。", "Comparison: < <= > >=.")),
            HelpTerm(Localized("发生日期=2024", "occurred_on=2024"), Localized("在该期间内。", "Within the period.")),
            HelpTerm(
                Localized("发生日期<今天", "occurred_on<today"),
                Localized(
                    "早于该期间的第一天；> 是晚于最后一天，>= 从第一天起，<= 到最后一天止。",
                    "Before the first day of the period; > is after its last day, >= from its first, <= up to its last.")),
            HelpTerm(
                Localized("名称~坍塌", "title~bridge"),
                Localized("含有，不分大小写；代码、编号按存储的样子比。", "Contains, in any case; codes and keys are compared as they are stored.")),
            HelpTerm(Localized("备注=", "note="), Localized("没有填。", "Has no value.")),
            HelpTerm(Localized("备注!=", "note!="), Localized("填了。", "Has a value.")),
            HelpTerm(
                Localized("直接经济损失>=1亿元", "direct_loss>=500"),
                Localized("金额用字段的单位（万元），或写明单位。", "Amounts are in the unit of the field (10 000 yuan) or name theirs, as 1亿元.")),
            HelpTerm(
                Localized("事故=YL-2023-008", "accident=AC-52"), Localized("所指的记录：编号或自然键。", "A record it refers to: by id or natural key.")),
            HelpTerm(
                Localized("区域=五宝镇", "region=五宝镇"),
                Localized("代码或唯一的名称；只是它本身，不含下级。", "By code or by a name that is unique; itself only, not those below.")),
            HelpTerm(
                Localized("电话=13900000001", "phone=13900000001"),
                Localized("个人字段用 = 按真实号码查，~ 只看遮蔽后的样子。", "Personal fields: = searches the real numbers, ~ sees the masked ones.")),
        ]),
        .text(
            Localized(
                "字段用字段名或中英文名，代码用代码或中英文词，日期见 jbem help dates。值里的逗号总是分隔；id 不是字段，看一条用 jbem 名词 编号。",
                """
                Fields go by name or label, codes by code or word, dates as in jbem help dates. A comma always separates values. id is no \
                field: for one record write jbem NOUN ID.
                """)),
        .code([
            "jbem accident list --where 'grade=larger,major' --where 'occurred_on>=2022'",
            "jbem 事故 list --where '死亡>=3' --where '名称~坍塌'",
            "jbem hazard export --where 'deadline<=2024Q4' -o due.csv",
        ]),
        .text(
            Localized(
                "排序 --sort 字段,字段，字段前加 - 为倒序（--sort -deaths）；--fields 选列，all 为全部；--limit 与 --offset 取一段。",
                """
                --sort field,field orders the rows, - before a field backwards (--sort -deaths); --fields chooses columns, all for every \
                one; --limit and --offset take a part.
                """)),
    ]

    /// Where store and data lie.
    static let filesBlocks: [HelpBlock] = [
        .heading(Localized("存储", "The store")),
        .terms([
            HelpTerm(Localized("--db 文件", "--db FILE"), Localized("最先。", "Comes first.")),
            HelpTerm("JBEM_DB", "其次。", "Next."),
            HelpTerm("$XDG_DATA_HOME/jbem/jbem.db", "再次，XDG_DATA_HOME 须是绝对路径。", "Next, if XDG_DATA_HOME is an absolute path."),
            HelpTerm("~/.local/share/jbem/jbem.db", "最后。", "Last."),
        ]),
        .text(
            Localized(
                """
                取第一个给出的，那里没有存储就报错（66），不会再往下找；jbem init 在同一位置新建。旁边的 -wal、-shm、.anchor、.lock、.backups 和文件夹 backups 见 jbem help store-file。
                """,
                """
                The first that is given counts; if no store is there that is an error (66), and nothing further is looked for. jbem init \
                makes one in the same place. The files beside it, -wal, -shm, .anchor, .lock, .backups and the folder backups, are told \
                in jbem help store-file.
                """)),
        .heading(Localized("随程序的数据", "The data of the program")),
        .terms([
            HelpTerm("JBEM_DATA", "最先；不是文件夹就报错（78）。", "Comes first; an error (78) if it is no folder."),
            HelpTerm(
                "PREFIX/share/jbem",
                "其次：装好的程序旁边，即程序所在文件夹的 ../share/jbem。",
                "Next: beside the installed program, ../share/jbem from its folder."),
            HelpTerm(
                "Data",
                "最后：程序以上某级文件夹里、与 Package.swift 在一起的 Data。",
                "Last: the folder Data beside Package.swift in a folder above the program."),
        ]),
        .terms([
            HelpTerm("codes", "代码表，init 载入。", "Code lists, loaded by init."),
            HelpTerm("regions", "区域与单位，init 载入（--sample 时不载入）。", "Regions and offices, loaded by init (not with --sample)."),
            HelpTerm(
                "rules",
                "事故等级、法定时限、节假日、评分方法、危险化学品、检查规则与检查表、库外账户，init 载入。",
                """
                Grades of accidents, legal time limits, days off, scoring, hazardous chemicals, inspection rules and forms, accounts \
                outside of all places; loaded by init.
                """),
            HelpTerm("plan", "规划，一个文件夹一个；jbem plan load 键 载入。", "Plans, a folder each; jbem plan load KEY loads one."),
            HelpTerm(
                "sample",
                "虚构的示例区；jbem import --batch 文件夹 载入，其中的规划在 sample/plan。",
                "The invented district; jbem import --batch FOLDER loads it, its plan is in sample/plan."),
            HelpTerm("SOURCES.md", "每个文件的来源与 SHA-256。", "Where each file comes from, with its SHA-256."),
        ]),
        .text(
            Localized(
                "数据只在 init、plan load 键 和显示帮助时用到，平时只需要存储。要改代码或规则，改存储里的记录；要给别处建库，复制整个文件夹、改好，再用 JBEM_DATA 指定。",
                """
                The data are needed by init, plan load KEY and help; at all other times the store is enough. To change codes or rules \
                change the records of the store; to make stores elsewhere copy the folder, edit it and name it with JBEM_DATA.
                """)),
    ]
}

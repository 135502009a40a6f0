internal import JBEMCore

/// A page of help that belongs to no single command.
enum HelpTopic: String, CaseIterable {
    case exitCodes = "exit-codes"
    case formats, environment, cron, `import`, dates, filters

    var text: Localized {
        switch self {
        case .exitCodes:
            Localized(
                """
                退出码
                  0    成功
                  1    检查有发现（只有 check、verify、diff 一类动词）
                  3    部分完成：有误的行未写入（--on-error skip）
                  64   用法有误
                  65   数据有误或冲突，什么也没有写入
                  66   没有这个文件或记录
                  69   不可用（终端、辅助程序）
                  70   程序缺陷，请报告
                  73   不能建立文件，或已存在
                  74   读写出错、磁盘已满
                  75   存储正被占用
                  76   存储比本程序新
                  77   没有权限
                  78   配置有误；存储较旧，需 jbem store migrate
                  130  Ctrl-C；141 管道关闭；143 终止
                加 --json 时，stderr 的最后一行是错误的 JSON。
                """,
                """
                Exit codes
                  0    success
                  1    a check found something (only verbs such as check, verify, diff)
                  3    partial: faulty rows were not written (--on-error skip)
                  64   wrong usage
                  65   bad data or a conflict; nothing was written
                  66   no such file or record
                  69   unavailable (terminal, helper program)
                  70   a bug; please report it
                  73   cannot create a file, or it exists
                  74   input/output error, disk full
                  75   the store is busy
                  76   the store is newer than this program
                  77   no permission
                  78   configuration; an older store needs jbem store migrate
                  130  Ctrl-C; 141 closed pipe; 143 terminated
                With --json the last line on stderr is the error as JSON.
                """)
        case .formats:
            Localized(
                """
                输出格式（-O, --format）
                  table  对齐的列，供人阅读（默认）    plain  无表头的 TSV
                  md     Markdown 表格                csv    RFC 4180，UTF-8，LF
                  tsv    带表头的 TSV                 json   对象数组
                  jsonl  每行一个对象                 html   完整网页
                机器格式与语言、区域设置无关：代码保持为代码，编号为全称，金额在 JSON 中以分计并附 _yuan。在管道中从不截断。--excel 给出电子表格用的 CSV。-o 文件 按后缀定格式，写全才出现。
                """,
                """
                Output formats (-O, --format)
                  table  aligned columns for people (default)   plain  TSV without header
                  md     Markdown table                         csv    RFC 4180, UTF-8, LF
                  tsv    TSV with header                        json   array of objects
                  jsonl  one object a line                      html   a complete page
                Machine formats do not depend on language or locale: codes stay codes, ids are full, amounts in JSON are whole 分 with a _yuan text beside. Nothing is ever cut in a pipe. --excel makes CSV for spreadsheets. -o FILE takes the format from the ending and appears only when complete.
                """)
        case .environment:
            Localized(
                """
                环境变量
                  JBEM_DB          存储文件
                  JBEM_DATA        随程序的数据文件夹
                  JBEM_LANG        界面语言 zh 或 en
                  JBEM_ACTOR       操作人
                  JBEM_READONLY    设为 1 则不写存储
                  XDG_DATA_HOME    默认存储：$XDG_DATA_HOME/jbem/jbem.db，否则 ~/.local/share
                  LC_ALL LC_MESSAGES LANG   zh* 或 en* 定语言；C、POSIX 不起作用
                  NO_COLOR CLICOLOR_FORCE TERM COLUMNS   颜色与宽度
                """,
                """
                Environment
                  JBEM_DB          store file
                  JBEM_DATA        folder with the program's data
                  JBEM_LANG        language zh or en
                  JBEM_ACTOR       who acts
                  JBEM_READONLY    set to 1: the store is not written
                  XDG_DATA_HOME    store: $XDG_DATA_HOME/jbem/jbem.db, else ~/.local/share
                  LC_ALL LC_MESSAGES LANG   zh* or en* choose the language; C and POSIX do not
                  NO_COLOR CLICOLOR_FORCE TERM COLUMNS   colour and width
                """)
        case .cron:
            Localized(
                """
                定时任务
                --cron：安静、不提问、无颜色、锁等待 60 秒；没有可报告的就什么也不打印。
                不需要任何环境变量，LC_ALL=C 下中文照常：
                  0 7 * * * jbem --cron --db /srv/jbem/jbem.db kpi check --allow no_data
                  30 7 * * * jbem --cron --db /srv/jbem/jbem.db agenda --new --exit-status
                agenda --new 只说上次之后新出现的；几个任务用 --reader 各记各的。
                退出码 1 表示检查有发现，75 表示存储正被占用。
                """,
                """
                Cron
                --cron: quiet, no questions, no colour, lock timeout 60 s; a command with nothing to report prints nothing.
                No environment variable is needed, and Chinese works under LC_ALL=C:
                  0 7 * * * jbem --cron --db /srv/jbem/jbem.db kpi check --allow no_data
                  30 7 * * * jbem --cron --db /srv/jbem/jbem.db agenda --new --exit-status
                agenda --new tells only what is new since the last time; several jobs keep apart with --reader.
                Exit code 1 means that a check found something, 75 that the store is busy.
                """)
        case .import:
            Localized(
                """
                导入
                jbem 名词 import 文件…（- 为标准输入）；jbem import --batch 文件夹 把多个名词作为一次改动。
                编码按 BOM、UTF-8、GB18030 依次判断，--encoding 指定；分隔符自动判断。列名可用字段名、中英文名或别名，--map 列名=字段 指定，--map 列名= 忽略。
                日期可写 2026-3-5、2026/3/5、2026年3月5日、20260305；数字可写 1,234、１２３、1.2万；是/否、有/无、√/× 均可。金额的单位写在表头，如 直接经济损失(万元)。
                先检查每一行：有误则逐条列出 文件:行: 字段: 原因，什么也不写；--on-error skip --rejects 文件 写入无误的行。同一文件再导入不产生改动。一次导入一次 undo。
                新记录保留文件里的编号（列 id）；编号已被占用时另取新号并说明，--batch 中按编号的引用随之改变。
                """,
                """
                Import
                jbem <noun> import FILE… (- is stdin); jbem import --batch FOLDER takes several nouns as one change.
                The encoding is told from the BOM, then UTF-8, then GB18030, or given by --encoding; the delimiter is sniffed. Columns are matched by field name, label or alias; --map column=field names one, --map column= leaves it out.
                Dates: 2026-3-5, 2026/3/5, 2026年3月5日, 20260305; numbers: 1,234, １２３, 1.2万; yes/no: 是/否, 有/无, √/×. Amounts take their unit from the header, such as 直接经济损失(万元).
                Every row is checked first: faults are listed as FILE:LINE: field: reason and nothing is written; --on-error skip --rejects FILE writes the good rows. Importing the same file again changes nothing. One import is one undo.
                A new record keeps the number of the file (column id); if that is taken it gets another and the import says so; in a --batch references by number follow it.
                """)
        case .dates:
            Localized(
                """
                日期
                --as-of、--since、--until 与筛选接受：
                  2024-06-01  2024-06  2024Q2  2024  today 今天  yesterday 昨天
                  7d（七天前；agenda --until 7d 是今后七天）  本月  今年
                --as-of 取该期间的最后一天：以那天为止的文件所说为准。
                """,
                """
                Dates
                --as-of, --since, --until and filters take:
                  2024-06-01  2024-06  2024Q2  2024  today  yesterday
                  7d (seven days ago; agenda --until 7d looks seven days ahead)  本月  今年
                --as-of means the last day of the expression: what documents up to that day said.
                """)
        case .filters:
            Localized(
                """
                筛选（--where，可重复，同时成立）
                  等级=较大,重大      其一           日期=2024        该期间内
                  死亡>=3             比较           日期<今天        之前
                  名称~桥             含有           结束日期=        为空
                  等级!=一般          不是           结束日期!=       不为空
                字段用字段名或中英文名；代码用代码或中英文词。
                """,
                """
                Filters (--where, repeatable, all must hold)
                  grade=larger,major  one of         occurred_on=2024   within
                  deaths>=3           comparison     due_on<today       before
                  title~bridge        contains       ended_on=          is empty
                  grade!=general      is not         ended_on!=         is not empty
                Fields by name or label; codes by code or label.
                """)
        }
    }
}

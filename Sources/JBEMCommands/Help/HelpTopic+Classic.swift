internal import JBEMCore

extension HelpTopic {
    /// What the exit code says to a script.
    static let exitCodesBlocks: [HelpBlock] = [
        .terms([
            HelpTerm("0", "成功。", "Success."),
            HelpTerm(
                "1",
                """
                检查有发现：kpi check、plan check、plan diff、log verify、store check、store doctor、store backup verify、stock check、inspect draw \
                verify；加 --exit-status 时还有 agenda、hazard overdue、inspect overdue、duty gaps、stock shortage 等。
                """,
                """
                A check found something: kpi check, plan check, plan diff, log verify, store check, store doctor, store backup verify, \
                stock check, inspect draw verify; with --exit-status also agenda, hazard overdue, inspect overdue, duty gaps, stock \
                shortage and others.
                """),
            HelpTerm("3", "部分完成：有误的行没有写入（--on-error skip）。", "Partial: faulty rows were not written (--on-error skip)."),
            HelpTerm("64", "用法有误：选项、参数、字段、条件、查询语句。", "Wrong usage: option, argument, field, condition, query."),
            HelpTerm(
                "65",
                "数据有误或冲突，什么也没有写入；或者文件不是存储，或已损坏。",
                "Bad data or a conflict, and nothing was written; or the file is no store, or a damaged one."),
            HelpTerm("66", "没有这个文件、记录或存储。", "No such file, record or store."),
            HelpTerm("69", "不可用：仪表盘没有能全屏的终端。", "Unavailable: no terminal for the dashboard."),
            HelpTerm("70", "程序缺陷，请报告。", "A bug; please report it."),
            HelpTerm("73", "不能建立文件，或已存在（--force 覆盖）。", "A file cannot be created, or exists (--force replaces it)."),
            HelpTerm("74", "读写出错、磁盘已满；查询超过时间或内存。", "Input/output error, disk full; a query took too long or too much memory."),
            HelpTerm("75", "存储正被占用：稍后再试，或用 --lock-timeout 多等。", "The store is busy: try again, or wait longer with --lock-timeout."),
            HelpTerm("76", "存储比本程序新：请升级程序。", "The store is newer than this program: upgrade it."),
            HelpTerm("77", "没有权限；存储任何人可写；设了 JBEM_READONLY。", "No permission; a store that everyone may write; JBEM_READONLY is set."),
            HelpTerm(
                "78",
                "配置有误：找不到随程序的数据，还没有采用规划，存储较旧（jbem store migrate），存储在网络文件系统上。",
                """
                Configuration: the program's data were not found, no plan is in use, an older store (jbem store migrate), a store on a \
                network file system.
                """),
            HelpTerm("130 141 143", "因 Ctrl-C、管道关闭、终止请求而结束。", "Ended by Ctrl-C, by a closed pipe, by a request to terminate."),
        ]),
        .text(
            Localized(
                "数据写到标准输出，其余写到标准错误：先是带位置的错误（文件:行: 字段: 原因），再是总的说明，最后是提示。加 --json 时，标准错误的最后一行是一个 JSON 对象：",
                """
                Data go to standard output, everything else to standard error: first the faults with their places (FILE:LINE: field: \
                reason), then the message, then hints. With --json the last line on standard error is an object:
                """)),
        .code([
            "{\"error\":{\"kind\":\"not_found\",\"exit_code\":66,\"message\":\"…\",\"file\":null,",
            "\"line\":null,\"field\":null,\"hints\":[…],\"details\":[…]}}",
        ]),
    ]

    /// Formats of output, spreadsheets, writing to a file.
    static let formatsBlocks: [HelpBlock] = [
        .text(
            Localized(
                "-O 格式（--format）选择输出格式；--json --jsonl --csv --tsv 是其中几种的简写。",
                "-O FORMAT (--format) chooses how output is written; --json --jsonl --csv --tsv are short for some of them.")),
        .terms([
            HelpTerm("table", "对齐的列，供人阅读（默认；export 默认 csv）。", "Aligned columns for people; the default (that of export is csv)."),
            HelpTerm(
                "md html",
                "Markdown 表格；完整网页。也供人阅读：代码写成词，编号写简称。",
                "A Markdown table; a complete page. For people too: words for codes, short ids."),
            HelpTerm(
                "csv tsv",
                "RFC 4180，UTF-8，LF，带表头，可再导入；tsv 以制表符分隔。",
                "RFC 4180 in UTF-8 with LF and a header, ready to import again; tsv has tabs between cells."),
            HelpTerm(
                "plain",
                "无表头的 tsv，一条一行；制表符、换行、反斜杠写作 \\t \\n \\r \\\\。",
                "tsv without a header, one line a row; tab, line feed and backslash are written \\t \\n \\r \\\\."),
            HelpTerm("json jsonl", "对象数组；每行一个对象。", "An array of objects; one object a line."),
        ]),
        .heading(Localized("机器格式", "Machine formats")),
        .text(
            Localized(
                """
                plain csv tsv json jsonl 供程序读取，不随语言和区域设置变化：字段名为英文，代码保持为代码（list 与 export 加 --labels zh 或 en 写成词），编号为全称，如 AC-500105000-42，时刻\
                为 UTC。
                """,
                """
                plain csv tsv json jsonl are for programs and do not depend on language or locale: names of fields, codes as codes (list \
                and export write words with --labels zh or en), full ids such as AC-500105000-42, times in UTC.
                """)),
        .terms([
            HelpTerm(Localized("是/否", "yes/no"), Localized("CSV 为 1、0；JSON 为 true、false。", "1 and 0 in CSV, true and false in JSON.")),
            HelpTerm(
                Localized("金额", "amounts"),
                Localized(
                    "CSV 用表头写明的单位，如 direct_loss(万元)；JSON 为分（整数），另有 _yuan 一项为元（文字）。",
                    """
                    In CSV in the unit that the header says, as direct_loss(万元); in JSON a whole number of 分 (0.01 yuan), and yuan as a \
                    text under the name with _yuan.
                    """)),
            HelpTerm(Localized("空", "empty"), Localized("CSV 为空格子；JSON 为 null。", "An empty cell in CSV, null in JSON.")),
            HelpTerm("is_sample", "JSON 总有；CSV、TSV 只在示例存储里有。", "Always in JSON; in CSV and TSV of a sample store only."),
        ]),
        .heading(Localized("电子表格", "Spreadsheets")),
        .text(
            Localized(
                "--excel 给出 Excel、WPS、LibreOffice 双击即开的 CSV：BOM、CRLF、表头用所选语言的词；像数字的编号前加制表符，像公式的文字前加单引号。",
                """
                --excel makes a CSV that Excel, WPS and LibreOffice open by double click: byte order mark, CRLF, header in words of the \
                chosen language; a tab before ids that look like numbers, an apostrophe before texts that look like formulas.
                """)),
        .heading(Localized("写到文件", "Writing to a file")),
        .text(
            Localized(
                """
                -o 文件 按后缀定格式：.csv .tsv .json .jsonl .ndjson .md .html .txt（table）；认不出的用命令的默认格式。文件写全才出现；已有的须 --force。管道与文件里从不截断，除非给了 \
                --width。提示与条数写到标准错误，-q 不写。
                """,
                """
                -o FILE takes the format from the ending: .csv .tsv .json .jsonl .ndjson .md .html .txt (table); with any other it is \
                that of the command. The file appears only when it is complete; an existing one needs --force. In pipes and files nothing \
                is cut unless --width is given. Notes and counts go to standard error; -q leaves them out.
                """)),
        .code([
            "jbem accident list --where grade=larger --json",
            "jbem hazard ledger --by office -o ledger.html",
            "jbem accident export --excel -o accidents.csv",
        ]),
    ]

    /// Variables that the program looks at.
    static let environmentBlocks: [HelpBlock] = [
        .terms([
            HelpTerm("JBEM_DB", "存储文件；--db 优先。", "The store file; --db comes first."),
            HelpTerm("JBEM_DATA", "随程序的数据文件夹（jbem help files）。", "Folder with the program's data (jbem help files)."),
            HelpTerm("JBEM_LANG", "界面语言：zh 或 en，只看前两个字母；--lang 优先。", "Language: zh or en, by its first two letters; --lang comes first."),
            HelpTerm(
                "JBEM_ACTOR",
                "操作人，记入日志，系统用户另记；--actor 优先。",
                "Who acts, for the journal, which keeps the system user beside; --actor comes first."),
            HelpTerm("JBEM_READONLY", "设为空和 0 以外的值，则不写存储（退出码 77）。", "Anything but empty and 0: the store is not written (exit code 77)."),
            HelpTerm(
                "XDG_DATA_HOME",
                "绝对路径时，默认存储为 $XDG_DATA_HOME/jbem/jbem.db；否则为 ~/.local/share/jbem/jbem.db。",
                "If it is an absolute path, the store is $XDG_DATA_HOME/jbem/jbem.db by default; else ~/.local/share/jbem/jbem.db."),
            HelpTerm("HOME", "没有时取系统用户的主目录。", "Without it the home folder of the system user."),
            HelpTerm(
                "LC_ALL LC_MESSAGES LANG",
                "没有 --lang 和 JBEM_LANG 时依次看这三个：zh 开头为中文，en 开头为英文；C、POSIX 和其他值不起作用。都没有时用中文。",
                """
                Looked at in this order without --lang and JBEM_LANG: zh… is Chinese, en… is English; C, POSIX and others decide nothing. \
                The last resort is Chinese.
                """),
            HelpTerm("NO_COLOR", "设了就不用颜色；--color 优先。", "If set, no colour; --color comes first."),
            HelpTerm("CLICOLOR_FORCE", "设为空和 0 以外的值，管道里也用颜色。", "Anything but empty and 0: colour in pipes, too."),
            HelpTerm(
                "TERM COLORTERM",
                "没有 TERM 或 TERM=dumb 时不用颜色；决定颜色的多少。",
                "No colour without TERM or with TERM=dumb; they tell how many colours there are."),
            HelpTerm(
                "COLUMNS", "终端说不出宽度时用它，再没有按 80；--width 优先。", "Width where the terminal does not tell it, else 80; --width comes first."),
            HelpTerm("TMPDIR", "store backup verify 恢复备份的地方，默认 /tmp。", "Where store backup verify restores a backup; /tmp by default."),
        ]),
        .text(
            Localized(
                "机器格式不受语言、颜色的影响；日期一律按 +08:00，不看 TZ。",
                "Machine formats depend on neither language nor colour; dates are those of +08:00, whatever TZ says.")),
    ]
}

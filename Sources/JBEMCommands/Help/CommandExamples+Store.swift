extension CommandExamples {
    /// The store, its journal, and everything around it.
    static let store: [String: [HelpExample]] = [
        "init": [
            HelpExample("init --sample", "建一个示例存储，只收虚构的数据", "make a sample store, for invented data only"),
            HelpExample("init --office 500105000", "为本区建一个存储", "make a store for the district"),
            HelpExample("init --shared", "与同组的用户共用", "share it with the users of your group"),
        ],
        "import": [
            HelpExample("import --batch Data/sample -n", "先试导入一个文件夹，看有没有错", "try to import a folder first, to see its faults"),
            HelpExample(
                "import --batch Data/sample --note 年度核对", "作为一次改动导入；已有的不重复", "import it as one change; what is there already stays"),
            HelpExample("import --batch Data/sample --on-error skip -n", "有误的行跳过，其余照收", "leave faulty rows out, take the others"),
        ],
        "log": [
            HelpExample("log", "最近的改动，新的在前", "the newest changes first"),
            HelpExample("log show 3", "第 3 次改动前后的值", "change 3: every value before and after"),
            HelpExample("log verify --replay", "核对改动链，并由日志重建各表来比较", "check the chain, rebuild the tables from the journal and compare"),
        ],
        "log list": [
            HelpExample("log list", "最近的 20 次改动", "the newest 20 changes"),
            HelpExample("log list --since 1 --limit 0", "第 1 次之后的全部", "all after change 1"),
        ],
        "log show": [
            HelpExample("log show 3", "第 3 次改动的每个字段，之前与之后", "every field of change 3, before and after"),
            HelpExample("log show 3 --json", "同样内容的 JSON", "the same as JSON"),
        ],
        "log verify": [
            HelpExample("log verify", "核对改动链，断了则退出码 1", "check the chain, exit 1 if it is broken"),
            HelpExample("log verify --replay", "再由日志重建各表，逐行比较", "also rebuild the tables from the journal and compare every row"),
        ],
        "log head": [
            HelpExample("log head", "链头的号与散列，宜抄存他处", "number and hash of the head, to be kept elsewhere"),
            HelpExample("log head --json", "同样内容的 JSON", "the same as JSON"),
        ],
        "undo": [
            HelpExample("undo -n", "先看看会撤销什么", "see first what would be undone"),
            HelpExample("undo", "撤销自己最近的一次改动", "undo your newest change"),
            HelpExample("undo 3 --note 载错了", "撤销第 3 次改动，并写明理由", "undo change 3, and say why"),
        ],
        "redo": [HelpExample("redo", "把最近一次撤销的改动恢复", "bring back what was undone last")],
        "query": [
            HelpExample("query 'select sector, count(*) from accident group by 1 order by 2 desc'", "各行业的事故起数", "accidents by sector"),
            HelpExample(
                "query --csv 'select number, deadline from hazard where closed_on is null'", "未销号的隐患，CSV",
                "hazards that are not closed, as comma-separated values"),
            HelpExample(#"query "select name from sqlite_schema where type = 'table'""#, "有哪些表", "the tables there are"),
        ],
        "store": [
            HelpExample("store info", "存储在哪里、有多少记录", "where the store is and what it holds"),
            HelpExample("store backup --keep 14", "备份并核对，保留最新 14 份", "make a verified backup, keep the newest 14"),
            HelpExample("store doctor", "体检：备份、空间、权限、改动链、关账", "look at backups, space, rights, chain and closings"),
        ],
        "store info": [
            HelpExample("store info", "文件、单位、采用的规划、各类记录数", "file, office, plan in use, number of records"),
            HelpExample("store info --json", "同样内容的 JSON", "the same as JSON"),
        ],
        "store check": [HelpExample("store check", "查损坏，有问题则退出码 1", "look for damage, exit 1 if there is any")],
        "store doctor": [
            HelpExample("store doctor", "体检，并说明怎样补救", "a check of everything around the store, with remedies"),
            HelpExample("store doctor -q", "供定时任务：只说有问题的", "for cron: say only what is broken"),
        ],
        "store backup": [
            HelpExample("store backup", "备份到存储旁的 backups 文件夹", "a backup into the folder backups beside the store"),
            HelpExample("store backup --keep 14", "保留最新 14 份", "keep the newest 14"),
        ],
        "store backup make": [
            HelpExample(
                "store backup make", "备份到存储旁的 backups 文件夹，读回比对后才算",
                "a backup into the folder backups beside the store, read again and compared"),
            HelpExample("store backup make --keep 14", "保留最新 14 份，宜放进 cron", "keep the newest 14; good for cron"),
        ],
        "store backup verify": [
            HelpExample(
                "store backup verify backups/jbem-2b62fb0f-20260105T060000Z-c3.backup", "真正恢复到别处，证明这份备份可用",
                "prove a backup by really restoring it elsewhere")
        ],
        "store restore": [
            HelpExample(
                "store restore backups/jbem-2b62fb0f-20260105T060000Z-c3.backup --yes", "恢复到这份备份；现有内容另存一份",
                "back to that backup; what the store holds now is kept beside")
        ],
        "store migrate": [HelpExample("store migrate", "升到本程序的版本；升之前自动备份", "bring the store up to date, after a backup")],
        "store purge-personal": [
            HelpExample("store purge-personal --before 2024-01-01 --note 离任人员 -n", "先看看涉及几次改动", "see first how many changes it is about"),
            HelpExample(
                "store purge-personal --before 2024-01-01 --note 离任人员 --yes", "永久清除，不能撤销", "drop them for good; this cannot be undone"),
        ],
        "help": [
            HelpExample("help", "全部命令", "every command"),
            HelpExample("help hazard ledger", "一个命令的用法", "how a command is used"),
            HelpExample("help import", "一个主题：怎样导入", "a topic: how to import"),
        ],
    ]
}

/// Examples of the commands that are more than a generic verb, by the words of the command; a test runs each on the sample store.
enum CommandExamples {
    static let all: [String: [HelpExample]] = [oversight, plan, hazard, risk, inspect, stock, stockMoves, store]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    /// Lines that the test must not run: they need what the sample store does not have (a new hazard, goods on the way, a draw whose public
    /// value is known, an undo, a backup), or that there is no store yet.
    static let unrun: Set<String> = [
        "hazard grade YL-YH-2026-01 taken_by=YL-P013 taken_on=2026-01-08 kind=general",
        "hazard grade YL-YH-2026-01 taken_by=YL-P013 taken_on=2026-01-08 kind=major list=fire",
        """
        hazard order YL-YH-2026-01 taken_by=YL-P013 taken_on=2026-01-09 unit=云汀物业（虚构） person=YL-P004 measures=清空疏散通道 deadline=2026-01-23 \
        funds=0.8 contingency=专人值守
        """,
        "hazard submit YL-YH-2026-01 taken_by=YL-P004 evidence=整改报告",
        "hazard submit YL-YH-2026-01 taken_by=YL-P004 --file 整改报告.pdf",
        "hazard recheck YL-YH-2026-01 taken_by=YL-P013 evidence=复查单",
        "inspect draw run YL-SJ-2026-1 --public 3912.45",
        "stock arrive YL-DB-2026-01 moved_on=2026-01-06",
        "stock arrive YL-DB-2026-01 YL-TENT=4 YL-QUILT=20 --lost moved_on=2026-01-06",
        "init --sample",
        "init --office 500105000",
        "init --shared",
        "redo",
        "store backup verify backups/jbem-2b62fb0f-20260105T060000Z-c3.backup",
        "store restore backups/jbem-2b62fb0f-20260105T060000Z-c3.backup --yes",
    ]

    /// The first lines of all, and of what stands above the records.
    private static let oversight: [String: [HelpExample]] = [
        "": [
            HelpExample("kpi --as-of 2024-06-30", "截至 2024 年 6 月 30 日，核心指标各到了哪里", "where the core indicators stood on 30 June 2024"),
            HelpExample(
                "kpi explain T02 --as-of 2024-06-30", "T02 为什么有风险：追到每条记录和规划条款",
                "why T02 is at risk, back to the records and the clause of the plan"),
            HelpExample("accident list --where grade=larger", "较大事故有哪些", "the accidents graded larger"),
            HelpExample("agenda --until 30d", "已超期的和今后 30 天到期的", "what is overdue or due in the next 30 days"),
            HelpExample(
                "dashboard --once", "仪表盘打印一次；不带 --once 则全屏、实时更新", "the dashboard, printed once; without --once it is full-screen and live"),
            HelpExample("help import", "怎样把现有的表格导入", "how to import the spreadsheets that you have"),
        ],
        "kpi": [
            HelpExample("kpi --as-of 2024-06-30", "截至 2024 年 6 月 30 日所知的核心指标", "the core indicators as known on 30 June 2024"),
            HelpExample("kpi T01 --as-of 2024-06-30", "一项指标的现状：名词后直接写编号", "where one indicator stands: its id right after the noun"),
            HelpExample("kpi explain T02 --as-of 2024-06-30", "从指标追到记录与规划条款", "from an indicator back to the records and the clause"),
            HelpExample(
                "kpi forecast T01 --as-of 2024-06-30 --with deaths=+2", "假设再死亡 2 人，还能不能达到", "will it still be met if two more people die"),
        ],
        "kpi list": [
            HelpExample("kpi list --as-of 2024-06-30", "核心指标一览", "the core indicators"),
            HelpExample("kpi list --all --as-of 2024-06-30", "规划的全部指标", "every indicator of the plan"),
            HelpExample("kpi list T01 T02 --by region --as-of 2024-06-30", "两项指标按街镇分列", "two indicators, split by street and town"),
        ],
        "kpi show": [
            HelpExample("kpi show T01 --as-of 2024-06-30", "现值、目标、概率与数据覆盖到哪个月", "value, target, chance, and up to which month the data go"),
            HelpExample("kpi show T01 --period 2023 --as-of 2024-06-30", "站在 2023 年末下结论", "the verdict at the end of 2023"),
            HelpExample("kpi show T01 --as-of 2024-06-30 --json", "同样内容的 JSON", "the same as JSON"),
        ],
        "kpi explain": [
            HelpExample("kpi explain T02 --as-of 2024-06-30", "现值由哪些记录、哪一条款得出", "which records and which clause give the value"),
            HelpExample(
                "kpi explain T05 --period 2023 --as-of 2024-06-30", "比率的分子、分母各从哪里来",
                "where numerator and denominator of a ratio come from"),
        ],
        "kpi forecast": [
            HelpExample(
                "kpi forecast T01 --as-of 2024-06-30", "守住上限的概率、区间与尚可发生数",
                "chance of keeping the bound, interval, and what is still allowed"),
            HelpExample("kpi forecast T01 --as-of 2024-06-30 --with deaths=+2", "假设再死亡 2 人", "what if two more people died"),
            HelpExample(
                "kpi forecast T02 --as-of 2024-06-30 --with larger=+1", "假设再发生一起较大事故", "what if there were one more larger accident"),
        ],
        "kpi check": [
            HelpExample("kpi check --as-of 2024-06-30", "约束性指标有没有问题，有则退出码 1", "is a binding indicator in trouble? exit 1 if so"),
            HelpExample("kpi check --as-of 2024-06-30 --allow no_data", "缺数据的放过", "missing data pass"),
            HelpExample(
                "kpi check --as-of 2024-06-30 --allow no_data --allow off_track", "偏离的也放过，只查未达到的",
                "off track passes too, so that only missed targets are left"),
        ],
        "agenda": [
            HelpExample(
                "agenda --as-of 2025-12-01 --until 7d", "2025 年 12 月 1 日已超期的和此后七天到期的",
                "overdue on 1 December 2025, or due in the seven days after it"),
            HelpExample("agenda --as-of 2025-12-01 --person YL-P005", "某个人手上的事", "what one person has to do"),
            HelpExample("agenda overdue --as-of 2025-12-01 --topic hazard", "只看超期的隐患", "overdue hazards only"),
            HelpExample(
                "agenda --new --reader mail --exit-status", "供定时任务：只说新出现的，有超期则退出码 1",
                "for cron: only what is new, exit 1 if anything is overdue"),
        ],
        "agenda list": [
            HelpExample(
                "agenda list --as-of 2025-12-01 --until 7d", "已超期的和此后七天到期的", "what is overdue or due in the seven days that follow"),
            HelpExample(
                "agenda list --as-of 2025-12-01 --topic inspect --office 999101002", "一个街道应做的检查",
                "the inspections that one street office owes"),
            HelpExample("agenda list --as-of 2025-12-01 --until 30d --ics", "导成 iCalendar，供日历程序读取", "as iCalendar, for a calendar program"),
        ],
        "agenda overdue": [
            HelpExample("agenda overdue --as-of 2025-12-01", "已超期的全部事项", "everything that is overdue"),
            HelpExample("agenda overdue --as-of 2025-12-01 --region 999101001", "一个街道及其下级的", "in one street and below"),
            HelpExample("agenda overdue --as-of 2025-12-01 --topic hazard --exit-status", "有超期的隐患则退出码 1", "exit 1 if a hazard is overdue"),
        ],
        "dashboard": [
            HelpExample(
                "dashboard --once --as-of 2024-06-30", "总览打印一次；不带 --once 则全屏、实时更新",
                "the overview, printed once; without --once it is full-screen and live"),
            HelpExample("dashboard --once --view 3 --as-of 2025-12-01", "第 3 个视图：风险", "view 3: risk"),
            HelpExample(
                "dashboard --once --view all --json --as-of 2024-06-30", "全部视图的数据，供别的程序", "the data of all views, for other programs"),
        ],
    ]
}
